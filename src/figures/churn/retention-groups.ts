import {whereKnown} from "../../facts/known.js";
import type {ReportView} from "../../facts/view.js";
import type {Row} from "../../marts/list.js";
import {metricOf} from "../../metrics/catalogue.js";
import {dimensionName, groupName, inOrder, memberName} from "../../words/dimensions.js";
import {formatInterval, formatMonth, formatNumber} from "../../words/format.js";
import {shiftMonth} from "../../words/month.js";
import {say} from "../../words/say.js";
import type {FigureOrMissing, FigureTable, Series} from "../figure.js";
import {methodName} from "../forms/estimate.js";
import {missingFigure} from "../forms/missing.js";
import {column, limitColumns} from "../forms/table.js";
import {curvePoint} from "./retention.js";

type Curve = Row<"retention_curves">;
type Mean = Row<"retention_means">;

interface Grouping {
  readonly id: string;
  readonly dimension: "tier" | "cohort" | "contract_type";
}

/**
 * Retention curves of the members of a dimension, with restricted means in the headline and the logrank test beside.
 * Tiers are followed from the day they were held, since a tier of later days is known only of who stayed.
 */
export function retentionBy(view: ReportView, grouping: Grouping): FigureOrMissing {
  const {id, dimension} = grouping;
  const {curves, isCut} = curvesOf(view, grouping);
  const members = membersOf(view, {grouping, curves});
  const kind = dimensionName(view, dimension);
  if (members.length < 2)
    return missingFigure(view, {
      id,
      needs: dimension === "tier" ? ["contracts", "orders"] : ["contracts"],
      shows: {zh: `按${kind}的留存曲线`, en: `retention curves by ${kind.toLowerCase()}`},
    });
  const end = Math.max(...curves.map(({month}) => month));
  const grid = Array.from({length: end + 1}, (_, month) => month);
  const series: Series[] = members.map(({member}) => ({
    id: member,
    name: memberName(view, {dimension, member}),
    points: grid.map((month) => curvePoint(curves.find((row) => row.member === member && row.month === month))),
  }));
  const test = view.rows("retention_comparisons").find(isOf(grouping));
  const means = view.rows("retention_means").filter(isOf(grouping));
  const title = groupFinding(view, {dimension, means});
  const asked = test ? `${say(view, {zh: "；", en: "; "})}${testText(view, test)}` : "";
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
    table: curveTable(view, {
      kind,
      series,
      grid,
      means,
      compared: view.rows("retention_comparisons").filter(isOf(grouping)),
    }),
    n: members.reduce((sum, {n}) => sum + n, 0),
    method: `${methodName(view, metricOf("retention"))}${asked}`,
    metrics: ["retention"],
    marts: ["retention_curves", "retention_comparisons", "retention_means"],
    notes: notesOf(view, {grouping, isCut}),
    alt: `${title}${say(view, {zh: "。", en: "."})}`,
  };
}

/** Rows of one dimension, on the clock it is followed by. */
const isOf =
  ({dimension}: Grouping) =>
  (row: Pick<Curve, "dimension" | "clock">): boolean =>
    row.dimension === dimension && (row.clock === "since_window") === (dimension === "tier");

/** The curves that may be laid beside each other: those seen from a later age only may not, where two others are. */
function curvesOf(view: ReportView, grouping: Grouping) {
  const seen = view.rows("retention_curves").filter(isOf(grouping));
  const fromStart = new Set(seen.filter(({month}) => month <= 1).map(({member}) => member));
  const curves = fromStart.size > 1 ? seen.filter(({member}) => fromStart.has(member)) : seen;
  return {curves, isCut: curves.length < seen.length};
}

