import {differenceText} from "../../facts/change.js";
import {whereKnown} from "../../facts/known.js";
import {type MetricRow, tellingGroups} from "../../facts/metric.js";
import {explains} from "../../facts/outcome.js";
import type {ReportView} from "../../facts/view.js";
import {isMetric, metricOf} from "../../metrics/catalogue.js";
import {spokenInside, spokenName} from "../../metrics/spoken.js";
import {groupName, plainName, saidDimension} from "../../words/dimensions.js";
import {formatNumber} from "../../words/format.js";
import {windowWords} from "../../words/period.js";
import {say} from "../../words/say.js";
import {spaced} from "../../words/spaced.js";
import type {Matter} from "./board-shape.js";
import type {Tile} from "./tile-shape.js";

/**
 * Where nothing is new: the group surely furthest behind the rest over the window, one for each measure; then the worst
 * of other dimensions.
 */
export function worstGroups(view: ReportView, tiles: readonly Tile[]): Matter[] {
  const families = familiesOf(view, tiles);
  const ofEach = tiles.map((tile) => worstOf(view, tile, families));
  const found = [...ofEach.flatMap((groups) => groups.slice(0, 1)), ...ofEach.flatMap((groups) => groups.slice(1))];
  // The satisfied are the mirror of the dissatisfied: one group is said once.
  return found.filter(({head}, at) => found.findIndex((other) => other.head === head) === at);
}

/**
 * How many cuts of measures are looked at for the one that is furthest behind: of many, one looks so by chance. The
 * satisfied are the mirror of the dissatisfied, and no cuts of their own.
 */
function familiesOf(view: ReportView, tiles: readonly Tile[]): number {
  const asked = new Set(tiles.map(({id}) => (id === "csat" ? "bottom_box" : id)));
  const cuts = [...asked].flatMap((id) =>
    isMetric(id) && metricOf(id).kind !== "rate"
      ? [...new Set(tellingGroups(view, id).map(({dimension}) => dimension))]
      : [],
  );
  return Math.max(1, cuts.length);
}

function worstOf(view: ReportView, {id, href, groupsHref = href}: Tile, families: number): Matter[] {
  if (id === "churned_share") return worstChurn(view, href);
  if (!isMetric(id) || metricOf(id).kind === "rate") return [];
  const {better} = metricOf(id);
  const behind = tellingGroups(view, id)
    .filter(
      (row) =>
        row.verdict === "clear" &&
        row.flag === "" &&
        // Bonferroni over the cuts; within each, its groups are corrected for already.
        (row.p_adjusted ?? 0) * families <= 0.05 &&
        Math.sign(row.difference ?? 0) === (better === "up" ? -1 : 1),
    )
    .sort((one, other) => Math.abs(other.difference!) - Math.abs(one.difference!));
  const worst = behind.filter((row, at) => behind.findIndex(({dimension}) => dimension === row.dimension) === at);
  return worst.flatMap((row) => worstMatter(view, {row, id, href: groupsHref}));
}

function worstMatter(view: ReportView, {row: worst, id, href}: {row: MetricRow; id: string; href: string}): Matter[] {
  if (worst.value === null || worst.rest === null) return [];
  const {unit} = metricOf(id);
  const group = groupName(view, {dimension: saidDimension(worst), member: worst.member});
  const [value, rest] = [formatNumber(worst.value, unit, view), formatNumber(worst.rest, unit, view)];
  const name = spokenName(view, id);
  const period = windowWords(view);
  const by = differenceText(view, {difference: Math.abs(worst.difference!), unit});
  return [
    {
      head: group,
      short: say(view, {
        zh: `${spaced(period.zh, group)}${spaced(group, name)}${name} ${value}`,
        en: `${group}: ${spokenInside(view, id)} ${value}${period.en}`,
      }),
      said: say(view, {
        zh: `${spaced(period.zh, group)}${spaced(group, name)}${name} ${value}，其余 ${rest}`,
        en: `${group}: ${spokenInside(view, id)} ${value}${period.en}, ${rest} elsewhere`,
      }),
      act: "",
      text: say(view, {
        zh: `${spaced(period.zh, name)}${name} ${value}，其余 ${rest}。`,
        en: `${spokenInside(view, id)} ${value}${period.en}, ${rest} elsewhere.`,
      }),
      line: say(view, {
        zh: `${group}：${name} ${value}，其余 ${rest}`,
        en: `${group}: ${spokenInside(view, id)} ${value}, ${rest} elsewhere`,
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
}

/** The group surely lost most, where the records have no dates. */
function worstChurn(view: ReportView, href: string): Matter[] {
  const rows = view.rows("churn_by_segment");
  const above = whereKnown(rows, "share", "rest", "ratio", "p_adjusted")
    .filter(
      ({dimension, flag, p_adjusted, ratio}) =>
        dimension !== "all" && explains(rows, dimension) && flag === "" && p_adjusted <= 0.05 && ratio > 1,
    )
    .sort((one, other) => other.ratio - one.ratio);
  const worst = above.filter((row, at) => above.findIndex(({dimension}) => dimension === row.dimension) === at);
  return worst.map((row) => churnMatter(view, {row, href}));
}

function churnMatter(
  view: ReportView,
  {row: worst, href}: {row: {dimension: string; member: string; share: number; rest: number}; href: string},
): Matter {
  const {share, rest} = worst;
  const group = groupName(view, worst);
  const [value, others] = [formatNumber(share, "share", view), formatNumber(rest, "share", view)];
  return {
    head: group,
    short: say(view, {zh: `${spaced(group)}流失 ${value}`, en: `${group}: ${value} churned`}),
    said: say(view, {
      zh: `${spaced(group)}流失 ${value}，其余 ${others}`,
      en: `${group}: ${value} churned, ${others} elsewhere`,
    }),
    act: "",
    text: say(view, {zh: `流失 ${value}，其余 ${others}。`, en: `${value} churned, ${others} elsewhere.`}),
    line: say(view, {
      zh: `${group}：流失 ${value}，其余 ${others}`,
      en: `${group}: ${value} churned, ${others} elsewhere`,
    }),
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
  };
}
