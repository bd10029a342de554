import {type Figure, isMissing} from "../../../src/figures/figure.js";
import {oneCut} from "../../../src/figures/forms/one-cut.js";
import {shortFigure} from "../../../src/figures/forms/short.js";
import type {BriefTable} from "../../../src/figures/overview/briefing.js";
import {textWidth} from "../../../src/figures/specs/parts/text-width.js";
import {isMetric, metricOf} from "../../../src/metrics/catalogue.js";
import {formatMonth} from "../../../src/words/format.js";
import type {Language} from "../../../src/words/language.js";
import {hasNativeChart} from "../chart/chart.js";
import {frontWords} from "../contents/front-words.js";
import type {DownloadInput, FiguresOfLanguage} from "../contents/input.js";
import {unknownLines} from "../contents/unknown.js";
import {downloadWords} from "../contents/words.js";
import type {PlannedSlide} from "./planned.js";
import type {Paragraph} from "./shapes.js";
import {speakerNotes} from "./takeaways.js";
import {fitRoom} from "./text-fit.js";

/** More slides are no briefing. */
const mostSlides = 12;
/** Sentences under the picture of the month. */
const mostSaid = 3;
/** Rows of a chart, and of a table, that are read from the back of the room. */
const mostRows = 7;

interface Brief {
  readonly input: DownloadInput;
  readonly language: Language;
  readonly drawn: FiguresOfLanguage;
  readonly section: string;
  /** Company and month, on every slide. */
  readonly foot: string;
}

type Part = "decisions" | "findings" | "actions" | "unknown" | "next";

/**
 * What the deck opens with: the month in one picture and three sentences, decisions, one slide for each finding that
 * matters, actions, what is not known, next steps; and the title of the appendix.
 */
export const briefingSlides = (
  input: DownloadInput,
  {language, appendix}: {language: Language; appendix: readonly PlannedSlide[]},
): PlannedSlide[] => {
  const {report} = input;
  const words = downloadWords[language];
  const drawn = input.figures[language];
  const foot = [report.company[language], report.month && formatMonth(report.month, {language})]
    .filter(Boolean)
    .join(" · ");
  const brief: Brief = {input, language, drawn, foot, section: words.report};
  const {decisions, actions, next} = drawn.briefing ?? {};
  const table = (part: Part, found: BriefTable | undefined) => (found ? [tableSlide(brief, part, found)] : []);
  const fixed = {
    decisions: table("decisions", decisions),
    actions: table("actions", actions),
    unknown: unknownSlide(brief),
    next: table("next", next),
  };
  const room = mostSlides - 1 - Object.values(fixed).flat().length;
  const findings = findingSlides(brief, room);
  const parts: [Part, readonly PlannedSlide[]][] = [
    ["decisions", fixed.decisions],
    ["findings", findings],
    ["actions", fixed.actions],
    ["unknown", fixed.unknown],
    ["next", fixed.next],
  ];
  const slides = parts.flatMap(([, each]) => each);
  const first = slides.length + 3;
  const places = new Map(appendix.map(({id}, at) => [id, first + at]));
  return [
    monthSlide(brief, parts),
    ...slides.map((slide) => withReference(slide, {places, language})),
    appendixTitle(brief, {appendix, first}),
  ];
};

/** The month in one picture and three sentences; what follows as one line of links. */
function monthSlide({language, drawn, section, foot}: Brief, parts: [Part, readonly PlannedSlide[]][]): PlannedSlide {
  const front = frontWords[language];
  const board = drawn.boards?.overview;
  const spoken = drawn.briefing?.said ?? [];
  const said = [...new Set([...spoken, ...(drawn.passages.overview ?? [])])].slice(0, mostSaid);
  const tiles = board?.tiles ?? [];
  // A score is not shown without what may flatter it.
  const isDoubtful =
    tiles.some(({id}) => isScore(id)) && (board?.missing ?? []).some(({href}) => href.endsWith("#survey-audit"));
  let number = 2;
  const links = parts.flatMap(([part, slides]) => {
    const [one] = slides;
    if (!one) return [];
    const [from, to] = [number, number + slides.length - 1];
    number += slides.length;
    const name = part === "unknown" && isDoubtful ? front.scores_flatter : front.agenda[part];
    return [{text: `${from === to ? from : `${from}–${to}`} ${name}`, slide: one.id}];
  });
  links.push({text: front.agenda.appendix, slide: "appendix"});
  const before = 3;
  const size = fitRoom(said, {width: 12.1 * 72, height: 1.5 * 72, before, size: 18, smallest: 14});
  return {
    id: "month",
    layout: "month",
    section,
    title: board?.title ?? foot,
    tiles,
    body: said.map((text) => ({text, size, bullet: true, before})),
    agenda: {text: links.map(({text}) => text).join("    "), links, colour: "accent1"},
    source: footLine(tiles.some(({spark}) => spark) ? [front.spark_key] : [], {foot, room: 10.8}),
    notes: [
      ...said,
      ...tiles.map(({label, value, small, verdict}) =>
        [`${label} ${value}`, small, verdict].filter(Boolean).join(" · "),
      ),
    ],
  };
}

/** Whether a measure is what customers answered. */
const isScore = (id: string): boolean => isMetric(id) && metricOf(id).needs.some((need) => need.startsWith("surveys"));

