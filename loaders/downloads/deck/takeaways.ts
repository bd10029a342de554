import type {Figure, FigureTable} from "../../../src/figures/figure.js";
import {sourceEntities} from "../../../src/figures/overview/sources.js";
import {words as interfaceWords} from "../../../src/words/interface.js";
import type {Language} from "../../../src/words/language.js";
import {hasNativeChart} from "../chart/chart.js";
import type {DownloadInput} from "../contents/input.js";
import {downloadWords} from "../contents/words.js";
import {tableTexts} from "../office/number-format.js";
import type {Paragraph} from "./shapes.js";
import {lineCount} from "./text-fit.js";

/** What to bear in mind beside the picture: what the analyst says, then notes; empty where the picture stands alone. */
export const takeaways = (figure: Figure, language: Language): Paragraph[] => {
  const words = downloadWords[language];
  const points = figure.series.flatMap(({points}) => points);
  const caveats = [
    ...(figure.remarks ?? []),
    ...figure.notes,
    ...(points.some(({flag}) => flag === "hollow") ? [words.hollow] : []),
    ...(points.some(({flag}) => flag === "suppressed") ? [words.suppressed] : []),
    ...(points.some(({flag}) => flag === "provisional") ? [words.provisional] : []),
    ...(points.some(({flag}) => flag === "partial") ? [words.partial] : []),
    ...(points.some(({flag}) => flag === "missing") ? [words.missing_month] : []),
  ];
  if (caveats.length === 0) return [];
  const height = (size: number): number =>
    caveats.reduce((sum, text) => sum + lineCount(text, {width: 3.1 * 72, size}) * size * 1.2 + 5, 2 * size);
  let size = 14;
  while (size > 10 && height(size) > 4.5 * 72) size -= 1;
  return [
    {text: words.caveats, bold: true, size, colour: "accent1"},
    ...caveats.map((text) => ({text, size, bullet: true, before: 4})),
  ];
};

/** What to say, definition, formula, worked example, n, method, what the analyst says and the figure's own files: what is asked for when the slide is up. */
export const speakerNotes = (
  figure: Figure,
  {input, language}: {input: DownloadInput; language: Language},
): string[] => {
  const words = downloadWords[language];
  const colon = language === "zh" ? "：" : ": ";
  const entities = new Set<string>(sourceEntities(figure));
  const own = input.sources.filter(({entity}) => entities.has(entity));
  const drawn = hasNativeChart(figure) || figure.form === "table";
  return [
    figure.title,
    ...input.definitions
      .filter(({id}) => figure.metrics.includes(id))
      .map(({name, formula}) => `${name[language]}${colon}${formula[language]}`),
    `n = ${figure.n.toLocaleString("en")}`,
    `${words.method}${colon}${figure.method}`,
    ...(figure.worked ?? []).map((text) => `${interfaceWords[language].worked}${colon}${text}`),
    ...(figure.remarks ?? []),
    ...figure.notes,
    ...(drawn ? [] : [words.data_table, ...tableLines(figure.table, language)]),
    `${words.source}${colon}${own.map(({file, sha256}) => `${file} (SHA-256 ${sha256.slice(0, 12)})`).join(language === "zh" ? "、" : ", ")}`,
  ];
};

const tableLines = (table: FigureTable, language: Language): string[] => [
  table.columns.map(({label}) => label).join(" | "),
  ...tableTexts(table, {language}).map((row) => row.join(" | ")),
];
