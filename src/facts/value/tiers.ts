import type {Row} from "../../marts/list.js";
import {groupName, memberName} from "../../words/dimensions.js";
import {formatMonth} from "../../words/format.js";
import {say} from "../../words/say.js";
import type {ReportView} from "../view.js";

/** The tiers of the rule, best first. */
export const tiersBestFirst = (view: ReportView): readonly Row<"tier_levels">[] =>
  [...view.rows("tier_levels")].sort((one, other) => other.place - one.place);

export const tierName = (view: ReportView, tier: string): string => memberName(view, {dimension: "tier", member: tier});

/** "五星客户", "Tier “Five stars”". */
export const tierGroup = (view: ReportView, tier: string): string => groupName(view, {dimension: "tier", member: tier});

/** What moved between two month ends. */
export type TierTest = Row<"tier_tests">;

export const tierTest = (
  view: ReportView,
  span: TierTest["span"],
  basis: TierTest["basis"] = "raw",
): TierTest | undefined => view.rows("tier_tests").find((row) => row.span === span && row.basis === basis);

/** "9月末到10月末": the two month ends of a span. */
export function spanName(view: ReportView, span: TierTest["span"]): string {
  const move = view.rows("tier_moves").find((row) => row.span === span);
  if (!move) return "";
  const [from, to] = [formatMonth(move.from_month, view), formatMonth(move.to_month, view)];
  return say(view, {zh: `${from}末到${to}末`, en: `end of ${from} to end of ${to}`});
}

/** Whether the moves of a span lean one way, as a sentence would say. */
export function leaning(view: ReportView, {up, down, bowker_p}: TierTest): string {
  if (up + down < 10) return say(view, {zh: "变动太少，看不出方向", en: "too few moves to show a direction"});
  if ((bowker_p ?? 1) >= 0.05) return say(view, {zh: "升降大致相抵", en: "ups and downs balance"});
  return up > down
    ? say(view, {zh: "升的明显多于降的", en: "clearly more up than down"})
    : say(view, {zh: "降的明显多于升的", en: "clearly more down than up"});
}

/** What the rule measures customers by: the unit of its thresholds, and how text names it. */
export function tierMeasure(view: ReportView): {unit: "money" | "score"; name: string; threshold: string; had: string} {
  if (tiersBestFirst(view)[0]?.measure === "score")
    return {
      unit: "score",
      name: say(view, {zh: "综合价值得分（rules/value.yaml）", en: "value score (rules/value.yaml)"}),
      threshold: say(view, {zh: "门槛（分）", en: "Threshold, points"}),
      had: say(view, {zh: "现得分", en: "Score now"}),
    };
  return {
    unit: "money",
    name: say(view, {zh: "购买额", en: "amount bought"}),
    threshold: say(view, {zh: "门槛（年购买额）", en: "Threshold, bought a year"}),
    had: say(view, {zh: "已购买", en: "Bought"}),
  };
}
