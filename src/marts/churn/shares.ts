import {clusterRatio} from "../../stats/estimates/cluster-ratio.js";
import {goodmanIntervals} from "../../stats/estimates/goodman-intervals.js";
import {meanInterval} from "../../stats/estimates/mean-interval.js";
import {wilsonInterval} from "../../stats/estimates/wilson-interval.js";
import {chiSquareUpper, tQuantile} from "../../stats/numbers/distributions.js";
import {complementarySuppression} from "../../stats/privacy/complementary-suppression.js";
import {smallN} from "../../stats/privacy/small-n.js";
import {unknownBounds} from "../../stats/survival/churn-reasons.js";
import {groupRows} from "../shape/groups.js";
import {hiddenRows} from "../shape/hidden.js";
import type {DeriveOptions, MartRow} from "../shape/mart.js";

/** Fewer customers than this are never shown as a cell of a cross table. */
const fewest = 5;

/**
 * Reasons of those interviewed: named at all (Wilson), named alone, and shared out 1/k among k reasons; and between
 * which limits the share of all lost lies, whoever was not asked.
 */
export function reasonShares(rows: readonly MartRow[], {preset}: DeriveOptions): MartRow[] {
  return rows.map((row) => {
    const [named, alone, n] = [Number(row.named_by), Number(row.only_reason), Number(row.interviews)];
    const {estimate, low, high} = wilsonInterval(named, n);
    const {flag} = smallN({n, estimate, low, high}, {preset});
    const lost = Math.max(n, Number(row.lost));
    const bounds = unknownBounds({known: named, unknown: lost - n, n: lost});
    const {period, kind, code, named_by, only_reason, interviews} = row;
    const key = {
      period: period!,
      kind: kind!,
      code: code!,
      named_by: named_by!,
      only_reason: only_reason!,
      interviews: interviews!,
      lost,
    };
    const fractional = Number(row.parts) / 2520;
    if (flag === "suppressed")
      return {
        ...key,
        named_by: null,
        only_reason: null,
        fractional: null,
        value: null,
        lo: null,
        hi: null,
        alone: null,
        shared_out: null,
        least: null,
        most: null,
        flag,
      };
    return {
      ...key,
      fractional,
      value: estimate,
      lo: low,
      hi: high,
      alone: alone / n,
      shared_out: fractional / n,
      least: bounds.low,
      most: bounds.high,
      flag,
    };
  });
}

/**
 * Customers and revenue lost by cause; shares of those whose cause is known hold together at 95 % (Goodman), shares of
 * the amount are linearised by customer. Amounts of few customers are withheld, with one more where they would follow.
 */
export function causeShares(rows: readonly MartRow[]): MartRow[] {
  return [...groupRows(rows, (row) => String(row.period)).values()].flatMap((group) => {
    const parts = knownParts(group, ({cause}) => cause !== "unknown");
    const [all, amounts, squares] = ["customers", "monthly_amount", "amount_sq"].map((name) => sum(group, name));
    const hidden = hiddenRows(group, {
      size: ({customers}) => Number(customers),
      isSmall: ({customers}) => Number(customers) < fewest,
    });
    return group.map((row) => {
      const isShown = !hidden.has(row) && row.monthly_amount !== null && amounts! > 0;
      const own = {total: Number(row.monthly_amount), square: Number(row.amount_sq)};
      const {estimate, se} = clusterRatio({
        n: amounts!,
        total: own.total,
        customers: all!,
        sum_total_sq: own.square,
        sum_total_n: own.square,
        sum_n_sq: squares!,
      });
      const half = all! > 1 ? tQuantile(0.975, all! - 1) * se : Number.NaN;
      const shown = (value: number) => (isShown && Number.isFinite(value) ? value : null);
      return {
        period: row.period!,
        cause: row.cause!,
        ...parts.get(row)!,
        monthly_amount: shown(own.total),
        amount_all: amounts! > 0 ? amounts! : null,
        amount_share: shown(estimate),
        amount_lo: shown(Math.max(0, estimate - half)),
        amount_hi: shown(Math.min(1, estimate + half)),
      };
    });
  });
}

/** Where they went, tiers together, with limits for those who are not known. */
export function destinationShares(rows: readonly MartRow[]): MartRow[] {
  return [...groupRows(rows, (row) => String(row.period)).values()].flatMap((group) => {
    const brands: MartRow[] = [...groupRows(group, (row) => String(row.brand))].map(([brand, cells]) => ({
      period: group[0]!.period!,
      brand,
      customers: sum(cells, "customers"),
    }));
    const parts = knownParts(brands, ({brand}) => brand !== "unknown");
    return brands.map((row) => ({period: row.period!, brand: row.brand!, ...parts.get(row)!}));
  });
}

/** Share of the known with joint limits, and the limits of the share of all; nothing is said of fewer than ten known. */
function knownParts(group: readonly MartRow[], isKnown: (row: MartRow) => boolean): Map<MartRow, MartRow> {
  const known = group.filter(isKnown);
  const [all, asked] = [sum(group, "customers"), sum(known, "customers")];
  const intervals = known.length === 0 ? [] : goodmanIntervals(known.map((row) => Number(row.customers)));
  const {flag} = smallN({n: asked});
  return new Map(
    group.map((row) => {
      const interval = intervals[known.indexOf(row)];
      const customers = Number(row.customers);
      const {low, high} = unknownBounds({known: customers, unknown: interval ? all - asked : 0, n: all});
      const shown = (value: number | undefined) => (flag === "suppressed" ? null : (value ?? null));
      return [
        row,
        {
          customers: flag === "suppressed" && interval ? null : customers,
          known: asked,
          lost: all,
          value: shown(interval?.estimate),
          lo: shown(interval?.low),
          hi: shown(interval?.high),
          least: shown(low),
          most: shown(high),
          flag,
        },
      ];
    }),
  );
}

