import {beforeAll, describe, expect, test} from "vitest";
import type {ReadReport} from "../../loaders/publish/report.js";
import {
  column,
  figureOf,
  isAbsent,
  linesOf,
  metric,
  percent,
  printed,
  readReal,
  rowOf,
  rowsOf,
  share,
  suite,
} from "./real-report.js";

describe.skipIf(isAbsent("nyc311-2024"))(suite("nyc311-2024"), () => {
  let report: ReadReport;
  beforeAll(async () => {
    report = await readReal("nyc311-2024");
  });

  const window = (dimension: string) =>
    column(rowsOf(report, "tickets_by_segment", {period: "window", dimension}), "member", "tickets");

  test("1,000 requests on 2,954 lines", () => {
    const file = rowOf(report, "import_files", {entity: "tickets"});
    expect([file.rows_in, file.rows_kept, file.rows_rejected]).toEqual([1000, 1000, 0]);
  });

  test("requests by type, status and borough", () => {
    expect(window("category")).toMatchObject({
      "Noise - Residential": 149,
      "Illegal Parking": 127,
      "HEAT/HOT WATER": 100,
      "Noise - Street/Sidewalk": 92,
    });
    expect(window("status")).toEqual({open: 424, closed: 293, in_progress: 277, pending: 6});
    expect(window("region")).toEqual({
      QUEENS: 208,
      BROOKLYN: 327,
      Unspecified: 1,
      MANHATTAN: 222,
      BRONX: 228,
      "STATEN ISLAND": 14,
    });
  });

  test("the page has the times of those closed, and says that fewer than half are", () => {
    const {title, table} = figureOf(report, "resolution-times");
    expect(title).toBe("Request, closing: fewer than half so far, 29.2% of 1,000");
    expect([printed(table.rows[0]?.[8], 6), printed(table.rows[0]?.[9], 5)]).toEqual(["0.563611", "0.67746"]);
  });

  test("the page has requests by type, status and borough", () => {
    const line = linesOf(report, "ticket-segments");
    const of = (dimension: string, members: readonly string[]) => members.map((name) => line(dimension, name).tickets);
    expect(
      of("Category", ["Noise - Residential", "Illegal Parking", "HEAT/HOT WATER", "Noise - Street/Sidewalk"]),
    ).toEqual([149, 127, 100, 92]);
    expect(of("Status", ["Not started", "Closed", "In work", "Waiting"])).toEqual([424, 293, 277, 6]);
    const boroughs = ["QUEENS", "BROOKLYN", "Unspecified", "MANHATTAN", "BRONX", "STATEN ISLAND"];
    expect(of("Region", boroughs)).toEqual([208, 327, 1, 222, 228, 14]);
  });

  test("open requests are not closed in 0 hours", () => {
    const times = rowOf(report, "ticket_times", {period: "window", clock: "closing"});
    expect([times.tickets, times.done]).toEqual([1000, 292]);
    expect(printed(Number(times.median_seconds) / 3600, 6)).toBe("0.563611");
    expect(printed(Number(times.seconds) / 3600 / 292, 5)).toBe("0.67746");
  });
});

describe.skipIf(isAbsent("cn-car-complaints-utf8bom"))(suite("cn-car-complaints-utf8bom"), () => {
  let report: ReadReport;
  beforeAll(async () => {
    report = await readReal("cn-car-complaints-utf8bom");
  });

  const brands = () => rowsOf(report, "complaints_by_segment", {period: "window", dimension: "brand"});

  test("complaints by brand and model; the id is in the column that holds it", () => {
    expect(brands()).toHaveLength(88);
    expect(rowsOf(report, "complaints_by_segment", {period: "window", dimension: "product"})).toHaveLength(251);
    expect(column(brands(), "member", "complaints")).toMatchObject({
      "一汽-大众": 72,
      东风日产: 47,
      上汽大众: 42,
      东风标致: 32,
      吉利汽车: 23,
    });
  });

  test("complaints by status", () => {
    const status = rowsOf(report, "tickets_by_segment", {period: "window", dimension: "status"});
    expect(column(status, "member", "tickets")).toEqual({open: 309, in_progress: 20, solved: 219, closed: 52});
  });

  test("a list of codes with a comma at its end is as many causes as it names", () => {
    const causes = rowsOf(report, "complaint_causes", {brand: "all", kind: "cause"});
    expect(causes.reduce((sum, row) => sum + Number(row.named_by), 0)).toBe(1139);
    expect(column(causes, "code", "named_by")).toMatchObject({I295: 48, H79: 41, B19: 39, I297: 38, B33: 35});
  });

  test("the page of complaints has the causes, and the page of competitors the brands", () => {
    const causes = figureOf(report, "defect-register").table.rows.slice(0, 5);
    expect(causes.map(([, cause, complaints]) => [cause, complaints])).toEqual([
      ["I295", 48],
      ["H79", 41],
      ["B19", 39],
      ["I297", 38],
      ["B33", 35],
    ]);
    const named = figureOf(report, "competitor-brands");
    expect(named.title).toBe("Of 88 brands 一汽-大众 has most records: 72");
    expect(named.table.rows.slice(0, 4).map(([brand, tickets]) => [brand, tickets])).toEqual([
      ["一汽-大众", 72],
      ["东风日产", 47],
      ["上汽大众", 42],
      ["东风标致", 32],
    ]);
  });

  test("the page of service has them by status", () => {
    const line = linesOf(report, "ticket-segments");
    const statuses = ["Not started", "In work", "Solved", "Closed"];
    expect(statuses.map((status) => line("Status", status).tickets)).toEqual([309, 20, 219, 52]);
  });

  test("complaints by day", () => {
    expect(column(rowsOf(report, "tickets_by_day"), "day", "complaints")).toEqual({
      "2020-08-25": 67,
      "2020-08-26": 144,
      "2020-08-27": 142,
      "2020-08-28": 140,
      "2020-08-29": 107,
    });
  });
});

