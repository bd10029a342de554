import {describe, expect, test} from "vitest";
import {dayNumber, daysOf, isSpringFestival, monthsBetween} from "../../loaders/months/days.js";
import {type JudgeOptions, judgeMonths} from "../../loaders/months/judge.js";
import {withLate} from "../../loaders/months/late.js";

/** Records by day: so many on each day of the months, where `on` says the export works. */
function daily(
  from: string,
  through: string,
  {rows = () => 4, on = () => true}: {rows?: (day: number) => number; on?: (day: number) => boolean} = {},
): Map<number, number> {
  const days = new Map<number, number>();
  for (const month of monthsBetween(from, through)) {
    const {first, length} = daysOf(month);
    for (let day = first; day < first + length; day += 1) if (on(day)) days.set(day, rows(day));
  }
  return days;
}

const weekday = (day: number) => (day + 4) % 7; // 0 is Sunday
const day = dayNumber;
const date = (at: number) => new Date(at * 86_400_000).getUTCDate();

/** Months that are not complete, as "2026-03 partial ends_early". */
function odd(days: ReadonlyMap<number, number>, options: Partial<JudgeOptions> = {}): string[] {
  const states = judgeMonths(days, {from: "2025-04", through: "2026-03", kind: "events", ...options});
  return states.flatMap(({month, state, reason}) =>
    state === "complete" && reason === "" ? [] : [`${month} ${state} ${reason}`],
  );
}

describe("what is all there is called complete", () => {
  test.each([
    ["every day", daily("2025-04", "2026-03")],
    [
      "weekdays only, ending on a Friday before a weekend",
      daily("2025-04", "2026-03", {on: (at) => weekday(at) % 6 !== 0 && at <= day("2026-03-31")}),
    ],
    ["weekends only", daily("2025-04", "2026-03", {on: (at) => weekday(at) % 6 === 0, rows: () => 20})],
    ["Mondays only", daily("2025-04", "2026-03", {on: (at) => weekday(at) === 1, rows: () => 30})],
    ["the first of each month only", daily("2025-04", "2026-03", {on: (at) => date(at) === 1, rows: () => 200})],
    ["the first ten days of each month", daily("2025-04", "2026-03", {on: (at) => date(at) <= 10, rows: () => 20})],
    ["three records a month", daily("2025-04", "2026-03", {on: (at) => [3, 11, 19].includes(date(at)), rows: () => 1})],
    [
      "closed over the Spring Festival and the October holidays",
      daily("2025-04", "2026-03", {
        on: (at) => !isSpringFestival(at) && !(at >= day("2025-10-01") && at <= day("2025-10-08")),
        rows: () => 30,
      }),
    ],
    [
      "growing tenfold over the year",
      daily("2025-04", "2026-03", {rows: (at) => 3 + Math.round((at - day("2025-04-01")) / 10)}),
    ],
    [
      "one month with ten times the records",
      daily("2025-04", "2026-03", {rows: (at) => (at >= day("2025-11-01") && at < day("2025-12-01") ? 40 : 4)}),
    ],
  ])("%s", (_, days) => {
    expect(odd(days)).toEqual([]);
  });

  test("a survey once a year is no year of missing months, and a quarterly one no quarter of partial ones", () => {
    const yearly = daily("2023-05", "2025-05", {
      on: (at) => new Date(at * 86_400_000).getUTCMonth() === 4 && date(at) <= 20,
      rows: () => 50,
    });
    const quarterly = daily("2024-06", "2026-03", {
      on: (at) => new Date(at * 86_400_000).getUTCMonth() % 3 === 2 && date(at) <= 12,
      rows: () => 50,
    });
    for (const days of [yearly, quarterly])
      expect(odd(days).filter((text) => !text.endsWith("missing between_waves"))).toEqual([]);
  });

  test("a list of contracts that all begin in a January is whole in the months in which none begins", () => {
    const starts = daily("2024-01", "2026-01", {
      on: (at) => new Date(at * 86_400_000).getUTCMonth() === 0 && date(at) === 1,
      rows: () => 300,
    });
    const asked = {kind: "register", from: "2024-01", through: "2026-10"} as const;
    expect(odd(starts, {...asked, lasts: true}).filter((text) => !text.endsWith("complete none_usual"))).toEqual([]);
    expect(odd(starts, asked)).toContain("2026-10 missing between_waves");
  });

  test("a single wave is no export that stopped; a single month of tickets is", () => {
    const wave = daily("2025-06", "2025-06", {on: (at) => date(at) <= 15, rows: () => 40});
    expect(odd(wave, {comesInWaves: true, from: "2025-06"}).every((text) => text.endsWith("between_waves"))).toBe(true);
    expect(odd(daily("2025-06", "2025-06", {rows: () => 40}), {from: "2025-06"})[0]).toBe("2025-07 missing no_records");
  });

  test("a January that ends in the Spring Festival is whole where the desk rests on it", () => {
    const rests = daily("2024-02", "2025-01", {on: (at) => !isSpringFestival(at), rows: () => 30});
    expect(odd(rests, {from: "2024-02", through: "2025-01"})).toEqual([]);
  });

  test("months without any of a rare record are months of none", () => {
    const rare = daily("2025-04", "2026-03", {
      on: (at) => date(at) === 9 && new Date(at * 86_400_000).getUTCMonth() !== 10,
      rows: () => 2,
    });
    expect(odd(rare)).toEqual(["2025-11 complete none_usual"]);
  });
});