/** Six members at most, each with how many customers it had. */
function membersOf(view: ReportView, {grouping, curves}: {grouping: Grouping; curves: readonly Curve[]}) {
  const compared = view.rows("retention_comparisons").filter(isOf(grouping));
  const members = [...new Set(curves.map(({member}) => member))]
    .filter((member) => member !== "unknown" && curves.some((row) => row.member === member && row.value !== null))
    .map((member) => {
      const tested = compared.find((row) => row.member === member);
      return {member, n: tested?.customers ?? curves.find((row) => row.member === member)!.n_risk};
    });
  return inOrder(view, {dimension: grouping.dimension, members}).slice(0, 6);
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

/** Every sixth month of each curve and its last, with the mean months kept, and the losses the logrank test compares, in the first row. */
function curveTable(
  view: ReportView,
  {
    kind,
    series,
    grid,
    means,
    compared,
  }: {
    kind: string;
    series: readonly Series[];
    grid: readonly number[];
    means: readonly Mean[];
    compared: readonly Row<"retention_comparisons">[];
  },
): FigureTable {
  const mean = (member: string) => {
    const row = means.find((each) => each.member === member);
    const test = compared.find((each) => each.member === member);
    return [row?.value ?? null, row?.lo ?? null, row?.hi ?? null, test?.observed ?? null, test?.expected ?? null];
  };
  return {
    columns: [
      column("group", kind),
      column("months", say(view, {zh: "月数", en: "Months"}), "count"),
      column("value", say(view, {zh: "仍是客户的比例", en: "Still customers"}), "share"),
      column("lo", say(view, {zh: "区间下限", en: "Lower limit"}), "share"),
      column("hi", say(view, {zh: "区间上限", en: "Upper limit"}), "share"),
      column("n", say(view, {zh: "在册数", en: "At risk"}), "count"),
      column("mean", say(view, {zh: "平均留存月数", en: "Mean months kept"}), "score"),
      ...limitColumns(view, "score", "mean"),
      column("observed", say(view, {zh: "已离开", en: "Gone"}), "count"),
      column("expected", say(view, {zh: "若各组相同，预期离开", en: "Gone if all were alike"}), "ratio"),
    ],
    rows: series.flatMap((each) =>
      grid
        .filter((month) => month % 6 === 0 || month === grid.at(-1))
        .flatMap((month) => {
          const {value, lo, hi, n} = each.points[month]!;
          if (value === null) return [];
          return [
            [
              each.name,
              month,
              value,
              lo ?? null,
              hi ?? null,
              n ?? null,
              ...(month === 0 ? mean(each.id) : [null, null, null, null, null]),
            ],
          ];
        }),
    ),
  };
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

/** Who keeps surely fewer months than the rest, by restricted mean; the greatest difference first. */
function groupFinding(view: ReportView, {dimension, means}: {dimension: string; means: readonly Mean[]}): string {
  const kind = dimensionName(view, dimension);
  const sure = whereKnown(means, "difference", "difference_lo", "difference_hi", "p_adjusted")
    .filter((row) => row.p_adjusted <= 0.05)
    .sort((a, b) => Math.abs(b.difference) - Math.abs(a.difference));
  const worst = sure.find(({difference}) => difference < 0) ?? sure[0];
  if (!worst)
    return say(view, {
      zh: `按${kind}看，留存没有可断定的差异`,
      en: `No sure difference in retention by ${kind.toLowerCase()}`,
    });
  const months = (value: number) => formatNumber(Math.abs(value), "score", view);
  const limits = [worst.difference_lo, worst.difference_hi].map(Math.abs).sort((a, b) => a - b);
  const interval = formatInterval(limits as [number, number], "score", view);
  const name = groupName(view, {dimension, member: worst.member});
  const isFewer = worst.difference < 0;
  return say(view, {
    zh: `${name}前 ${worst.months} 个月平均比其余客户${isFewer ? "少" : "多"}留 ${months(worst.difference)} 个月（${interval}）`,
    en: `${name} stay ${months(worst.difference)} months ${isFewer ? "less" : "more"} of the first ${worst.months} than the rest (${interval})`,
  });
}

function testText(view: ReportView, {chi2, df, p}: Row<"retention_comparisons">): string {
  const unit = chi2 >= 100 ? "count" : "points";
  const value = formatNumber(chi2, unit, view).replace("+", "");
  const level = p < 0.001 ? "< 0.001" : `= ${p.toFixed(3)}`;
  return `${say(view, {zh: "对数秩检验", en: "logrank"})} χ² = ${value}, df = ${df}, p ${level}`;
}
