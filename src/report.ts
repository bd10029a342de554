import {recordsBehind, recordsTitle} from "./facts/overview/records.js";
import {gapNote} from "./facts/quality/gap-note.js";
import {fileOfAccount} from "./facts/value/accounts.js";
import type {ReportView} from "./facts/view.js";
import {actionsFigures} from "./figures/actions/list.js";
import {churnFigures} from "./figures/churn/list.js";
import {competitorsFigures} from "./figures/competitors/list.js";
import type {FigureEntry} from "./figures/entry.js";
import {fieldFigures} from "./figures/field/list.js";
import {type DrawnFigures, type FigureOrMissing, isMissing} from "./figures/figure.js";
import {drawnUnlessList} from "./figures/forms/unlisted.js";
import {withEvents} from "./figures/monthly/events.js";
import {monthlyFigures} from "./figures/monthly/list.js";
import {remarksListed, remarksOf} from "./figures/monthly/remarks.js";
import {withSeason} from "./figures/monthly/season.js";
import {ordersFigures} from "./figures/orders/list.js";
import {overviewBoard} from "./figures/overview/board.js";
import type {Board} from "./figures/overview/board-shape.js";
import {type BriefFinding, briefFindings} from "./figures/overview/brief-findings.js";
import {briefSaid} from "./figures/overview/brief-said.js";
import {type Briefing, briefing} from "./figures/overview/briefing.js";
import {exploreMeasures} from "./figures/overview/explore.js";
import {glossary} from "./figures/overview/glossary.js";
import {sourceEntities} from "./figures/overview/sources.js";
import {dataQualityFigures} from "./figures/quality/list.js";
import {relationsFigures} from "./figures/relations/list.js";
import {satisfactionFigures} from "./figures/satisfaction/list.js";
import {callsFigures, complaintsFigures} from "./figures/service/list.js";
import {valueFigures} from "./figures/value/list.js";
import {workedMetrics} from "./figures/worked.js";
import {actionsSentences} from "./narrative/actions.js";
import {aloud} from "./narrative/aloud.js";
import {churnSentences} from "./narrative/churn.js";
import {competitorSentences} from "./narrative/competitors.js";
import {fieldSentences} from "./narrative/field.js";
import {methodSentences} from "./narrative/method.js";
import type {Letter} from "./narrative/monthly/letter.js";
import {letterSentences, letterText, monthlyReport} from "./narrative/monthly/report.js";
import {ordersSentences} from "./narrative/orders.js";
import {overviewSentences} from "./narrative/overview.js";
import {dataQualitySentences} from "./narrative/quality.js";
import {relationsSentences} from "./narrative/relations.js";
import {satisfactionSentences} from "./narrative/satisfaction.js";
import {callsSentences, complaintsSentences} from "./narrative/service.js";
import {frontNotices, sourceNotices} from "./narrative/sources.js";
import {valueSentences} from "./narrative/value.js";
import {pages} from "./pages.js";
import {neededRecords} from "./words/churn-rule.js";
import {listed, say} from "./words/say.js";

/** Every figure of the report, in the order of its pages. */
const entries: readonly FigureEntry[] = [
  ...valueFigures,
  ...ordersFigures,
  ...satisfactionFigures,
  ...callsFigures,
  ...complaintsFigures,
  ...fieldFigures,
  ...relationsFigures,
  ...competitorsFigures,
  ...churnFigures,
  ...actionsFigures,
  ...dataQualityFigures,
  ...monthlyFigures,
  {id: "glossary", draw: glossary},
];

type Passage = (view: ReportView, drawn: DrawnFigures) => readonly string[];

const passages: Readonly<Record<string, Passage>> = {
  overview: overviewSentences,
  value: valueSentences,
  orders: ordersSentences,
  satisfaction: satisfactionSentences,
  calls: callsSentences,
  complaints: complaintsSentences,
  field: fieldSentences,
  relations: relationsSentences,
  competitors: competitorSentences,
  churn: churnSentences,
  actions: actionsSentences,
  "data-quality": dataQualitySentences,
  method: methodSentences,
};

/** All that pages and downloads show, in one language. */
export interface Drawn {
  readonly figures: DrawnFigures;
  /** The sentences of each page, and under `<page>-notices` what its missing sources mean for it. */
  readonly passages: Readonly<Record<string, readonly string[]>>;
  /** What one would say aloud of each page that has a first depth: three sentences. */
  readonly said: Readonly<Record<string, readonly string[]>>;
  /** Pages that the records give nothing to show on: they leave the menu. */
  readonly empty: readonly string[];
  /** The manager's page. */
  readonly boards: Readonly<Record<string, Board>>;
  /** The monthly report in five parts, and the same as text for mail or chat. */
  readonly letters: Readonly<Record<string, Letter & {readonly text: string}>>;
  /** The pages of single customers, by customer: files without extension. */
  readonly accounts?: Readonly<Record<string, string>>;
  /** Measures that the page for exploring offers; their rows are files of their own. */
  readonly explore?: readonly {readonly id: string; readonly name: string}[];
  /** What a meeting needs of it: findings in the order in which they matter, decisions, actions, next steps. */
  readonly briefing: Briefing & {readonly said: readonly string[]; readonly findings: readonly BriefFinding[]};
}

