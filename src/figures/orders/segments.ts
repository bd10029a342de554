import type {ReportView} from "../../facts/view.js";
import type {Row} from "../../marts/list.js";
import {dimensionName, memberName} from "../../words/dimensions.js";
import {formatNumber} from "../../words/format.js";
import {periodName} from "../../words/period.js";
import {say} from "../../words/say.js";
import type {FigureOrMissing} from "../figure.js";
import {missingFigure} from "../forms/missing.js";
import {column, tableFigure} from "../forms/table.js";

/** Members of one dimension beyond these are summed up. */
const most = 8;

/** Where the orders come from, a year together: every dimension that the orders carry. */
export function ordersBySegment(view: ReportView): FigureOrMissing {
  const id = "orders-by-segment";
  const rows = view.rows("orders_by_segment").filter(({period}) => period === "window");
  const all = rows.find(({dimension}) => dimension === "all");
  const total = all?.amount ?? 0;
  const parts = [...new Set(rows.map(({dimension}) => dimension))]
    .filter((dimension) => dimension !== "all")
    .map((dimension) => ({
      dimension,
      members: rows
        .filter((row) => row.dimension === dimension)
        .sort((one, other) => (other.amount ?? 0) - (one.amount ?? 0) || (one.member < other.member ? -1 : 1)),
    }))
    .filter(({members}) => members.length > 1);
  const [lead] = parts;
  const largest = lead?.members[0];
  if (!all || !lead || !largest || total <= 0)
    return missingFigure(view, {
      id,
      needs: ["orders"],
      shows: {zh: "订单来自哪些类别、区域和渠道", en: "which categories, regions and channels orders come from"},
    });
  const hasMargin = all.margin !== null;
  const share = (amount: number | null) => (amount === null ? null : amount / total);
  const said = formatNumber(share(largest.amount), "share", view);
  const name = memberName(view, {dimension: lead.dimension, member: largest.member});
  return tableFigure(view, {
    id,
    title: say(view, {
      zh: `${dimensionName(view, lead.dimension)}里金额最大的是“${name}”，占 ${said}`,
      en: `“${name}” brings most of all by ${dimensionName(view, lead.dimension).toLowerCase()}: ${said} of the amount`,
    }),
    claims: [{is: "highest", of: "amount", rows: [name], among: [dimensionName(view, lead.dimension)]}],
    subtitle: say(view, {
      zh: `各类别的金额、订单和客户；${periodName(view)}`,
      en: `Amount, orders and customers by group; ${periodName(view)}`,
    }),
    n: all.orders ?? all.order_lines ?? 0,
    marts: ["orders_by_segment"],
    columns: [
      column("dimension", say(view, {zh: "维度", en: "By"})),
      column("member", say(view, {zh: "类别", en: "Group"})),
      column("amount", say(view, {zh: "金额", en: "Amount"}), "money"),
      column("share", say(view, {zh: "占比", en: "Share"}), "share"),
      ...(hasMargin ? [column("margin", say(view, {zh: "毛利", en: "Margin"}), "money")] : []),
      column("orders", say(view, {zh: "订单数", en: "Orders"}), "count"),
      column("customers", say(view, {zh: "客户", en: "Customers"}), "count"),
    ],
    rows: parts.flatMap((part) => partRows(view, {...part, total, hasMargin})),
  });
}

interface OrderPart {
  readonly dimension: string;
  readonly members: readonly Row<"orders_by_segment">[];
  readonly total: number;
  readonly hasMargin: boolean;
}

/** The largest members of a dimension, and the others together. */
function partRows(view: ReportView, {dimension, members, total, hasMargin}: OrderPart): (string | number | null)[][] {
  const share = (amount: number | null) => (amount === null ? null : amount / total);
  const rest = members.slice(most);
  const amount = rest.some((row) => row.amount === null) ? null : rest.reduce((sum, row) => sum + (row.amount ?? 0), 0);
  return [
    ...members
      .slice(0, most)
      .map((row) => [
        dimensionName(view, dimension),
        memberName(view, {dimension, member: row.member}),
        row.amount,
        share(row.amount),
        ...(hasMargin ? [row.margin] : []),
        row.orders,
        row.customers,
      ]),
    ...(rest.length > 0
      ? [
          [
            dimensionName(view, dimension),
            say(view, {zh: `其余 ${rest.length} 类`, en: `${rest.length} more`}),
            amount,
            share(amount),
            ...(hasMargin ? [rest.reduce((total, row) => total + (row.margin ?? 0), 0)] : []),
            null,
            null,
          ],
        ]
      : []),
  ];
}
