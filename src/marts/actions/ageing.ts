import {z} from "zod";
import type {Interval} from "../../stats/numbers/interval.js";
import {kaplanMeier, type SurvivalCurve} from "../../stats/survival/kaplan-meier.js";
import type {Spell} from "../../stats/survival/risk-table.js";
import {survivalAt, survivalQuantile} from "../../stats/survival/survival-quantile.js";
import {rowOf, text} from "../shape/columns.js";
import {groupRows} from "../shape/groups.js";
import type {Mart, MartRow} from "../shape/mart.js";

/** A median has no two-sided 95 % interval below six. */
const leastForMedian = 6;
const leastAtRisk = 10;
const horizons = [30, 60, 90] as const;

const ageRow = rowOf({
  action_id: text,
  department: text.nullable(),
  owner: text.nullable(),
  is_done: z.boolean(),
  days: z.number().int().nullable(),
});

/** How long actions take: the open ones are censored at the end of the report month, not left out. */
export const actionAgeMarts: readonly Mart[] = [
  {
    name: "action_ages",
    grain: ["action_id"],
    row: ageRow,
  },
  {
    name: "action_ages",
    grain: ["action_id"],
    row: ageRow,
    derive: actionAgeing,
    publishedAs: "action_ageing",
    publishedGrain: ["dimension", "member"],
  },
  {
    name: "action_ages",
    grain: ["action_id"],
    row: ageRow,
    derive: actionClosing,
    publishedAs: "action_closing",
    publishedGrain: ["days"],
  },
];

/**
 * Time to close of all actions, per department and per owner: counts, the median by Kaplan-Meier with Brookmeyer-Crowley
 * limits (null where not reached, or fewer than six dated actions), the share closed within 30, 60 and 90 days where at
 * least ten are at risk then, and the age of the oldest still open. Actions without a usable date are counted apart.
 */
export function actionAgeing(rows: readonly MartRow[]): MartRow[] {
  const parts = (["department", "owner"] as const).flatMap((dimension) =>
    [
      ...groupRows(
        rows.filter((row) => row[dimension] !== null),
        (row) => String(row[dimension]),
      ),
    ].map(([member, group]) => ageing(group, {dimension, member})),
  );
  return rows.length === 0 ? [] : [ageing(rows, {dimension: "all", member: "all"}), ...parts];
}

function ageing(rows: readonly MartRow[], key: {readonly dimension: string; readonly member: string}): MartRow {
  const spells = spellsOf(rows);
  const median = survivalQuantile(kaplanMeier(spells), 0.5);
  const shown = (value: number) => (spells.length >= leastForMedian ? finite(value) : null);
  const curve = kaplanMeier(spells, {minAtRisk: leastAtRisk});
  const open = rows.filter(({is_done, days}) => is_done === false && days !== null).map(({days}) => Number(days));
  return {
    ...key,
    actions: rows.length,
    done: rows.filter(({is_done}) => is_done).length,
    open: rows.filter(({is_done}) => !is_done).length,
    not_dated: rows.length - spells.length,
    median_days: shown(median.estimate),
    median_days_lo: shown(median.low),
    median_days_hi: shown(median.high),
    ...Object.assign({}, ...horizons.map((days) => closedWithin(closedAt(curve, days), days))),
    oldest_open_days: open.length > 0 ? Math.max(...open) : null,
  };
}

/** Share closed by every tenth day since opened, of all actions; it ends where fewer than ten are at risk. */
export function actionClosing(rows: readonly MartRow[]): MartRow[] {
  const spells = spellsOf(rows);
  const curve = kaplanMeier(spells, {minAtRisk: leastAtRisk});
  return Array.from({length: 37}, (_, place) => place * 10).flatMap((days) => {
    const {estimate, low, high} = closedAt(curve, days);
    if (!Number.isFinite(estimate)) return [];
    const n_risk = spells.filter(({exit}) => exit >= days).length;
    return [{days, value: estimate, lo: finite(low), hi: finite(high), n_risk}];
  });
}

/** Done on the day it was opened is done within half a day: nobody is at risk at 0. */
const spellsOf = (rows: readonly MartRow[]): Spell[] =>
  rows.flatMap(({days, is_done}) =>
    days === null ? [] : [{exit: Math.max(0.5, Number(days)), event: is_done === true}],
  );

function closedAt(curve: SurvivalCurve, days: number): Interval {
  const {estimate, low, high} = survivalAt(curve, days);
  return {estimate: 1 - estimate, low: 1 - high, high: 1 - low};
}

const closedWithin = ({estimate, low, high}: Interval, days: number): MartRow => ({
  [`within_${days}`]: finite(estimate),
  [`within_${days}_lo`]: finite(low),
  [`within_${days}_hi`]: finite(high),
});

const finite = (value: number): number | null => (Number.isFinite(value) ? value : null);
