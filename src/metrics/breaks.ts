import {isEntity} from "../words/entities.js";
import type {Report} from "../words/report.js";
import {isMetric, metricOf} from "./catalogue.js";

/** A dated note: a line at its month, and where it breaks the series nothing before is held against anything after. */
export type Mark = Report["marks"][number];

/**
 * What a measure is counted from, so that a note on one measure of a questionnaire is a note on all of it; ratings of
 * brands are a survey of their own. A kind of record is its own name.
 * @example recordsOf("nps") // => "surveys"
 */
export function recordsOf(id: string): string {
  const [need = id] = isMetric(id) ? metricOf(id).needs : [];
  return need === "surveys.brand" ? need : need.split(/[.=]/)[0]!;
}

/** The dated notes about any of these measures or kinds of record; one that names none is about all. */
export const marksAbout = ({marks}: Pick<Report, "marks">, about: readonly string[]): readonly Mark[] => {
  const records = new Set(about.map(recordsOf));
  const isAboutAll = (metric: string) => !isMetric(metric) && !isEntity(metric);
  return marks.filter(({metric}) => metric === undefined || isAboutAll(metric) || records.has(recordsOf(metric)));
};

/** The last break of a measure up to a month: what is compared since. Its month is the first counted anew. */
export const lastBreak = (
  report: Pick<Report, "marks">,
  {metric, through}: {readonly metric: string; readonly through: string},
): Mark | undefined =>
  marksAbout(report, [metric])
    .filter(({is_break, category}) => is_break && category <= through)
    .reduce<Mark | undefined>((last, each) => (last && last.category > each.category ? last : each), undefined);

/** Whether a measure was counted otherwise in one of two months than in the other. */
export function isAcross(
  report: Pick<Report, "marks">,
  {metric, from, to}: {readonly metric: string; readonly from: string; readonly to: string},
): boolean {
  const [first, last] = from < to ? [from, to] : [to, from];
  return (lastBreak(report, {metric, through: last})?.category ?? "") > first;
}
