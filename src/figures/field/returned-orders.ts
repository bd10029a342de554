import type {ReportView} from "../../facts/view.js";
import type {Row} from "../../marts/list.js";
import {benjaminiHochberg} from "../../stats/comparisons/benjamini-hochberg.js";
import {twoProportionTest} from "../../stats/comparisons/two-proportion-test.js";
import {memberName} from "../../words/dimensions.js";
import {formatNumber} from "../../words/format.js";
import {periodName} from "../../words/period.js";
import {isRestName} from "../../words/rest.js";
import {say} from "../../words/say.js";
import type {FigureOrMissing} from "../figure.js";
import {missingFigure} from "../forms/missing.js";
import {column, tableFigure} from "../forms/table.js";

type OrdersRow = Row<"orders_by_segment">;

/** Orders that came back of all orders, by region: of any folder that says which orders those were. */
export function returnedOrders(view: ReportView): FigureOrMissing {
  const id = "returned-orders";
  const rows = view.rows("orders_by_segment").filter(({period}) => period === "window");
  const all = rows.find(({dimension}) => dimension === "all");
  const parts = rows
    .filter(({dimension, orders}) => dimension === "region" && (orders ?? 0) >= 10)
    .sort((a, b) => (b.orders ?? 0) - (a.orders ?? 0) || (a.member < b.member ? -1 : 1));
  if (
    !view.entities.has("returns") ||
    all?.orders == null ||
    all.orders < 10 ||
    all.returned_orders === null ||
    all.returned_orders === 0
  )
    return missingFigure(view, {
      id,
      needs: ["orders", "returns"],
      shows: {zh: "退回的订单", en: "orders that came back"},
    });
  const rate = (row: OrdersRow) => (row.returned_orders ?? 0) / (row.orders ?? 1);
  const name = (row: OrdersRow) => memberName(view, {dimension: "region", member: row.member});
  const share = (row: OrdersRow) => formatNumber(rate(row), "share", view);
  const highest = surelyHighest(
    parts.filter((row) => !isRestName(name(row))),
    all,
  );
  const [orders, returned, amount] = [
    formatNumber(all.orders, "count", view),
    formatNumber(all.returned_orders, "count", view),
    formatNumber(all.returned_amount, "money", view),
  ];
  return tableFigure(view, {
    id,
    title: say(view, {
      zh: `${orders} 张订单退回 ${returned} 张（${share(all)}）${highest ? `，${name(highest)}最高：${share(highest)}` : parts.length > 1 ? "，各区域看不出差别" : ""}`,
      en: `${returned} of ${orders} orders came back (${share(all)})${highest ? `, most in ${name(highest)}: ${share(highest)}` : parts.length > 1 ? ", no region clearly more" : ""}`,
    }),
    ...(highest ? {claims: [{is: "highest", of: "share", rows: [name(highest)]}]} : {}),
    subtitle: say(view, {
      zh: `按订单计，不按订单行；被拒的不计；所涉订单行 ${formatNumber(all.returned_lines, "count", view)} 行，金额 ${amount}；${periodName(view)}`,
      en: `Orders, not order lines; refused ones left out; ${formatNumber(all.returned_lines, "count", view)} lines worth ${amount}; ${periodName(view)}`,
    }),
    n: all.orders,
    method: say(view, {
      zh: "各区域与其余比（N−1 χ²），Benjamini–Hochberg 校正",
      en: "each region against the rest (N−1 chi-square), Benjamini–Hochberg",
    }),
    marts: ["orders_by_segment"],
    columns: [
      column("region", say(view, {zh: "区域", en: "Region"})),
      column("orders", say(view, {zh: "订单", en: "Orders"}), "count"),
      column("returned", say(view, {zh: "退回", en: "Came back"}), "count"),
      column("share", say(view, {zh: "占比", en: "Share"}), "share"),
      column("lines", say(view, {zh: "所涉订单行", en: "Lines"}), "count"),
      column("amount", say(view, {zh: "所涉金额", en: "Amount"}), "money"),
    ],
    rows: [...parts, all].map((row) => [
      row === all ? say(view, {zh: "合计", en: "Together"}) : name(row),
      row.orders,
      row.returned_orders,
      rate(row),
      row.returned_lines,
      row.returned_amount,
    ]),
  });
}

/** The region of which surely more orders come back than of all others; undefined where chance may have made it. */
function surelyHighest(parts: readonly OrdersRow[], all: OrdersRow): OrdersRow | undefined {
  const counts = ({returned_orders, orders}: OrdersRow) => ({k: returned_orders ?? 0, n: orders ?? 0});
  const whole = counts(all);
  const tests = parts.map((row) => {
    const [own, rest] = [counts(row), {k: whole.k - counts(row).k, n: whole.n - counts(row).n}];
    return {row, own, rest, p: rest.n > 0 ? twoProportionTest(own, rest).p : Number.NaN};
  });
  const adjusted = benjaminiHochberg(tests.map(({p}) => p));
  return tests
    .filter(({own, rest}, at) => adjusted[at]! <= 0.05 && own.k / own.n > rest.k / rest.n)
    .sort((a, b) => b.own.k / b.own.n - a.own.k / a.own.n)[0]?.row;
}
