import {benjaminiHochberg} from "../../stats/comparisons/benjamini-hochberg.js";
import {stratifiedRiskRatio} from "../../stats/comparisons/stratified-risk-ratio.js";
import {wilsonInterval} from "../../stats/estimates/wilson-interval.js";
import {type CoxFit, coxRegression} from "../../stats/survival/cox-regression.js";
import type {CoxRow} from "../../stats/survival/cox-row.js";
import {proportionalHazards} from "../../stats/survival/proportional-hazards.js";
import {groupRows} from "../shape/groups.js";
import type {MartRow} from "../shape/mart.js";

const notSignals = new Set(["month", "region", "contract_due", "customer_months", "lost"]);
const namesOf = (rows: readonly MartRow[]): string[] =>
  Object.keys(rows[0] ?? {}).filter((name) => !notSignals.has(name));

/** Customer-months in which custom could end: where all losses are at the end of a contract, those with one ending. */
export function atRiskMonths(rows: readonly MartRow[]): {risk: readonly MartRow[]; months: "due" | "all"} {
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
export function churnSignals(rows: readonly MartRow[]): MartRow[] {
  const {risk, months} = atRiskMonths(rows);
  if (sum(risk, "lost") === 0) return [];
  const seen = namesOf(rows).filter((name) => risk.some((row) => row[name] === 1));
  const cox = hazardsOf(risk, seen);
  const isSteady = cox !== undefined && !(cox.check < 0.05);
  const made = seen.map((name) => {
    const part = (group: readonly MartRow[], value: number) => {
      const chosen = group.filter((row) => row[name] === value);
      return {events: sum(chosen, "lost"), n: sum(chosen, "customer_months")};
    };
    const strata = [...groupRows(risk, (row) => `${row.month}|${row.region}`).values()].map((group) => {
      const [given, not] = [part(group, 1), part(group, 0)];
      return {with_events: given.events, with_n: given.n, without_events: not.events, without_n: not.n};
    });
    return {name, given: part(risk, 1), not: part(risk, 0), ratio: stratifiedRiskRatio(strata)};
  });
  const adjusted = benjaminiHochberg(made.map(({ratio}) => ratio.p));
  const silent = risk.filter((row) => seen.every((name) => row[name] === 0));
  const base = wilsonInterval(sum(silent, "lost"), sum(silent, "customer_months"));
  const model = {
    months,
    hazard_check: finite(cox?.check),
    all_months: sum(risk, "customer_months"),
    all_lost: sum(risk, "lost"),
  };
  return [
    {
      signal: "(base)",
      ...model,
      customer_months: sum(silent, "customer_months"),
      lost: sum(silent, "lost"),
      value: base.estimate,
      lo: base.low,
      hi: base.high,
      without: null,
      lift: null,
      lift_lo: null,
      lift_hi: null,
      p_adjusted: null,
      coefficient: null,
      hazard_ratio: null,
      hazard_lo: null,
      hazard_hi: null,
      flag: "",
    },
    ...made.map(({name, given, not, ratio}, index) => {
      const hidden = given.n < 10;
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
        lift: shown(ratio.estimate),
        lift_lo: shown(ratio.low),
        lift_hi: shown(ratio.high),
        p_adjusted: shown(adjusted[index]),
        coefficient: shown(cox?.fit.coefficients[index]),
        hazard_ratio: shown(hazard?.estimate),
        hazard_lo: shown(hazard?.low),
        hazard_hi: shown(hazard?.high),
        flag: hidden ? "suppressed" : given.n < 30 ? "hollow" : "",
      };
    }),
  ];
}

/** Cox over months and regions; undefined with fewer than ten losses a signal, or where a coefficient runs away. */
function hazardsOf(risk: readonly MartRow[], names: readonly string[]): {fit: CoxFit; check: number} | undefined {
  if (names.length === 0 || sum(risk, "lost") < 10 * names.length) return undefined;
  const months = [...new Set(risk.map(({month}) => String(month)))].sort();
  const rows = risk.flatMap((row): CoxRow[] => {
    const entry = months.indexOf(String(row.month));
    const alike = {entry, exit: entry + 1, x: names.map((name) => Number(row[name])), stratum: String(row.region)};
    const [lost, kept] = [Number(row.lost), Number(row.customer_months) - Number(row.lost)];
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
export function regionHazards(rows: readonly MartRow[]): MartRow[] {
  const {risk, months} = atRiskMonths(rows);
  const signals = new Map(
    churnSignals(rows).map((row) => [String(row.signal), row.coefficient === null ? 0 : Number(row.coefficient)]),
  );
  const last = new Set([...new Set(risk.map(({month}) => String(month)))].sort().slice(-6));
  const recent = risk.filter(({month}) => last.has(String(month)));
  if (sum(recent, "lost") === 0) return [];
  const exposure = (group: readonly MartRow[]) =>
    group.reduce((total, row) => {
      const eta = [...signals].reduce((all, [name, value]) => all + (row[name] === 1 ? value : 0), 0);
      return total + Number(row.customer_months) * Math.exp(eta);
    }, 0);
  const all = sum(recent, "lost") / exposure(recent);
  const regions = [...groupRows(recent, (row) => String(row.region))];
  return [...regions, ["(all)", recent] as const].map(([region, group]) => ({
    region,
    months,
    customer_months: sum(group, "customer_months"),
    lost: sum(group, "lost"),
    hazard: (sum(group, "lost") + 5) / (exposure(group) + 5 / all),
  }));
}

const sum = (rows: readonly MartRow[], name: string): number =>
  rows.reduce((total, row) => total + Number(row[name]), 0);
const finite = (value: number | undefined): number | null =>
  value !== undefined && Number.isFinite(value) ? value : null;