describe.skipIf(isAbsent("cn-citizen-msgs"))(suite("cn-citizen-msgs"), () => {
  let report: ReadReport;
  beforeAll(async () => {
    report = await readReal("cn-citizen-msgs");
  });

  test("64,707 empty rows are no messages, and are said", () => {
    const file = rowOf(report, "import_files", {entity: "tickets"});
    expect([file.rows_in, file.rows_kept, file.rows_rejected]).toEqual([495, 494, 1]);
    expect(file.notes_en).toContain("64707 empty row(s)");
  });

  test("the one number used twice is listed; the messages by category are the others", () => {
    expect(rowsOf(report, "rejects_listed")).toMatchObject([{column: "ticket_id", reason: "duplicate_key", row: 100}]);
    const categories = column(
      rowsOf(report, "complaints_by_segment", {period: "window", dimension: "category"}),
      "member",
      "complaints",
    );
    // 495 rows hold 104 劳动和社会保障, 101 城乡建设 …; the superseded one is 城乡建设.
    expect(categories).toEqual({
      劳动和社会保障: 104,
      城乡建设: 100,
      教育文体: 96,
      卫生计生: 58,
      交通运输: 55,
      商贸旅游: 48,
      环境保护: 33,
    });
  });

  test("how many people wrote", () => {
    expect(rowOf(report, "complaints_by_segment", {period: "window", dimension: "all"}).complainants).toBe(483);
  });
});

describe.skipIf(isAbsent("cfpb-multi"))(suite("cfpb-multi"), () => {
  let report: ReadReport;
  beforeAll(async () => {
    report = await readReal("cfpb-multi");
  });

  test.each([
    ["Equifax", 228, "100.00%", "20.61%"],
    ["Wells Fargo & Company", 220, "95.00%", "20.00%"],
    ["Bank of America", 217, "99.54%", "20.74%"],
    ["Experian", 210, "100.00%", "10.00%"],
    ["JPMorgan Chase & Co.", 176, "100.00%", "21.02%"],
  ])("%s: %i complaints, %s answered in time, %s disputed", (member, tickets, timely, disputed) => {
    const row = rowOf(report, "tickets_by_segment", {period: "window", dimension: "brand", member});
    expect([row.tickets, share(row.sla_met, row.sla_judged), share(row.disputed, row.tickets)]).toEqual([
      tickets,
      timely,
      disputed,
    ]);
  });

  test("the page of competitors has the companies in time and disputed, of those where it is known", () => {
    const rows = figureOf(report, "competitor-brands").table.rows;
    const of = (brand: string) => rows.find(([name]) => name === brand)?.slice(1, 4);
    expect(of("Equifax")).toEqual([228, 228, 1]);
    expect(of("Wells Fargo & Company")).toEqual([220, 220, 0.95]);
    expect(figureOf(report, "service-promises").title).toBe("SLA attainment 97.1%, resolution rate 99.1%");
  });

  test("the page of service has in time and disputed by company, and the products", () => {
    const line = linesOf(report, "ticket-segments");
    const companies = [
      ["Equifax", 228, "100.00%", "20.61%"],
      ["Wells Fargo & Company", 220, "95.00%", "20.00%"],
      ["Bank of America", 217, "99.54%", "20.74%"],
      ["Experian", 210, "100.00%", "10.00%"],
      ["JPMorgan Chase & Co.", 176, "100.00%", "21.02%"],
    ];
    expect(
      companies.map(([name]) => {
        const row = line("Brand", String(name));
        return [name, row.tickets, percent(row.sla_met_share), share(row.disputed, row.tickets)];
      }),
    ).toEqual(companies);
    const products = ["Mortgage", "Credit reporting", "Debt collection", "Bank account or service", "Credit card"];
    expect(products.map((name) => line("Product", name).tickets)).toEqual([921, 638, 625, 383, 339]);
    const all = line("", "All");
    expect([all.sla_met, all.disputed]).toEqual([3093, 595]);
  });

  test("products, and what is unknown stays unknown", () => {
    const products = rowsOf(report, "tickets_by_segment", {period: "window", dimension: "product"});
    expect(column(products, "member", "tickets")).toMatchObject({
      Mortgage: 921,
      "Credit reporting": 638,
      "Debt collection": 625,
      "Bank account or service": 383,
      "Credit card": 339,
    });
    const all = rowOf(report, "tickets_by_segment", {period: "window", dimension: "all"});
    expect([all.tickets, all.sla_met, all.disputed, all.dispute_known]).toEqual([3186, 3093, 595, 3186 - 57]);
    expect(metric(report, "sla_met").n).toBe(3186);
  });

  test("complaints sent on before they came in are named, and left out of the times", () => {
    const times = rowOf(report, "ticket_times", {period: "window", clock: "first_reply"});
    expect([times.tickets, times.median_seconds]).toEqual([3186 - 6, 0]);
    expect(rowOf(report, "cross_checks", {check_id: "replied_before_opened"}).hits).toBe(6);
  });
});
