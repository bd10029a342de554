import {afterAll, expect, test} from "vitest";
import {benjaminiHochberg} from "../../src/stats/comparisons/benjamini-hochberg.js";
import {newcombeDifference} from "../../src/stats/comparisons/newcombe-difference.js";
import {twoProportionTest} from "../../src/stats/comparisons/two-proportion-test.js";
import {verdict} from "../../src/stats/comparisons/verdict.js";
import {seededRandom} from "../../src/stats/numbers/seeded-random.js";
import {runRules} from "../../src/stats/series/run-rules.js";
import {shiftSignal} from "../../src/stats/series/shift-signal.js";
import {xmrChart} from "../../src/stats/series/xmr-chart.js";
import {draws} from "./draws.js";

const table: {"no change, yet a signal": string; runs: number; "alarms %": number; "published %": number | string}[] =
  [];

function alarms(
  name: string,
  {runs, published}: {runs: number; published: number | string},
  isAlarm: () => boolean,
): number {
  let found = 0;
  for (let i = 0; i < runs; i++) if (isAlarm()) found++;
  table.push({
    "no change, yet a signal": name,
    runs,
    "alarms %": Number(((100 * found) / runs).toFixed(2)),
    "published %": published,
  });
  return found / runs;
}

/** Twenty segments of the same satisfaction, each against the rest: the family of one page. */
function familyVerdicts({n}: {n: number}) {
  const draw = draws(seededRandom(n));
  return () => {
    const segments = Array.from({length: 20}, () => ({k: draw.binomial(n, 0.85), n}));
    const all = segments.reduce((sum, {k}) => sum + k, 0);
    const pairs = segments.map((own) => ({own, rest: {k: all - own.k, n: 19 * n}}));
    const adjusted = benjaminiHochberg(pairs.map(({own, rest}) => twoProportionTest(own, rest).p));
    return pairs.map(({own, rest}, i) => {
      const {estimate, low, high} = newcombeDifference(own, rest);
      const {low: low_90, high: high_90} = newcombeDifference(own, rest, {confidence: 0.9});
      return verdict({difference: estimate, low, high, low_90, high_90, delta: 0.03, p_adjusted: adjusted[i]!});
    });
  };
}

test.each([40, 200, 1000])(
  "of families of twenty equal segments with n = %i, at most one in twenty shows a clear change",
  (n) => {
    const family = familyVerdicts({n});
    const share = alarms(`any "clear" among 20 segments, n = ${n}`, {runs: 600, published: "<= 5"}, () =>
      family().includes("clear"),
    );
    expect(share).toBeLessThanOrEqual(0.05 + 2 * Math.sqrt((0.05 * 0.95) / 600));
  },
);

test("with enough answers equal segments are found to be equal, and with few nothing is claimed", () => {
  const [many, few] = [familyVerdicts({n: 3000})(), familyVerdicts({n: 40})()];
  expect(many.filter((kind) => kind === "none").length).toBeGreaterThan(15);
  expect(few.filter((kind) => kind === "none")).toHaveLength(0);
});

const normals = (seed: number) => {
  const {normal} = draws(seededRandom(seed));
  return (n: number) => Array.from({length: n}, () => normal());
};

test("a chart with 3-sigma limits cries wolf in 6 % of quiet two-year series, with all four rules in 23 %", () => {
  const series = normals(1);
  const isAlarm = (rules?: readonly "beyond_3_sigma"[]) => () =>
    Object.values(runRules(series(24), rules ? {rules} : {}).positions).some((positions) => positions.length > 0);
  const one = alarms("beyond 3 sigma, 24 months", {runs: 4000, published: 6.3}, isAlarm(["beyond_3_sigma"]));
  const four = alarms("four Western Electric rules, 24 months", {runs: 4000, published: 23}, isAlarm());
  expect(one).toBeGreaterThan(0.05);
  expect(one).toBeLessThan(0.075);
  // From a cold start the long patterns need some points first, so a little less than 1 - (1 - 1/91.75)^24.
  expect(four).toBeGreaterThan(0.17);
  expect(four).toBeLessThan(0.25);
});

test.each([
  [12, 0.012],
  [20, 0.021],
  [24, 0.03],
  [36, 0.042],
])("the shift rules cry wolf in few quiet series of %i points (published: %d)", (n, published) => {
  const series = normals(n);
  const share = alarms(
    `shift (run or crossings), ${n} points`,
    {runs: 8000, published: 100 * published},
    () => shiftSignal(series(n)).signal,
  );
  expect(share).toBeGreaterThan(published - 0.008);
  expect(share).toBeLessThan(published + 0.008);
});

test("XmR limits from the first twenty of 24 quiet months are passed now and then, not every year", () => {
  const series = normals(5);
  const share = alarms("XmR, 24 months, limits from 20", {runs: 4000, published: "-"}, () =>
    xmrChart(series(24)).points.some(({signal}) => signal),
  );
  expect(share).toBeLessThan(0.15);
});

test("the mean run of a quiet process is 370 points with 3 sigma and 92 with four rules", () => {
  const series = normals(6);
  const runLength = (rules?: readonly "beyond_3_sigma"[]) => {
    const [few, most] = rules ? [1000, 4000] : [300, 1500];
    const first = (points: readonly number[]) =>
      Math.min(...Object.values(runRules(points, rules ? {rules} : {}).positions).map((list) => list[0] ?? most));
    // Most runs are short: the rest of a series is drawn only where it is needed.
    const points = series(few);
    const early = first(points);
    return early < most ? early : first([...points, ...series(most - few)]);
  };
  const mean = (runs: number, rules?: readonly "beyond_3_sigma"[]) =>
    Array.from({length: runs}, () => runLength(rules)).reduce((sum, value) => sum + value, 0) / runs;
  const [plain, four] = [mean(1500, ["beyond_3_sigma"]), mean(1500)];
  console.log(
    `Mean run to a false alarm: ${plain.toFixed(1)} (published 370.4), four rules ${four.toFixed(1)} (published 91.75)`,
  );
  expect(Math.abs(plain - 370.4)).toBeLessThan(30);
  expect(Math.abs(four - 91.75)).toBeLessThan(7);
});

afterAll(() => {
  console.log("False alarms on data without change (seeded)");
  console.table(table);
});
