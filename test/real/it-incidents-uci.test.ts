import {beforeAll, describe, expect, test} from "vitest";
import {drawReport} from "../../loaders/draw/draw.js";
import type {ReadReport} from "../../loaders/publish/report.js";
import type {Figure} from "../../src/figures/figure.js";
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

describe.skipIf(isAbsent("it-incidents-uci"))(suite("it-incidents-uci"), () => {
  let report: ReadReport;
  beforeAll(async () => {
    report = await readReal("it-incidents-uci");
  });

  test("141,712 events fold to 24,918 incidents", () => {
    const file = rowOf(report, "import_files", {entity: "tickets"});
    expect([file.rows_in, file.rows_kept, file.rows_rejected, file.records]).toEqual([141712, 141712, 0, 24918]);
  });

  test("time limit met by incident, not by event", () => {
    const met = metric(report, "sla_met");
    expect([met.n, met.positive, percent(met.value)]).toEqual([24918, 15803, "63.42%"]);
  });

  test("time limit met by priority", () => {
    const rows = rowsOf(report, "tickets_by_segment", {period: "window", dimension: "priority"});
    expect(rows.map((row) => [row.member, row.tickets, share(row.sla_met, row.sla_judged)])).toEqual([
      ["1", 270, "1.85%"],
      ["2", 408, "0.49%"],
      ["3", 23466, "64.54%"],
      ["4", 774, "84.11%"],
    ]);
  });

  test("time limits by rule beside the flag of the log: open and late is breached", () => {
    // Counted a second time from the log itself, line by line.
    const lines = rowsOf(report, "sla_by_policy");
    expect(lines.map((row) => [row.priority, row.met, row.breached, row.open_late, row.exported_met])).toEqual([
      ["1", 39, 231, 0, 5],
      ["2", 119, 289, 0, 2],
      ["3", 14277, 9189, 1456, 15145],
      ["4", 521, 244, 91, 651],
    ]);
    const titles = (["zh", "en"] as const).map((language) => drawReport(report)[language]!.figures["sla-difference"]);
    expect(titles.map((figure) => (figure as Figure).title)).toEqual([
      "解决达成率：按规则 60.0%，导出标记 63.4%",
      "Resolution in time: 60.0% by rule, 63.4% by the export's flag",
    ]);
    expect((titles[1] as Figure).table.rows.slice(0, 4).map(([, tickets]) => tickets)).toEqual([
      13425, 1531, 2369, 7584,
    ]);
  });

  test("hours to resolve and to close, of those that were", () => {
    const resolution = rowOf(report, "ticket_times", {period: "window", clock: "resolution"});
    expect([
      resolution.tickets,
      resolution.done,
      printed(Number(resolution.median_seconds) / 3600, 1),
      printed(Number(resolution.seconds) / 3600 / Number(resolution.done), 6),
    ]).toEqual([24918, 23362, "22.1", "178.171582"]);
    const closing = rowOf(report, "ticket_times", {period: "window", clock: "closing"});
    expect(printed(Number(closing.median_seconds) / 3600, 6)).toBe("145.866667");
  });

  test("the page has the median of those resolved, and the one that counts the open ones", () => {
    const {title, table} = figureOf(report, "resolution-times");
    expect(title).toBe("Incident, resolution: half within 25.8 h, 60.6% within 72 h");
    const resolution = table.rows.find(([, clock]) => clock === "Resolution")!;
    expect([resolution[2], resolution[3], resolution[4], resolution[8], printed(resolution[9], 6)]).toEqual([
      24918,
      1556,
      25.8,
      22.1,
      "178.171582",
    ]);
  });

  test("reopened and passed on", () => {
    const all = rowOf(report, "tickets_by_segment", {period: "window", dimension: "all"});
    expect(all.reopened).toBe(275);
    expect(printed(Number(all.reassignments) / Number(all.tickets), 6)).toBe("0.939642");
  });

  test("the page of service has the limits met by priority, the reopened and the passed on, and that of quality the events", () => {
    const line = linesOf(report, "ticket-segments");
    const all = line("", "All");
    expect([all.tickets, percent(all.sla_met_share), all.reopened, printed(all.reassignments_share, 6)]).toEqual([
      24918,
      "63.42%",
      275,
      "0.939642",
    ]);
    expect(
      ["1", "2", "3", "4"].map((priority) => {
        const row = line("Priority", priority);
        return [row.tickets, percent(row.sla_met_share)];
      }),
    ).toEqual([
      [270, "1.85%"],
      [408, "0.49%"],
      [23466, "64.54%"],
      [774, "84.11%"],
    ]);
    const file = linesOf(report, "import-files")("IT ticket log");
    expect([file.rows_in, file.records]).toEqual([141712, 24918]);
  });

  test("how they came in, and when", () => {
    const channels = rowsOf(report, "tickets_by_segment", {period: "window", dimension: "channel"});
    expect(column(channels, "member", "tickets")).toEqual({
      Phone: 24688,
      Email: 59,
      "Self service": 158,
      "Direct opening": 4,
      IVR: 9,
    });
    expect(column(rowsOf(report, "ticket_backlog"), "month", "created")).toMatchObject({
      "2016-03": 8995,
      "2016-04": 7934,
      "2016-05": 7508,
    });
  });
});

describe.skipIf(isAbsent("it-incidents-uci"))(suite("it-incidents-119998", "it-incidents-uci"), () => {
  test("a log cut in the middle of an incident gives the incidents it holds", async () => {
    const report = await readReal("it-incidents-119998");
    const met = metric(report, "sla_met");
    expect([met.n, percent(met.value)]).toEqual([20769, "60.64%"]);
  });
});
