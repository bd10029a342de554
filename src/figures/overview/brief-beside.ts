import type {ReportView} from "../../facts/view.js";
import {isMetric, metricOf} from "../../metrics/catalogue.js";
import {countedText} from "../../metrics/counted.js";
import {capital, inside} from "../../words/capital.js";
import {formatInterval, formatNumber} from "../../words/format.js";
import {windowWords} from "../../words/period.js";
import {listed, say} from "../../words/say.js";
import type {Figure} from "../figure.js";
import {oneCut} from "../forms/one-cut.js";
import type {Tile} from "./tile-shape.js";

/** What a person says beside a chart whose title names the worst group: the others, what is counted, on how many. */
export function besideGroups(view: ReportView, whole: Figure): string[] {
  return [othersText(view, oneCut(whole)), counted(view, whole), baseText(view, oneCut(whole))].filter(Boolean);
}

/** "也明显更差：在线客服 21.0%、新风运维 18.4%", or how far the others lie apart: "其余 5 组：72.8–78.2%". */
function othersText(view: ReportView, {focus = [], categories, series, unit}: Figure): string {
  const points = categories.map((category, at) => ({category, ...series[0]!.points[at]!}));
  const also = focus.slice(1, 3).flatMap((group) => {
    const value = points.find(({category}) => category === group)?.value;
    return value == null ? [] : [`${group} ${formatNumber(value, unit, view)}`];
  });
  if (also.length > 0)
    return say(view, {
      zh: `也明显更差：${listed(view, also)}`,
      en: `Clearly worse too: ${listed(view, also)}`,
    });
  const rest = points.flatMap(({category, value, flag}) =>
    focus.includes(category) || value === null || flag === "suppressed" ? [] : [value],
  );
  if (rest.length < 2) return "";
  const range = formatInterval([Math.min(...rest), Math.max(...rest)], unit, view);
  return say(view, {zh: `其余 ${rest.length} 组：${range}`, en: `The other ${rest.length}: ${range}`});
}

/** Words of a definition that a listener takes in. */
const mostOfFormula = 14;

/** "近 12 个月：由非经办人做的回访 ÷ 全部回访": what a share is of, where it can be said in one breath. */
function counted(view: ReportView, {metrics, subtitle}: Figure): string {
  const [metric = ""] = metrics;
  const formula = metrics.length === 1 && isMetric(metric) ? metricOf(metric)[view.language].formula : "";
  if (formula === "" || wordsIn(formula) > mostOfFormula) return subtitle.split(/[;；]/)[0] ?? subtitle;
  const period = capital(say(view, windowWords(view)).trim());
  return period === "" ? formula : say(view, {zh: `${period}：${formula}`, en: `${period}: ${formula}`});
}

/** "热线二组：194 次回访". */
function baseText(view: ReportView, {focus = [], categories, series, metrics}: Figure): string {
  const [group = ""] = focus;
  const [metric = ""] = metrics;
  const n = series[0]?.points[categories.indexOf(group)]?.n;
  if (n == null || !isMetric(metric)) return "";
  const base = countedText(view, {metric, n});
  return say(view, {zh: `${group}：${base}`, en: `${group}: ${base}`});
}

/** "每万户投诉 458.2，目标 350.0，未达标": a tile that misses its target, as a title. */
export function tileTitle(view: ReportView, {label, value, verdict, cells}: Tile): string | undefined {
  const target = cells.find(({id}) => id === "target");
  if (!target || verdict === "") return undefined;
  const said = verdict.replace(/^Target /, "");
  return say(view, {
    zh: `${label} ${value}，${target.label} ${target.value}，${said}`,
    en: `${label} ${value}, ${target.label.toLowerCase()} ${target.value}: ${inside(said)}`,
  });
}

/** A Chinese character is two thirds of a word. */
export const wordsIn = (text: string): number =>
  (text.match(/\p{Script=Han}/gu)?.length ?? 0) * 0.66 +
  (text.match(/[\p{L}\p{N}][^\s\p{Script=Han}]*/gu)?.filter((word) => !/^\p{Script=Han}/u.test(word)).length ?? 0);
