import {shiftMonth} from "../../src/words/month.js";
import {monthsBetween} from "./days.js";
import {entityMonths, isWhole, type StreamMonths} from "./sources.js";

/** Records that ended longer ago do not hold the report back: they are named as missing instead. */
const monthsWaited = 2;

/**
 * The report month where none is asked for: the last one that is whole in every kind of record, but for those whose
 * records ended more than two months before the newest. Undefined where no month is.
 */
export function lastWholeMonth(judged: readonly StreamMonths[]): string | undefined {
  const events = judged.filter(({stream}) => stream.kind === "events");
  const dating = events.length > 0 ? events : judged;
  const newest = dating
    .map(({last}) => last)
    .sort()
    .at(-1);
  if (!newest) return undefined;
  const oldest = shiftMonth(newest, -monthsWaited - 1);
  const awaited = new Set(
    dating.filter(({last}) => last >= shiftMonth(newest, -monthsWaited)).map(({stream}) => stream.entity),
  );
  const months = [...awaited].map((entity) => entityMonths(dating, entity));
  return monthsBetween(oldest, newest)
    .reverse()
    .find((month) => months.every((states) => states.has(month) && isWhole(states.get(month))));
}

/** The months of which every kind of record is whole. */
export function wholeMonths(judged: readonly StreamMonths[]): string[] {
  const months = [...new Set(judged.map(({stream}) => stream.entity))].map((entity) => entityMonths(judged, entity));
  return [...(months[0]?.keys() ?? [])].filter((month) => months.every((states) => isWhole(states.get(month))));
}
