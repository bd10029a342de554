import {whereKnown} from "../../facts/known.js";
import type {ReportView} from "../../facts/view.js";
import {sum} from "../../marts/shape/sum.js";
import {causeName} from "../../words/codes.js";
import {formatNumber} from "../../words/format.js";
import {say} from "../../words/say.js";
import type {FigureOrMissing} from "../figure.js";
import {missingLosses} from "../forms/missing.js";
import {column, tableFigure} from "../forms/table.js";

/** How every month's ends divide: own will, let go, bankrupt, moved; and what may still be renewed. */
export function churnEnds(view: ReportView): FigureOrMissing {
  const id = "churn-ends";
  if (view.churnRule === "left_date") return churnLeft(view, id);
  const rows = view.rows("churn_by_month").slice(-12);
  const known = whereKnown(rows, "lost");
  const zh = view.language === "zh";
  if (known.length < 2)
    return missingLosses(view, {id, needs: ["contracts"], shows: {zh: "流失与其他终止", en: "churn and other ends"}});
  const [lost, others, pending] = [sum(rows, "lost"), sum(rows, "ended_otherwise"), sum(rows, "pending")];
  return tableFigure(view, {
    id,
    title: zh
      ? `${known.length} 个月流失 ${lost} 户；另有 ${others} 户因淘汰、停业、搬迁终止，不算流失${pending > 0 ? `；${pending} 户还在宽限期内` : ""}`
      : `${lost} lost in ${known.length} months; ${others} more let go, closed or moved, kept apart${pending > 0 ? `; ${pending} still within the grace` : ""}`,
    subtitle: zh ? "各月终止的客户，按终止类别" : "Customers whose custom ended, by kind of end",
    n: lost + others,
    marts: ["churn_by_month"],
    metrics: ["churn_rate"],
    columns: [
      column("month", zh ? "月份" : "Month", "month"),
      column("lost", zh ? "流失（自愿）" : "Lost (own will)", "count"),
      column("eliminated", causeName(view, "eliminated"), "count"),
      column("involuntary", causeName(view, "involuntary"), "count"),
      column("moved", causeName(view, "moved"), "count"),
      column("pending", zh ? "宽限期内" : "Within grace", "count"),
      column("opening", zh ? "月初客户" : "At the start", "count"),
      column("flag", zh ? "标记" : "Flag"),
    ],
    rows: rows.map((row) => [
      row.month,
      row.lost,
      row.eliminated,
      row.involuntary,
      row.moved,
      row.pending,
      row.opening_customers,
      row.state === "missing" ? "missing" : row.is_provisional ? "provisional" : "",
    ]),
  });
}

/** A list of leaving dates does not say how they left: how many did, of how many, in the months of which it is known. */
function churnLeft(view: ReportView, id: string): FigureOrMissing {
  const rows = whereKnown(view.rows("churn_by_month"), "lost", "opening_customers")
    .filter(({is_provisional}) => !is_provisional)
    .slice(-12);
  if (rows.length < 2)
    return missingLosses(view, {
      id,
      needs: ["contracts"],
      shows: {zh: "各月离开的客户", en: "customers left by month"},
    });
  const lost = sum(rows, "lost");
  return tableFigure(view, {
    id,
    title: say(view, {
      zh: `${rows.length} 个月流失 ${formatNumber(lost, "count", view)} 户，客户表不写怎样离开的`,
      en: `${formatNumber(lost, "count", view)} lost in ${rows.length} months; the customers' list does not say how`,
    }),
    subtitle: say(view, {
      zh: "各月在客户表里有离开日期的客户",
      en: "Customers with a leaving date in the customers' list, by month",
    }),
    n: lost,
    marts: ["churn_by_month"],
    metrics: ["churn_rate"],
    columns: [
      column("month", say(view, {zh: "月份", en: "Month"}), "month"),
      column("lost", say(view, {zh: "流失", en: "Lost"}), "count"),
      column("opening", say(view, {zh: "月初客户", en: "At the start"}), "count"),
    ],
    rows: rows.map((row) => [row.month, row.lost, row.opening_customers]),
  });
}
