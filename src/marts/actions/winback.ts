import {z} from "zod";
import {wilsonInterval} from "../../stats/estimates/wilson-interval.js";
import {smallN} from "../../stats/privacy/small-n.js";
import {kaplanMeier} from "../../stats/survival/kaplan-meier.js";
import {survivalAt} from "../../stats/survival/survival-quantile.js";
import {count, number, rowOf, text} from "../shape/columns.js";
import {groupRows} from "../shape/groups.js";
import {hiddenRows} from "../shape/hidden.js";
import type {DeriveOptions, Mart, MartRow} from "../shape/mart.js";
import {daysPerMonth} from "../shape/rates.js";

/** Who was approached after leaving, who came back, and who may still be asked. */
export const winbackMarts: readonly Mart[] = [
  {
    name: "winback_by_group",
    grain: ["dimension", "member"],
    row: rowOf({
      dimension: text,
      member: text,
      lost: count,
      contacted: count,
      reached: count,
      returned: count,
      returned_contacted: count,
      aged: count,
      returned_180: count,
    }),
    derive: winbackShares,
  },
  {
    name: "winback_times",
    grain: ["days"],
    row: rowOf({days: z.number().int(), exited: count, returned: count}),
    derive: returnsByMonth,
    publishedAs: "winback_by_month",
    publishedGrain: ["month"],
  },
  {
    name: "winback_candidates",
    grain: ["customer_id"],
    row: rowOf({
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
    }),
  },
];

const counts = ["lost", "contacted", "reached", "returned", "returned_contacted", "aged", "returned_180"] as const;
/** Members of these have customers who were never approached; those of the others are approached ones by themselves. */
const ofAllLost = ["all", "tier", "cause"];
const least = 10;

/**
 * The win-back rate of the glossary, back within 180 days of the approach ÷ approached 180 or more days ago, and beside
 * it those back so far ÷ all lost (only where the group is one of all lost). A group of fewer than 10 approached tells
 * nothing, not even its counts; fewer than 10 approached 180 days ago, no rate; and where one such group stands alone,
 * the next smallest goes with it, so that it cannot be had by subtraction from the total.
 */
export function winbackShares(rows: readonly MartRow[], {preset}: DeriveOptions): MartRow[] {
  return [...groupRows(rows, (row) => String(row.dimension)).values()].flatMap((family) => {
    const base = (name: string) => (row: MartRow) => Number(row[name]);
    const [contacted, aged] = [base("contacted"), base("aged")];
    const isTotal = family[0]!.dimension === "all";
    // Nobody approached is a finding, not a small group.
    const isSmall = (row: MartRow) => contacted(row) > 0 && contacted(row) < least;
    const withheld = isTotal ? new Set<MartRow>() : hiddenRows(family, {size: contacted, isSmall});
    const unrated = hiddenRows(family, {size: aged, isSmall: (row) => withheld.has(row) || aged(row) < least});
    return family.map((row) => {
      const hidden: readonly string[] = [
        ...(withheld.has(row) ? counts : []),
        ...(unrated.has(row) && !isTotal ? ["aged", "returned_180"] : []),
        ...(ofAllLost.includes(String(row.dimension)) ? [] : ["lost"]),
      ];
      const rate = shareOf(row, {k: "returned_180", n: "aged", preset});
      const overall = shareOf(row, {k: "returned", n: "lost", preset});
      const isOverall = !hidden.includes("lost") && overall.flag !== "suppressed";
      const isRated = !unrated.has(row) && rate.flag !== "suppressed";
      return {
        dimension: row.dimension!,
        member: row.member!,
        ...Object.fromEntries(counts.map((name) => [name, hidden.includes(name) ? null : row[name]!])),
        ...limits("within_180", isRated ? rate : undefined),
        ...limits("of_lost", isOverall ? overall : undefined),
        flag: isRated ? rate.flag : "suppressed",
        reason: isRated ? "" : rate.flag === "suppressed" ? rate.reason : "complement",
      };
    });
  });
}

function shareOf(row: MartRow, {k, n, preset}: DeriveOptions & {readonly k: string; readonly n: string}) {
  const interval = wilsonInterval(Number(row[k]), Number(row[n]));
  const {flag, reason} = smallN({n: Number(row[n]), ...interval}, {preset});
  return {...interval, flag, reason};
}

const limits = (name: string, share: ReturnType<typeof shareOf> | undefined): MartRow => ({
  [name]: share?.estimate ?? null,
  [`${name}_lo`]: share?.low ?? null,
  [`${name}_hi`]: share?.high ?? null,
});

/** Share of all lost who are back after so many months; who left lately is censored (Kaplan-Meier). */
function returnsByMonth(rows: readonly MartRow[]): MartRow[] {
  const all = rows.reduce((total, row) => total + Number(row.exited), 0);
  const start = {time: 0, entered: all, exited: 0, events: 0};
  const table = rows.map((row) => ({
    time: Math.max(1, Number(row.days)),
    entered: 0,
    exited: Number(row.exited),
    events: Number(row.returned),
  }));
  const curve = kaplanMeier([start, ...table], {minAtRisk: 10});
  return Array.from({length: 25}, (_, month) => month).flatMap((month) => {
    const {estimate, low, high} = survivalAt(curve, month * daysPerMonth);
    if (!Number.isFinite(estimate)) return [];
    const at = (value: number) => (Number.isFinite(value) ? 1 - value : null);
    const n_risk = table.reduce((left, row) => (row.time < month * daysPerMonth ? left - row.exited : left), all);
    return [{month, value: 1 - estimate, lo: at(high), hi: at(low), n_risk}];
  });
}