/**
 * Destination by tier; the smallest destinations of a tier are put together until they are five customers or more, with
 * more where one of them would follow from the totals of its tier and its destination.
 */
export function destinationsByTier(rows: readonly MartRow[]): MartRow[] {
  return [...groupRows(rows, (row) => String(row.period)).values()].flatMap((group) => {
    const tiers = [...groupRows(group, (row) => String(row.tier)).values()];
    const hidden = pooledCells(group, tiers);
    return tiers.flatMap((cells) => {
      const {period, tier} = cells[0]!;
      const pooled = sum(
        cells.filter((row) => hidden.has(row)),
        "customers",
      );
      if (pooled > 0 && pooled < fewest) return [];
      const cell = (brand: string, customers: number) => ({period: period!, tier: tier!, brand, customers});
      return [
        ...(pooled > 0 ? [cell("(pooled)", pooled)] : []),
        ...cells.filter((row) => !hidden.has(row)).map((row) => cell(String(row.brand), Number(row.customers))),
      ];
    });
  });
}

/** Cells of the cross table not shown by themselves: each tier's together five customers or more, and none derivable. */
function pooledCells(rows: readonly MartRow[], tiers: readonly (readonly MartRow[])[]): Set<MartRow> {
  const id = (row: MartRow) => `${row.tier}|${row.brand}`;
  const totals = [...tiers, ...groupRows(rows, (row) => String(row.brand)).values()].map((group) => ({
    parts: group.map(id),
  }));
  const hidden = new Set(rows.filter(({customers}) => Number(customers) < fewest));
  for (let before = -1; before < hidden.size; ) {
    before = hidden.size;
    const cells = rows.map((row) => ({id: id(row), n: Number(row.customers), suppressed: hidden.has(row)}));
    const {also} = complementarySuppression(cells, totals);
    for (const row of rows) if (also.includes(id(row))) hidden.add(row);
    for (const tier of tiers) {
      const pooled = sum(
        tier.filter((row) => hidden.has(row)),
        "customers",
      );
      const [next] = tier.filter((row) => !hidden.has(row)).sort((a, b) => Number(a.customers) - Number(b.customers));
      if (next && pooled > 0 && pooled < fewest) hidden.add(next);
    }
  }
  return hidden;
}

/** Who was interviewed: coverage by kind of customer, and whether the kinds are asked alike (chi-square). */
export function interviewCoverage(rows: readonly MartRow[]): MartRow[] {
  return [...groupRows(rows, (row) => `${row.period}|${row.dimension}`).values()].flatMap((group) => {
    const [lost, interviewed] = [sum(group, "lost"), sum(group, "interviewed")];
    const share = interviewed / lost;
    const chi2 = group.reduce((total, row) => {
      const [n, k] = [Number(row.lost), Number(row.interviewed)];
      return total + (k - n * share) ** 2 / (n * share) + (n - k - n * (1 - share)) ** 2 / (n * (1 - share));
    }, 0);
    const withheld = hiddenRows(group, {size: (row) => Number(row.lost), isSmall: (row) => Number(row.lost) < 10});
    return group.map((row) => {
      const {estimate, low, high} = wilsonInterval(Number(row.interviewed), Number(row.lost));
      const hidden = withheld.has(row);
      return {
        ...row,
        interviewed: hidden ? null : row.interviewed!,
        value: hidden ? null : estimate,
        lo: hidden ? null : low,
        hi: hidden ? null : high,
        lost_share: Number(row.lost) / lost,
        interviewed_share: interviewed > 0 && !hidden ? Number(row.interviewed) / interviewed : null,
        p: group.length > 1 && Number.isFinite(chi2) ? chiSquareUpper(chi2, group.length - 1) : null,
        flag: hidden ? "suppressed" : smallN({n: Number(row.lost)}).flag,
      };
    });
  });
}

/** How much better the rival is said to be: mean on 0 to 10 with its t interval, ten answers or more. */
export function rivalAdvantage(rows: readonly MartRow[]): MartRow[] {
  return rows.map(({period, cause, brand, n: answers, total, sum_sq}) => {
    const n = Number(answers);
    const mean = Number(total) / n;
    const variance = n > 1 ? Math.max(0, (Number(sum_sq) - n * mean * mean) / (n - 1)) : Number.NaN;
    const {low, high} = meanInterval({n, mean, variance});
    const {flag} = smallN({n, kind: "mean"});
    const shown = (value: number) => (flag === "suppressed" ? null : value);
    return {
      period: period!,
      cause: cause!,
      brand: brand!,
      n: shown(n),
      value: shown(mean),
      lo: shown(low),
      hi: shown(high),
      flag,
    };
  });
}

const sum = (rows: readonly MartRow[], name: string): number =>
  rows.reduce((total, row) => total + Number(row[name] ?? 0), 0);
