import {describe, expect, test} from "vitest";
import {waveFinding} from "../../../src/facts/churn/waves.js";
import {churnWaves} from "../../../src/marts/churn/waves.js";
import {seededRandom} from "../../../src/stats/numbers/seeded-random.js";
import {viewOf} from "../../view.js";

const months = Array.from(
  {length: 24},
  (_, i) => `${2025 + Math.floor(i / 12)}-${String((i % 12) + 1).padStart(2, "0")}`,
);

/** 24 months of six regions with 400 customers each, who leave by chance at 0.6 % a month. */
function quiet(seed: number, extra: (region: string, month: number) => number = () => 0) {
  const random = seededRandom(seed);
  const regions = ["A", "B", "C", "D", "E", "F"];
  const cells = regions.flatMap((member) =>
    months.map((month, i) => {
      let lost = extra(member, i);
      for (let customer = 0; customer < 400; customer++) if (random() < 0.006) lost += 1;
      return {month, dimension: "region", member, lost};
    }),
  );
  const whole = months.map((month) => ({
    month,
    dimension: "all",
    member: "all",
    lost: cells.filter((cell) => cell.month === month).reduce((sum, {lost}) => sum + lost, 0),
  }));
  return [...cells, ...whole].flatMap(({month, dimension, member, lost}) => {
    const days = 30 * 400 * (dimension === "all" ? 6 : 1);
    return [
      {month, dimension, member, kind: "risk", code: "final", customers: 400, amount: days},
      {month, dimension, member, kind: "lost", code: "", customers: lost, amount: null},
    ];
  });
}

describe("waves of churn", () => {
  test("chance alone is called a wave in at most one report of twenty", () => {
    const alarms = Array.from({length: 60}, (_, seed) => churnWaves(quiet(seed + 1)).length > 0).filter(Boolean).length;
    expect(alarms).toBeLessThanOrEqual(3);
  });

  test("fifteen more a month in one region for three months are found there", () => {
    const rows = churnWaves(quiet(7, (region, i) => (region === "C" && i >= 18 && i <= 20 ? 15 : 0)));
    const found = rows.find(({dimension}) => dimension === "region")!;
    expect([found.member, found.first_month, found.last_month]).toEqual(["C", "2026-07", "2026-09"]);
    expect(rows.filter(({dimension}) => dimension === "region")).toHaveLength(1);
  });

  test("where nobody left in any other month a wave is that many times nothing, and still one", () => {
    const rows = quiet(7).map((row) =>
      row.kind === "lost" && row.member === "C" ? {...row, customers: row.month === "2026-07" ? 15 : 0} : row,
    );
    const found = churnWaves(rows).find(({member}) => member === "C")!;
    expect([found.first_month, found.lost, found.usual, found.ratio, found.hi]).toEqual(["2026-07", 15, 0, null, null]);
    for (const [language, finding] of [
      ["zh", "7月，C流失 15 户，平时没有"],
      ["en", "Jul 2026: 15 customers lost in C, usually none"],
    ] as const) {
      const view = viewOf(language, {churn_waves: [found]});
      expect(waveFinding(view, found)).toContain(finding);
    }
  });

  test("no wave is told from months before contracts were counted otherwise", () => {
    const rows = quiet(7, (region, i) => (region === "C" && i >= 18 && i <= 20 ? 15 : 0));
    const found = (category: string, metric: string) =>
      churnWaves(rows, {marks: [{category, label: "new system", metric, is_break: true}]}).map(({member}) => member);
    // Enough months remain to tell what is usual, or too few.
    expect(found("2026-01", "churn_rate")).toContain("C");
    expect(found("2026-07", "contracts")).toEqual([]);
    expect(found("2026-07", "csat")).toContain("C");
  });

  test("months that are not final are left out", () => {
    const rows = quiet(3, (region, i) => (region === "A" && i === 23 ? 40 : 0)).map((row) =>
      row.month === "2026-12" && row.kind === "risk" ? {...row, code: "provisional"} : row,
    );
    expect(churnWaves(rows)).toEqual([]);
  });
});
