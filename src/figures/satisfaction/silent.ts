import type {ReportView} from "../../facts/view.js";
import type {Row} from "../../marts/list.js";
import {memberName} from "../../words/dimensions.js";
import {formatInterval, formatNumber} from "../../words/format.js";
import {periodName} from "../../words/period.js";
import {say} from "../../words/say.js";
import type {FigureOrMissing} from "../figure.js";
import {missingFigure} from "../forms/missing.js";
import {partsFigure} from "../forms/parts.js";
import {column} from "../forms/table.js";

/** Dissatisfied in the survey, and never complained: complaints are no measure of satisfaction. */
export function silentDissatisfied(view: ReportView): FigureOrMissing {
  const id = "silent-dissatisfied";
  const all = view.rows("silent_dissatisfied").find(({tier}) => tier === "(all)");
  if (!all || all.silent_share === null || !all.dissatisfied)
    return missingFigure(view, {
      id,
      needs: ["surveys", "tickets", "customers"],
      shows: {zh: "不满意却没有投诉的客户", en: "who is dissatisfied and never complained"},
    });
  const order = view.order("tier") ?? [];
  const tiers = view
    .rows("silent_dissatisfied")
    .filter(({tier}) => tier !== "(all)")
    .sort((a, b) => order.indexOf(a.tier) - order.indexOf(b.tier) || (a.tier < b.tier ? -1 : 1));
  const name = (tier: string) =>
    tier === "(all)"
      ? memberName(view, {dimension: "all", member: "all"})
      : memberName(view, {dimension: "tier", member: tier});
  const rows = [all, ...tiers.filter(({dissatisfied}) => dissatisfied === null || dissatisfied > 0)];
  const share = formatNumber(all.silent_share, "share", view);
  const direct = Math.round(((all.customers ?? 0) * all.dissatisfied) / (all.answers || 1));
  return partsFigure(view, {
    id,
    title: say(view, {
      zh: `不满意的 ${all.dissatisfied} 份回答里，${all.silent} 份的客户前后 30 天没有投诉过（${share}）`,
      en: `Of ${all.dissatisfied} dissatisfied answers, ${all.silent} came with no complaint within 30 days (${share})`,
    }),
    subtitle: say(view, {
      zh: `总体满意度打最低两档的回答，客户在作答前后 30 天内有没有投诉；${periodName(view)}`,
      en: `Overall answers of the two lowest marks, by whether the customer complained within 30 days before or after; ${periodName(view)}`,
    }),
    form: "stacked",
    unit: "share",
    labels: say(view, {zh: "客户等级", en: "Tier"}),
    series: [
      {id: "silent", name: say(view, {zh: "没有投诉", en: "No complaint"})},
      {id: "complained", name: say(view, {zh: "投诉过", en: "Complained"}), role: "context"},
    ],
    more: [
      column("dissatisfied", say(view, {zh: "不满意", en: "Dissatisfied"}), "count"),
      column("silent_count", say(view, {zh: "其中没投诉", en: "No complaint"}), "count"),
      column("content_complained", say(view, {zh: "没有不满意却投诉过", en: "Not dissatisfied, complained"}), "count"),
      column("answers", say(view, {zh: "回答", en: "Answers"}), "count"),
      column("complainants", say(view, {zh: "投诉客户", en: "Complainants"}), "count"),
      column("customers", say(view, {zh: "客户", en: "Customers"}), "count"),
    ],
    rows: rows.map((row) => ({label: name(row.tier), ...silentParts(row)})),
    n: all.dissatisfied,
    method: say(view, {
      zh: `按客户编号对上的记录计数；没投诉的占 ${share}（Wilson 95% ${formatInterval([all.silent_share_lo, all.silent_share_hi], "share", view)}）`,
      en: `records linked by customer; no complaint ${share} (Wilson 95% ${formatInterval([all.silent_share_lo, all.silent_share_hi], "share", view)})`,
    }),
    metrics: ["bottom_box"],
    marts: ["silent_dissatisfied"],
    notes: [
      ...(rows.some(({silent}) => silent === null)
        ? [
            say(view, {
              zh: "不满意不足 10 份的等级隐去，次小的也隐去，防倒推。",
              en: "Tiers with under 10 dissatisfied answers are hidden, and the next smallest too.",
            }),
          ]
        : []),
      say(view, {
        zh: `投诉少不等于满意。不用“1 人投诉、26 人沉默”一类的倍数，只按自己的记录算：作答比例推到全部客户（有购买、合同或作答）约 ${direct} 户不满意${icebergText(view, all)}。`,
        en: `Few complaints are no satisfaction. No borrowed multiplier is used: by the answers about ${direct} of all customers (who buy, have a contract or answered) are dissatisfied${icebergText(view, all)}.`,
      }),
    ],
  });
}

/** Who did not complain and who did, of the dissatisfied of a tier; nothing of a tier that is withheld. */
function silentParts(row: Row<"silent_dissatisfied">) {
  const n = row.dissatisfied ?? 0;
  const isShown = row.silent !== null && n > 0;
  return {
    parts: [
      {value: isShown ? row.silent! / n : null, n, ...(isShown ? {} : {flag: "suppressed" as const})},
      {value: isShown ? 1 - row.silent! / n : null, n, ...(isShown ? {} : {flag: "suppressed" as const})},
    ],
    more: isShown
      ? [n, row.silent, row.content_complained, row.answers, row.complainants, row.customers]
      : [null, null, null, null, null, null],
  };
}

function icebergText(
  view: ReportView,
  {hidden_lo, hidden_hi}: {readonly hidden_lo: number | null; readonly hidden_hi: number | null},
): string {
  if (hidden_lo === null || hidden_hi === null) return "";
  const range = `${formatNumber(Math.round(hidden_lo), "count", view)}–${formatNumber(Math.round(hidden_hi), "count", view)}`;
  return say(view, {
    zh: `；从投诉客户反推则有 ${range} 户没出声——投诉的人不都不满意，两数不同，以前者为准`,
    en: `; from the complainants it would be ${range} silent ones: not all who complain are dissatisfied, so the two differ, and the first counts`,
  });
}