const tableSlide = ({section, foot}: Brief, part: Part, {title, table}: BriefTable): PlannedSlide => ({
  id: `brief-${part}`,
  layout: "rows",
  section,
  title,
  table,
  source: foot,
  notes: [title, ...table.rows.map((row) => row.filter((cell) => cell !== "" && cell !== null).join(" · "))],
});

function unknownSlide(brief: Brief): PlannedSlide[] {
  const {drawn, language} = brief;
  const board = drawn.boards?.overview;
  const lines = (board?.missing ?? []).slice(0, mostRows + 1);
  if (lines.length === 0) return [];
  const slide = tableSlide(brief, "unknown", {
    title: downloadWords[language].unknown,
    table: {
      columns: [
        {id: "about", label: language === "zh" ? "哪个数" : "About", unit: "text"},
        {id: "what", label: language === "zh" ? "怎么了" : "What", unit: "text"},
      ],
      rows: lines.map(({head, text}) => [head ?? (language === "zh" ? "数据" : "Data"), text]),
    },
  });
  return [{...slide, notes: unknownLines(board, language)}];
}

/** As many findings as there is room for, each with a chart that can be edited. */
function findingSlides({input, language, drawn, section, foot}: Brief, room: number): PlannedSlide[] {
  const findings = drawn.briefing?.findings ?? [];
  const slides = findings.flatMap(({from, picture, title, says}): PlannedSlide[] => {
    const whole = drawn.figures[from];
    if (!whole || isMissing(whole)) return [];
    const {figure, left} = forTheRoom(picture ?? whole);
    if (!hasNativeChart(figure)) return [];
    return [
      {
        id: `brief-${from}`,
        layout: "message",
        section,
        title,
        figure,
        takeaways: beside(says),
        source: footLine(saidBelow(whole, {left, language}), {foot, room: 8.8}),
        notes: [...says, ...speakerNotes(whole, {input, language})],
      },
    ];
  });
  return slides.slice(0, Math.max(0, room));
}

/** Fewer rows of one cut, no running share, no dated notes: what a person can take in while somebody speaks. */
function forTheRoom(figure: Figure): {figure: Figure; left: number} {
  const {figure: short, left} = shortFigure(oneCut(figure), {rows: mostRows});
  const {cumulative: _, ...plain} = short;
  return {figure: {...plain, notes: [], marks: (short.marks ?? []).filter((mark) => mark.is_break)}, left};
}

const beside = (says: readonly string[]): Paragraph[] =>
  says.map((text, at) => ({text, size: at === 0 ? 22 : 18, bold: at === 0, before: at === 0 ? 0 : 14}));

/** What a chart shows and how much it leaves out, or the latter alone. */
function saidBelow({subtitle}: Figure, {left, language}: {left: number; language: Language}): string[] {
  const more = frontWords[language].not_shown(left);
  const measured = (subtitle.split(/[;；]/)[0] ?? "").trim();
  return more === "" ? [measured] : [`${measured}${language === "zh" ? `（${more}）` : ` (${more})`}`, more];
}

/** The first that fits, then company and month, on one line of some inches; a link to the appendix may follow. */
const footLine = (said: readonly string[], {foot, room}: {foot: string; room: number}): string =>
  said
    .map((each) => [each, foot].filter(Boolean).join(" · "))
    .find((whole) => textWidth(whole, {size: 14}) < room * 72) ?? foot;

/** The slide of the appendix that has the whole figure, as a link in the foot. */
function withReference(
  slide: PlannedSlide,
  {places, language}: {places: ReadonlyMap<string, number>; language: Language},
): PlannedSlide {
  const id = slide.id.replace(/^brief-/, "");
  const place = places.get(id);
  const text = typeof slide.source === "string" ? slide.source : "";
  if (place === undefined) return slide;
  const front = frontWords[language];
  const link = `${language === "en" ? "appendix, " : ""}${front.in_appendix(place)}`;
  return {...slide, source: {text: `${text} · ${link}`, links: [{text: link, slide: id}]}};
}

/** What is looked up rather than shown, by page, each with its first slide. */
function appendixTitle(
  {language, section, foot}: Brief,
  {appendix, first}: {appendix: readonly PlannedSlide[]; first: number},
): PlannedSlide {
  const front = frontWords[language];
  // A page may come again at the end, with its files.
  const runs: {name: string; from: number; to: number; id: string}[] = [];
  for (const [at, {section: name, id}] of appendix.entries()) {
    const last = runs.at(-1);
    if (last?.name === name) last.to = first + at;
    else runs.push({name, from: first + at, to: first + at, id});
  }
  const links = runs.map(({name, id, from, to}) => ({
    text: `${from === to ? from : `${from}–${to}`} ${name.replace(`${front.appendix} · `, "")}`,
    slide: id,
  }));
  // Two columns as long as each other: the first holds half of the lines and has no room for one more.
  const columns = links.length > 7 ? 2 : 1;
  const rows = Math.ceil(links.length / columns);
  const size = rows > 10 ? 16 : 20;
  const before = Math.min(30, Math.floor((4.8 * 72) / (rows + 0.5) - size * 1.3));
  return {
    id: "appendix",
    layout: "title",
    section: front.appendix,
    title: front.appendix_title,
    body: links.map((link) => ({text: link.text, links: [link], colour: "bg1", size, before})),
    columns,
    notes: [section, foot],
  };
}
