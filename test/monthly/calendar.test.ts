import {expect, test} from "vitest";
import {workingDaysText} from "../../src/facts/calendar.js";
import {drawnReport} from "../../src/report.js";
import {cells, viewOf} from "../view.js";

const months = Array.from({length: 16}, (_, index) =>
  index < 12 ? `2025-${String(index + 1).padStart(2, "0")}` : `2026-${String(index - 11).padStart(2, "0")}`,
);

/** Complaints of each month over 1,000 customers; the festival of 2025 lies in January, that of 2026 in February. */
const report = (month: string, complaints: Readonly<Record<string, number>>) => ({
  view: {month, months: months.filter((each) => each <= month), entities: new Set(["tickets"])},
  complaints_by_month: cells(
    "month complaints complainants days customers customer_months value lo hi",
    ...months
      .filter((each) => each <= month)
      .map((each) => [each, complaints[each] ?? 50, 50, 30, 1000, 1000, (complaints[each] ?? 50) * 10, 300, 700]),
  ),
  month_calendar: cells(
    "month days working_days festival_days is_known",
    ...months.map((each) => [
      each,
      30,
      each === "2025-01" || each === "2026-02" ? 16 : 22,
      each === "2025-01" ? 4 : each === "2025-02" ? 4 : each === "2026-02" ? 9 : 0,
      true,
    ]),
  ),
});

const hot = (rows: ReturnType<typeof report>, language: "zh" | "en" = "zh") =>
  drawnReport(viewOf(language, rows)).letters.monthly!.parts[0]!.lines;

test("a February short of complaints is no news where the Spring Festival lies in it; January and February stand as one", () => {
  const lines = hot(report("2026-02", {"2026-01": 70, "2026-02": 20, "2025-01": 40, "2025-02": 50}));
  expect(lines.filter(({news}) => news !== undefined)).toEqual([]);
  const said = lines.map(({text}) => text);
  expect(said).toContain("春节假期落在不同的月份，与2026年1月、2025年2月不能直接比");
  expect(said).toContain("1—2月合计投诉 90 件（去年同期 90 件），可能是波动");
});

test("both months together that clearly rose are news", () => {
  const lines = hot(report("2026-02", {"2026-01": 160, "2026-02": 90, "2025-01": 50, "2025-02": 50}), "en");
  const [found] = lines.filter(({news}) => news?.startsWith("January and February"));
  expect(found!.text).toBe(
    "January and February together: 250 complaints (last year 100), clearly more than last year",
  );
});

test("other months say their working days, and nothing of the festival", () => {
  const lines = hot(report("2026-04", {}));
  expect(lines.map(({text}) => text).join()).not.toContain("春节");
  expect(lines[0]!.evidence).toContain("22 个工作日（3月 22，去年同月 22）");
  const unknown = viewOf("zh", {
    month_calendar: cells("month days working_days festival_days is_known", ["2026-10", 31, 23, 0, false]),
  });
  expect(workingDaysText(unknown)).toBe("");
});

test("a measure of March is held against last March, since February has the festival; of February nothing is said beside January", () => {
  const of = (period: string, value: number) => ({
    ...{period, dimension: "all", member: "all", metric: "answer_rate", n: 500, value},
    ...{lo: value - 0.03, hi: value + 0.03},
  });
  const answered = [
    of("2025-01", 0.9),
    of("2025-02", 0.9),
    of("2025-03", 0.91),
    of("2026-01", 0.9),
    of("2026-02", 0.92),
  ];
  const told = (month: string, now: readonly ReturnType<typeof of>[]) =>
    drawnReport(viewOf("zh", {...report(month, {}), metric_by_segment: [...answered, ...now]}));
  const march = told("2026-03", [of("2026-03", 0.7)]).letters.monthly!;
  expect(march.first).toContain("接通率降到 70.0%");
  expect(march.text).toContain("接通率 70.0%（上月 92.0%，去年同月 91.0%），比去年同月明显低");
  const {figures, boards, passages} = told("2026-02", []);
  expect(figures["answer-rate-trend"]).toMatchObject({title: "接通率 92.0%（去年同月 90.0%）"});
  expect(boards.overview!.tiles[0]!.cells.map(({label, value}) => `${label} ${value}`)).toEqual([
    "1—2月 91.0%",
    "去年1—2月 90.0%",
  ]);
  expect(passages.calls!.join()).toContain("1—2月合计 91.0%（去年同期 90.0%），可能是波动");
});

test("of a year whose holidays nobody has listed the report says that make-up days are not known", () => {
  const said = (month: string, known_to: number | null) => {
    const {view} = report(month, {});
    const month_calendar = cells("month known_to", [month, known_to]);
    return drawnReport(viewOf("en", {view, month_calendar})).passages["data-quality"]!.join(" ");
  };
  const sentence =
    "Holidays are listed to 2026 (reference/holidays.csv); days off and make-up days from 2027 on are not known, and working days there are Monday to Friday.";
  // Three months on something of October falls due in January.
  expect(said("2026-10", 2026)).toContain(sentence);
  expect(said("2026-09", 2026)).not.toContain("make-up days");
  expect(said("2027-02", 2026)).toContain(sentence);
  expect(said("2026-10", null)).not.toContain("make-up days");
});
