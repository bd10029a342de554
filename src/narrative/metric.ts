import {metricBothText} from "../facts/beside.js";
import {changeText, differenceText, metricChange, monthCompared, yearChangeText} from "../facts/change.js";
import {headlinePeriod, type MetricRow, metricTotal, tellingGroups} from "../facts/metric.js";
import {missingText, partNote, partSuffix} from "../facts/months.js";
import type {ReportView} from "../facts/view.js";
import {type MetricId, metricOf} from "../metrics/catalogue.js";
import {spokenInside, spokenName} from "../metrics/spoken.js";
import {groupName, restName, saidDimension} from "../words/dimensions.js";
import {formatInterval, formatMonth, formatNumber} from "../words/format.js";
import {shiftMonth} from "../words/month.js";
import {listed, say} from "../words/say.js";
import {spaced} from "../words/spaced.js";

/** "接通率 88.2%（87.0–89.3%，n=2,133），较上月明显下降 2.1 个百分点。" or nothing where the records lack it. */
export function metricSentence(
  view: ReportView,
  metric: MetricId,
  {changes = true}: {/** Says what changed; defaults to true. */ changes?: boolean} = {},
): string[] {
  const period = headlinePeriod(view);
  const row = metricTotal(view, {metric, period});
  if (!row) return [];
  const name = spokenName(view, metric);
  const at = {metric, month: period};
  if (row.flag === "missing") return [`${missingText(view, {...at, name})}${say(view, {zh: "。", en: "."})}`];
  if (row.value === null)
    return [say(view, {zh: `${name}：样本不足 10 个，不显示。`, en: `${name}: fewer than 10 in the base, withheld.`})];
  const change =
    partNote(view, at) ||
    (changes && view.month
      ? metricBothText(view, metric)[0] ||
        changeText(view, metricChange(view, {metric, from: shiftMonth(view.month, -1), to: view.month})) ||
        yearChangeText(view, metricChange(view, {metric, from: shiftMonth(view.month, -12), to: view.month}))
      : "");
  const text = `${estimateText(view, {metric, row})}${partSuffix(view, at)}`;
  return [
    say(view, {
      zh: `${name}${name.endsWith("）") ? "" : " "}${text}${change && `，${change}`}。`,
      en: `${name} ${text}${change && `; ${change}`}.`,
    }),
  ];
}

/**
 * Sentences about several metrics; those whose change nobody can tell are named together at the end, once.
 * `others` are sentences that stand among them as they are.
 */
export function metricSentences(view: ReportView, facts: readonly (MetricId | readonly string[])[]): string[] {
  const unsure = facts.filter(
    (fact): fact is MetricId =>
      typeof fact === "string" && isUnsure(view, fact) && metricSentence(view, fact).length > 0,
  );
  const together = unsure.length > 1 ? unsure : [];
  const sentences = facts.flatMap((fact) =>
    typeof fact === "string" ? metricSentence(view, fact, {changes: !together.includes(fact)}) : fact,
  );
  if (together.length === 0) return sentences;
  const month = monthCompared(view, shiftMonth(view.month!, -1));
  const names = together.map((metric, index) => (index === 0 ? spokenName(view, metric) : spokenInside(view, metric)));
  return [
    ...sentences,
    say(view, {
      zh: `${spaced(listed(view, names))}与${month}相比，可能只是波动。`,
      en: `${listed(view, names)}: any change from ${month} could be chance.`,
    }),
  ];
}

const isUnsure = (view: ReportView, metric: MetricId): boolean =>
  view.month !== undefined &&
  metricChange(view, {metric, from: shiftMonth(view.month, -1), to: view.month})?.verdict === "unknown";

/** "88.2%（87.0–89.3%，n=2,133）" */
export function estimateText(
  view: ReportView,
  {metric, row}: {metric: string; row: Pick<MetricRow, "value" | "lo" | "hi" | "n">},
): string {
  const {unit} = metricOf(metric);
  const interval = formatInterval([row.lo, row.hi], unit, view);
  const n = formatNumber(row.n, "count", view);
  return say(view, {
    zh: `${formatNumber(row.value, unit, view)}（${interval && `${interval}，`}n=${n}）`,
    en: `${formatNumber(row.value, unit, view)} (${interval && `${interval}, `}n=${n})`,
  });
}

/** Groups that are clearly worse than the rest over the window, worst first. */
export function clearlyWorse(
  view: ReportView,
  {metric, dimensions}: {metric: MetricId; dimensions: readonly string[]},
): MetricRow[] {
  const worse = metricOf(metric).better === "up" ? -1 : 1;
  return tellingGroups(view, metric)
    .filter(
      (row) =>
        dimensions.includes(row.dimension) &&
        row.verdict === "clear" &&
        row.flag === "" &&
        Math.sign(row.difference ?? 0) === worse,
    )
    .sort((a, b) => Math.abs(b.difference!) - Math.abs(a.difference!));
}

/** "华南区域的满意率为 71.2%，比其余低 9.1 个百分点。" for the worst group, if any. */
export function worstGroupSentence(
  view: ReportView,
  {metric, dimensions}: {metric: MetricId; dimensions: readonly string[]},
): string[] {
  const [worst] = clearlyWorse(view, {metric, dimensions});
  if (!worst) return [];
  const {unit} = metricOf(metric);
  const dimension = saidDimension(worst);
  const [group, rest] = [groupName(view, {dimension, member: worst.member}), restName(view, dimension)];
  const by = differenceText(view, {difference: Math.abs(worst.difference!), unit});
  const above = worst.difference! > 0;
  const text = estimateText(view, {metric, row: worst});
  return [
    say(view, {
      zh: `${group}的${spaced(spokenName(view, metric))}为 ${text}，比${rest}${above ? "高" : "低"} ${by}。`,
      en: `${group}: ${spokenInside(view, metric)} ${text}, ${by} ${above ? "above" : "below"} ${rest}.`,
    }),
  ];
}

/** What the report is about, for sentences: the month, or the whole of undated records. */
export const aboutPeriod = (view: ReportView): string =>
  view.month ? formatMonth(view.month, view) : say(view, {zh: "全部记录", en: "all records"});
