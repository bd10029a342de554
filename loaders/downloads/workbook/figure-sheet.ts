import type {Figure, FigureTable} from "../../../src/figures/figure.js";
import {textWidth} from "../../../src/figures/specs/parts/text-width.js";
import {words as interfaceWords} from "../../../src/words/interface.js";
import type {Language} from "../../../src/words/language.js";
import {hasNativeChart} from "../chart/chart.js";
import type {Definition} from "../contents/input.js";
import {exportTable} from "../contents/table.js";
import {downloadWords} from "../contents/words.js";
import {type Cell, columnLetters, headerCells, type Sheet} from "../office/sheet.js";
import type {HelperSheet} from "./behind-charts.js";

/** Where the rows of a figure begin, whatever stands above them: formulas of other books may point there. */
const headerRow = 9;
/** Columns that the chart covers. */
const chartSpan = 11;
/** Columns that the title and the notes above a narrow table run over. */
const titleSpan = 9;
/** More than these would be a list of their own: they stand on the sheet of definitions. */
const mostDefinitions = 3;

/** Title, caveats, what the analyst says, worked examples, definitions and the way back: a row each, blank where there is none. */
const aboveRows = (
  figure: Figure,
  {language, definitions, contents}: {language: Language; definitions: readonly Definition[]; contents: string},
): Cell[][] => {
  const words = downloadWords[language];
  const {colon, list_semicolon: semicolon, worked} = interfaceWords[language];
  const own = definitions.filter(({id}) => figure.metrics.includes(id));
  const note = (texts: readonly string[], before = ""): Cell[] =>
    texts.length > 0 ? [{value: before + texts.join(semicolon), kind: "note"}] : [];
  const said = (label: string, texts: readonly string[]) => note(texts, `${label}${colon}`);
  return [
    [{value: figure.title, kind: "title"}],
    [{value: figure.subtitle, kind: "note"}],
    said(words.method, [`${figure.method} · n = ${figure.n.toLocaleString("en")}`]),
    said(words.caveats, figure.notes),
    note(figure.remarks ?? []),
    said(worked, figure.worked ?? []),
    said(
      words.definition,
      own.length > mostDefinitions ? [] : own.map((each) => `${each.name[language]} = ${each.formula[language]}`),
    ),
    [{value: contents, kind: "link"}],
  ];
};

/** A figure's rows as typed cells below what must be known of them, with its chart beside them. */
export const figureSheet = (
  figure: Figure,
  {
    language,
    name,
    helper,
    ...above
  }: {
    language: Language;
    name: string;
    helper: HelperSheet;
    definitions: readonly Definition[];
    /** Name of the sheet that leads to this one. */
    contents: string;
  },
): Sheet => {
  const table = exportTable(figure, {language});
  const top = aboveRows(figure, {language, ...above});
  const cells = [headerCells(table.columns.map(({label}) => label)), ...typedRows(table)];
  const last = columnLetters(table.columns.length - 1);
  const sheet: Sheet = {
    name,
    rows: [...top, ...cells],
    widths: widthsOf(table),
    frozen_rows: headerRow,
    links: [{cell: `A${headerRow - 1}`, sheet: above.contents}],
    printed: `A1:${columnLetters(Math.max(table.columns.length, titleSpan) - 1)}${headerRow + table.rows.length}`,
    ...(table.rows.length > 0 && {filter: `A${headerRow}:${last}${headerRow + table.rows.length}`}),
  };
  return hasNativeChart(figure) ? withChart(sheet, figure, {language, helper, columns: table.columns.length}) : sheet;
};

const withChart = (
  sheet: Sheet,
  figure: Figure,
  {language, helper, columns}: {language: Language; helper: HelperSheet; columns: number},
): Sheet => ({
  ...sheet,
  printed: `A1:${columnLetters(columns + chartSpan - 1)}${Math.max(sheet.rows.length, headerRow + 22)}`,
  chart: {
    xml: helper.chart(figure, language),
    from: [columns + 1, headerRow - 1],
    to: [columns + chartSpan, headerRow + 21],
  },
});

const typedRows = ({columns, rows}: FigureTable): Cell[][] =>
  rows.map((row) => columns.map(({unit}, at) => ({value: row[at] ?? null, kind: unit})));

const widthsOf = ({columns, rows}: FigureTable): number[] =>
  columns.map(({label, unit}, at) => {
    const texts = unit === "text" ? rows.slice(0, 200).map((row) => String(row[at] ?? "")) : [];
    const widest = Math.max(...[label, ...texts].map((text) => textWidth(text, {size: 2}) + 3));
    return Math.round(Math.min(60, Math.max(11, widest)));
  });
