import type {ReportView} from "../../facts/view.js";
import {formatNumber} from "../../words/format.js";
import {periodName} from "../../words/period.js";
import {say} from "../../words/say.js";
import type {FigureOrMissing} from "../figure.js";
import {missingFigure} from "../forms/missing.js";
import {partsFigure} from "../forms/parts.js";
import {column, limitColumns, tableFigure} from "../forms/table.js";

const needs = ["orders"];

/** How many bought once and never again in the year, and how many came back how often. */
export function buyersByPurchases(view: ReportView): FigureOrMissing {
  const id = "buyers-by-purchases";
  const [said] = view.rows("repeat_buyers");
  const rows = [...view.rows("buyers_by_purchases")].sort((one, other) => one.purchases - other.purchases);
  if (!said || said.value === null)
    return missingFigure(view, {
      id,
      needs,
      shows: {zh: "多少客户买过不止一次", en: "how many customers bought more than once"},
    });
  const number = (value: number | null) => formatNumber(value, "count", view);
  const share = formatNumber(said.value, "share", view);
  const name = (purchases: number) =>
    purchases === 6
      ? say(view, {zh: "6 次及以上", en: "6 or more"})
      : say(view, {zh: `${purchases} 次`, en: String(purchases)});
  const figure = partsFigure(view, {
    id,
    title: say(view, {
      zh: `${number(said.buyers)} 个下单客户里 ${number(said.again)} 个买过不止一次：${share}`,
      en: `${number(said.again)} of ${number(said.buyers)} customers bought more than once: ${share}`,
    }),
    subtitle: say(view, {
      zh: `客户按购买次数；没有订单号时一天算一次；${periodName(view)}`,
      en: `Customers by number of purchases; without order numbers a day counts as one; ${periodName(view)}`,
    }),
    form: "columns",
    unit: "count",
    labels: say(view, {zh: "购买次数", en: "Purchases"}),
    series: [{id: "customers", name: say(view, {zh: "客户", en: "Customers"}), role: "main"}],
    more: [
      column("amount", say(view, {zh: "金额", en: "Amount"}), "money"),
      column("share", say(view, {zh: "占下单客户", en: "Share of buyers"}), "share"),
      ...limitColumns(view, "share"),
    ],
    rows: rows.map(({purchases, customers, amount, flag}) => ({
      label: name(purchases),
      parts: [{value: customers, flag}],
      more: [amount, customers === null ? null : customers / said.buyers, null, null],
    })),
    n: said.buyers,
    method: say(view, {zh: "占比带 Wilson 95% 区间", en: "the share with its Wilson 95% interval"}),
    marts: ["buyers_by_purchases", "repeat_buyers"],
    metrics: ["repeat_purchase"],
  });
  const again = say(view, {zh: "不止一次", en: "More than once"});
  return {
    ...figure,
    table: {...figure.table, rows: [...figure.table.rows, [again, said.again, null, said.value, said.lo, said.hi]]},
  };
}

/** Of those who first bought in a quarter, the share buying in each later quarter of their life; empty where the future is. */
export function purchaseCohorts(view: ReportView): FigureOrMissing {
  const id = "purchase-cohorts";
  const rows = view.rows("purchase_cohorts");
  const ages = [...new Set(rows.map(({age_months}) => age_months))].sort((one, other) => one - other);
  const cohorts = [...new Set(rows.map(({cohort}) => cohort))].filter((cohort) => cohort !== "all").sort();
  const cell = (cohort: string, age: number) => rows.find((row) => row.cohort === cohort && row.age_months === age);
  const age = ages.find((each) => cell("all", each)?.value != null);
  const pooled = age === undefined ? undefined : cell("all", age);
  if (!pooled || age === undefined)
    return missingFigure(view, {
      id,
      needs,
      shows: {zh: "首次购买后各季度回来买的占比", en: "how many buy again in each quarter after their first purchase"},
    });
  const shown = (cohort: string, each: number) => {
    const found = cell(cohort, each);
    if (!found) return "";
    return found.value === null ? "–" : formatNumber(found.value, "share", view);
  };
  return tableFigure(view, {
    id,
    title: say(view, {
      zh: `首次购买的 ${formatNumber(pooled.n ?? 0, "count", view)} 个客户里，${age} 个月内又买的占 ${formatNumber(pooled.value, "share", view)}`,
      en: `${formatNumber(pooled.value, "share", view)} of ${formatNumber(pooled.n ?? 0, "count", view)} customers buy again within ${age} months of their first purchase`,
    }),
    subtitle: say(view, {
      zh: "按首次购买的季度；每格是到该月龄的三个月里又买的占比；还没到的留空",
      en: "By quarter of first purchase; each cell is the share buying in the three months up to that age; ages not reached are empty",
    }),
    n: pooled.n ?? 0,
    method: say(view, {
      zh: "Wilson 95% 区间；合计为同月龄各群之和；记录里的第一个季度不算，其中有老客户",
      en: "Wilson 95% interval; together: all cohorts of that age; the first quarter on record is left out, as it holds earlier customers",
    }),
    marts: ["purchase_cohorts"],
    columns: [
      column("cohort", say(view, {zh: "首次购买", en: "First bought in"})),
      column("size", say(view, {zh: "客户", en: "Customers"}), "count"),
      ...ages.map((each) => column(`m${each}`, say(view, {zh: `${each} 月`, en: `${each} mo`}))),
    ],
    rows: [...cohorts, "all"].map((cohort) => [
      cohort === "all" ? say(view, {zh: "合计", en: "Together"}) : cohort,
      ages.map((each) => cell(cohort, each)?.n ?? null).find((n) => n !== null) ?? null,
      ...ages.map((each) => shown(cohort, each)),
    ]),
  });
}
