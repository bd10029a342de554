import {complaintGroups, sameCountPair} from "../../facts/service/bases.js";
import type {ReportView} from "../../facts/view.js";
import {poissonRate} from "../../stats/estimates/poisson-rate.js";
import {groupName, memberName} from "../../words/dimensions.js";
import {formatMonth, formatNumber} from "../../words/format.js";
import {say} from "../../words/say.js";
import type {FigureOrMissing} from "../figure.js";
import {missingFigure} from "../forms/missing.js";
import {column, limitColumns, tableFigure} from "../forms/table.js";

/** The month's complaints against three bases: customers, orders, and people who complained; equal counts are not equal. */
export function complaintBases(view: ReportView): FigureOrMissing {
  const id = "complaint-bases";
  const [all] = complaintGroups(view, "all");
  const groups = complaintGroups(view, "region");
  if (!all || !view.month)
    return missingFigure(view, {
      id,
      needs: ["tickets", "customers"],
      shows: {zh: "投诉对客户数、订单数的比", en: "complaints against customers and orders"},
    });
  const month = view.month;
  const orders = (dimension: string, member: string): number | null =>
    view
      .rows("orders_by_segment")
      .find((row) => row.period === month && row.dimension === dimension && row.member === member)?.orders ?? null;
  const perOrders = (complaints: number, base: number | null) =>
    base === null || base < 10 ? undefined : poissonRate({events: complaints, exposure: base}, {per: 1000});
  const rows = [all, ...groups];
  const hasOrders = rows.some(({dimension, member}) => orders(dimension, member) !== null);
  const title = basesTitle(view, {all, pair: sameCountPair(groups)});
  return tableFigure(view, {
    id,
    title,
    subtitle: say(view, {
      zh: `${formatMonth(month, view)}，按区域；精确 Poisson 95% 区间`,
      en: `${formatMonth(month, view)} by region; exact Poisson 95% limits`,
    }),
    columns: [
      column("region", say(view, {zh: "区域", en: "Region"})),
      column("complaints", say(view, {zh: "投诉（件）", en: "Complaints"}), "count"),
      column("complainants", say(view, {zh: "投诉的客户（户）", en: "Customers who complained"}), "count"),
      column("customers", say(view, {zh: "当月曾有效", en: "Active in the month"}), "count"),
      column("average", say(view, {zh: "日均有效客户", en: "Active, average day"}), "count"),
      column("rate", say(view, {zh: "每万户", en: "Per 10,000"}), "per_10000"),
      ...limitColumns(view, "per_10000", "rate"),
      ...(hasOrders
        ? [
            column("orders", say(view, {zh: "订单", en: "Orders"}), "count"),
            column("per_orders", say(view, {zh: "每千单", en: "Per 1,000 orders"}), "per_10000"),
            ...limitColumns(view, "per_10000", "per_orders"),
          ]
        : []),
    ],
    rows: rows.map((row) => {
      const base = orders(row.dimension, row.member);
      const made = perOrders(row.complaints, base);
      return [
        memberName(view, row),
        ...[row.complaints, row.complainants, row.customers, row.customer_months, row.value, row.lo, row.hi],
        ...(hasOrders ? [base, made?.estimate ?? null, made?.low ?? null, made?.high ?? null] : []),
      ];
    }),
    n: all.complaints,
    method: say(view, {zh: "精确 Poisson 95% 区间（Garwood）", en: "exact Poisson 95% limits (Garwood)"}),
    marts: ["complaints_by_segment", "orders_by_segment"],
    metrics: ["complaint_rate"],
    notes: [
      say(view, {
        zh: "件数不能直接相比：先看对着多少客户、多少订单。每万户 = 投诉 ÷ 日均有效客户。",
        en: "Counts alone do not compare: look at how many customers and orders they stand against. Per 10,000: complaints ÷ customers active on an average day.",
      }),
    ],
  });
}

type Group = ReturnType<typeof complaintGroups>[number];

/** Two regions with the same complaints and unlike rates, where there are such; else the rate of all. */
function basesTitle(view: ReportView, {all, pair}: {all: Group; pair: ReturnType<typeof sameCountPair>}): string {
  const rate = (value: number) => formatNumber(value, "per_10000", view);
  const name = (row: Group) => groupName(view, row);
  const count = (value: number | null) => formatNumber(value, "count", view);
  return pair
    ? pair.heavy.complaints === pair.light.complaints
      ? say(view, {
          zh: `同样 ${pair.heavy.complaints} 件投诉：${name(pair.heavy)}合每万户 ${rate(pair.heavy.value)} 件，${name(pair.light)}只有 ${rate(pair.light.value)} 件`,
          en: `The same ${pair.heavy.complaints} complaints: ${rate(pair.heavy.value)} per 10,000 customers in ${name(pair.heavy)}, ${rate(pair.light.value)} in ${name(pair.light)}`,
        })
      : say(view, {
          zh: `${name(pair.heavy)} ${pair.heavy.complaints} 件合每万户 ${rate(pair.heavy.value)} 件，${name(pair.light)} ${pair.light.complaints} 件只合 ${rate(pair.light.value)} 件`,
          en: `${name(pair.heavy)}: ${pair.heavy.complaints} complaints, ${rate(pair.heavy.value)} per 10,000; ${name(pair.light)}: ${pair.light.complaints}, only ${rate(pair.light.value)}`,
        })
    : say(view, {
        zh: `投诉 ${count(all.complaints)} 件来自 ${count(all.complainants)} 户，每万户 ${rate(all.value)} 件`,
        en: `${count(all.complaints)} complaints from ${count(all.complainants)} customers, ${rate(all.value)} per 10,000`,
      });
}
