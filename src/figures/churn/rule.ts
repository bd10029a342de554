import {finalPeriodName} from "../../facts/churn/period.js";
import {leavingNotes, otherLeaving} from "../../facts/leaving.js";
import type {ReportView} from "../../facts/view.js";
import type {Row} from "../../marts/list.js";
import {yearlyChurn} from "../../stats/survival/churn-rate.js";
import {formatNumber} from "../../words/format.js";
import type {Language} from "../../words/language.js";
import {say} from "../../words/say.js";
import type {FigureOrMissing} from "../figure.js";
import {missingLosses} from "../forms/missing.js";
import {column, limitColumns, tableFigure} from "../forms/table.js";

/** The rule, and how the headline moves with half its days and one and a half. */
export function churnRule(view: ReportView): FigureOrMissing {
  const id = "churn-rule";
  const rows = view.rows("churn_rule_variants");
  const main = rows.find(({factor}) => factor === 1);
  const zh = view.language === "zh";
  if (!main || main.value === null)
    return missingLosses(view, {
      id,
      needs: ["contracts"],
      shows: {zh: "流失规则及其敏感度", en: "the churn rule and how much hangs on it"},
    });
  if (main.rule === "left_date") return dateRule(view, {id, main: {...main, value: main.value}});
  const rate = (row: (typeof rows)[number]) => formatNumber(row.value, "share", view);
  const [low, high] = [rows[0]!, rows.at(-1)!];
  const isContract = main.rule === "contract";
  const yearly = yearlyChurn(main.value).constant_hazard;
  return tableFigure(view, {
    id,
    title: isContract
      ? zh
        ? `规则：合同到期后 ${main.rule_days} 天未续即流失，月流失率 ${rate(main)}，折合每年 ${formatNumber(yearly, "share", view)}`
        : `Lost: no renewal ${main.rule_days} days after the end. ${rate(main)} a month, ${formatNumber(yearly, "share", view)} a year`
      : zh
        ? `规则：${main.rule_days} 天没有订单即流失，月流失率 ${rate(main)}，折合每年 ${formatNumber(yearly, "share", view)}`
        : `Lost: no order for ${main.rule_days} days. ${rate(main)} a month, ${formatNumber(yearly, "share", view)} a year`,
    subtitle: zh
      ? `天数减半（${low.rule_days}）则月流失率 ${rate(low)}，增半（${high.rule_days}）则 ${rate(high)}；${finalPeriodName(view)}`
      : `Half the days (${low.rule_days}): ${rate(low)} a month; one and a half (${high.rule_days}): ${rate(high)}; ${finalPeriodName(view)}`,
    n: main.customers,
    method: zh
      ? "精确 Poisson 95% 区间；年率按恒定风险换算，不是月率 × 12"
      : "exact Poisson 95% interval; yearly by constant hazard, not twelve times",
    marts: ["churn_rule_variants"],
    metrics: ["churn_rate"],
    notes: [...daysFrom(view, main.silent_days_source), ...otherLeaving(view)],
    columns: [
      column("days", zh ? "天数" : "Days", "count"),
      column("lost", zh ? "流失" : "Lost", "count"),
      column("customer_months", zh ? "客户月" : "Customer-months", "count"),
      column("value", zh ? "月流失率" : "A month", "share"),
      ...limitColumns(view, "share"),
      column("yearly", zh ? "折合每年" : "A year", "share"),
    ],
    rows: rows.map((row) => [
      row.rule_days,
      row.lost,
      row.customer_months,
      row.value,
      row.lo,
      row.hi,
      row.value === null ? null : yearlyChurn(row.value).constant_hazard,
    ]),
  });
}

/** Where dates tell who is lost there are no days to try. */
function dateRule(
  view: ReportView,
  {id, main}: {id: string; main: Row<"churn_rule_variants"> & {value: number}},
): FigureOrMissing {
  const rate = formatNumber(main.value, "share", view);
  const yearly = yearlyChurn(main.value).constant_hazard;
  const year = formatNumber(yearly, "share", view);
  return tableFigure(view, {
    id,
    title: say(view, {
      zh: `规则：客户表里有离开日期即流失，月流失率 ${rate}，折合每年 ${year}`,
      en: `Lost: on the leaving date in the customers' list. ${rate} a month, ${year} a year`,
    }),
    subtitle: say(view, {
      zh: `流失客户 ÷ 客户月数；${finalPeriodName(view)}`,
      en: `Customers lost ÷ customer-months; ${finalPeriodName(view)}`,
    }),
    n: main.customers,
    method: say(view, {
      zh: "精确 Poisson 95% 区间；年率按恒定风险换算，不是月率 × 12",
      en: "exact Poisson 95% interval; yearly by constant hazard, not twelve times",
    }),
    marts: ["churn_rule_variants"],
    metrics: ["churn_rate"],
    notes: leavingNotes(view).slice(1),
    columns: [
      column("lost", say(view, {zh: "流失", en: "Lost"}), "count"),
      column("customer_months", say(view, {zh: "客户月", en: "Customer-months"}), "count"),
      column("value", say(view, {zh: "月流失率", en: "A month"}), "share"),
      ...limitColumns(view, "share"),
      column("yearly", say(view, {zh: "折合每年", en: "A year"}), "share"),
    ],
    rows: [[main.lost, main.customer_months, main.value, main.lo, main.hi, yearly]],
  });
}

const sources: Readonly<Record<string, Readonly<Record<Language, string>>>> = {
  rule: {zh: "由规则文件指定", en: "set in the rules"},
  return: {
    zh: "由订单推得：沉默这么久后一年内再买的机会低于 10%",
    en: "found in the orders: after so long the chance to buy again within a year is below 10%",
  },
  gaps: {
    zh: "由订单推得：购买间隔 P90 的两倍（记录太短，推不出回购机会）",
    en: "found in the orders: twice the 90th percentile of gaps (records too short for the chance to return)",
  },
  default: {zh: "默认值：没有客户买过两次", en: "a default: nobody bought twice"},
};

/** Where the days of the rule are from. */
function daysFrom(view: ReportView, source: string): string[] {
  const said = sources[source];
  return said ? [say(view, {zh: `天数${said.zh}。`, en: `The days are ${said.en}.`})] : [];
}
