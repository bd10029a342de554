import {clusterRatio} from "../../stats/estimates/cluster-ratio.js";
import {meanInterval} from "../../stats/estimates/mean-interval.js";
import {tQuantile} from "../../stats/numbers/distributions.js";
import {smallN} from "../../stats/privacy/small-n.js";
import {count, flag, number, text} from "../shape/columns.js";
import {hiddenRows} from "../shape/hidden.js";
import {limitColumns} from "../shape/limits.js";
import {type Delivered, type DeriveOptions, mart, table} from "../shape/table.js";

const spending = mart("share_of_wallet", {
  grain: ["member"],
  row: {
    member: text,
    customers: count,
    own_spend: number.nullable(),
    category_spend: number.nullable(),
    own_sq: number.nullable(),
    own_category: number.nullable(),
    category_sq: number.nullable(),
    ranked_customers: count,
    rule_total: number,
    rule_sq: number,
  },
});
type Spend = Delivered<typeof spending>;

export const walletTables = {
  share_of_wallet: table({
    from: spending,
    row: {
      member: text,
      customers: count.nullable(),
      ...limitColumns("stated"),
      ranked_customers: count.nullable(),
      ...limitColumns("by_rule"),
      flag,
    },
    derive: shareOfWallet,
  }),
};

/**
 * Stated: our sales over what raters say they spend. By rule: mean of (1 - rank / (N + 1)) * 2 / N over raters. A tier
 * with few raters is withheld with its base, and the next smallest with it, so that it cannot be had from the total.
 */
export function shareOfWallet(rows: readonly Spend[], {preset}: DeriveOptions) {
  const tiers = rows.filter(({member}) => member !== "all");
  const withheld = (name: "customers" | "ranked_customers") => {
    const isSmall = (row: Spend) => smallN({n: row[name], kind: "mean"}, {preset}).flag === "suppressed";
    const hidden = hiddenRows(tiers, {size: (row) => row[name], isSmall});
    return (row: Spend) => hidden.has(row) || (row.member === "all" && isSmall(row));
  };
  const [isStatedHidden, isRuleHidden] = [withheld("customers"), withheld("ranked_customers")];
  return rows.map((row) => {
    const stated = clusterRatio({
      n: row.category_spend ?? 0,
      total: row.own_spend ?? 0,
      customers: row.customers,
      sum_total_sq: row.own_sq ?? 0,
      sum_total_n: row.own_category ?? 0,
      sum_n_sq: row.category_sq ?? 0,
    });
    const ranked = row.ranked_customers;
    const mean = row.rule_total / ranked;
    const rule = meanInterval({n: ranked, mean, variance: (row.rule_sq - ranked * mean * mean) / (ranked - 1)});
    const half = tQuantile(0.975, row.customers - 1) * stated.se;
    const when = (isHidden: boolean, value: number) => (!isHidden && Number.isFinite(value) ? value : null);
    const [a, b] = [isStatedHidden(row), isRuleHidden(row)];
    return {
      member: row.member,
      customers: when(a, row.customers),
      stated: when(a, stated.estimate),
      stated_lo: when(a, stated.estimate - half),
      stated_hi: when(a, stated.estimate + half),
      ranked_customers: when(b, ranked),
      by_rule: when(b, mean),
      by_rule_lo: when(b, rule.low),
      by_rule_hi: when(b, rule.high),
      flag: a ? ("suppressed" as const) : smallN({n: row.customers, kind: "mean"}, {preset}).flag,
    };
  });
}
