import {poissonRate} from "../../stats/estimates/poisson-rate.js";
import {say} from "../../words/say.js";
import type {ReportView} from "../view.js";
import {daysOf, monthsOf} from "./indicator-months.js";
import type {Indicator, MonthState} from "./indicator-shape.js";

/** A number a month, and what its month has; null where that is nothing. */
export type Amounts = ReadonlyMap<string, {readonly value: number | null; readonly state: MonthState}>;

/** How many there were a month: tickets, calls, orders. Compared by counts a day, so that February is no fall. */
export function countIndicator(
  view: ReportView,
  {
    id,
    name,
    counts,
    better,
    records,
    href,
  }: {
    id: string;
    name: {zh: string; en: string};
    counts: Amounts;
    better: Indicator["better"];
    records: string;
    href: string;
  },
): Indicator[] {
  const months = monthsOf(view, (month) => {
    const given = counts.get(month);
    if (given === undefined) return undefined;
    const {value: events, state} = given;
    if (events === null) return {flag: "" as const, state, estimate: null};
    const {low, high} = poissonRate({events, exposure: 1}, {per: 1});
    return {
      flag: "" as const,
      state,
      estimate: {value: events, lo: low, hi: high, events, exposure: daysOf(month)},
    };
  });
  if (months.length === 0) return [];
  return [{id, name: say(view, name), unit: "count", better, records, months, base: () => "", href}];
}

/** An amount a month, which has no interval: nothing is said of its change but the numbers. */
export function amountIndicator(
  view: ReportView,
  {
    id,
    name,
    amounts,
    unit,
    better,
    records,
    href,
  }: {
    id: string;
    name: {zh: string; en: string};
    amounts: Amounts;
    unit: Indicator["unit"];
    better: Indicator["better"];
    records: string;
    href: string;
  },
): Indicator[] {
  const months = monthsOf(view, (month) => {
    const given = amounts.get(month);
    const estimate = given?.value == null ? null : {value: given.value, lo: null, hi: null};
    return given && {flag: "" as const, state: given.state, estimate};
  });
  return months.length === 0 ? [] : [{id, name: say(view, name), unit, better, records, months, base: () => "", href}];
}
