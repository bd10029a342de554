import {z} from "zod";
import {benjaminiHochberg} from "../../stats/comparisons/benjamini-hochberg.js";
import {familyConfidence} from "../../stats/comparisons/family-confidence.js";
import {stratifiedRiskRatio} from "../../stats/comparisons/stratified-risk-ratio.js";
import {wilsonInterval} from "../../stats/estimates/wilson-interval.js";
import {smallN} from "../../stats/privacy/small-n.js";
import {type CoxFit, coxRegression} from "../../stats/survival/cox-regression.js";
import type {CoxRow} from "../../stats/survival/cox-row.js";
import {proportionalHazards} from "../../stats/survival/proportional-hazards.js";
import {count, flag, number, text} from "../shape/columns.js";
import {groupRows} from "../shape/groups.js";
import {finite, limitColumns, limits} from "../shape/limits.js";
import {sum} from "../shape/sum.js";
import {table} from "../shape/table.js";
import {type Pattern, type SignalName, signalNames, signalPatterns} from "./signal-patterns.js";

const known = number.nullable();

export const effectTables = {
  churn_signals: table({
    from: signalPatterns,
    grain: ["signal"],
    row: {
      signal: z.enum([...signalNames, "(base)"]),
      months: z.enum(["due", "all"]),
      hazard_check: known,
      all_months: count,
      customer_months: count,
      lost: count.nullable(),
      value: known,
      lo: known,
      hi: known,
      without: known,
      ...limitColumns("lift"),
      p_adjusted: known,
      coefficient: known,
      hazard_ratio: known,
      hazard_lo: known,
      hazard_hi: known,
      flag,
    },
    derive: churnSignals,
  }),
  churn_region_hazards: table({
    from: signalPatterns,
    grain: ["region"],
    row: {region: text, months: z.enum(["due", "all"]), lost: count, hazard: number},
    derive: regionHazards,
  }),
};

/** Customer-months in which custom could end: where all losses are at the end of a contract, those with one ending. */
export function atRiskMonths(rows: readonly Pattern[]): {risk: readonly Pattern[]; months: "due" | "all"} {
  const dueOnly = rows.filter(({contract_due}) => contract_due === 1);
  const isDue = sum(dueOnly, "lost") === sum(rows, "lost");
  return isDue ? {risk: dueOnly, months: "due"} : {risk: rows, months: "all"};
}

/**
 * Each signal's lift: how much more often customers leave who gave it in the 90 days before than others of the same
 * region in the same month (Mantel-Haenszel risk ratio), so that a regional wave is not taken for a signal; and the
 * hazard ratio with all signals taken together (Cox on calendar months, a baseline for each region), with the
 * Grambsch-Therneau check: where it fails one ratio would mislead and none is given. "(base)" is who gave no signal.
 */
