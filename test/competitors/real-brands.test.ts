import {beforeAll, describe, expect, test} from "vitest";
import {drawReport} from "../../loaders/draw/draw.js";
import type {ReadReport} from "../../loaders/publish/report.js";
import {column, isAbsent, percent, readReal, rowOf, rowsOf, suite} from "../real/real-report.js";

const said = (report: ReadReport, page: string): string => drawReport(report).en!.passages[page]!.join("\n");

describe.skipIf(isAbsent("airline-tweets"))(suite("airline-tweets"), () => {
  let report: ReadReport;
  beforeAll(async () => {
    report = await readReal("airline-tweets");
  });

  test("negative tweets by airline, with the cause each airline hears most", () => {
    const rows = rowsOf(report, "brand_scores", {question: "csat"});
    expect(Object.fromEntries(rows.map((row) => [row.brand, percent(row.dissatisfied)]))).toEqual({
      American: "71.04%",
      Delta: "42.98%",
      Southwest: "49.01%",
      "US Airways": "77.69%",
      United: "68.89%",
      "Virgin America": "35.91%",
    });
    expect(
      percent(rowOf(report, "complaint_causes", {brand: "Delta", kind: "category", code: "Late Flight"}).value),
    ).toBe("28.17%");
    expect(said(report, "competitors")).toContain(
      "Dissatisfied most with US Airways, 77.7%; least with Virgin America, 35.9%",
    );
  });

  test("other people tweet about each airline: the gap is that of separate samples", () => {
    const gap = rowOf(report, "brand_gaps", {period: "window", brand: "Delta"});
    expect(gap.shared_n).toBeNull();
    expect(gap.verdict).toBe("behind");
  });
});

describe.skipIf(isAbsent("cfpb-multi"))(suite("cfpb-multi"), () => {
  test("answers in time and disputed, by company", async () => {
    const report = await readReal("cfpb-multi");
    const companies = rowsOf(report, "brand_tickets");
    const of = (brand: string) => {
      const {tickets, timely_share, disputed, disputed_share, complaints} = companies.find(
        (row) => row.brand === brand,
      )!;
      expect(complaints).toBe(tickets);
      return [tickets, percent(timely_share), disputed, percent(disputed_share)];
    };
    expect(of("Equifax")[0]).toBe(228);
    expect(of("Equifax")[1]).toBe("100.00%");
    expect(of("Wells Fargo & Company").slice(0, 2)).toEqual([220, "95.00%"]);
    expect(of("Bank of America").slice(0, 2)).toEqual([217, "99.54%"]);
    // The published 20.61 % counts blanks as undisputed; ours leaves out the complaints where it is not known.
    expect(percent(Number(of("Equifax")[2]) / 228)).toBe("20.61%");
    expect(percent(Number(of("Experian")[2]) / 210)).toBe("10.00%");
    expect(said(report, "competitors")).toMatch(/Disputed answers|level in disputed/);
  });
});

describe.skipIf(isAbsent("cn-car-complaints-utf8bom"))(suite("cn-car-complaints-utf8bom"), () => {
  test("complaints per brand, counted and not ranked as if they were rates", async () => {
    const report = await readReal("cn-car-complaints-utf8bom");
    const counts = column(rowsOf(report, "brand_tickets"), "brand", "complaints");
    expect(Object.keys(counts)).toHaveLength(88);
    expect(["一汽-大众", "东风日产", "上汽大众", "东风标致", "吉利汽车"].map((brand) => counts[brand])).toEqual([
      72, 47, 42, 32, 23,
    ]);
    const figure = drawReport(report).zh!.figures["competitor-brands"] as {title: string; notes: readonly string[]};
    expect(figure.title).toContain("一汽-大众：72 件");
    expect(figure.notes.join("")).toContain("不作排名");
  });
});

describe.skipIf(isAbsent("telco-ibm-extended"))(suite("telco-ibm-extended"), () => {
  test("a file without dates still tells causes, retention by contract and revenue lost, and what it lacks", async () => {
    const report = await readReal("telco-ibm-extended");
    const {figures, passages} = drawReport(report).en!;
    expect(passages.churn!.join("\n")).toContain("1,869 of 7,043 customers have left: 26.5%");
    expect((figures["retention-by-contract"] as {subtitle: string}).subtitle).toMatch(/logrank χ² = 2,35\d, df = 2/);
    expect(passages.churn!.join("\n")).toMatch(/“68% leave over service”.*of our 1,869 interviewed/);
    for (const id of ["churn-waves", "revenue-retention", "winback-by-group", "rival-mentions-trend"])
      expect([id, "missing" in figures[id]!]).toEqual([id, true]);
  });
});
