import {expect, test} from "vitest";
import {dayNumber, daysOf, monthsBetween} from "../../loaders/months/days.js";
import {judgeLeaving} from "../../loaders/months/leaving.js";

const months = monthsBetween("2025-11", "2026-10");
const day = dayNumber;

/** So many on each of these days of the months, from one day to another. */
function on(from: string, to: string, {rows = 1, days = [3, 9, 12, 18, 21, 27, 30]} = {}): Map<number, number> {
  const found = new Map<number, number>();
  for (const month of monthsBetween(from.slice(0, 7), to.slice(0, 7)))
    for (const each of days) {
      const at = daysOf(month).first + Math.min(each, daysOf(month).length) - 1;
      if (at >= day(from) && at <= day(to)) found.set(at, rows);
    }
  return found;
}

const both = (left: Map<number, number>, joined: Map<number, number>) => {
  const all = new Map(left);
  for (const [at, rows] of joined) all.set(at, (all.get(at) ?? 0) + rows);
  return {left, all};
};

/** Months of which it is not known who left, as "2026-05 partial begins_late", and the last day known of. */
const odd = (days: {left: Map<number, number>; all: Map<number, number>}, vouched: readonly string[] = []) =>
  judgeLeaving(days, {months, vouched})?.states.flatMap(({month, state, reason}) =>
    state === "complete" ? [] : [`${month} ${state} ${reason}`],
  );

test("leaving dates from before the records to the end of their last month are all there", () => {
  const left = on("2024-01-01", "2026-10-31");
  expect(odd(both(left, new Map()))).toEqual([]);
  // One in two or three months is all there, too.
  expect(odd(both(on("2024-01-01", "2026-10-31", {days: [4]}), new Map()))).toEqual([]);
  // So are those who all leave on the last day of a month.
  expect(odd(both(on("2024-01-01", "2026-10-31", {days: [31], rows: 12}), new Map()))).toEqual([]);
});

test("older leavers were taken out: of the months before, and of the one cut through, nothing is known", () => {
  const left = on("2026-05-17", "2026-10-31", {rows: 3});
  expect(odd(both(left, on("2020-01-01", "2026-10-31")))).toEqual([
    ...monthsBetween("2025-11", "2026-04").map((month) => `${month} missing before_first`),
    "2026-05 partial begins_late",
  ]);
  // A first month in which somebody left on the third is whole.
  expect(odd(both(on("2026-05-01", "2026-10-31", {rows: 3}), new Map()))?.at(-1)).toBe("2026-04 missing before_first");
});

test("an export made within a month ends there, by leaving and joining dates together", () => {
  const [left, joined] = [
    on("2024-01-01", "2026-10-12"),
    on("2024-01-01", "2026-10-12", {days: [1, 5, 10, 15, 20, 25, 29]}),
  ];
  const days = both(left, joined);
  expect(odd(days)).toEqual(["2026-10 partial ends_early"]);
  expect(judgeLeaving(days, {months, vouched: []})?.known_day).toBe(day("2026-10-12"));
  expect(odd(days, ["2026-10"])).toEqual([]);
});

test("leaving dates that stop while others go on joining are not there", () => {
  const days = both(on("2024-01-01", "2026-07-31", {rows: 2}), on("2024-01-01", "2026-10-31"));
  expect(odd(days)).toEqual(["2026-08 missing no_records", "2026-09 missing no_records", "2026-10 missing no_records"]);
});

test("leaving dates that stop in a month while others go on joining reach their own last day", () => {
  const days = both(on("2024-01-01", "2026-10-09", {rows: 6}), on("2024-01-01", "2026-10-31"));
  expect(odd(days)).toEqual(["2026-10 partial ends_early"]);
  expect(judgeLeaving(days, {months, vouched: []})?.known_day).toBe(day("2026-10-09"));
});

test("nobody left: nothing to judge", () => {
  expect(judgeLeaving(both(new Map(), on("2024-01-01", "2026-10-31")), {months, vouched: []})).toBeUndefined();
});
