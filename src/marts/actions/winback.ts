import {z} from "zod";
import {kaplanMeier} from "../../stats/survival/kaplan-meier.js";
import {survivalAt} from "../../stats/survival/survival-quantile.js";
import {count, each, flag, number, text} from "../shape/columns.js";
import {groupRows} from "../shape/groups.js";
import {hiddenRows} from "../shape/hidden.js";
import {limitColumns, limits} from "../shape/limits.js";
import {daysPerMonth, judgedShare} from "../shape/rates.js";
import {sum} from "../shape/sum.js";
import {type Delivered, type DeriveOptions, mart, table} from "../shape/table.js";

const counts = ["lost", "contacted", "reached", "returned", "aged", "returned_180"] as const;
type Count = (typeof counts)[number];

const approached = mart("winback_by_group", {
  grain: ["dimension", "member"],
  row: {dimension: text, member: text, ...each(counts, count)},
});
type Group = Delivered<typeof approached>;
const returns = mart("winback_times", {grain: ["days"], row: {days: z.number().int(), exited: count, returned: count}});

/** Who was approached after leaving, who came back, and who may still be asked. */
export const winbackTables = {
  winback_by_group: table({
    from: approached,
    row: {
      dimension: text,
      member: text,
      ...each(counts, count.nullable()),
      ...limitColumns("within_180"),
      ...limitColumns("of_lost"),
      flag,
      reason: text,
    },
    derive: winbackShares,
  }),
  winback_by_month: table({
    from: returns,
    grain: ["month"],
    row: {month: count, value: number, lo: number.nullable(), hi: number.nullable(), n_risk: count},
    derive: returnsByMonth,
  }),
  winback_candidates: table({
    grain: ["customer_id"],
    row: {
      customer_id: text,
      left_date: text,
      tier: text,
      cause: text,
      destination: text,
      monthly_amount: number.nullable(),
      can_win_back: z.boolean().nullable(),
      is_contacted: z.boolean(),
      outcome: text.nullable(),
      caller: text.nullable(),
      owner: text.nullable(),
    },
  }),
};

/** Members of these have customers who were never approached; those of the others are approached ones by themselves. */
const ofAllLost = ["all", "tier", "cause"];
const least = 10;

/**
 * The win-back rate of the glossary, back within 180 days of the approach ÷ approached 180 or more days ago, and beside
 * it those back so far ÷ all lost (only where the group is one of all lost). A group of fewer than 10 approached tells
 * nothing, not even its counts; fewer than 10 approached 180 days ago, no rate; and where one such group stands alone,
 * the next smallest goes with it, so that it cannot be had by subtraction from the total.
 */
export function winbackShares(rows: readonly Group[], {preset}: DeriveOptions) {
  return [...groupRows(rows, ({dimension}) => dimension).values()].flatMap((family) => {
    const isTotal = family[0]!.dimension === "all";
    // Nobody approached is a finding, not a small group.
    const isSmall = ({contacted}: Group) => contacted > 0 && contacted < least;
    const withheld = isTotal ? new Set<Group>() : hiddenRows(family, {size: ({contacted}) => contacted, isSmall});
    const unrated = hiddenRows(family, {
      size: ({aged}) => aged,
      isSmall: (row) => withheld.has(row) || row.aged < least,
    });
    return family.map((row) => {
      const hidden: readonly Count[] = [
        ...(withheld.has(row) ? counts : []),
        ...(unrated.has(row) && !isTotal ? (["aged", "returned_180"] as const) : []),
        ...(ofAllLost.includes(row.dimension) ? [] : (["lost"] as const)),
      ];
      const rate = judgedShare({k: row.returned_180, n: row.aged}, {preset});
      const overall = judgedShare({k: row.returned, n: row.lost}, {preset});
      const isOverall = !hidden.includes("lost") && overall.flag !== "suppressed";
      const isRated = !unrated.has(row) && rate.flag !== "suppressed";
      return {
        ...row,
        ...(each(hidden, null) as {readonly [Name in Count]?: null}),
        ...limits("within_180", isRated ? rate : undefined),
        ...limits("of_lost", isOverall ? overall : undefined),
        flag: isRated ? rate.flag : ("suppressed" as const),
        reason: isRated ? "" : rate.flag === "suppressed" ? rate.reason : "complement",
      };
    });
  });
}

/** Share of all lost who are back after so many months; who left lately is censored (Kaplan-Meier). */
function returnsByMonth(rows: readonly Delivered<typeof returns>[]) {
  const all = sum(rows, "exited");
  const start = {time: 0, entered: all, exited: 0, events: 0};
  const moments = rows.map(({days, exited, returned}) => ({
    time: Math.max(1, days),
    entered: 0,
    exited,
    events: returned,
  }));
  const curve = kaplanMeier([start, ...moments], {minAtRisk: 10});
  return Array.from({length: 25}, (_, month) => month).flatMap((month) => {
    const {estimate, low, high} = survivalAt(curve, month * daysPerMonth);
    if (!Number.isFinite(estimate)) return [];
    const at = (value: number) => (Number.isFinite(value) ? 1 - value : null);
    const n_risk = moments.reduce((left, row) => (row.time < month * daysPerMonth ? left - row.exited : left), all);
    return [{month, value: 1 - estimate, lo: at(high), hi: at(low), n_risk}];
  });
}
