import {whereKnown} from "../../facts/known.js";
import type {ReportView} from "../../facts/view.js";
import type {Row} from "../../marts/list.js";
import {metricOf} from "../../metrics/catalogue.js";
import {dimensionName, groupName, inOrder, memberName} from "../../words/dimensions.js";
import {formatMonth, formatNumber} from "../../words/format.js";
import {shiftMonth} from "../../words/month.js";
import {say} from "../../words/say.js";
import type {FigureOrMissing, Series} from "../figure.js";
import {methodName} from "../forms/estimate.js";
import {missingFigure, missingLosses} from "../forms/missing.js";
import {curvePoint} from "./retention.js";
import {groupCurveTable} from "./retention-group-table.js";
import {horizonNotes, impossibleMonths, ruleNotes} from "./retention-length.js";

type Curve = Row<"retention_curves">;
type Mean = Row<"retention_means">;
type Comparison = Row<"retention_comparisons">;

interface Grouping {
  readonly id: string;
  readonly dimension: string;
}

/**
 * Retention curves of the members of a dimension, with restricted means in the headline and the logrank test beside.
 * Tiers are followed from the day they were held, since a tier of later days is known only of who stayed.
 */
export function retentionBy(view: ReportView, grouping: Grouping): FigureOrMissing {
  const {id, dimension} = grouping;
  const silent = impossibleMonths(view);
  const {curves, isCut} = curvesOf(view, {grouping, silent});
  const members = membersOf(view, {grouping, curves});
  const kind = dimensionName(view, dimension);
  if (members.length < 2) return noCurves(view, grouping);
  const end = Math.max(...curves.map(({month}) => month));
  const grid = Array.from({length: end - silent + 1}, (_, place) => silent + place);
  const all: Series[] = members.map(({member}) => ({
    id: member,
    name: memberName(view, {dimension, member}),
    points: grid.map((month) => curvePoint(curves.find((row) => row.member === member && row.month === month))),
  }));
  const compared = view.rows("retention_comparisons").filter(isOf(grouping));
  const means = view.rows("retention_means").filter((row) => isOf(grouping)(row) && row.months > silent);
  const {title, named} = groupFinding(view, {dimension, means, test: compared[0]});
  const series = drawnOf(all, named);
  const asked = compared[0] ? `${say(view, {zh: "；", en: "; "})}${testText(view, compared[0])}` : "";
  return {
    id,
    title,
    subtitle: `${sinceText(view, grouping)}${asked}`,
    form: "steps",
    unit: "share",
    categories: grid.map(String),
    category_kind: "number",
    category_title:
      dimension === "tier"
        ? say(view, {zh: "此后的月数", en: "Months since"})
        : say(view, {zh: "成为客户后的月数", en: "Months as a customer"}),
    value_title: say(view, {zh: "仍是客户的比例", en: "Still customers"}),
    series,
    table: groupCurveTable(view, {kind, series: all, grid, means, compared}),
    n: members.reduce((sum, {n}) => sum + n, 0),
    method: `${methodName(view, metricOf("retention"))}${asked}`,
    metrics: ["retention"],
    marts: ["retention_curves", "retention_comparisons", "retention_means"],
    notes: [
      ...notesOf(view, {grouping, isCut}),
      ...ruleNotes(view, silent),
      ...horizonNotes(view, means[0]),
      ...(all.length > series.length
        ? [
            say(view, {
              zh: `另有 ${all.length - series.length} 组只在数据表里。`,
              en: `${all.length - series.length} more ${all.length - series.length === 1 ? "group stands" : "groups stand"} in the table only.`,
            }),
          ]
        : []),
    ],
    alt: `${title}${say(view, {zh: "。", en: "."})}`,
  };
}

/** More curves than this cannot be told apart. */
const mostCurves = 6;

/** The first ones, and always the one that the title names. */
function drawnOf(all: readonly Series[], named: string | undefined): Series[] {
  const first = all.slice(0, mostCurves);
  const found = all.find(({id}) => id === named);
  return !found || first.includes(found) ? first : [...first.slice(0, -1), found];
}

const noCurves = (view: ReportView, {id, dimension}: Grouping): FigureOrMissing =>
  (dimension === "contract_type" ? missingFigure : missingLosses)(view, {
    id,
    needs: dimension === "tier" ? ["contracts", "orders"] : ["contracts"],
    shows: {
      zh: `按${dimensionName(view, dimension)}的留存曲线`,
      en: `retention curves by ${dimensionName(view, dimension).toLowerCase()}`,
    },
  });

/** Dimensions with a figure of their own, and all customers together. */
const shownElsewhere = new Set(["all", "contract_type", "tier", "cohort"]);

/** The curves of that other kind of customer by which they differ most: the smallest p of the logrank test. */
export function retentionByOther(view: ReportView, id: string): FigureOrMissing {
  const isGiven = (dimension: string) =>
    view
      .rows("churn_by_segment")
      .filter((row) => row.dimension === dimension)
      .every(({share}) => share === null || share === 0 || share === 1);
  const [most] = view
    .rows("retention_comparisons")
    .filter(({dimension}) => !shownElsewhere.has(dimension) && !isGiven(dimension))
    .sort((one, other) => one.p_adjusted - other.p_adjusted || other.chi2 / other.df - one.chi2 / one.df);
  return retentionBy(view, {id, dimension: most?.dimension ?? "region"});
}

