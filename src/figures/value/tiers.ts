import {tierGroup, tierMeasure, tierName, tiersBestFirst} from "../../facts/value/tiers.js";
import type {ReportView} from "../../facts/view.js";
import {formatNumber} from "../../words/format.js";
import {periodName} from "../../words/period.js";
import {say} from "../../words/say.js";
import type {FigureOrMissing} from "../figure.js";
import {missingFigure} from "../forms/missing.js";
import {partsFigure} from "../forms/parts.js";
import {column} from "../forms/table.js";

const needs = ["customers", "orders"];

/** How many customers each tier holds, and what part of revenue it brings. */
export function valueTiers(view: ReportView): FigureOrMissing {
  const id = "value-tiers";
  const levels = tiersBestFirst(view);
  const rows = levels.flatMap(({tier}) => view.rows("tier_service").filter((row) => row.tier === tier));
  const revenue = rows.reduce((sum, row) => sum + (row.revenue ?? 0), 0);
  const customers = rows.reduce((sum, row) => sum + row.customers, 0);
  const [best] = rows;
  if (!best || rows.length < 2 || revenue === 0 || best.revenue === null)
    return missingFigure(view, {id, needs, shows: {zh: "各等级的户数与收入", en: "customers and revenue by tier"}});
  const measure = tierMeasure(view);
  const share = (part: number | null, whole: number) => (part === null ? null : part / whole);
  const ofCustomers = formatNumber(best.customers / customers, "share", view);
  const ofRevenue = formatNumber(best.revenue / revenue, "share", view);
  return partsFigure(view, {
    id,
    title: say(view, {
      zh: `${tierGroup(view, best.tier)} ${formatNumber(best.customers, "count", view)} 户，占客户 ${ofCustomers}，带来 ${ofRevenue} 的收入`,
      en: `${tierGroup(view, best.tier)}: ${formatNumber(best.customers, "count", view)} customers, ${ofCustomers} of all, bring ${ofRevenue} of revenue`,
    }),
    subtitle: say(view, {
      zh: `按公布的规则划分（第 ${levels[0]!.version} 版）；${periodName(view)}有购买或服务记录的客户`,
      en: `By the published rule (version ${levels[0]!.version}); customers with orders or service, ${periodName(view)}`,
    }),
    form: "bars",
    unit: "share",
    labels: say(view, {zh: "客户等级", en: "Tier"}),
    series: [
      {id: "customers_share", name: say(view, {zh: "占客户", en: "Of customers"}), role: "context"},
      {id: "revenue_share", name: say(view, {zh: "占收入", en: "Of revenue"}), role: "main"},
    ],
    more: [
      column("threshold", measure.threshold, measure.unit),
      column("customers", say(view, {zh: "户数", en: "Customers"}), "count"),
      column("revenue", say(view, {zh: "收入", en: "Revenue"}), "money"),
      column("margin", say(view, {zh: "毛利", en: "Margin"}), "money"),
    ],
    rows: rows.map((row) => ({
      label: tierName(view, row.tier),
      parts: [
        {value: row.customers / customers, n: row.customers},
        {value: share(row.revenue, revenue), n: row.customers},
      ],
      more: [levels.find(({tier}) => tier === row.tier)!.threshold, row.customers, row.revenue, row.margin],
    })),
    n: customers,
    method: say(view, {
      zh: `规则按${measure.name}划分；对全部有购买或有服务往来的客户计数，无抽样误差`,
      en: `the rule goes by ${measure.name}; every customer with orders or service is counted: no sampling error`,
    }),
    marts: ["tier_levels", "tier_service"],
  });
}