/** A figure with a note of the months that its records lack; those of the records themselves say it anyway. */
function withGaps(view: ReportView, figure: FigureOrMissing): FigureOrMissing {
  if (isMissing(figure) || aboutRecords.has(figure.id)) return figure;
  const months = figure.category_kind === "month" ? {months: figure.categories} : {};
  const note = gapNote(view, {entities: sourceEntities(figure), ...months});
  return note === "" ? figure : {...figure, notes: [...figure.notes, note]};
}

/** A figure of customers lost says which records tell it, where these are no contracts. */
function withSources(view: ReportView, figure: FigureOrMissing): FigureOrMissing {
  if (isMissing(figure) || figure.id === "glossary") return figure;
  const [said, needed] = [sourceEntities(figure), neededRecords(view, sourceEntities(figure))];
  return view.entities.has("contracts") || said.join() === needed.join() ? figure : {...figure, sources: needed};
}

/** A figure with what the analyst says beside it. */
function withRemarks(view: ReportView, figure: FigureOrMissing): FigureOrMissing {
  const remarks = isMissing(figure) || figure.id === "glossary" ? [] : remarksOf(view, figure);
  return remarks.length === 0 ? figure : {...figure, remarks};
}

/** A figure of a metric's months with the way to the records behind the last one. */
function withRecords(view: ReportView, figure: FigureOrMissing): FigureOrMissing {
  if (isMissing(figure) || figure.category_kind !== "month" || figure.metrics.length !== 1) return figure;
  const behind = recordsBehind(view, figure.metrics[0]!);
  return behind ? {...figure, records: {href: behind.href, text: recordsTitle(view, behind)}} : figure;
}

/** Sums of more measures than this under one figure would be a list of their own: they stand on the method page. */
const mostSums = 3;

/** A figure with the sums behind its measures, where it has none of its own. */
function withWorked(sums: ReadonlyMap<string, string>, figure: FigureOrMissing): FigureOrMissing {
  if (isMissing(figure) || figure.id === "glossary" || figure.metrics.length > mostSums) return figure;
  if (figure.worked) return figure;
  const worked = figure.metrics.flatMap((id) => sums.get(id) ?? []);
  return worked.length === 0 ? figure : {...figure, worked};
}

/** A drawn figure with what the report knows besides: dated notes, season, gaps, the analyst's words, the way to its records. */
const completed = (view: ReportView, drawn: FigureOrMissing): FigureOrMissing =>
  withRecords(
    view,
    withRemarks(view, withSources(view, withGaps(view, withSeason(view, withEvents(view, drawn, sourceEntities))))),
  );

const aboutRecords = new Set([...dataQualityFigures.map(({id}) => id), "glossary"]);

/** Draws every figure once; the sentences are written from what was drawn. */
export function drawnReport(view: ReportView): Drawn {
  const sums = workedMetrics(view);
  const figures = Object.fromEntries(
    entries.map((entry) => [entry.id, withWorked(sums, completed(view, drawnUnlessList(view, entry)))]),
  );
  const board = overviewBoard(view);
  const letter = monthlyReport(view, {drawn: figures, board});
  const fronts = pages.map(({id, front: asked = []}) => ({page: id, figures: asked.map(({figure}) => figure)}));
  const written = Object.fromEntries(Object.entries(passages).map(([id, write]) => [id, write(view, figures)]));
  const empty = emptyPages(figures);
  return {
    figures,
    empty,
    said: Object.fromEntries(
      pages
        .filter((page) => page.front)
        .map((page) => {
          const sentences = page.passages.flatMap((id) => written[id] ?? []);
          return [page.id, aloud(view, {page: page.id, board, sentences})];
        }),
    ),
    passages: {
      monthly: letterSentences(view, letter),
      "monthly-remarks": remarksListed(view),
      ...written,
      ...Object.fromEntries(pages.map((page) => [`${page.id}-notices`, sourceNotices(view, page)])),
      "overview-gaps": frontNotices(view),
      "data-quality-notices": [...sourceNotices(view, dataQuality), ...emptyNotice(view, empty)],
    },
    boards: {overview: board},
    accounts: fileOfAccount(view),
    explore: exploreMeasures(view).map(({id, name}) => ({id, name})),
    letters: {monthly: {...letter, text: letterText(view, letter)}},
    briefing: {
      ...briefing(view),
      said: briefSaid(view, board),
      findings: briefFindings(view, {board, figures, fronts}),
    },
  };
}

const dataQuality = pages.find(({id}) => id === "data-quality")!;

/** Pages that answer a question (they have a first depth) and none of whose figures could be drawn. */
const emptyPages = (figures: DrawnFigures): string[] =>
  pages.filter(({front: asked, figures: ids}) => asked && ids.every((id) => isMissing(figures[id]!))).map(({id}) => id);

function emptyNotice(view: ReportView, empty: readonly string[]): string[] {
  if (empty.length === 0) return [];
  const names = listed(
    view,
    empty.map((id) => pages.find((page) => page.id === id)!.title[view.language]),
  );
  return [
    say(view, {
      zh: `没有记录可写的页面不进菜单：${names}。`,
      en: `Pages without records stand in no menu: ${names}.`,
    }),
  ];
}
