import {type Figure, type FigureTable, isMissing, type Language} from "../../src/figures/figure.js";
import {formatDate, formatMonth} from "../../src/format.js";
import type {LayoutKey} from "./base-template.js";
import {type DownloadInput, monthEnd} from "./download-input.js";
import {downloadWords} from "./download-words.js";
import type {Paragraph} from "./slide-shapes.js";
import {speakerNotes, takeaways} from "./slide-words.js";
import {lineCount} from "./text-fit.js";

/** One slide, before it is XML. */
export interface PlannedSlide {
  /** Names the slide's shapes, so that a later deck can find them: `<id> title`, `<id> chart` … */
  readonly id: string;
  readonly layout: LayoutKey;
  readonly section: string;
  readonly title: string;
  readonly subtitle?: string;
  readonly body?: readonly Paragraph[];
  readonly figure?: Figure;
  readonly table?: FigureTable;
  readonly takeaways?: readonly Paragraph[];
  readonly source?: string;
  readonly notes: readonly string[];
}

const textBox = {width: 12.1 * 72, height: 4.5 * 72};

/** The slides in order: cover, each section's texts and figures, method, data quality. */
export const deckPlan = (input: DownloadInput, language: Language): PlannedSlide[] => {
  const {report, sections} = input;
  const words = downloadWords[language];
  const {figures, passages} = input.figures[language];
  const source = `${words.source}${language === "zh" ? "：" : ": "}${report.company[language]} · ${words.data_to(formatDate(monthEnd(report.month), {language}))}`;
  const slides: PlannedSlide[] = [cover(input, language)];
  for (const {id, title, figures: all, slides: ids = all, passages: texts = []} of sections) {
    const section = title[language];
    const sentences = texts.flatMap((text) => passages[text] ?? []);
    for (const [page, part] of bulletPages(sentences.slice(0, mostSentences)).entries()) {
      slides.push({
        id: pageId(`${id}-text`, page),
        layout: "text",
        section,
        title: section,
        subtitle: `${report.company[language]} · ${formatMonth(report.month, {language})}`,
        body: part,
        source,
        notes: sentences,
      });
    }
    for (const figureId of ids) {
      const figure = figures[figureId];
      if (!figure || isMissing(figure)) continue;
      slides.push(...figureSlides(figure, {input, language, section, source}));
    }
  }
  return [...slides, ...methodSlides(input, {language, source}), ...qualitySlides(input, {language, source})];
};

const pageId = (id: string, page: number): string => (page === 0 ? id : `${id}-${page + 1}`);

const cover = ({report}: DownloadInput, language: Language): PlannedSlide => {
  const words = downloadWords[language];
  return {
    id: "cover",
    layout: "title",
    section: words.report,
    title: report.company[language],
    body: [{text: `${words.report} · ${formatMonth(report.month, {language})}`}],
    notes: [`${words.report} ${report.month} (${report.time_zone})`],
  };
};

/** What a section says on its slide; all of it stands in the notes. */
const mostSentences = 7;

/** As many sentences per slide as fit at a size that reads from the back of the room. */
const bulletPages = (sentences: readonly string[]): Paragraph[][] => {
  const pages: Paragraph[][] = [];
  let used = Number.POSITIVE_INFINITY;
  const size = sentences.length > 6 ? 16 : sentences.length > 4 ? 18 : 20;
  for (const text of sentences) {
    const height = lineCount(text, {width: textBox.width - 14, size}) * size * 1.25 + 8;
    if (used + height > textBox.height) {
      pages.push([]);
      used = 0;
    }
    used += height;
    pages.at(-1)?.push({text, size, bullet: true, before: 8});
  }
  return pages;
};

interface Place {
  readonly input: DownloadInput;
  readonly language: Language;
  readonly section: string;
  readonly source: string;
}

/** More rows than this cannot be read on a slide. */
const mostDots = 14;

