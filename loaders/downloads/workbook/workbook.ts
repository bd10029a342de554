import {type Figure, isMissing} from "../../../src/figures/figure.js";
import type {Language} from "../../../src/words/language.js";
import {frontWords} from "../contents/front-words.js";
import {type DownloadInput, monthEnd} from "../contents/input.js";
import {unknownLines} from "../contents/unknown.js";
import {downloadWords} from "../contents/words.js";
import {type Cell, columnLetters, headerCells, type Sheet} from "../office/sheet.js";
import {sheetNames, spreadsheet} from "../office/spreadsheet.js";
import {helperSheet} from "./behind-charts.js";
import {figureSheet} from "./figure-sheet.js";
import {headlineSheet} from "./headlines.js";

/** Signs of a tab's name that Excel allows. */
const longestTab = 31;

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
    figureSheet(figure, {
      language,
      name: names[at] ?? figure.id,
      helper: hidden,
      definitions: input.definitions,
      contents,
    }),
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
  rows: [headerCells(labels), ...rows],
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
