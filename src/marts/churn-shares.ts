import type {DeriveOptions, MartRow} from "../marts.js";
import {unknownBounds} from "../stats/churn-reasons.js";
import {chiSquareUpper} from "../stats/distributions.js";
import {goodmanIntervals} from "../stats/goodman-intervals.js";
import {smallN} from "../stats/small-n.js";
import {wilsonInterval} from "../stats/wilson-interval.js";
import {groupRows} from "./group-rows.js";

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

/** Customers and revenue lost by cause; shares of those whose cause is known hold together at 95 % (Goodman). */
export function causeShares(rows: readonly MartRow[]): MartRow[] {
  return [...groupRows(rows, (row) => String(row.period)).values()].flatMap((group) => {
    const all = sum(group, "customers");
    const amounts = sum(group, "monthly_amount");
    const known = group.filter(({cause}) => cause !== "unknown");
    const unknown = all - sum(known, "customers");
    const intervals = known.length === 0 ? [] : goodmanIntervals(known.map((row) => Number(row.customers)));
    return group.map((row) => {
      const place = known.indexOf(row);
      const interval = place < 0 ? undefined : intervals[place]!;
      const customers = Number(row.customers);
      const bounds = unknownBounds({known: customers, unknown: place < 0 ? 0 : unknown, n: all});
      const shown = customers >= fewest && row.monthly_amount !== null;
      return {
        period: row.period!,
        cause: row.cause!,
        customers,
        lost: all,
        value: interval?.estimate ?? null,
        lo: interval?.low ?? null,
        hi: interval?.high ?? null,
        least: bounds.low,
        most: bounds.high,
        monthly_amount: shown ? row.monthly_amount! : null,
        amount_share: shown && amounts > 0 ? Number(row.monthly_amount) / amounts : null,
      };
    });
  });
}

/** Where they went, tiers together, with limits for those who are not known. */
export function destinationShares(rows: readonly MartRow[]): MartRow[] {
  return [...groupRows(rows, (row) => String(row.period)).values()].flatMap((group) => {
    const brands = [...groupRows(group, (row) => String(row.brand))].map(([brand, cells]) => ({
      brand,
      customers: sum(cells, "customers"),
    }));
    const all = sum(group, "customers");
    const known = brands.filter(({brand}) => brand !== "unknown");
    const unknown = all - known.reduce((total, {customers}) => total + customers, 0);
    const intervals = known.length === 0 ? [] : goodmanIntervals(known.map(({customers}) => customers));
    return brands.map((each) => {
      const interval = intervals[known.indexOf(each)];
      const {low, high} = unknownBounds({known: each.customers, unknown: interval ? unknown : 0, n: all});
      return {
        period: group[0]!.period!,
        brand: each.brand,
        customers: each.customers,
        lost: all,
        value: interval?.estimate ?? null,
        lo: interval?.low ?? null,
        hi: interval?.high ?? null,
        least: low,
        most: high,
      };
    });
  });
}

/** Destination by tier; the smallest destinations of a tier are put together until they are five customers or more. */
export function destinationsByTier(rows: readonly MartRow[]): MartRow[] {
  return [...groupRows(rows, (row) => `${row.period}|${row.tier}`).values()].flatMap((group) => {
    const sorted = [...group].sort(
      (a, b) => Number(a.customers) - Number(b.customers) || (String(a.brand) < String(b.brand) ? -1 : 1),
    );
    let pooled = 0;
    let next = 0;
    while (next < sorted.length && (Number(sorted[next]!.customers) < fewest || (pooled > 0 && pooled < fewest)))
      pooled += Number(sorted[next++]!.customers);
    const {period, tier} = group[0]!;
    const cell = (brand: string, customers: number) => ({period: period!, tier: tier!, brand, customers});
    if (pooled > 0 && pooled < fewest) return [];
    return [
      ...(pooled > 0 ? [cell("(pooled)", pooled)] : []),
      ...sorted.slice(next).map((row) => cell(String(row.brand), Number(row.customers))),
    ];
  });
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
    return group.map((row) => {
      const {estimate, low, high} = wilsonInterval(Number(row.interviewed), Number(row.lost));
      const hidden = Number(row.lost) < 10;
      return {
        ...row,
        interviewed: hidden ? null : row.interviewed!,
        value: hidden ? null : estimate,
        lo: hidden ? null : low,
        hi: hidden ? null : high,
        lost_share: Number(row.lost) / lost,
        interviewed_share: interviewed > 0 && !hidden ? Number(row.interviewed) / interviewed : null,
        p: group.length > 1 && Number.isFinite(chi2) ? chiSquareUpper(chi2, group.length - 1) : null,
        flag: smallN({n: Number(row.lost)}).flag,
      };
    });
  });
}

/** How much better the rival is said to be: mean on 0 to 10, five answers or more. */
export function rivalAdvantage(rows: readonly MartRow[]): MartRow[] {
  return rows.map(({period, cause, brand, n, total}) => ({
    period: period!,
    cause: cause!,
    brand: brand!,
    n: n!,
    value: Number(n) >= fewest ? Number(total) / Number(n) : null,
  }));
}

const sum = (rows: readonly MartRow[], name: string): number =>
  rows.reduce((total, row) => total + Number(row[name] ?? 0), 0);
