import {actionsFigures} from "./figures/actions-figures.js";
import type {Card} from "./figures/card.js";
import {churnFigures} from "./figures/churn-figures.js";
import {competitorsFigures} from "./figures/competitors-figures.js";
import {complaintsFigures} from "./figures/complaints-figures.js";
import {dataQualityFigures} from "./figures/data-quality-figures.js";
import type {FigureOrMissing} from "./figures/figure.js";
import type {FigureEntry} from "./figures/figure-entry.js";
import {glossary} from "./figures/glossary.js";
import {overviewCards} from "./figures/overview-cards.js";
import {satisfactionFigures} from "./figures/satisfaction-figures.js";
import {actionsSentences} from "./narrative/actions.js";
import {churnSentences} from "./narrative/churn.js";
import {competitorSentences} from "./narrative/competitors.js";
import {complaintsSentences} from "./narrative/complaints.js";
import {dataQualitySentences} from "./narrative/data-quality.js";
import {methodSentences} from "./narrative/method.js";
import {overviewSentences} from "./narrative/overview.js";
import {satisfactionSentences} from "./narrative/satisfaction.js";
import {sourceNotices} from "./narrative/source-notices.js";
import {pages} from "./pages.js";
import type {ReportView} from "./report-view.js";

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
