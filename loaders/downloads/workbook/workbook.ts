import {type Figure, type FigureTable, isMissing} from "../../../src/figures/figure.js";
import {textWidth} from "../../../src/figures/specs/parts/text-width.js";
import type {Language} from "../../../src/words/language.js";
import {hasNativeChart, nativeChart} from "../chart/chart.js";
import {chartCells} from "../chart/data.js";
import {type DownloadInput, monthEnd} from "../contents/input.js";
import {exportTable} from "../contents/table.js";
import {unknownLines} from "../contents/unknown.js";
import {downloadWords} from "../contents/words.js";
import {type Cell, columnLetters, type Sheet} from "../office/sheet.js";
import {sheetNames, spreadsheet} from "../office/spreadsheet.js";

const header = (labels: readonly string[]): Cell[] => labels.map((value) => ({value, kind: "header"}));
const blank: Cell = {value: null, kind: "text"};
const headerRow = 6;
/** Columns that the chart covers, between the table and the chart's own data. */
const chartSpan = 11;

/** Columns that the title and the notes above a narrow table run over. */
const titleSpan = 9;

/** The figures of one language as a workbook: definitions first, then contents, sources, and a sheet per figure. */
export const workbook = (input: DownloadInput, language: Language): Uint8Array => {
  const words = downloadWords[language];
  const {figures} = input.figures[language];
  const ids = [...new Set(input.sections.flatMap((section) => section.figures))];
  const shown = ids.flatMap((id) => {
    const figure = figures[id];
    return figure && !isMissing(figure) ? [figure] : [];
  });
  const lines = input.sections.flatMap(({id}) => unknownLines(input.figures[language].boards?.[id], language));
  const [definitions, contents, unknown, quality, ...names] = sheetNames([
    words.method,
    words.contents,
    words.unknown,
    words.quality,
    ...shown.map(({id}) => id),
  ]) as [string, string, string, string, ...string[]];
  const sheets: Sheet[] = [
    definitionSheet(input, {language, name: definitions}),
    listSheet(contents, {
      labels: [words.sheet, words.finding, words.base],
      rows: shown.map((figure, at) => [
        {value: names[at] ?? "", kind: "text"},
        {value: figure.title, kind: "wrap"},
        {value: figure.n, kind: "count"},
      ]),
      widths: [32, 90, 12],
    }),
    ...(lines.length > 0
      ? [
          listSheet(unknown, {
            labels: [words.unknown],
            rows: lines.map((value) => [{value, kind: "wrap"}]),
            widths: [110],
          }),
        ]
      : []),
    listSheet(quality, {
      labels: [words.file, words.rows_in, words.rows_kept, words.rows_rejected, "SHA-256"],
      rows: input.sources.map(({file, rows_in, rows_kept, rows_rejected, sha256}) => [
        {value: file, kind: "text"},
        ...[rows_in, rows_kept, rows_rejected].map((value): Cell => ({value, kind: "count"})),
        {value: sha256, kind: "text"},
      ]),
      widths: [40, 12, 12, 12, 70],
    }),
    ...shown.map((figure, at) => figureSheet(figure, {language, name: names[at] ?? figure.id})),
  ];
  const title = `${input.report.company[language]} ${words.report} ${input.report.month}`;
  return spreadsheet(sheets, {title, date: monthEnd(input.report.month)});
};

const listSheet = (
  name: string,
  {labels, rows, widths}: {labels: readonly string[]; rows: Cell[][]; widths: readonly number[]},
): Sheet => ({
  name,
  rows: [header(labels), ...rows],
  widths,
  frozen_rows: 1,
  printed: `A1:${columnLetters(labels.length - 1)}${rows.length + 1}`,
  ...(rows.length > 0 && {filter: `A1:${columnLetters(labels.length - 1)}${rows.length + 1}`}),
});

const definitionSheet = ({definitions}: DownloadInput, {language, name}: {language: Language; name: string}): Sheet => {
  const words = downloadWords[language];
  const other = language === "zh" ? "en" : "zh";
  return listSheet(name, {
    labels: ["id", words.definition, words.formula, words.unit, other],
    rows: definitions.map(({id, name: label, formula, unit}) => [
      {value: id, kind: "text"},
      {value: label[language], kind: "wrap"},
      {value: formula[language], kind: "wrap"},
      {value: unit, kind: "text"},
      {value: label[other], kind: "wrap"},
    ]),
    widths: [26, 28, 80, 12, 32],
  });
};

const figureSheet = (figure: Figure, {language, name}: {language: Language; name: string}): Sheet => {
  const words = downloadWords[language];
  const table = exportTable(figure, {language});
  const colon = language === "zh" ? "：" : ": ";
  const top: Cell[][] = [
    [{value: figure.title, kind: "title"}],
    [{value: figure.subtitle, kind: "note"}],
    [{value: `${words.method}${colon}${figure.method} · n = ${figure.n.toLocaleString("en")}`, kind: "note"}],
    [{value: [...(figure.remarks ?? []), ...figure.notes].join(language === "zh" ? "；" : "; ") || null, kind: "note"}],
    [
      {
        value: `${words.definition}${colon}${figure.metrics.join(", ")} · ${words.source}${colon}${figure.marts.join(", ")}`,
        kind: "note",
      },
    ],
  ];
  const cells = [header(table.columns.map(({label}) => label)), ...typedRows(table)];
  const last = columnLetters(table.columns.length - 1);
  const sheet: Sheet = {
    name,
    rows: [...top, ...cells],
    widths: widthsOf(table),
    frozen_rows: headerRow,
    printed: `A1:${columnLetters(Math.max(table.columns.length, titleSpan) - 1)}${headerRow + table.rows.length}`,
    ...(table.rows.length > 0 && {filter: `A${headerRow}:${last}${headerRow + table.rows.length}`}),
  };
  return hasNativeChart(figure) ? withChart(sheet, figure, {language, name, columns: table.columns.length}) : sheet;
};

const withChart = (
  sheet: Sheet,
  figure: Figure,
  {language, name, columns}: {language: Language; name: string; columns: number},
): Sheet => {
  const column = columns + chartSpan + 1;
  const {xml, data} = nativeChart(figure, {
    words: downloadWords[language].chart,
    sheet: name,
    column,
    row: headerRow - 1,
  });
  const chart = chartCells(data);
  const length = Math.max(sheet.rows.length, headerRow - 1 + chart.length);
  const rows = Array.from({length}, (_, at) => {
    const own = sheet.rows[at] ?? [];
    const beside = chart[at - (headerRow - 1)];
    return beside ? [...own, ...Array.from({length: column - own.length}, () => blank), ...beside] : own;
  });
  // The cells behind the chart stay off the paper.
  const printed = `A1:${columnLetters(columns + chartSpan - 1)}${Math.max(sheet.rows.length, headerRow + 22)}`;
  return {
    ...sheet,
    rows,
    printed,
    chart: {xml, from: [columns + 1, headerRow - 1], to: [columns + chartSpan, headerRow + 21]},
  };
};

const typedRows = ({columns, rows}: FigureTable): Cell[][] =>
  rows.map((row) => columns.map(({unit}, at) => ({value: row[at] ?? null, kind: unit})));

const widthsOf = ({columns, rows}: FigureTable): number[] =>
  columns.map(({label, unit}, at) => {
    const texts = unit === "text" ? rows.slice(0, 200).map((row) => String(row[at] ?? "")) : [];
    const widest = Math.max(...[label, ...texts].map((text) => textWidth(text, {size: 2}) + 3));
    return Math.round(Math.min(60, Math.max(11, widest)));
  });
