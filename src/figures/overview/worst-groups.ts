import {differenceText} from "../../facts/change.js";
import {whereKnown} from "../../facts/known.js";
import {tellingGroups} from "../../facts/metric.js";
import type {ReportView} from "../../facts/view.js";
import {isMetric, metricOf} from "../../metrics/catalogue.js";
import {spokenInside, spokenName} from "../../metrics/spoken.js";
import {groupName, plainName, saidDimension} from "../../words/dimensions.js";
import {formatNumber} from "../../words/format.js";
import {say} from "../../words/say.js";
import type {Matter} from "./board-shape.js";
import type {Tile} from "./tile-shape.js";

/** Where nothing is new: the group surely furthest behind the rest over the window, one for each measure. */
export function worstGroups(view: ReportView, tiles: readonly Tile[]): Matter[] {
  const found = worstOfEach(view, tiles);
  // The satisfied are the mirror of the dissatisfied: one group is said once.
  return found.filter(({head}, at) => found.findIndex((other) => other.head === head) === at);
}

function worstOfEach(view: ReportView, tiles: readonly Tile[]): Matter[] {
  return tiles.flatMap(({id, href}) => {
    if (id === "churned_share") return worstChurn(view, href);
    if (!isMetric(id) || metricOf(id).kind === "rate") return [];
    const {better, unit} = metricOf(id);
    const worst = tellingGroups(view, id)
      .filter(
        (row) =>
          row.verdict === "clear" && row.flag === "" && Math.sign(row.difference ?? 0) === (better === "up" ? -1 : 1),
      )
      .sort((one, other) => Math.abs(other.difference!) - Math.abs(one.difference!))[0];
    if (!worst || worst.value === null || worst.rest === null) return [];
    const group = groupName(view, {dimension: saidDimension(worst), member: worst.member});
    const [value, rest] = [formatNumber(worst.value, unit, view), formatNumber(worst.rest, unit, view)];
    const name = spokenName(view, id);
    const period = windowWords(view);
    const by = differenceText(view, {difference: Math.abs(worst.difference!), unit});
    return [
      {
        head: group,
        short: say(view, {zh: `${group}${name} ${value}`, en: `${group}: ${spokenInside(view, id)} ${value}`}),
        said: say(view, {
          zh: `${period.zh}${group}${name} ${value}，其余 ${rest}`,
          en: `${group}: ${spokenInside(view, id)} ${value}${period.en}, ${rest} elsewhere`,
        }),
        act: "",
        isLasting: true as const,
        text: say(view, {
          zh: `${name} ${value}，其余 ${rest}。`,
          en: `${spokenInside(view, id)} ${value}, ${rest} elsewhere.`,
        }),
        href,
        picture: {
          form: "bars" as const,
          unit,
          bars: [
            {label: say(view, {zh: "其余", en: "Elsewhere"}), value: worst.rest, text: rest},
            {label: plainName(view, worst), value: worst.value, text: value},
          ],
          note: say(view, {zh: `相差 ${by}`, en: `${by} apart`}),
          alt: say(view, {
            zh: `${name}：${group} ${value}，其余 ${rest}`,
            en: `${name}: ${group} ${value}, ${rest} elsewhere`,
          }),
        },
      },
    ];
  });
}

/** A year's figure says so beside a month's; records without dates are of no period. */
export const windowWords = ({month, months, windowMonths}: ReportView): {zh: string; en: string} => {
  const n = Math.min(windowMonths, months.length);
  return month && n > 1 ? {zh: `近 ${n} 个月`, en: ` over ${n} months`} : {zh: "", en: ""};
};

/** The group surely lost most, where the records have no dates. */
function worstChurn(view: ReportView, href: string): Matter[] {
  const [worst] = whereKnown(view.rows("churn_by_segment"), "share", "rest", "ratio", "p_adjusted")
    .filter(
      ({dimension, flag, p_adjusted, ratio}) => dimension !== "all" && flag === "" && p_adjusted <= 0.05 && ratio > 1,
    )
    .sort((one, other) => other.ratio - one.ratio);
  if (!worst) return [];
  const {share, rest} = worst;
  const group = groupName(view, worst);
  const [value, others] = [formatNumber(share, "share", view), formatNumber(rest, "share", view)];
  return [
    {
      head: group,
      short: say(view, {zh: `${group}流失 ${value}`, en: `${group}: ${value} churned`}),
      said: say(view, {
        zh: `${group}流失 ${value}，其余 ${others}`,
        en: `${group}: ${value} churned, ${others} elsewhere`,
      }),
      act: "",
      isLasting: true,
      text: say(view, {zh: `流失 ${value}，其余 ${others}。`, en: `${value} churned, ${others} elsewhere.`}),
      href,
      picture: {
        form: "bars",
        unit: "share",
        bars: [
          {label: say(view, {zh: "其余", en: "Elsewhere"}), value: rest, text: others},
          {label: plainName(view, worst), value: share, text: value},
        ],
        note: say(view, {zh: "流失占比", en: "share churned"}),
        alt: say(view, {
          zh: `流失占比：${group} ${value}，其余 ${others}`,
          en: `Share churned: ${group} ${value}, ${others} elsewhere`,
        }),
      },
    },
  ];
}
