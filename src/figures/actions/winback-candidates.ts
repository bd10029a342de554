import {finalPeriodName} from "../../facts/churn/period.js";
import type {ReportView} from "../../facts/view.js";
import type {Row} from "../../marts/list.js";
import {brandName, causeName} from "../../words/codes.js";
import {memberName} from "../../words/dimensions.js";
import {formatNumber} from "../../words/format.js";
import {personName} from "../../words/people.js";
import {counted, say} from "../../words/say.js";
import type {FigureOrMissing} from "../figure.js";
import {missingLosses} from "../forms/missing.js";
import {column, tableFigure} from "../forms/table.js";

type Candidate = Row<"winback_candidates">;

const needs = ["winback_contacts", "contracts"];

/** Who may still be won back, and who should call: by the rule, else the account's owner. */
export function winbackCandidates(view: ReportView): FigureOrMissing {
  const id = "winback-candidates";
  const all = view.rows("winback_candidates");
  if (all.length === 0)
    return missingLosses(view, {id, needs, shows: {zh: "可挽回的客户名单", en: "who may still be won back"}});
  const zh = view.language === "zh";
  const outcomes: Readonly<Record<string, string>> = zh
    ? {thinking: "考虑中", no_answer: "未联系上"}
    : {thinking: "thinking it over", no_answer: "not reached"};
  const rows = [...all].sort(
    (a, b) =>
      Number(b.can_win_back === true) - Number(a.can_win_back === true) ||
      (b.monthly_amount ?? 0) - (a.monthly_amount ?? 0) ||
      (a.customer_id < b.customer_id ? -1 : 1),
  );
  const winnable = all.filter(({can_win_back}) => can_win_back === true);
  const sum = winnable.reduce((total, row) => total + (row.monthly_amount ?? 0), 0);
  const never = all.filter(({is_contacted}) => is_contacted === false).length;
  return tableFigure(view, {
    id,
    title: zh
      ? `${all.length} 户尚可争取，其中 ${winnable.length} 户自己说可挽回（月费共 ${formatNumber(sum, "money", view)}）；这 ${all.length} 户中 ${never} 户还没人联系过`
      : `${counted(all.length, "customer")} may still be won back; ${winnable.length} of them ${winnable.length === 1 ? "says so herself or himself" : "say so themselves"} (${formatNumber(sum, "money", view)} a month), ${never} ${never === 1 ? "has" : "have"} not been called`,
    subtitle: zh
      ? `${finalPeriodName(view)}流失、未回来、未拒绝、未要求勿扰的客户；说可挽回者在前`
      : `Lost ${finalPeriodName(view)}, not back, did not decline, may be contacted; those who say it is possible first`,
    n: all.length,
    marts: ["winback_candidates"],
    worked: winbackSums(view, {all, winnable, never}),
    columns: [
      column("customer_id", zh ? "客户" : "Customer"),
      column("left_date", zh ? "离开日期" : "Left", "date"),
      column("tier", zh ? "等级" : "Tier"),
      column("cause", zh ? "原因" : "Cause"),
      column("destination", zh ? "去向" : "Destination"),
      column("amount", zh ? "月费" : "Monthly fee", "money"),
      column("can", zh ? "说可挽回" : "Says it is possible"),
      column("outcome", zh ? "上次联系" : "Last contact"),
      column("caller", zh ? "由谁联系" : "Who should call"),
    ],
    rows: rows.map((row) => [
      row.customer_id,
      row.left_date,
      memberName(view, {dimension: "tier", member: row.tier}),
      causeName(view, row.cause),
      brandName(view, row.destination),
      row.monthly_amount,
      row.can_win_back === true ? (zh ? "是" : "yes") : row.can_win_back === false ? (zh ? "否" : "no") : "",
      row.is_contacted === false
        ? zh
          ? "无"
          : "none"
        : row.outcome === null
          ? ""
          : (outcomes[row.outcome] ?? row.outcome),
      personName(view, row.caller ?? row.owner),
    ]),
    notes: [
      zh
        ? "由谁联系按 rules/winback.yaml；没有规则时为客户负责人。"
        : "Who should call follows rules/winback.yaml; without it, the owner of the account.",
    ],
  });
}

/** What they paid who say it is possible, and who has not been called. */
function winbackSums(
  view: ReportView,
  {all, winnable, never}: {all: readonly Candidate[]; winnable: readonly Candidate[]; never: number},
): string[] {
  const count = (value: number) => formatNumber(value, "count", view);
  const sum = winnable.reduce((total, row) => total + (row.monthly_amount ?? 0), 0);
  const mean = `${count(sum)} ÷ ${winnable.length} = ${formatNumber(sum / winnable.length, "ratio", view)}`;
  const called = `${all.length} − ${all.length - never} = ${never}`;
  return [
    ...(winnable.length > 0
      ? [say(view, {zh: `说可挽回的，平均月费：${mean}`, en: `Monthly fee of those who say so: ${mean}`})]
      : []),
    say(view, {zh: `没人联系过：${called}`, en: `Not called yet: ${called}`}),
  ];
}
