/** "" as usual · "hollow": value shown, no colour, no arrow, no rank · "suppressed": value not written anywhere. */
export type SmallNFlag = "" | "hollow" | "suppressed";

/** default: definitions of the report · nchs: stricter, after the standards of the US health statistics office. */
export type SmallNPreset = "default" | "nchs";

export type SmallNReason =
  | ""
  | "few_answers"
  | "few_customers"
  | "few_events"
  | "wide_interval"
  | "all_or_none"
  | "complement_unreliable";

export interface SmallNCell {
  /** base of the figure: answers, tickets, customers */
  readonly n: number;
  /** effective base of weighted or repeated answers; defaults to n */
  readonly n_eff?: number;
  /** distinct customers, where known */
  readonly customers?: number;
  readonly kind?: "share" | "mean" | "nps" | "rate";
  readonly estimate?: number;
  readonly low?: number;
  readonly high?: number;
  /** rates only */
  readonly events?: number;
}

/**
 * Whether a figure may be shown, in one place for every page, file and slide. Fewer than 5 known customers are always
 * hidden. Default: n < 10 suppressed, 10-29 hollow, ranking from 100. Preset `nchs`: NCHS Series 2 no. 175 (2017,
 * proportions) and no. 200 (2023, rates), fed with the figure's own interval; means need n_eff 30.
 * @example smallN({n: 9}) // => {flag: "suppressed", reason: "few_answers", may_rank: false}
 * @example smallN({n: 150}) // => {flag: "", reason: "", may_rank: true}
 */
export function smallN(
  cell: SmallNCell,
  {preset = "default"}: {/** rule set; defaults to "default" */ readonly preset?: SmallNPreset} = {},
): {readonly flag: SmallNFlag; readonly reason: SmallNReason; readonly may_rank: boolean} {
  const [flag, reason] =
    cell.customers !== undefined && cell.customers < 5
      ? (["suppressed", "few_customers"] as const)
      : preset === "nchs"
        ? nchs(cell)
        : byCount(cell.n);
  return {flag, reason, may_rank: flag === "" && cell.n >= 100};
}

type Verdict = readonly [SmallNFlag, SmallNReason];

function byCount(n: number): Verdict {
  if (!(n >= 10)) return ["suppressed", "few_answers"];
  return n < 30 ? ["hollow", "few_answers"] : ["", ""];
}

function nchs(cell: SmallNCell): Verdict {
  const {n, n_eff = n, kind = "share", estimate = Number.NaN, low = Number.NaN, high = Number.NaN} = cell;
  const width = high - low;
  if (kind === "rate") {
    if (!(n >= 10 && (cell.events ?? 0) >= 10)) return ["suppressed", "few_events"];
    return width / estimate <= 1.6 ? ["", ""] : ["suppressed", "wide_interval"];
  }
  if (kind !== "share") return byCount(Math.min(n, n_eff));
  if (!(n >= 30 && n_eff >= 30)) return ["suppressed", "few_answers"];
  if (!(width < 0.3)) return ["suppressed", "wide_interval"];
  if (estimate === 0 || estimate === 1) return ["hollow", "all_or_none"];
  if (width <= 0.05) return ["", ""];
  if (width / estimate > 1.3) return ["suppressed", "wide_interval"];
  return width / (1 - estimate) > 1.3 ? ["", "complement_unreliable"] : ["", ""];
}
