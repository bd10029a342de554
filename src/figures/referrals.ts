import {formatInterval, formatNumber} from "../format.js";
import type {ReportView} from "../report-view.js";
import {memberName} from "./dimension-names.js";
import type {FigureOrMissing} from "./figure.js";
import {missingFigure} from "./missing.js";
import {periodName} from "./period-name.js";
import {column, tableFigure} from "./table-figure.js";

const needs = ["customers"];

/** Customers brought by others, from the records and not from a survey question; how they stay and what they say. */
export function referrals(view: ReportView): FigureOrMissing {
  const id = "referrals";
  const rows = view.rows("referrals");
  const referred = rows.find(({member}) => member === "referred");
  const others = rows.find(({member}) => member === "others");
  const zh = view.language === "zh";
  if (!referred || !others)
    return missingFigure(view, {id, needs, shows: {zh: "老客户介绍来的客户", en: "customers brought by others"}});
  const joined = Number(referred.joined_in_window) + Number(others.joined_in_window);
  const share = formatNumber(joined > 0 ? Number(referred.joined_in_window) / joined : null, "share", view);
  const isApart =
    Number(referred.churn_lo) > Number(others.churn_hi) || Number(referred.churn_hi) < Number(others.churn_lo);
  const rate = (row: typeof referred) =>
    `${formatNumber(row.churn as number | null, "share", view)}${zh ? "（" : " ("}${formatInterval([row.churn_lo as number | null, row.churn_hi as number | null], "share", view)}${zh ? "）" : ")"}`;
  const stay = isApart
    ? zh
      ? `月流失率 ${rate(referred)}，其他客户 ${rate(others)}`
      : `monthly churn ${rate(referred)} against ${rate(others)}`
    : zh
      ? "流失率与其他客户相当"
      : "they leave at a comparable rate";
  return tableFigure(view, {
    id,
    title: zh
      ? `${referred.customers} 户由老客户介绍而来，占近期新客户的 ${share}；${stay}`
      : `${referred.customers} customers came by referral, ${share} of recent joiners; ${stay}`,
    subtitle: zh
      ? `按客户资料中的推荐人计，不用推荐意愿题推算；${periodName(view)}`
      : `By the referrer in the customer file, not the would-recommend question; ${periodName(view)}`,
    n: Number(referred.customers) + Number(others.customers),
    method: zh ? "精确 Poisson 与 Wilson 95% 区间" : "exact Poisson and Wilson 95% intervals",
    marts: ["referrals"],
    metrics: ["churn_rate", "csat"],
    columns: [
      column("group", zh ? "客户" : "Customers"),
      column("customers", zh ? "户数" : "Number", "count"),
      column("joined", zh ? "近期加入" : "Joined lately", "count"),
      column("churn", zh ? "月流失率" : "Monthly churn", "share"),
      column("churn_lo", zh ? "下限" : "Lower", "share"),
      column("churn_hi", zh ? "上限" : "Upper", "share"),
      column("csat", zh ? "满意率" : "Satisfied", "share"),
      column("csat_lo", zh ? "下限" : "Lower", "share"),
      column("csat_hi", zh ? "上限" : "Upper", "share"),
      column("answers", zh ? "答卷" : "Answers", "count"),
    ],
    rows: [referred, others].map((row) => [
      row.member === "referred" ? (zh ? "介绍来的" : "By referral") : zh ? "其他" : "Others",
      ...(
        [
          "customers",
          "joined_in_window",
          "churn",
          "churn_lo",
          "churn_hi",
          "csat",
          "csat_lo",
          "csat_hi",
          "answers",
        ] as const
      ).map((name) => row[name] as number | null),
    ]),
  });
}

/** Who brings most. */
export function referrers(view: ReportView): FigureOrMissing {
  const id = "referrers";
  const rows = [...view.rows("referrers_listed")].sort(
    (a, b) => Number(b.referred) - Number(a.referred) || (String(a.customer_id) < String(b.customer_id) ? -1 : 1),
  );
  const first = rows[0];
  const zh = view.language === "zh";
  if (!first)
    return missingFigure(view, {id, needs, shows: {zh: "谁介绍来的客户最多", en: "who brings most customers"}});
  const all = rows.reduce((sum, {referred}) => sum + Number(referred), 0);
  return tableFigure(view, {
    id,
    title: zh
      ? `${rows.length} 位老客户介绍了 ${all} 户，最多的是 ${first.customer_id}：${first.referred} 户`
      : `${rows.length} customers brought ${all} others, ${first.customer_id} most: ${first.referred}`,
    subtitle: zh
      ? "推荐人，及其介绍来的客户近十二个月的收入"
      : "Referrers, and the revenue of those they brought over twelve months",
    n: all,
    marts: ["referrers_listed"],
    columns: [
      column("customer_id", zh ? "推荐人" : "Referrer"),
      column("tier", zh ? "等级" : "Tier"),
      column("referred", zh ? "介绍户数" : "Brought", "count"),
      column("amount", zh ? "所介绍客户的年收入" : "Their yearly revenue", "money"),
    ],
    rows: rows
      .slice(0, 15)
      .map((row) => [
        String(row.customer_id),
        memberName(view, {dimension: "tier", member: String(row.tier)}),
        row.referred as number,
        row.yearly_amount as number | null,
      ]),
  });
}