export function churnSignals(rows: readonly Pattern[]) {
  const {risk, months} = atRiskMonths(rows);
  if (sum(risk, "lost") === 0) return [];
  const seen = signalNames.filter((name) => risk.some((row) => row[name] === 1));
  const cox = hazardsOf(risk, seen);
  const isSteady = cox !== undefined && !(cox.check < 0.05);
  const made = seen.map((name) => {
    const part = (group: readonly Pattern[], value: number) => {
      const chosen = group.filter((row) => row[name] === value);
      return {events: sum(chosen, "lost"), n: sum(chosen, "customer_months")};
    };
    const strata = [...groupRows(risk, (row) => `${row.month}|${row.region}`).values()].map((group) => {
      const [given, not] = [part(group, 1), part(group, 0)];
      return {with_events: given.events, with_n: given.n, without_events: not.events, without_n: not.n};
    });
    return {name, given: part(risk, 1), not: part(risk, 0), strata, ratio: stratifiedRiskRatio(strata)};
  });
  const adjusted = benjaminiHochberg(made.map(({ratio}) => ratio.p));
  // Limits at the confidence of the family, so that they never deny the verdict beside them.
  const confidence = familyConfidence(made.length, (at, level) => {
    const {low, high} = stratifiedRiskRatio(made[at]!.strata, {confidence: level});
    return low > 1 || high < 1;
  });
  const silent = risk.filter((row) => seen.every((name) => row[name] === 0));
  const base = wilsonInterval(sum(silent, "lost"), sum(silent, "customer_months"));
  const model = {
    months,
    hazard_check: finite(cox?.check),
    all_months: sum(risk, "customer_months"),
  };
  return [
    {
      signal: "(base)" as const,
      ...model,
      customer_months: sum(silent, "customer_months"),
      lost: sum(silent, "lost"),
      value: base.estimate,
      lo: base.low,
      hi: base.high,
      without: null,
      ...limits("lift", undefined),
      p_adjusted: null,
      coefficient: null,
      hazard_ratio: null,
      hazard_lo: null,
      hazard_hi: null,
      flag: "" as const,
    },
    ...made.map(({name, given, not, strata}, index) => {
      const ratio = stratifiedRiskRatio(strata, {confidence});
      const {flag} = smallN({n: given.n});
      const hidden = flag === "suppressed";
      const shown = (value: number | undefined) => (hidden ? null : finite(value));
      const share = wilsonInterval(given.events, given.n);
      const hazard = isSteady ? cox?.fit.hazard_ratios[index] : undefined;
      return {
        signal: name,
        ...model,
        customer_months: given.n,
        lost: hidden ? null : given.events,
        value: shown(share.estimate),
        lo: shown(share.low),
        hi: shown(share.high),
        without: shown(not.events / not.n),
        ...limits("lift", hidden ? undefined : ratio),
        p_adjusted: shown(adjusted[index]),
        coefficient: shown(cox?.fit.coefficients[index]),
        hazard_ratio: shown(hazard?.estimate),
        hazard_lo: shown(hazard?.low),
        hazard_hi: shown(hazard?.high),
        flag,
      };
    }),
  ];
}

/** Cox over months and regions; undefined with fewer than ten losses a signal, or where a coefficient runs away. */
function hazardsOf(risk: readonly Pattern[], names: readonly SignalName[]): {fit: CoxFit; check: number} | undefined {
  if (names.length === 0 || sum(risk, "lost") < 10 * names.length) return undefined;
  const months = [...new Set(risk.map(({month}) => month))].sort();
  const rows = risk.flatMap((row): CoxRow[] => {
    const entry = months.indexOf(row.month);
    const alike = {entry, exit: entry + 1, x: names.map((name) => row[name]), stratum: row.region};
    const [lost, kept] = [row.lost, row.customer_months - row.lost];
    return [
      ...(lost > 0 ? [{...alike, event: true, count: lost}] : []),
      ...(kept > 0 ? [{...alike, event: false, count: kept}] : []),
    ];
  });
  try {
    const fit = coxRegression(rows);
    const isRunaway = fit.coefficients.some((value, i) => !(Math.abs(value) <= 10 && fit.se[i]! <= 50));
    return isRunaway ? undefined : {fit, check: proportionalHazards(rows, fit).global.p};
  } catch (error) {
    if (error instanceof RangeError) return undefined; // a signal that never varies within a region and month
    throw error;
  }
}

/**
 * Hazard of customers without signals in each region over the last six months, drawn towards all regions by the weight
 * of five losses: what a region has just seen counts for what comes next. For ranking accounts only.
 */
export function regionHazards(rows: readonly Pattern[]) {
  const {risk, months} = atRiskMonths(rows);
  const weights = new Map<string, number>(churnSignals(rows).map((row) => [row.signal, row.coefficient ?? 0]));
  const last = new Set([...new Set(risk.map(({month}) => month))].sort().slice(-6));
  const recent = risk.filter(({month}) => last.has(month));
  if (sum(recent, "lost") === 0) return [];
  const exposure = (group: readonly Pattern[]) =>
    group.reduce((total, row) => {
      const eta = signalNames.reduce((all, name) => all + (row[name] === 1 ? (weights.get(name) ?? 0) : 0), 0);
      return total + row.customer_months * Math.exp(eta);
    }, 0);
  const all = sum(recent, "lost") / exposure(recent);
  const regions = [...groupRows(recent, ({region}) => region)];
  return [...regions, ["(all)", recent] as const].map(([region, group]) => ({
    region,
    months,
    lost: sum(group, "lost"),
    hazard: (sum(group, "lost") + 5) / (exposure(group) + 5 / all),
  }));
}
