import {z} from "zod";
import type {Interval} from "../../stats/numbers/interval.js";
import {kaplanMeier, type SurvivalCurve} from "../../stats/survival/kaplan-meier.js";
import type {Spell} from "../../stats/survival/risk-table.js";
import {survivalAt, survivalQuantile} from "../../stats/survival/survival-quantile.js";
import {count, number, text} from "../shape/columns.js";
import {groupRows} from "../shape/groups.js";
import {finite, limitColumns, limits} from "../shape/limits.js";
import {type Delivered, mart, table} from "../shape/table.js";

/** A median has no two-sided 95 % interval below six. */
const leastForMedian = 6;
const leastAtRisk = 10;

const ages = {
  action_id: text,
  department: text.nullable(),
  owner: text.nullable(),
  is_done: z.boolean(),
  days: z.number().int().nullable(),
};
const actionAges = mart("action_ages", {grain: ["action_id"], row: ages});
type Age = Delivered<typeof actionAges>;

/** How long actions take: the open ones are censored at the end of the report month, not left out. */
export const ageTables = {
  action_ages: table({grain: ["action_id"], row: ages}),
  action_ageing: table({
    from: actionAges,
    grain: ["dimension", "member"],
    row: {
      dimension: z.enum(["all", "department", "owner"]),
      member: text,
      actions: count,
      done: count,
      open: count,
      not_dated: count,
      ...limitColumns("median_days"),
      ...limitColumns("within_30"),
      ...limitColumns("within_60"),
      ...limitColumns("within_90"),
      oldest_open_days: z.number().int().nullable(),
    },
    derive: actionAgeing,
  }),
  action_closing: table({
    from: actionAges,
    grain: ["days"],
    row: {days: count, value: number, lo: number.nullable(), hi: number.nullable(), n_risk: count},
    derive: actionClosing,
  }),
};

/**
 * Time to close of all actions, per department and per owner: counts, the median by Kaplan-Meier with Brookmeyer-Crowley
 * limits (null where not reached, or fewer than six dated actions), the share closed within 30, 60 and 90 days where at
 * least ten are at risk then, and the age of the oldest still open. Actions without a usable date are counted apart.
 */
export function actionAgeing(rows: readonly Age[]) {
  const parts = (["department", "owner"] as const).flatMap((dimension) =>
    [
      ...groupRows(
        rows.filter((row) => row[dimension] !== null),
        (row) => row[dimension]!,
      ),
    ].map(([member, group]) => ageing(group, {dimension, member})),
  );
  return rows.length === 0 ? [] : [ageing(rows, {dimension: "all", member: "all"}), ...parts];
}

interface Part {
  readonly dimension: "all" | "department" | "owner";
  readonly member: string;
}

function ageing(rows: readonly Age[], key: Part) {
  const spells = spellsOf(rows);
  const median = survivalQuantile(kaplanMeier(spells), 0.5);
  const curve = kaplanMeier(spells, {minAtRisk: leastAtRisk});
  const open = rows.flatMap(({is_done, days}) => (is_done || days === null ? [] : [days]));
  return {
    ...key,
    actions: rows.length,
    done: rows.filter(({is_done}) => is_done).length,
    open: rows.filter(({is_done}) => !is_done).length,
    not_dated: rows.length - spells.length,
    ...limits("median_days", spells.length >= leastForMedian ? median : undefined),
    ...limits("within_30", closedAt(curve, 30)),
    ...limits("within_60", closedAt(curve, 60)),
    ...limits("within_90", closedAt(curve, 90)),
    oldest_open_days: open.length > 0 ? Math.max(...open) : null,
  };
}

/** Share closed by every tenth day since opened, of all actions; it ends where fewer than ten are at risk. */
export function actionClosing(rows: readonly Age[]) {
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
const spellsOf = (rows: readonly Age[]): Spell[] =>
  rows.flatMap(({days, is_done}) => (days === null ? [] : [{exit: Math.max(0.5, days), event: is_done}]));

function closedAt(curve: SurvivalCurve, days: number): Interval {
  const {estimate, low, high} = survivalAt(curve, days);
  return {estimate: 1 - estimate, low: 1 - high, high: 1 - low};
}
