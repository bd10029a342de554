import {readFileSync} from "node:fs";
import {join} from "node:path";
import {describe, expect, test} from "vitest";
import type {Figure} from "../../src/figures/figure.js";
import {pages} from "../../src/pages.js";
import {project} from "../build/command.js";
import {sampleReport} from "../sample-report.js";

const {planted} = JSON.parse(readFileSync(join(project, "test/company/truths.json"), "utf8"));
const {drawn, rows, row, sentences} = sampleReport();
const figure = (id: string) => drawn("zh").figures[id] as Figure;

describe("work on site", () => {
  test("first-time fix of every region is the planted one, and the sentence names the one that is behind", () => {
    const {region, by_region} = planted["22_first_time_fix"];
    const ours = Object.fromEntries(
      rows("site_jobs", {dimension: "region"}).map(({member, due, fixed, parts_missing}) => [
        member,
        {jobs: due, fixed_first_time: fixed, parts_missing},
      ]),
    );
    expect(ours).toEqual(by_region);
    const {jobs, fixed_first_time, parts_missing} = by_region[region];
    expect([jobs, fixed_first_time, parts_missing]).toEqual([178, 119, 46]);
    expect(sentences("field")).toContain("西南一次修好 66.9%（178 次中 119 次），其余 88.0%；46 次缺件");
    expect(sentences("field", "en")).toContain(
      "Southwest: 66.9% right the first time (119 of 178 jobs), 88.0% elsewhere; parts missing on 46",
    );
  });

  test("the list of second visits is as long as the sentence says and the rate has it", () => {
    const {due, fixed} = row("site_jobs", {dimension: "all"});
    const list = figure("second-visits");
    expect(list.table.rows).toHaveLength(due - fixed);
    expect(sentences("field")).toContain(`${due - fixed} 次要再跑一趟`);
    for (const {completed_date, next_date, days} of rows("second_visits_listed")) {
      expect((Date.parse(next_date) - Date.parse(completed_date)) / 86_400_000).toBe(days);
      expect(days).toBeLessThanOrEqual(30);
    }
  });

  test("months, regions and technicians add up to all jobs and their cost", () => {
    const all = row("site_jobs", {dimension: "all"});
    for (const dimension of ["region", "technician"] as const) {
      const parts = rows("site_jobs", {dimension});
      expect(parts.reduce((sum, {jobs}) => sum + jobs, 0)).toBe(all.jobs);
      expect(parts.reduce((sum, {fee}) => sum + fee, 0)).toBeCloseTo(all.fee, 2);
    }
    expect(rows("site_months").reduce((sum, {jobs}) => sum + (jobs ?? 0), 0)).toBe(all.jobs);
    expect(figure("site-cost").notes[0]).toMatch(/2026年8月的费用比总账多 18,414/);
  });
});

describe("returns", () => {
  test("products and ship months are the planted ones at 30 days", () => {
    const {product, since, before, by_ship_month} = planted["23_return_cohorts"];
    for (const [code, counts] of Object.entries<{shipped: number; returned: number}>(since)) {
      const {shipped, returned} = row("return_products", {product: code, age_days: 30});
      expect([shipped, returned]).toEqual([
        counts.shipped + before[code].shipped,
        counts.returned + before[code].returned,
      ]);
    }
    expect(row("return_products", {product, age_days: 30})).toMatchObject({
      since: "2026-04",
      since_shipped: 314,
      since_returned: 51,
      before_shipped: 700,
      before_returned: 21,
    });
    const cohorts = rows("return_cohorts", {product, age_days: 30}).filter(({is_aged}) => is_aged);
    expect(cohorts.map(({ship_month}) => ship_month)).not.toContain("2026-10");
    for (const {ship_month, shipped, returned} of cohorts)
      expect({shipped, returned}).toEqual(by_ship_month[ship_month]);
    expect(sentences("field")).toContain("2026年4月以来发货 314 件，30 天内退回 51 件（16.2%），此前 3.0%");
    expect(sentences("field", "en")).toContain(
      "51 of 314 shipped since Apr 2026 came back within 30 days (16.2%), 3.0% before",
    );
  });

  test("only the planted product rises", () => {
    expect(rows("return_products", {age_days: 30}).filter(({since}) => since !== null)).toHaveLength(1);
  });

  test("what became of requests adds up, and the open ones are listed one by one", () => {
    const all = row("returns_by_segment", {dimension: "all"});
    expect(all.accepted + all.exchanged + all.refused + all.still_open + all.not_told).toBe(all.requests);
    expect(figure("open-returns").table.rows).toHaveLength(all.still_open);
  });
});

test("no figure of the page is missing where all records are there", () => {
  const page = pages.find(({id}) => id === "field")!;
  for (const language of ["zh", "en"] as const)
    expect(page.figures.filter((id) => "missing" in drawn(language).figures[id]!)).toEqual([]);
});