/** Rows of one dimension, on the clock it is followed by. */
const isOf =
  ({dimension}: Grouping) =>
  (row: Pick<Curve, "dimension" | "clock">): boolean =>
    row.dimension === dimension && (row.clock === "since_window") === (dimension === "tier");

/** The curves that may be laid beside each other: those seen from a later age only may not, where two others are. */
function curvesOf(view: ReportView, {grouping, silent}: {grouping: Grouping; silent: number}) {
  const seen = view.rows("retention_curves").filter((row) => isOf(grouping)(row) && row.month >= silent);
  const fromStart = new Set(seen.filter(({month}) => month <= silent + 1).map(({member}) => member));
  const curves = fromStart.size > 1 ? seen.filter(({member}) => fromStart.has(member)) : seen;
  return {curves, isCut: curves.length < seen.length};
}

/** Each member with how many customers it had. */
function membersOf(view: ReportView, {grouping, curves}: {grouping: Grouping; curves: readonly Curve[]}) {
  const compared = view.rows("retention_comparisons").filter(isOf(grouping));
  const members = [...new Set(curves.map(({member}) => member))]
    .filter((member) => member !== "unknown" && curves.some((row) => row.member === member && row.value !== null))
    .map((member) => {
      const tested = compared.find((row) => row.member === member);
      return {member, n: tested?.customers ?? curves.find((row) => row.member === member)!.n_risk};
    });
  return inOrder(view, {dimension: grouping.dimension, members});
}

/** Whose months are counted, and from when. */
function sinceText(view: ReportView, {dimension}: Grouping): string {
  const kind = dimensionName(view, dimension);
  if (dimension !== "tier" || !view.month)
    return say(view, {
      zh: `按${kind}的留存，成为客户后的月数`,
      en: `Retention by ${kind.toLowerCase()}, months as a customer`,
    });
  const month = formatMonth(shiftMonth(view.month, 1 - view.windowMonths), view);
  return say(view, {
    zh: `${month}初所在等级的客户，此后的月数`,
    en: `Customers by the tier they held at the start of ${month}, months since then`,
  });
}

const notesOf = (view: ReportView, {grouping, isCut}: {grouping: Grouping; isCut: boolean}): string[] => [
  say(view, {
    zh: "对数秩检验说的是整条曲线；曲线交叉时请看平均留存月数。",
    en: "The logrank test speaks of whole curves; where they cross, read the mean months kept.",
  }),
  ...(isCut
    ? [
        say(view, {
          zh: "只从较后月龄才看得到的组不画，不能并排比较。",
          en: "Groups seen from a later age only are not drawn: they cannot be laid beside the others.",
        }),
      ]
    : []),
  ...(grouping.dimension === "contract_type" && view.churnRule === "contract"
    ? [
        say(view, {
          zh: "合同类型取观察开始时（或入网时）的；期限短的合同到期次数多，到期一次的流失看分组图的数据表。",
          en: "Contract as held when the records begin, or on joining; short terms come up more often: the loss per renewal stands in the table of churn by group.",
        }),
      ]
    : []),
];

/**
 * Who keeps surely fewer months than the rest, by restricted mean; the greatest difference first. Where no one does the
 * test of whole curves decides, so that no title denies what stands beside it.
 */
function groupFinding(
  view: ReportView,
  {dimension, means, test}: {dimension: string; means: readonly Mean[]; test: Comparison | undefined},
): {readonly title: string; readonly named?: string} {
  const kind = dimensionName(view, dimension);
  const sure = whereKnown(means, "difference", "difference_lo", "difference_hi")
    .filter((row) => row.difference_lo > 0 || row.difference_hi < 0)
    .sort((a, b) => Math.abs(b.difference) - Math.abs(a.difference));
  const worst = sure.find(({difference}) => difference < 0) ?? sure[0];
  if (!worst)
    return {
      title:
        test && test.p_adjusted <= 0.05
          ? say(view, {
              zh: `各${kind}留存有差别，但没有哪一组明显不同`,
              en: `Retention differs by ${kind.toLowerCase()}, but no group stands out clearly`,
            })
          : say(view, {zh: `各${kind}留存看不出差别`, en: `No clear gap in retention by ${kind.toLowerCase()}`}),
    };
  const months = formatNumber(Math.abs(worst.difference), "score", view);
  const name = groupName(view, {dimension, member: worst.member});
  const isFewer = worst.difference < 0;
  return {
    title: say(view, {
      zh: `${name}前 ${worst.months} 个月平均比其余客户${isFewer ? "少" : "多"}留 ${months} 个月`,
      en: `${name}: kept ${months} months ${isFewer ? "less" : "more"} of the first ${worst.months} than the rest`,
    }),
    named: worst.member,
  };
}

/** The test that decides: its p is adjusted for the kinds of customers that are compared. */
function testText(view: ReportView, {chi2, df, p_adjusted: p}: Comparison): string {
  const unit = chi2 >= 100 ? "count" : "points";
  const value = formatNumber(chi2, unit, view).replace("+", "");
  const level = p < 0.001 ? "< 0.001" : `= ${p.toFixed(3)}`;
  return `${say(view, {zh: "对数秩检验", en: "logrank"})} χ² = ${value}, df = ${df}, ${say(view, {zh: "校正后 p", en: "adjusted p"})} ${level}`;
}
