import {type Figure, type FigureTable, isMissing} from "../../../src/figures/figure.js";
import {textWidth} from "../../../src/figures/specs/parts/text-width.js";
import type {Language} from "../../../src/words/language.js";
import {hasNativeChart} from "../chart/chart.js";
import {frontWords} from "../contents/front-words.js";
import {type DownloadInput, monthEnd} from "../contents/input.js";
import {exportTable} from "../contents/table.js";
import {unknownLines} from "../contents/unknown.js";
import {downloadWords} from "../contents/words.js";
import {type Cell, columnLetters, type Sheet} from "../office/sheet.js";
import {sheetNames, spreadsheet} from "../office/spreadsheet.js";
import {type HelperSheet, helperSheet} from "./behind-charts.js";
import {headlineSheet} from "./headlines.js";

const header = (labels: readonly string[]): Cell[] => labels.map((value) => ({value, kind: "header"}));
const headerRow = 6;
/** Columns that the chart covers, between the table and the chart's own data. */
const chartSpan = 11;

/** Signs of a tab's name that Excel allows. */
const longestTab = 31;

/** Columns that the title and the notes above a narrow table run over. */
const titleSpan = 9;

/**
 * One language as a workbook: headline numbers first, contents with links, a sheet per figure, then definitions and
 * sources; what the charts are drawn from stands on a hidden sheet.
 */
export const workbook = (input: DownloadInput, language: Language): Uint8Array => {
  const [words, front] = [downloadWords[language], frontWords[language]];
  const shown = shownFigures(input, language);
  const board = input.figures[language].boards?.overview;
  const lines = unknownLines(board, language);
  const [headlines, contents, unknown, definitions, quality, helper, ...names] = sheetNames([
    front.headlines,
    words.contents,
    words.unknown,
    words.method,
    words.quality,
    words.chart_data,
    ...shown.map(({tab}) => tab),
  ]) as [string, string, string, string, string, string, ...string[]];
  const sheetOf = new Map(shown.map(({figure}, at) => [figure.id, names[at] ?? ""]));
  const hidden = helperSheet(helper);
  const figures = shown.map(({figure}, at) =>
    figureSheet(figure, {language, name: names[at] ?? figure.id, helper: hidden}),
  );
  const sheets: Sheet[] = [
    ...(board && board.measures.length > 0
      ? [headlineSheet(board.measures, {language, name: headlines, sheetOf})]
      : []),
    {
      ...listSheet(contents, {
        labels: [front.contents_page, words.sheet, words.finding, words.base, front.file_name],
        rows: shown.map(({figure, page}, at) => [
          {value: page, kind: "text"},
          {value: names[at] ?? "", kind: "link"},
          {value: figure.title, kind: "wrap"},
          {value: figure.n, kind: "count"},
          {value: figure.id, kind: "text"},
        ]),
        widths: [20, 32, 90, 12, 28],
      }),
      links: shown.map((_, at) => ({cell: `B${at + 2}`, sheet: names[at] ?? ""})),
    },
    ...(lines.length > 0
      ? [
          listSheet(unknown, {
            labels: [words.unknown],
            rows: lines.map((value) => [{value, kind: "wrap"}]),
            widths: [110],
          }),
        ]
      : []),
    ...figures,
    definitionSheet(input, {language, name: definitions}),
    listSheet(quality, {
      labels: [words.file, words.rows_in, words.rows_kept, words.rows_rejected, "SHA-256"],
      rows: input.sources.map(({file, rows_in, rows_kept, rows_rejected, sha256}) => [
        {value: file, kind: "text"},
        ...[rows_in, rows_kept, rows_rejected].map((value): Cell => ({value, kind: "count"})),
        {value: sha256, kind: "text"},
      ]),
      widths: [40, 12, 12, 12, 70],
    }),
    ...hidden.sheets(),
  ];
  const title = `${input.report.company[language]} ${words.report} ${input.report.month}`;
  return spreadsheet(sheets, {title, date: monthEnd(input.report.month)});
};

/** Figures in the order of the pages, each with the name of its tab: page, number, measure. */
function shownFigures(input: DownloadInput, language: Language): {figure: Figure; page: string; tab: string}[] {
  const {figures} = input.figures[language];
  const seen = new Set<string>();
  return input.sections.flatMap(({title, figures: ids}) => {
    const page = title[language];
    return ids
      .flatMap((id) => {
        const figure = figures[id];
        if (!figure || isMissing(figure) || seen.has(id)) return [];
        seen.add(id);
        return [figure];
      })
      .map((figure, at) => ({figure, page, tab: tabOf(input, figure, {language, stem: `${page} ${at + 1}`})}));
  });
}

/** "流失 1 月流失率": the measure where there is one and Excel has room for it. */
function tabOf(
  {definitions}: DownloadInput,
  {metrics}: Figure,
  {language, stem}: {language: Language; stem: string},
): string {
  const measure = definitions.find(({id}) => metrics.length === 1 && id === metrics[0])?.name[language] ?? "";
  const tab = `${stem} ${measure.replace(/ *[(（].*[)）]$/, "")}`.trim();
  return tab.length <= longestTab ? tab : stem;
}

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

const figureSheet = (
  figure: Figure,
  {language, name, helper}: {language: Language; name: string; helper: HelperSheet},
): Sheet => {
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
