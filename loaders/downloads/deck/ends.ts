import type {Language} from "../../../src/words/language.js";
import {type DownloadInput, figuresOf} from "../contents/input.js";
import {downloadWords} from "../contents/words.js";
import {type PlannedSlide, pageId, tablePages} from "./planned.js";

interface End {
  readonly language: Language;
  readonly source: string;
}

/** What the measures mean that any figure of the report shows. */
export const methodSlides = (input: DownloadInput, {language, source}: End): PlannedSlide[] => {
  const shown = new Set(
    figuresOf(input, language)
      .filter(({metrics}) => metrics.length < input.definitions.length)
      .flatMap(({metrics}) => metrics),
  );
  const definitions = input.definitions.filter(({id}) => shown.has(id));
  const words = downloadWords[language];
  const columns = [words.definition, words.formula].map((label, at) => ({
    id: `column_${at}`,
    label,
    unit: "text" as const,
  }));
  const rows = definitions.map(({name, formula}) => [name[language], formula[language]]);
  return tablePages({columns, rows}).map((table, page, all) => ({
    id: pageId("method", page),
    layout: "table" as const,
    section: words.definitions,
    title: words.method_title,
    subtitle: words.method_subtitle + (all.length > 1 ? ` (${page + 1}/${all.length})` : ""),
    table,
    source,
    notes: [words.method_subtitle],
  }));
};

/** Every file with its rows; the workbook has the fingerprints. */
export const qualitySlides = ({sources}: DownloadInput, {language, source}: End): PlannedSlide[] => {
  if (sources.length === 0) return [];
  const words = downloadWords[language];
  const sum = (pick: (file: (typeof sources)[number]) => number): number =>
    sources.reduce((total, file) => total + pick(file), 0);
  const columns = [
    {id: "file", label: words.file, unit: "text" as const},
    {id: "rows_in", label: words.rows_in, unit: "count" as const},
    {id: "rows_kept", label: words.rows_kept, unit: "count" as const},
    {id: "rows_rejected", label: words.rows_rejected, unit: "count" as const},
  ];
  const rows = sources.map((file) => [file.file, file.rows_in, file.rows_kept, file.rows_rejected]);
  return tablePages({columns, rows}).map((table, page) => ({
    id: pageId("quality", page),
    layout: "table" as const,
    section: words.files,
    title: words.quality_title(
      sum(({rows_rejected}) => rows_rejected),
      sum(({rows_in}) => rows_in),
    ),
    subtitle: words.quality_subtitle,
    table,
    source,
    notes: [words.quality_subtitle],
  }));
};