describe("what is not there is told from what is", () => {
  test("a month without its export, in the middle and at the end", () => {
    const days = daily("2025-04", "2026-02", {on: (at) => !(at >= day("2025-11-01") && at < day("2025-12-01"))});
    expect(odd(days)).toEqual(["2025-11 missing no_records", "2026-03 missing no_records"]);
  });

  test("a slow export that stopped in May: one month without is chance, six are not", () => {
    const days = daily("2025-01", "2025-05", {on: (at) => [3, 17].includes(date(at)), rows: () => 1});
    expect(odd(days, {from: "2025-01", through: "2025-11"})).toEqual([
      "2025-06 complete none_usual",
      "2025-07 complete none_usual",
      ...["08", "09", "10", "11"].map((month) => `2025-${month} missing no_records`),
    ]);
  });

  test("a month that ends on the 18th, and one that begins on it", () => {
    const days = daily("2025-04", "2026-03", {on: (at) => at >= day("2025-04-18") && at <= day("2026-03-18")});
    const states = judgeMonths(days, {from: "2025-04", through: "2026-03", kind: "events"});
    expect(states.at(0)).toMatchObject({state: "partial", reason: "begins_late", covered_days: 13});
    expect(states.at(-1)).toMatchObject({state: "partial", reason: "ends_early", covered_days: 18});
    expect(states.slice(1, -1).every(({state}) => state === "complete")).toBe(true);
  });

  test("half a month in the middle of a year's file, at its end, at its beginning and inside", () => {
    const without = (from: string, to: string) =>
      daily("2025-04", "2026-03", {on: (at) => at < day(from) || at > day(to)});
    expect(odd(without("2025-11-16", "2025-11-30"))).toEqual(["2025-11 partial ends_early"]);
    expect(odd(without("2025-11-01", "2025-11-15"))).toEqual(["2025-11 partial begins_late"]);
    expect(odd(without("2025-11-08", "2025-11-20"))).toEqual(["2025-11 partial has_hole"]);
    expect(
      odd(
        daily("2025-04", "2026-03", {
          on: (at) => at < day("2025-11-01") || at > day("2025-11-30") || date(at) % 3 === 0,
        }),
      ),
    ).toEqual(["2025-11 partial few_days"]);
  });

  test("an export of two hours does not speak for its month, one record says nothing", () => {
    const options = {from: "2026-05", through: "2026-05"};
    expect(odd(new Map([[day("2026-05-01"), 100]]), options)).toEqual(["2026-05 partial ends_early"]);
    expect(odd(new Map([[day("2026-05-01"), 1]]), options)).toEqual([]);
  });

  test("a slip of the year is no month of the export", () => {
    const days = daily("2025-04", "2026-02").set(day("2027-02-14"), 1).set(day("2019-02-14"), 1);
    expect(odd(days)).toEqual(["2026-03 missing no_records"]);
  });

  test("under half of the usual rows is worth a question, and report.yaml may answer it", () => {
    const days = daily("2025-04", "2026-03", {rows: (at) => (at >= day("2026-03-01") ? 3 : 10)});
    expect(odd(days)).toEqual(["2026-03 complete thin"]);
    expect(odd(days, {vouched: ["2026-03"]})).toEqual(["2026-03 complete vouched"]);
  });
});

describe("what was completed later is said to be late", () => {
  test("March ends on the 18th in its own file; April's file brings the rest", () => {
    const march = daily("2025-04", "2026-03", {on: (at) => at <= day("2026-03-18")});
    const april = daily("2026-03", "2026-04", {on: (at) => at > day("2026-03-18")});
    const days = new Map([...march, ...april]);
    const options = {from: "2025-04", through: "2026-04", kind: "events"} as const;
    const files = new Map([
      ["march.csv", march],
      ["april.csv", april],
    ]);
    const states = withLate(judgeMonths(days, options), {days, files, options});
    expect(states.filter(({state}) => state !== "complete")).toMatchObject([
      {month: "2026-03", state: "late", reason: "later_file"},
    ]);
    // One file for all, or one a month, tell nothing of it.
    expect(withLate(judgeMonths(days, options), {days, files: new Map([["all.csv", days]]), options})).toEqual(
      judgeMonths(days, options),
    );
  });
});
