import {expect, test} from "vitest";
import {metrics} from "../../src/metrics/catalogue.js";
import {sampleReport} from "../sample-report.js";

const {report} = sampleReport();

interface Redone {
  readonly text: string;
  readonly said: number;
  readonly made: number;
  /** What rounding of the printed numbers allows. */
  readonly tolerance: number;
}

const numeral = /−?\d[\d,]*(?:\.\d+)?%?/g;
const numberOf = (said: string): number =>
  Number(said.replace(/[,%]/g, "").replace("−", "-")) / (said.endsWith("%") ? 100 : 1);
const halfDigit = (said: string): number =>
  (0.5 * 10 ** -(/\.(\d+)/.exec(said)?.[1]?.length ?? 0)) / (said.endsWith("%") ? 100 : 1);

/** Redoes the sum printed after the colon: "… : 108 complaints ÷ 2,368.8 customers × 10,000 = 455.9". */
function redo(text: string): Redone | undefined {
  const [, left, right] = /(?:^|[：:] ?)([^：:]*?\d[^：:]*?) = (−?\d[\d,]*(?:\.\d+)?%?)/.exec(text) ?? [];
  if (!left || !right) return undefined;
  const terms = [...left.matchAll(numeral)].map(([found]) => found);
  // Words go, operators stay: a minus between spaces is one, a glued one belongs to its number.
  const shape = left
    .replace(numeral, "#")
    .replaceAll(" − ", "~")
    .replaceAll("×", "*")
    .replaceAll("÷", "/")
    .replaceAll("（", "(")
    .replaceAll("）", ")")
    .replace(/[^#()*/+~]/g, "")
    .replaceAll("()", "")
    .replaceAll("~", "-");
  const reckon = (values: readonly number[]): number => {
    let at = 0;
    const written = shape.replace(/#/g, () => `(${values[at++]})`);
    return Number(new Function(`return ${written}`)());
  };
  const values = terms.map(numberOf);
  const made = reckon(values);
  const spread = terms.map((term, at) => {
    // Whole numbers are counts and exact.
    if (!/[.%]/.test(term)) return 0;
    return Math.abs(reckon(values.map((value, other) => (other === at ? value + halfDigit(term) : value))) - made);
  });
  const tolerance = halfDigit(right) + spread.reduce((sum, each) => sum + each, 0) + 1e-9;
  return {text, said: numberOf(right), made, tolerance};
}

test("a sum is read as it is printed", () => {
  expect(redo("NPS: 100 × (65 promoters − 26 detractors) ÷ 122 answers = 32.0")?.made).toBeCloseTo(31.967, 3);
  expect(redo("投诉率（2026年10月）：投诉 108 件 ÷ 按天折算的有效客户 2,368.8 户 × 10,000 = 455.9")?.made).toBeCloseTo(
    455.927,
    3,
  );
  expect(redo("净推荐值（2026年10月）：100 ×（推荐者 65 − 贬损者 26）÷ 122 份回答 = 32.0")?.made).toBeCloseTo(
    31.967,
    3,
  );
  expect(redo("no sum at all")).toBeUndefined();
});

/** All sums of the report that hold an equals sign. */
const sums = (language: "zh" | "en") => {
  const {figures} = report().drawn[language]!;
  return Object.values(figures).flatMap((figure) =>
    "missing" in figure
      ? []
      : (figure.worked ?? []).filter((text) => text.includes(" = ")).map((text) => ({id: figure.id, text})),
  );
};

test.each(["zh", "en"] as const)("every worked example of the report (%s) comes out as it says", (language) => {
  const redone = sums(language).map(({id, text}) => ({id, ...redo(text), text}));
  expect(redone.filter(({made}) => made === undefined)).toEqual([]);
  expect(redone.filter(({said, made, tolerance}) => !(Math.abs(said! - made!) <= tolerance!))).toEqual([]);
  expect(new Set(redone.map(({id}) => id)).size).toBeGreaterThan(40);
});

test("the definitions show one for every measure whose number a sum gives", () => {
  const glossary = report().drawn.en!.figures.glossary!;
  if ("missing" in glossary) throw new Error("no glossary");
  const at = (id: string) => glossary.table.columns.findIndex((column) => column.id === id);
  const without = glossary.table.rows.filter((row) => row[at("worked")] === "").map((row) => row[at("id")]);
  // Read from a curve, known only of files without dates, made by a model, and a ratio of records that are not published.
  expect(without).toEqual(["resolution_time", "churned_share", "relative_quality", "share_of_wallet"]);
  for (const row of glossary.table.rows.filter((each) => each[at("worked")] !== "")) {
    const {said, made, tolerance} = redo(String(row[at("worked")]))!;
    expect(Math.abs(said - made), String(row[at("worked")])).toBeLessThanOrEqual(tolerance);
  }
  expect(glossary.table.rows).toHaveLength(metrics.length);
});
