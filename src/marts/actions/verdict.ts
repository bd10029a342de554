import type {Interval} from "../../stats/numbers/interval.js";

/** A ratio, after ÷ before, and its p-value as adjusted over all actions. */
export interface Judged extends Interval {
  readonly p_adjusted: number;
}

/**
 * better · worse: clearly, and clearly so beside the other categories where there are any.
 * better_than_others · worse_than_others: itself unclear (or the other way), but clearly so beside the others.
 * alike: it moved clearly, but cannot be told apart from the others.
 * maybe_worse: an interval lies wholly on the worse side, but not when all actions are looked at together.
 * none: no effect shown.
 */
export const actionVerdicts = [
  "better",
  "worse",
  "better_than_others",
  "worse_than_others",
  "alike",
  "maybe_worse",
  "none",
] as const;
export type ActionVerdict = (typeof actionVerdicts)[number];

type Side = "better" | "worse" | "unclear";

/**
 * What an action can be said to have done. Good news needs the adjusted p-value and must hold beside the others, where
 * a general fall is nobody's merit; an interval wholly on the worse side is never called no effect.
 */
export function actionVerdict(own: Judged, {others, isUpGood}: VerdictOptions): ActionVerdict {
  const [side, beside] = [sideOf(own, isUpGood), others ? sideOf(others, isUpGood) : "unclear"];
  const isSure = side !== "unclear" && own.p_adjusted <= 0.05;
  const isSureBeside = beside !== "unclear" && others!.p_adjusted <= 0.05;
  if (isSure && (!others || beside === side)) return side;
  if (isSureBeside) return `${beside}_than_others`;
  if (isSure) return "alike";
  return side === "worse" || beside === "worse" ? "maybe_worse" : "none";
}

interface VerdictOptions {
  /** The ratio divided by that of the other categories; undefined where there are none to compare with. */
  readonly others: Judged | undefined;
  /** Whether more of it is good. */
  readonly isUpGood: boolean;
}

function sideOf({low, high}: Interval, isUpGood: boolean): Side {
  if (low > 1) return isUpGood ? "better" : "worse";
  if (high < 1) return isUpGood ? "worse" : "better";
  return "unclear";
}
