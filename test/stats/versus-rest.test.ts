import {afterAll, expect, test} from "vitest";
import {estimated} from "../../src/marts/overview/estimated.js";
import {versusRest} from "../../src/marts/overview/versus-rest.js";
import {seededRandom} from "../../src/stats/numbers/seeded-random.js";
import {draws} from "./draws.js";

/** Answers of one group: how many of each customer are 1. */
type Group = readonly {readonly n: number; readonly k: number}[];

const cell = (member: string, group: Group) => {
  const sum = (of: (each: Group[number]) => number) => group.reduce((total, each) => total + of(each), 0);
  return estimated({
    metric: "csat",
    period: "window",
    dimension: member === "all" ? "all" : "region",
    member,
    n: sum(({n}) => n),
    total: sum(({k}) => k),
    sum_sq: sum(({k}) => k),
    positive: sum(({k}) => k),
    negative: 0,
    customers: group.length,
    sum_total_sq: sum(({k}) => k * k),
    sum_total_n: sum(({k, n}) => k * n),
    sum_n_sq: sum(({n}) => n * n),
    weight: null,
    weighted_positive: null,
    weighted_negative: null,
    plain_total: null,
  });
};

const compare = (groups: readonly Group[]) =>
  versusRest(
    groups.map((group, index) => cell(String(index), group)),
    cell("all", groups.flat()),
  );

const single = (n: number, k: number): Group => Array.from({length: n}, (_, index) => ({n: 1, k: index < k ? 1 : 0}));

test("small groups with none or all are never certain, and do not loosen the others", () => {
  const [large, none, all] = compare([single(500, 460), single(11, 11), single(11, 0)]);
  expect(none?.p_adjusted).toBeGreaterThan(0.2);
  expect(none?.verdict).not.toBe("clear");
  expect(all?.verdict).toBe("clear");
  expect(all?.p_adjusted).toBeGreaterThan(0);
  expect(large?.p_adjusted).toBeGreaterThan(0);
});

test("limits leave out 0 exactly where a difference is claimed", () => {
  const draw = draws(seededRandom(5));
  for (let run = 0; run < 60; run++) {
    const groups = Array.from({length: 12}, (_, index) => {
      const n = 15 + Math.floor(draw.uniform(0, 200));
      return single(n, draw.binomial(n, index === 0 ? 0.7 : 0.85));
    });
    for (const {verdict, difference_lo, difference_hi} of compare(groups))
      expect(verdict === "clear" || verdict === "small").toBe(difference_lo! > 0 || difference_hi! < 0);
  }
});

const table: {"ten equal groups": string; runs: number; "any clear %": number}[] = [];

test.each([
  [30, false],
  [120, false],
  [1000, false],
  [30, true],
  [120, true],
  [400, true],
])(
  "of ten equal groups of %i answers (several a customer: %s) at most one page in twenty calls one different",
  (n, isClustered) => {
    const draw = draws(seededRandom(n + Number(isClustered)));
    const group = (): Group => {
      if (!isClustered) return single(n, draw.binomial(n, 0.85));
      const customers: {n: number; k: number}[] = [];
      for (let left = n; left > 0; ) {
        const answers = Math.min(left, 1 + Math.floor(draw.uniform(0, 4)));
        // Answers of one customer go together.
        const p = draw.beta(8.5, 1.5);
        customers.push({n: answers, k: draw.binomial(answers, p)});
        left -= answers;
      }
      return customers;
    };
    const runs = 600;
    let found = 0;
    for (let run = 0; run < runs; run++)
      if (compare(Array.from({length: 10}, group)).some(({verdict}) => verdict === "clear")) found++;
    table.push({
      "ten equal groups": `n = ${n}${isClustered ? ", 1–4 answers a customer" : ""}`,
      runs,
      "any clear %": Number(((100 * found) / runs).toFixed(2)),
    });
    expect(found / runs).toBeLessThanOrEqual(0.05 + 2 * Math.sqrt((0.05 * 0.95) / runs));
  },
);

afterAll(() => {
  console.log("Groups called different where none is (seeded)");
  console.table(table);
});
