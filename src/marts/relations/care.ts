import {z} from "zod";
import {mantelHaenszel} from "../../stats/comparisons/mantel-haenszel.js";
import {count, month, number, text} from "../shape/columns.js";
import {hiddenRows} from "../shape/hidden.js";
import {limitColumns, limits} from "../shape/limits.js";
import {byMonth} from "../shape/months.js";
import {shareAs} from "../shape/rates.js";
import {type Delivered, type DeriveOptions, mart, table} from "../shape/table.js";

const renewals = mart("care_renewals", {
  grain: ["tier", "is_cared"],
  row: {tier: text, is_cared: z.boolean(), ended: count, renewed: count},
});

/** Care and gifts: touches and cost, and whether those cared for renew more often than others of their class. */
export const careTables = {
  care_by_group: table({
    grain: ["dimension", "member"],
    row: {
      dimension: z.enum(["all", "kind", "campaign", "tier"]),
      member: text,
      acts: count,
      customers: count,
      cost: number,
      budget: number.nullable(),
      invited: count,
      attended: count,
    },
  }),
  care_months: byMonth(table({grain: ["month"], row: {month, acts: count, cost: number}}), {
    at: "month",
    metric: "care_actions",
    line: () => "all",
  }),
  care_renewal_rates: table({
    from: renewals,
    grain: ["tier", "member"],
    row: {
      tier: text,
      member: z.enum(["cared", "others"]),
      ended: count,
      renewed: count.nullable(),
      ...limitColumns("renewal"),
      /** Odds of renewal with care beside without, within tiers; only of all together. */
      ...limitColumns("odds_ratio"),
    },
    derive: renewalRates,
  }),
};

/**
 * Renewals of each tier and of all together, with and without care in the half year before; for all together the odds
 * ratio within tiers (Mantel–Haenszel), since care goes to the better classes, which renew more often anyway.
 */
export function renewalRates(rows: readonly Delivered<typeof renewals>[], options: DeriveOptions) {
  const cared = rows.filter(({is_cared}) => is_cared);
  if (cared.length === 0 || cared.length === rows.length) return [];
  const tiers = [...new Set(rows.map(({tier}) => tier))].sort();
  const of = (tier: string, isCared: boolean) => {
    const found = rows.filter((row) => row.is_cared === isCared && (tier === "all" || row.tier === tier));
    return {
      ended: found.reduce((sum, row) => sum + row.ended, 0),
      renewed: found.reduce((sum, row) => sum + row.renewed, 0),
    };
  };
  const odds = mantelHaenszel(
    tiers.map((tier) => {
      const [with_, without] = [of(tier, true), of(tier, false)];
      return {n0: without.ended, k0: without.renewed, n1: with_.ended, k1: with_.renewed};
    }),
  );
  const shareOf = ({renewed, ended}: ReturnType<typeof of>) => shareAs("renewal", {k: renewed, n: ended}, options);
  return (["cared", "others"] as const).flatMap((member) => {
    const counts = new Map(["all", ...tiers].map((tier) => [tier, of(tier, member === "cared")]));
    // All together are shown: none of the tiers follows from them.
    const hidden = hiddenRows(tiers, {
      size: (tier) => counts.get(tier)!.ended,
      isSmall: (tier) => shareOf(counts.get(tier)!).renewal === null,
      part: (tier) => counts.get(tier)!.renewed,
    });
    return [...counts].map(([tier, {ended, renewed}]) => {
      const {renewal, ...range} = hidden.has(tier) ? limits("renewal", undefined) : shareOf({renewed, ended});
      return {
        ...{tier, member, ended, renewal, ...range},
        renewed: renewal === null ? null : renewed,
        ...limits("odds_ratio", tier === "all" && member === "cared" ? odds : undefined),
      };
    });
  });
}
