import {beforeAll, describe, expect, test} from "vitest";
import {type Figure, isMissing} from "../../src/figures/figure.js";
import {isOverTime} from "../../src/figures/monthly/events.js";
import type {Drawn} from "../../src/report.js";
import {drawnReport} from "../../src/report.js";
import {sampleReport} from "../sample-report.js";
import {viewOf} from "../view.js";

const sample = sampleReport();

/** The sample report with dated notes of its own. */
function drawnWith(marks: readonly {category: string; label: string; metric?: string; is_break?: boolean}[]): Drawn {
  const {period, published} = sample.report();
  const {month, months} = period;
  const entities = new Set(["tickets", "surveys", "calls", "contracts", "customers", "orders", "callbacks"]);
  const view = viewOf("zh", {view: {month, months, entities, marks}});
  return drawnReport({...view, rows: (table) => published[table]});
}

/** What is told beside another month. */
const past = /上月|去年同月|比上月末/;

describe("a break in the report month for all records", () => {
  const [broken, note] = [
    {category: "2026-10", label: "换了系统", is_break: true},
    {category: "2026-09", label: "停电一天"},
  ];
  let drawn: Drawn;
  let figures: readonly Figure[] = [];
  beforeAll(() => {
    drawn = drawnWith([note, broken]);
    figures = Object.values(drawn.figures).filter((figure): figure is Figure => !isMissing(figure));
  });

  test("stands with the dated notes on every figure with a time axis, in forms that draw them", () => {
    const timed = figures.filter((figure) => isOverTime(figure) && figure.categories.includes("2026-10"));
    expect(timed.length).toBeGreaterThan(12);
    const lacking = timed.filter(
      ({marks = []}) => ![broken, note].every(({label}) => marks.some((mark) => mark.label === label)),
    );
    expect(lacking.map(({id}) => id)).toEqual([]);
    expect(timed.filter(({form}) => form !== "lines" && form !== "columns").map(({id}) => id)).toEqual([]);
    // What has months for its rows and is drawn has a time axis too.
    const hidden = figures.filter(
      (figure) => figure.form !== "table" && figure.table.columns[0]?.unit === "month" && !isOverTime(figure),
    );
    expect(hidden.map(({id}) => id)).toEqual([]);
  });

  test("no title, sentence, tile or spark line compares across it, and no control limit of before stands", () => {
    // The last final month of churn is September, with all that it is held against before the break.
    expect(figures.filter(({title}) => past.test(title)).map(({id}) => id)).toEqual(["churn-trend"]);
    const said = Object.entries(drawn.passages).flatMap(([page, texts]) => texts.map((text) => `${page}: ${text}`));
    expect(said.filter((text) => past.test(text))).toEqual([]);
    expect(
      drawn.letters.monthly!.parts.flatMap(({lines}) => lines.filter(({news}) => /新出现的投诉/.test(news ?? ""))),
    ).toEqual([]);
    const {tiles, further} = drawn.boards.overview!;
    const ofMonth = [...tiles, ...further].filter(({spark}) => spark?.points[spark.now]?.month === "2026-10");
    expect(ofMonth.length).toBeGreaterThan(4);
    for (const {cells, spark} of ofMonth) {
      expect(cells.map(({id}) => id).filter((id) => id !== "target")).toEqual([]);
      expect(spark!.yearAgo).toBeUndefined();
      expect(spark!.breaks).toEqual([spark!.points.length - 1]);
    }
    expect(figures.filter(({control}) => control !== undefined).map(({id}) => id)).toEqual([]);
  });
});

test("a break of one measure is one for all from the same questionnaire, and for no other records", () => {
  const {figures} = drawnWith([{category: "2026-10", label: "换了问卷", metric: "csat", is_break: true}]);
  const isBroken = (id: string) => {
    const figure = figures[id]!;
    return !isMissing(figure) && (figure.marks ?? []).some(({is_break}) => is_break);
  };
  expect(["csat-trend", "nps-trend", "response-rate-trend"].filter((id) => !isBroken(id))).toEqual([]);
  expect(["complaint-rate-trend", "answer-rate-trend", "competitor-trend", "backlog"].filter(isBroken)).toEqual([]);
});
