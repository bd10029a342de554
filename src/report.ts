import type {ReportView} from "./facts/view.js";
import {actionsFigures} from "./figures/actions/list.js";
import type {Card} from "./figures/card.js";
import {churnFigures} from "./figures/churn/list.js";
import {competitorsFigures} from "./figures/competitors/list.js";
import type {FigureEntry} from "./figures/entry.js";
import type {FigureOrMissing} from "./figures/figure.js";
import {overviewCards} from "./figures/overview/cards.js";
import {glossary} from "./figures/overview/glossary.js";
import {dataQualityFigures} from "./figures/quality/list.js";
import {satisfactionFigures} from "./figures/satisfaction/list.js";
import {complaintsFigures} from "./figures/service/list.js";
import {actionsSentences} from "./narrative/actions.js";
import {churnSentences} from "./narrative/churn.js";
import {competitorSentences} from "./narrative/competitors.js";
import {methodSentences} from "./narrative/method.js";
import {overviewSentences} from "./narrative/overview.js";
import {dataQualitySentences} from "./narrative/quality.js";
import {satisfactionSentences} from "./narrative/satisfaction.js";
import {complaintsSentences} from "./narrative/service.js";
import {sourceNotices} from "./narrative/sources.js";
import {pages} from "./pages.js";

/** Every figure of the report, in the order of its pages. */
const entries: readonly FigureEntry[] = [
  ...satisfactionFigures,
  ...complaintsFigures,
  ...competitorsFigures,
  ...churnFigures,
  ...actionsFigures,
  ...dataQualityFigures,
  {id: "glossary", draw: glossary},
];

const passages: Readonly<Record<string, (view: ReportView) => readonly string[]>> = {
  overview: overviewSentences,
  satisfaction: satisfactionSentences,
  complaints: complaintsSentences,
  competitors: competitorSentences,
  churn: churnSentences,
  actions: actionsSentences,
  "data-quality": dataQualitySentences,
  method: methodSentences,
};

export const allFigures = (view: ReportView): Record<string, FigureOrMissing> =>
  Object.fromEntries(entries.map(({id, draw}) => [id, draw(view)]));

/** The sentences of each page, and under `<page>-notices` what its missing sources mean for it. */
export const allPassages = (view: ReportView): Record<string, readonly string[]> => ({
  ...Object.fromEntries(Object.entries(passages).map(([id, write]) => [id, write(view)])),
  ...Object.fromEntries(pages.map((page) => [`${page.id}-notices`, sourceNotices(view, page)])),
});

export const allCards = (view: ReportView): Record<string, readonly Card[]> => ({overview: overviewCards(view)});
