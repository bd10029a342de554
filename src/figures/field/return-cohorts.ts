import {productsAt, readAge, risingReturns} from "../../facts/field/returned.js";
import type {ReportView} from "../../facts/view.js";
import type {Row} from "../../marts/list.js";
import {memberName} from "../../words/dimensions.js";
import {formatMonth, formatNumber} from "../../words/format.js";
import {say} from "../../words/say.js";
import type {Figure, FigureOrMissing} from "../figure.js";
import {missingFigure} from "../forms/missing.js";
import {column} from "../forms/table.js";

type Cohort = Row<"return_cohorts">;

const metric = "return_rate";
const ages = [30, 60, 90] as const;

/** The product that comes back most of late beside all others, by ship month at one age: young months do not look better. */
export function returnCohorts(view: ReportView): FigureOrMissing {
  const id = "return-cohorts";
  const rows = view.rows("return_cohorts");
  const months = [
    ...new Set(rows.filter((row) => row.is_aged && row.age_days === readAge).map((row) => row.ship_month)),
  ].sort();
  const product = focusOf(view);
  if (months.length < 2 || product === undefined)
    return missingFigure(view, {
      id,
      needs: ["orders", "returns"],
      shows: {zh: "各发货月份的退货率", en: "the return rate by ship month"},
    });
  const name = memberName(view, {dimension: "product", member: product});
  const others = say(view, {zh: "其他产品", en: "Other products"});
  const own = (row: Cohort) => row.product === product;
  const at = (month: string, isOwn: boolean, age: number) =>
    sumOf(rows, {month, age, fits: (row) => own(row) === isOwn});
  const point = ({shipped, returned}: Counted) =>
    shipped < 10
      ? {value: null, n: null, flag: "suppressed" as const}
      : {value: returned / shipped, n: shipped, flag: shipped < 30 ? ("hollow" as const) : ("" as const)};
  const last = months.at(-1)!;
  const [now, rest] = [at(last, true, readAge), at(last, false, readAge)];
  const share = ({shipped, returned}: Counted) =>
    shipped < 10 ? "n<10" : `${formatNumber(returned / shipped, "share", view)}`;
  const title = say(view, {
    zh: `${formatMonth(last, view)}发货的${name} 30 天内退回 ${share(now)}，其他产品 ${share(rest)}`,
    en: `${name} shipped in ${formatMonth(last, view)}: ${share(now)} back within 30 days, other products ${share(rest)}`,
  });
  const subtitle = say(view, {
    zh: "发货后 30 天内申请退换的订单行占比，按发货月份；没满 30 天的月份不画",
    en: "Share of order lines asked to be taken back within 30 days, by ship month; months not yet 30 days old are not drawn",
  });
  return {
    id,
    title,
    subtitle,
    form: "lines",
    unit: "share",
    categories: months,
    category_kind: "month",
    category_title: say(view, {zh: "发货月份", en: "Ship month"}),
    value_title: say(view, {zh: "退货率", en: "Return rate"}),
    series: [
      {id: "product", name, role: "main", points: months.map((month) => point(at(month, true, readAge)))},
      {id: "others", name: others, role: "context", points: months.map((month) => point(at(month, false, readAge)))},
    ],
    table: tableOf(view, {rows, months, name, others, own}),
    n: rows.filter((row) => row.is_aged && row.age_days === readAge).reduce((sum, row) => sum + row.shipped, 0),
    method: say(view, {zh: "按发货月份、同一货龄的占比", en: "share by ship month, read at one age"}),
    metrics: [metric],
    marts: ["return_cohorts"],
    notes: [
      say(view, {
        zh: "表中另列满 60、90 天的；还没到的留空，不当作没有退货。",
        en: "The table adds ages 60 and 90; what has not come yet is empty, not zero.",
      }),
    ],
    alt: `${title}. ${subtitle}.`,
  };
}

/** Rising most, else with the highest rate. */
const focusOf = (view: ReportView): string | undefined =>
  risingReturns(view)[0]?.product ??
  productsAt(view)
    .filter(({flag}) => flag === "")
    .sort((a, b) => (b.value ?? 0) - (a.value ?? 0))[0]?.product;

interface Counted {
  readonly shipped: number;
  readonly returned: number;
}

function sumOf(
  rows: readonly Cohort[],
  {month, age, fits}: {month: string; age: number; fits: (row: Cohort) => boolean},
): Counted & {readonly is_aged: boolean} {
  const found = rows.filter((row) => row.ship_month === month && row.age_days === age && fits(row));
  return {
    shipped: found.reduce((sum, row) => sum + row.shipped, 0),
    returned: found.reduce((sum, row) => sum + row.returned, 0),
    is_aged: found.every(({is_aged}) => is_aged),
  };
}

interface TableParts {
  readonly rows: readonly Cohort[];
  readonly months: readonly string[];
  readonly name: string;
  readonly others: string;
  readonly own: (row: Cohort) => boolean;
}

function tableOf(view: ReportView, {rows, months, name, others, own}: TableParts): Figure["table"] {
  const parts = [
    {id: "product", label: name, fits: own},
    {id: "others", label: others, fits: (row: Cohort) => !own(row)},
  ];
  return {
    columns: [
      column("month", say(view, {zh: "发货月份", en: "Ship month"}), "month"),
      ...parts.flatMap(({id, label}) => [
        column(`${id}_shipped`, say(view, {zh: `${label}：发货`, en: `${label}: shipped`}), "count"),
        column(`${id}_share`, say(view, {zh: `${readAge} 天内退货率`, en: `rate at ${readAge} d`}), "share"),
        ...ages.map((age) => column(`${id}_${age}`, say(view, {zh: `${age} 天退回`, en: `back in ${age} d`}), "count")),
      ]),
    ],
    rows: months.map((month) => [
      month,
      ...parts.flatMap(({fits}) => {
        const read = ages.map((age) => sumOf(rows, {month, age, fits}));
        const hidden = read[0]!.shipped < 10;
        const counts = read.map(({returned, is_aged}) => (is_aged && !hidden ? returned : null));
        const now = counts[ages.indexOf(readAge)];
        return [read[0]!.shipped, now == null ? null : now / read[0]!.shipped, ...counts];
      }),
    ]),
  };
}
