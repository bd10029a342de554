import {markWord} from "../../../src/figures/overview/mark-word.js";
import type {Tile} from "../../../src/figures/overview/tile-shape.js";
import type {Language} from "../../../src/words/language.js";
import type {Unit} from "../../../src/words/unit.js";
import {frontWords} from "../contents/front-words.js";
import {type Cell, columnLetters, headerCells, type Sheet} from "../office/sheet.js";

/** The measures of the month as numbers: change, interval, target, verdict, and the sheet with more. */
export const headlineSheet = (
  measures: readonly Tile[],
  {language, name, sheetOf}: {language: Language; name: string; sheetOf: ReadonlyMap<string, string>},
): Sheet => {
  const words = frontWords[language];
  const labels = Object.values(words.headline_columns);
  const first = 4;
  const sheets = measures.map(({href}) => sheetOf.get(href.split("#")[1] ?? "") ?? "");
  return {
    name,
    rows: [
      [{value: words.headlines, kind: "title"}],
      [{value: words.headline_note, kind: "note"}],
      [],
      headerCells(labels),
      ...measures.map((tile, at) => row(tile, {sheet: sheets[at] ?? "", language})),
    ],
    widths: [30, 14, 11, 11, 12, 11, 11, 14, 13, 11, 12, 12, 30, 40, 28],
    frozen_rows: first,
    printed: `A1:${columnLetters(labels.length - 1)}${first + measures.length}`,
    links: sheets.flatMap((sheet, at) =>
      sheet === "" ? [] : [{cell: `${columnLetters(labels.length - 1)}${first + 1 + at}`, sheet}],
    ),
  };
};

function row(
  {label, value, number, cells, target, verdict, better}: Tile,
  {sheet, language}: {sheet: string; language: Language},
): Cell[] {
  const {unit} = number;
  const cell = (id: string) => cells.find((each) => each.id === id);
  const mark = (id: string): Cell => {
    const found = cell(id);
    return {value: (found && markWord(found, {better, unit, language})) || null, kind: "text"};
  };
  const past = (id: string): Cell => ({value: cell(id)?.number ?? null, kind: unit});
  return [
    {value: label, kind: "bold"},
    number.value === null ? {value, kind: "text"} : {value: number.value, kind: unit},
    {value: number.lo, kind: unit},
    {value: number.hi, kind: unit},
    past("month"),
    changeCell(number.value, cell("month"), unit),
    mark("month"),
    past("year"),
    changeCell(number.value, cell("year"), unit),
    mark("year"),
    past("window"),
    past("target"),
    {value: verdict, kind: "wrap"},
    {value: target, kind: "wrap"},
    {value: sheet === "" ? null : sheet, kind: "link"},
  ];
}

/** By how much, as a number with the decimals of its unit; shares by percentage points. */
function changeCell(value: number | null, then: Tile["cells"][number] | undefined, unit: Unit): Cell {
  const kind = wholes.has(unit) ? "change" : fines.has(unit) ? "change_fine" : "points";
  if (value === null || !then) return {value: null, kind};
  const change = (value - then.number) * (unit === "share" ? 100 : 1);
  return {value: Number(change.toPrecision(12)), kind};
}

const wholes: ReadonlySet<Unit> = new Set(["count", "money", "seconds", "months", "nps"]);
const fines: ReadonlySet<Unit> = new Set(["score", "ratio"]);
