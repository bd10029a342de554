import {besideText, bothText} from "../../facts/beside.js";
import {churnBeside, lastFinalMonth, peakMonth} from "../../facts/churn/months.js";
import {leavingNotes} from "../../facts/leaving.js";
import {withheldText} from "../../facts/months.js";
import type {ReportView} from "../../facts/view.js";
import {sum} from "../../marts/shape/sum.js";
import {formatMonth, formatNumber} from "../../words/format.js";
import {say} from "../../words/say.js";
import type {FigureOrMissing} from "../figure.js";
import {estimateFigure} from "../forms/estimate.js";
import {missingLosses} from "../forms/missing.js";
import {targetLine} from "../forms/target.js";

/** Customers lost per customer-month, month by month; the months still within the grace period are provisional. */
export function churnTrend(view: ReportView): FigureOrMissing {
  const id = "churn-trend";
  const rows = view.rows("churn_by_month");
  const last = lastFinalMonth(view);
  if (!last)
    return missingLosses(view, {
      id,
      needs: ["contracts"],
      shows: {zh: "各月流失率", en: "churn month by month"},
    });
  const zh = view.language === "zh";
  const value = formatNumber(last.value, "share", view);
  const month = last.month;
  const compared = churnBeside(view);
  const beside = besideText(view, compared, {unit: "share"});
  const both = bothText(view, compared, {unit: "share"});
  const peak = peakMonth(view, rows);
  return estimateFigure(view, {
    id,
    title:
      last.value === null
        ? withheldText(view, {name: zh ? "流失率" : "Churn", month})
        : zh
          ? `${formatMonth(month, view)}流失率 ${value}${beside}${peak && peak.month !== month ? `；${formatMonth(peak.month, view)}最高，明显高于平时` : ""}`
          : `Churn in ${formatMonth(month, view)} ${value}${beside}${peak && peak.month !== month ? `; the peak in ${formatMonth(peak.month, view)} is clearly above normal` : ""}`,
    subtitle:
      view.churnRule === "contract"
        ? say(view, {
            zh: "当月流失客户 ÷ 在约客户月数；宽限期未过的月份尚无定数，不画",
            en: "Customers lost ÷ customer-months under contract; months still within the grace period are not drawn",
          })
        : say(view, {zh: "当月流失客户 ÷ 客户月数", en: "Customers lost ÷ customer-months"}),
    form: "lines",
    unit: "share",
    labels: zh ? "月份" : "Month",
    metric: "churn_rate",
    marts: ["churn_by_month"],
    n: sum(rows, "lost"),
    rows: rows.map((row) => ({
      label: row.month,
      // Within the grace period nobody counts as lost yet: a rate of 0 would be no news but an artefact.
      value: row.is_provisional ? null : row.value,
      lo: row.is_provisional ? null : row.lo,
      hi: row.is_provisional ? null : row.hi,
      n: row.opening_customers,
      flag: row.is_provisional && row.state !== "missing" ? "provisional" : row.flag,
    })),
    notes: [
      ...(both ? [`${both}${zh ? "。" : "."}`] : []),
      ...(view.churnRule === "left_date" ? leavingNotes(view) : [apartNote(view)]),
    ],
    ...targetLine(view, {metric: "churn_rate", months: rows.map(({month}) => month)}),
  });
}

const apartNote = (view: ReportView): string =>
  say(view, {
    zh: "被淘汰、停业、搬迁的客户另计，不算流失。样本量一栏是月初在约客户数。",
    en: "Customers eliminated, closed down or moved away are kept apart. The column n counts customers at the start of the month.",
  });
