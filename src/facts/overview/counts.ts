import {poissonRate} from "../../stats/estimates/poisson-rate.js";
import {say} from "../../words/say.js";
import type {ReportView} from "../view.js";
import type {Indicator, MonthState} from "./indicator.js";
import {daysOf, monthsOf} from "./indicator-months.js";

/** How many there were a month: tickets, calls, orders. Compared by counts a day, so that February is no fall. */
export function countIndicator(
  view: ReportView,
  {
    id,
    name,
    counts,
    better,
    href,
    states = new Map(),
  }: {
    id: string;
    name: {zh: string; en: string};
    counts: ReadonlyMap<string, number>;
    better: Indicator["better"];
    href: string;
    states?: ReadonlyMap<string, MonthState>;
  },
): Indicator[] {
  const months = monthsOf(view, (month) => {
    const events = counts.get(month);
    if (events === undefined) return undefined;
    const {low, high} = poissonRate({events, exposure: 1}, {per: 1});
    return {
      flag: "" as const,
      state: states.get(month) ?? "complete",
      estimate: {value: events, lo: low, hi: high, events, exposure: daysOf(month)},
    };
  });
  if (months.length === 0) return [];
  return [{id, name: say(view, name), unit: "count", better, months, base: () => "", href}];
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
    href,
  }: {
    id: string;
    name: {zh: string; en: string};
    amounts: ReadonlyMap<string, {value: number; state: MonthState}>;
    unit: Indicator["unit"];
    better: Indicator["better"];
    href: string;
  },
): Indicator[] {
  const months = monthsOf(view, (month) => {
    const given = amounts.get(month);
    return given && {flag: "" as const, state: given.state, estimate: {value: given.value, lo: null, hi: null}};
  });
  return months.length === 0 ? [] : [{id, name: say(view, name), unit, better, months, base: () => "", href}];
}
