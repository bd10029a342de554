import {type Figure, type FigureTable, isMissing} from "../../../src/figures/figure.js";
import {shortFigure} from "../../../src/figures/forms/short.js";
import {formatDate, formatMonth} from "../../../src/words/format.js";
import type {Language} from "../../../src/words/language.js";
import {frontWords} from "../contents/front-words.js";
import {type DownloadInput, monthEnd} from "../contents/input.js";
import {downloadWords} from "../contents/words.js";
import {tableTexts} from "../office/number-format.js";
import {briefingSlides} from "./briefing.js";
import {bulletPages} from "./bullets.js";
import {methodSlides, qualitySlides} from "./ends.js";
import {type Place, type PlannedSlide, pageId, tablePages} from "./planned.js";
import type {Paragraph} from "./shapes.js";
import {speakerNotes, takeaways} from "./takeaways.js";
import {lineCount} from "./text-fit.js";
import {tilesSlide} from "./tiles.js";

/** The briefing, then an appendix by page with all that is looked up: texts and figures, method, data quality. */
export const deckPlan = (input: DownloadInput, language: Language): PlannedSlide[] => {
  const appendix = appendixSlides(input, language);
  return [...briefingSlides(input, {language, appendix}), ...appendix];
};

const appendixSlides = (input: DownloadInput, language: Language): PlannedSlide[] => {
  const {report, sections} = input;
  const words = downloadWords[language];
  const {figures, passages, boards = {}} = input.figures[language];
  const others = input.figures[language === "zh" ? "en" : "zh"].passages;
  const source = `${words.source}${language === "zh" ? "：" : ": "}${report.company[language]}${report.month ? ` · ${words.data_to(formatDate(monthEnd(report.month), {language}))}` : ""}`;
  const slides: PlannedSlide[] = [];
  for (const {id, title, figures: all, slides: ids = all, passages: texts = []} of sections) {
    const section = `${frontWords[language].appendix} · ${title[language]}`;
    const subtitle = [report.company[language], formatMonth(report.month, {language})].filter(Boolean).join(" · ");
    slides.push(...tilesSlide(boards[id], {id, input, language, section, source, subtitle}));
    const sentences = texts.flatMap((text) => passages[text] ?? []);
    const twin = texts.flatMap((text) => others[text] ?? []).slice(0, mostSentences);
    const said = headed(sentences.slice(0, mostSentences), title[language]);
    for (const [page, part] of bulletPages(said.body, {twin: headed(twin, "").body}).entries()) {
      slides.push({
        id: pageId(`${id}-text`, page),
        layout: "text",
        section,
        title: said.title,
        subtitle,
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
  const ends = [...methodSlides(input, {language, source}), ...qualitySlides(input, {language, source})];
  return [
    ...slides,
    ...ends.map((slide) => ({...slide, section: `${frontWords[language].appendix} · ${slide.section}`})),
  ];
};

/** What a section says on its slide; all of it stands in the notes. */
const mostSentences = 7;

/** The first sentence as title, where it reads as one; the corner of the slide names the page. */
const headed = (sentences: readonly string[], page: string): {title: string; body: readonly string[]} => {
  const [first, ...rest] = sentences;
  const title = first?.replace(/[。.]$/, "") ?? "";
  const isTitle = rest.length > 0 && lineCount(title, {width: 11.4 * 72, size: 22, bold: true}) <= 2;
  return isTitle ? {title, body: rest} : {title: page, body: sentences};
};

/** A foot of one line: the method stands there where it has room, and in the notes always. */
const footOf = (source: string, method: string): string => {
  const whole = `${source} · ${method}`;
  return lineCount(whole, {width: 10.6 * 72, size: 9}) === 1 ? whole : source;
};

/** More rows than this cannot be read on a slide. */
const mostDots = 14;

/** The rows of a long dot chart that stand furthest from the whole, in their order; the page shows them all. */
const shortened = (figure: Figure, language: Language): Figure => {
  const {figure: short, left} = shortFigure(figure, {rows: mostDots});
  if (left === 0) return figure;
  return {
    ...short,
    notes: [...figure.notes, downloadWords[language].shortened(mostDots, figure.categories.length)],
  };
};

const figureSlides = (whole: Figure, {input, language, section, source}: Place): PlannedSlide[] => {
  const figure = shortened(whole, language);
  const notes = speakerNotes(whole, {input, language});
  const common = {
    section,
    title: figure.title,
    // A slide of rows has no column beside them for what the analyst says.
    subtitle: figure.form === "table" ? [figure.subtitle, ...(figure.remarks ?? [])].join(" · ") : figure.subtitle,
    source: footOf(source, figure.method),
    notes,
  };
  if (figure.form !== "table") {
    return [{id: figure.id, layout: "finding", ...common, figure, takeaways: takeaways(figure, language)}];
  }
  const [only] = figure.table.rows;
  if (!only) return [];
  if (figure.table.rows.length === 1)
    return [{id: figure.id, layout: "text", ...common, body: rowAsBullets(only, {figure, language})}];
  return tablePages(figure.table).map((table, page, all) => ({
    id: pageId(figure.id, page),
    layout: "table",
    ...common,
    subtitle: all.length > 1 ? `${common.subtitle} (${page + 1}/${all.length})` : common.subtitle,
    table,
    ...(page === 0 && {figure}),
  }));
};

/** A table of one row is a list of what is in it. */
const rowAsBullets = (
  row: FigureTable["rows"][number],
  {figure, language}: {figure: Figure; language: Language},
): Paragraph[] => {
  const colon = language === "zh" ? "：" : ": ";
  const {columns} = figure.table;
  const [texts = []] = tableTexts({columns, rows: [row]}, {language});
  const said = columns.flatMap(({label}, at) => ((row[at] ?? "") === "" ? [] : [`${label}${colon}${texts[at]}`]));
  return bulletPages(said).flat();
};