/** The rows of a long dot chart that stand furthest from the whole, in their order; the page shows them all. */
const shortened = (figure: Figure, language: Language): Figure => {
  const [series] = figure.series;
  if (figure.form !== "dots" || figure.series.length !== 1 || !series || series.points.length <= mostDots)
    return figure;
  const middle = figure.reference?.value ?? 0;
  const distance = (at: number): number => {
    const {value, flag} = series.points[at]!;
    return value === null || flag === "hollow" ? -1 : Math.abs(value - middle);
  };
  const kept = new Set(
    series.points
      .map((_, at) => at)
      .sort((one, other) => distance(other) - distance(one) || one - other)
      .slice(0, mostDots),
  );
  return {
    ...figure,
    categories: figure.categories.filter((_, at) => kept.has(at)),
    series: [{...series, points: series.points.filter((_, at) => kept.has(at))}],
    notes: [...figure.notes, downloadWords[language].shortened(mostDots, series.points.length)],
  };
};

const figureSlides = (whole: Figure, {input, language, section, source}: Place): PlannedSlide[] => {
  const figure = shortened(whole, language);
  const notes = speakerNotes(whole, {input, language});
  const common = {
    section,
    title: figure.title,
    subtitle: figure.subtitle,
    source: `${source} · ${figure.method}`,
    notes,
  };
  if (figure.form !== "table") {
    return [{id: figure.id, layout: "finding", ...common, figure, takeaways: takeaways(figure, language)}];
  }
  return tablePages(figure.table).map((table, page, all) => ({
    id: pageId(figure.id, page),
    layout: "table",
    ...common,
    subtitle: all.length > 1 ? `${figure.subtitle} (${page + 1}/${all.length})` : figure.subtitle,
    table,
    ...(page === 0 && {figure}),
  }));
};

const rowsPerSlide = 13;
/** At most three slides of rows; the workbook has the others. */
const tablePages = (table: FigureTable): FigureTable[] => {
  const pages = Math.min(3, Math.max(1, Math.ceil(table.rows.length / rowsPerSlide)));
  return Array.from({length: pages}, (_, page) => ({
    columns: table.columns,
    rows: table.rows.slice(page * rowsPerSlide, (page + 1) * rowsPerSlide),
  }));
};

interface End {
  readonly language: Language;
  readonly source: string;
}

const methodSlides = ({definitions}: DownloadInput, {language, source}: End): PlannedSlide[] => {
  const words = downloadWords[language];
  const columns = [words.definition, words.formula].map((label, at) => ({
    id: `column_${at}`,
    label,
    unit: "text" as const,
  }));
  const pages = Math.ceil(definitions.length / rowsPerSlide);
  return Array.from({length: pages}, (_, page) => ({
    id: pageId("method", page),
    layout: "table" as const,
    section: words.method,
    title: words.method_title,
    subtitle: words.method_subtitle + (pages > 1 ? ` (${page + 1}/${pages})` : ""),
    table: {
      columns,
      rows: definitions
        .slice(page * rowsPerSlide, (page + 1) * rowsPerSlide)
        .map(({name, formula}) => [name[language], formula[language]]),
    },
    source,
    notes: [words.method_subtitle],
  }));
};

const qualitySlides = ({sources}: DownloadInput, {language, source}: End): PlannedSlide[] => {
  if (sources.length === 0) return [];
  const words = downloadWords[language];
  const sum = (pick: (file: (typeof sources)[number]) => number): number =>
    sources.reduce((total, file) => total + pick(file), 0);
  const columns = [
    {id: "file", label: words.file, unit: "text" as const},
    {id: "rows_in", label: words.rows_in, unit: "count" as const},
    {id: "rows_kept", label: words.rows_kept, unit: "count" as const},
    {id: "rows_rejected", label: words.rows_rejected, unit: "count" as const},
    {id: "sha256", label: words.fingerprint, unit: "text" as const},
  ];
  const rows = sources.map((file) => [
    file.file,
    file.rows_in,
    file.rows_kept,
    file.rows_rejected,
    file.sha256.slice(0, 12),
  ]);
  return tablePages({columns, rows}).map((table, page) => ({
    id: pageId("quality", page),
    layout: "table" as const,
    section: words.quality,
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
