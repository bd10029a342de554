/** What a measure should reach, as rules/targets.yaml says. */
export interface Target {
  readonly metric: string;
  /** In the unit of the metric: a share as a share. */
  readonly target: number;
  /** Which way is better. */
  readonly direction: "up" | "down";
  readonly owner?: string;
  readonly due?: string;
  /** The first month it holds for, "2026-07"; from the beginning where it says none. */
  readonly from?: string;
  /** Over what it may be judged: the month alone, or the last twelve months too. */
  readonly judge: readonly ("month" | "year")[];
}

/** The target in force in a month: the one with the latest `from` that has begun. */
export function targetOf(
  {targets}: {readonly targets: readonly Target[]},
  {metric, month}: {metric: string; month: string | undefined},
): Target | undefined {
  return targets
    .filter(
      (each) => each.metric === metric && (each.from === undefined || (month !== undefined && each.from <= month)),
    )
    .sort((one, other) => ((one.from ?? "") < (other.from ?? "") ? -1 : 1))
    .at(-1);
}
