import {isShifted, type Product, productsAt, readAge, risingReturns, type Shifted} from "../../facts/field/returned.js";
import type {ReportView} from "../../facts/view.js";
import {wilsonInterval} from "../../stats/estimates/wilson-interval.js";
import {memberName} from "../../words/dimensions.js";
import {formatMonth, formatNumber} from "../../words/format.js";
import {say} from "../../words/say.js";
import type {FigureOrMissing, FigureTable} from "../figure.js";
import {estimateFigure} from "../forms/estimate.js";
import {missingFigure} from "../forms/missing.js";
import {column} from "../forms/table.js";

const metric = "return_rate";
const needs = ["orders", "returns"];

/** How much of each product comes back within 30 days of shipping, and since when more of it does. */
export function returnRates(view: ReportView): FigureOrMissing {
  const id = "return-rates";
  const products = productsAt(view)
    .filter(({flag}) => flag !== "suppressed")
    .sort((a, b) => (b.value ?? 0) - (a.value ?? 0) || (a.product < b.product ? -1 : 1));
  if (products.length === 0)
    return missingFigure(view, {
      id,
      needs,
      shows: {zh: "各产品满 30 天的退货率", en: "the return rate of each product 30 days after shipping"},
    });
  const name = (product: string) => memberName(view, {dimension: "product", member: product});
  const rising = risingReturns(view);
  const [shipped, returned] = (["shipped", "returned"] as const).map((each) =>
    products.reduce((sum, row) => sum + row[each], 0),
  ) as [number, number];
  const share = (k: number, n: number) => formatNumber(k / n, "share", view);
  const rows = products
    .flatMap((row) => (isShifted(row) ? bothParts(view, row) : [{...wholeRow(row), label: name(row.product)}]))
    .sort((a, b) => (b.value ?? 0) - (a.value ?? 0));
  const figure = estimateFigure(view, {
    id,
    title: rising[0]
      ? riseFinding(view, rising[0])
      : say(view, {
          zh: `发货 ${readAge} 天内退回 ${share(returned, shipped)}（${shipped} 行中 ${returned} 行），没有产品突然变多`,
          en: `${share(returned, shipped)} come back within ${readAge} days (${returned} of ${shipped} lines); no product has jumped`,
        }),
    subtitle: say(view, {
      zh: `发货后 ${readAge} 天内申请退换的订单行占比；只看发货已满 ${readAge} 天的月份；被拒的也计`,
      en: `Share of order lines asked to be taken back within ${readAge} days of shipping; ship months ${readAge} days old; refused ones count`,
    }),
    form: "dots",
    unit: "share",
    labels: say(view, {zh: "产品", en: "Product"}),
    metric,
    method: say(view, {
      zh: "Wilson 95% 区间；变化点取似然最大处，按位置数和产品数校正（Bonferroni）",
      en: "Wilson 95% interval; the point of change by largest likelihood, corrected for all places and products (Bonferroni)",
    }),
    marts: ["return_products"],
    n: shipped,
    rows,
    focus: rising.map((row) => sinceName(view, row)),
    reference: {
      value: returned / shipped,
      label: say(view, {zh: `全部 ${share(returned, shipped)}`, en: `All ${share(returned, shipped)}`}),
    },
  });
  return {
    ...figure,
    worked: worstSums(view, rising[0] ?? {since_returned: returned, since_shipped: shipped}),
    table: withReturned(view, {table: figure.table, rows}),
  };
}

/** Rates before and since the change of the product that the title names; of all products where none has changed. */
function worstSums(
  view: ReportView,
  row: Pick<Shifted, "since_returned" | "since_shipped"> & Partial<Shifted>,
): string[] {
  const rate = (k: number, n: number) =>
    `${formatNumber(k, "count", view)} ÷ ${formatNumber(n, "count", view)} = ${formatNumber(k / n, "share", view)}`;
  const {since_returned: k, since_shipped: n, before_returned, before_shipped} = row;
  if (before_returned === undefined || !before_shipped)
    return [say(view, {zh: `全部产品：${rate(k, n)}`, en: `All products: ${rate(k, n)}`})];
  return [
    say(view, {zh: `变化之后：${rate(k, n)}`, en: `Since the change: ${rate(k, n)}`}),
    say(view, {
      zh: `变化之前：${rate(before_returned, before_shipped)}`,
      en: `Before it: ${rate(before_returned, before_shipped)}`,
    }),
  ];
}

const wholeRow = ({value, lo, hi, shipped, returned, flag}: Product) => ({value, lo, hi, n: shipped, returned, flag});

/** What was shipped since the change, and before it: the numbers of the title, each with its interval. */
const bothParts = (view: ReportView, row: Shifted) => {
  const part = (label: string, returned: number, n: number) => {
    const {estimate, low, high} = wilsonInterval(returned, n);
    return {label, value: estimate, lo: low, hi: high, n, returned, flag: row.flag};
  };
  const name = memberName(view, {dimension: "product", member: row.product});
  return [
    part(sinceName(view, row), row.since_returned, row.since_shipped),
    part(say(view, {zh: `${name}，此前`, en: `${name}, before`}), row.before_returned, row.before_shipped),
  ];
};

const sinceName = (view: ReportView, {product, since}: Shifted): string => {
  const name = memberName(view, {dimension: "product", member: product});
  const month = formatMonth(since, view);
  return say(view, {zh: `${name}，${month}起`, en: `${name}, since ${month}`});
};

/** Beside each rate how many came back. */
function withReturned(
  view: ReportView,
  {table, rows}: {table: FigureTable; rows: readonly {readonly returned: number}[]},
): FigureTable {
  const last = table.columns.length - 1;
  return {
    columns: [
      ...table.columns.slice(0, last),
      column("returned", say(view, {zh: "退回", en: "Returned"}), "count"),
      ...table.columns.slice(last),
    ],
    rows: table.rows.map((cells, at) => [...cells.slice(0, last), rows[at]!.returned, ...cells.slice(last)]),
  };
}

/** "清岚空气净化器 2026年4月起发货的 314 件，30 天内退回 51 件（16.2%），此前 3.0%" */
export function riseFinding(view: ReportView, row: Shifted): string {
  const name = memberName(view, {dimension: "product", member: row.product});
  const share = (k: number, n: number) => formatNumber(k / n, "share", view);
  const {since_returned: k, since_shipped: n} = row;
  const before = share(row.before_returned, row.before_shipped);
  return say(view, {
    zh: `${name}：${formatMonth(row.since, view)}以来发货 ${n} 件，30 天内退回 ${k} 件（${share(k, n)}），此前 ${before}`,
    en: `${name}: ${k} of ${n} shipped since ${formatMonth(row.since, view)} came back within 30 days (${share(k, n)}), ${before} before`,
  });
}
