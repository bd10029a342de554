import {z} from "zod";
import {wilsonInterval} from "../../stats/estimates/wilson-interval.js";
import {complementarySuppression} from "../../stats/privacy/complementary-suppression.js";
import {smallN} from "../../stats/privacy/small-n.js";
import {iceberg} from "../../stats/survival/iceberg.js";
import {count, number, text} from "../shape/columns.js";
import {limitColumns, limits} from "../shape/limits.js";
import {type Delivered, type DeriveOptions, mart, table} from "../shape/table.js";

const silentDissatisfied = mart("silent_dissatisfied", {
  grain: ["tier"],
  row: {
    tier: text,
    customers: count,
    complainants: count,
    answers: count,
    dissatisfied: count,
    silent: count,
    content_complained: count,
  },
});

const attitude = z.enum(["content", "dissatisfied", "silent"]);
const attitudes = mart("attitudes", {
  grain: ["tier", "attitude"],
  row: {tier: text, attitude, customers: count, revenue: number},
});

/** Who is dissatisfied, who of them said so, and what part of revenue is satisfied, dissatisfied or silent. */
export const attitudeTables = {
  silent_dissatisfied: table({
    from: silentDissatisfied,
    row: {
      tier: text,
      customers: count.nullable(),
      complainants: count.nullable(),
      answers: count.nullable(),
      dissatisfied: count.nullable(),
      silent: count.nullable(),
      content_complained: count.nullable(),
      ...limitColumns("silent_share"),
      ...limitColumns("hidden"),
    },
    derive: silentShares,
  }),
  attitudes: table({
    from: attitudes,
    row: {tier: text, attitude, customers: count.nullable(), revenue: number.nullable()},
    derive: withoutFew,
  }),
  dissatisfied_accounts: table({
    grain: ["customer_id"],
    row: {
      customer_id: text,
      tier: text,
      region: text,
      owner: text.nullable(),
      revenue: number,
      score: number.nullable(),
      survey_date: text.nullable(),
      low_items: text.nullable(),
      category: text.nullable(),
      has_complained: z.boolean().nullable(),
      verbatim: text.nullable(),
    },
  }),
};

/**
 * Share of the dissatisfied who did not complain within 30 days, and how many dissatisfied customers there must be
 * besides those who complained: complainants divided by the share who complain, from these records alone.
 */
export function silentShares(rows: readonly Delivered<typeof silentDissatisfied>[], {preset}: DeriveOptions) {
  // A hidden tier could be told from the whole and the others: with one the next smallest goes as well.
  const isFew = (n: number) => n > 0 && smallN({n, kind: "mean"}, {preset}).flag === "suppressed";
  const parts = rows.filter(({tier}) => tier !== "(all)");
  const hidden = new Set(parts.filter(({dissatisfied}) => isFew(dissatisfied)).map(({tier}) => tier));
  if (hidden.size === 1) {
    const next = parts
      .filter(({tier, dissatisfied}) => !hidden.has(tier) && dissatisfied > 0)
      .sort((a, b) => a.dissatisfied - b.dissatisfied)[0];
    if (next) hidden.add(next.tier);
  }
  return rows.map((row) => {
    const isHidden = hidden.has(row.tier) || (row.tier === "(all)" && isFew(row.dissatisfied));
    if (isHidden)
      return {tier: row.tier, ...withheld, ...limits("silent_share", undefined), ...limits("hidden", undefined)};
    const {complainants, dissatisfied, silent} = row;
    const ice = iceberg({complainants, dissatisfied, dissatisfiedComplained: dissatisfied - silent});
    return {
      ...row,
      ...limits("silent_share", dissatisfied >= 10 ? wilsonInterval(silent, dissatisfied) : undefined),
      ...limits("hidden", row.tier === "(all)" ? ice?.hidden : undefined),
    };
  });
}

const withheld = {
  customers: null,
  complainants: null,
  answers: null,
  dissatisfied: null,
  silent: null,
  content_complained: null,
};

/**
 * Cells of fewer than five customers tell what one of them pays; with them go those by which they could be found from
 * the totals of a tier or an attitude.
 */
export function withoutFew(rows: readonly Delivered<typeof attitudes>[]) {
  const id = (row: {readonly tier: string; readonly attitude: string}) => `${row.tier} ${row.attitude}`;
  const cells = rows.map((row) => ({id: id(row), n: row.customers, suppressed: row.customers < 5}));
  const tiers = [...new Set(rows.map(({tier}) => tier))].filter((tier) => tier !== "(all)");
  const has = new Set(cells.map((cell) => cell.id));
  const known = (ids: readonly string[]) => ids.filter((each) => has.has(each));
  const {also, exposed} = complementarySuppression(cells, [
    ...attitude.options.map((each) => ({
      total: `(all) ${each}`,
      parts: known(tiers.map((tier) => id({tier, attitude: each}))),
    })),
    ...tiers.map((tier) => ({parts: known(attitude.options.map((each) => id({tier, attitude: each})))})),
  ]);
  const hidden = new Set([...cells.filter(({suppressed}) => suppressed).map((cell) => cell.id), ...also, ...exposed]);
  return rows.map((row) => {
    const isHidden = hidden.has(id(row));
    return {
      tier: row.tier,
      attitude: row.attitude,
      customers: isHidden ? null : row.customers,
      revenue: isHidden ? null : row.revenue,
    };
  });
}
