import {referredBeside} from "../../facts/actions/referred.js";
import {finalPeriodName} from "../../facts/churn/period.js";
import type {ReportView} from "../../facts/view.js";
import type {Row} from "../../marts/list.js";
import {memberName} from "../../words/dimensions.js";
import {formatNumber} from "../../words/format.js";
import {periodName} from "../../words/period.js";
import {counted} from "../../words/say.js";
import type {FigureOrMissing} from "../figure.js";
import {leaders} from "../forms/leaders.js";
import {missingFigure} from "../forms/missing.js";
import {column, limitColumns, numbersOf, tableFigure} from "../forms/table.js";

type Referral = Row<"referrals">;

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
  const period = periodName(view);
  return tableFigure(view, {
    id,
    title: referredText(view, {referred, others}),
    subtitle: zh
      ? `按客户资料中的推荐人计，不用推荐意愿题推算；加入与满意率 ${period}，流失率 ${finalPeriodName(view)}`
      : `By the referrer in the customer file, not the would-recommend question; joining and satisfaction ${period}, churn ${finalPeriodName(view)}`,
    n: referred.customers + others.customers,
    method: zh
      ? "流失：精确 Poisson 区间与率比；满意率：Wilson 区间与差，按客户聚类"
      : "churn: exact Poisson intervals and rate ratio; satisfied: Wilson intervals and difference, clustered by customer",
    marts: ["referrals"],
    metrics: ["churn_rate", "csat"],
    columns: [
      column("group", zh ? "客户" : "Customers"),
      column("customers", zh ? "户数" : "Number", "count"),
      column("joined", zh ? "近期加入" : "Joined lately", "count"),
      column("lost", zh ? "流失" : "Lost", "count"),
      column("customer_months", zh ? "客户月" : "Customer-months", "count"),
      column("churn", zh ? "月流失率" : "Monthly churn", "share"),
      ...limitColumns(view, "share", "churn"),
      column("csat", zh ? "满意率" : "Satisfied", "share"),
      ...limitColumns(view, "share", "csat"),
      column("answers", zh ? "答卷" : "Answers", "count"),
      column("raters", zh ? "答卷客户" : "Raters", "count"),
    ],
    rows: [referred, others].map((row) => [
      row.member === "referred" ? (zh ? "介绍来的" : "By referral") : zh ? "其他" : "Others",
      ...numbersOf(row, [
        "customers",
        "joined_in_window",
        "lost",
        "customer_months",
        "churn",
        "churn_lo",
        "churn_hi",
        "csat",
        "csat_lo",
        "csat_hi",
        "answers",
        "raters",
      ]),
    ]),
    notes: [
      ...referredBeside(view).map((sentence) => `${sentence}${zh ? "。" : "."}`),
      zh
        ? "两类客户入网时间不同，比较未作调整：差别不等于介绍的效果。"
        : "The two joined at different times, which is not adjusted for: a difference is not an effect of referral.",
    ],
  });
}

/** "32 of 452 recent joiners (7.1%) came by referral; 140 in all" */
function referredText(view: ReportView, {referred, others}: {referred: Referral; others: Referral}): string {
  const zh = view.language === "zh";
  const [lately, all] = [referred.joined_in_window, referred.customers];
  const joined = lately + others.joined_in_window;
  if (joined === 0) return zh ? `由老客户介绍来的累计 ${all} 户` : `${all} customers in all came by referral`;
  const share = formatNumber(lately / joined, "share", view);
  return zh
    ? `近期新客户 ${joined} 户中 ${lately} 户（${share}）由老客户介绍，累计 ${all} 户`
    : `${lately} of ${joined} recent joiners (${share}) came by referral; ${all} in all`;
}

/** Who brings most. */
export function referrers(view: ReportView): FigureOrMissing {
  const id = "referrers";
  const rows = [...view.rows("referrers_listed")].sort(
    (a, b) => b.referred - a.referred || (a.customer_id < b.customer_id ? -1 : 1),
  );
  const first = rows[0];
  const zh = view.language === "zh";
  if (!first)
    return missingFigure(view, {id, needs, shows: {zh: "谁介绍来的客户最多", en: "who brings most customers"}});
  const all = rows.reduce((sum, {referred}) => sum + referred, 0);
  const {names, others} = leaders(view, rows, {
    of: ({referred}) => referred,
    name: ({customer_id}) => customer_id,
    kind: "位",
  });
  return tableFigure(view, {
    id,
    title: zh
      ? `${rows.length} 位老客户介绍了 ${all} 户，最多的是 ${first.customer_id}${others && ` ${others}`}：${others && "各 "}${first.referred} 户`
      : `${counted(rows.length, "customer")} brought ${counted(all, "other")}, ${first.customer_id}${others} most: ${first.referred}${others && " each"}`,
    claims: [{is: "highest", of: "referred", rows: names}],
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
    rows: rows.map((row) => [
      row.customer_id,
      memberName(view, {dimension: "tier", member: row.tier}),
      row.referred,
      row.yearly_amount,
    ]),
  });
}
