import {finalPeriodName} from "../../facts/churn/period.js";
import type {ReportView} from "../../facts/view.js";
import {yearlyChurn} from "../../stats/survival/churn-rate.js";
import {causeName} from "../../words/codes.js";
import {formatInterval, formatMonth, formatNumber} from "../../words/format.js";
import type {FigureOrMissing, Point} from "../figure.js";
import {missingFigure} from "../forms/missing.js";
import {column, limitColumns, numbersOf, tableFigure} from "../forms/table.js";

/** How every month's ends divide: own will, let go, bankrupt, moved; and what may still be renewed. */
export function churnEnds(view: ReportView): FigureOrMissing {
  const id = "churn-ends";
  const rows = view.rows("churn_by_month").slice(-12);
  const zh = view.language === "zh";
  if (rows.length < 2)
    return missingFigure(view, {id, needs: ["contracts"], shows: {zh: "流失与其他终止", en: "churn and other ends"}});
  const sum = (name: string) => rows.reduce((total, row) => total + Number(row[name]), 0);
  const [lost, others, pending] = [sum("lost"), sum("ended_otherwise"), sum("pending")];
  return tableFigure(view, {
    id,
    title: zh
      ? `${rows.length} 个月流失 ${lost} 户；另有 ${others} 户因淘汰、停业、搬迁终止，不算流失${pending > 0 ? `；${pending} 户还在宽限期内` : ""}`
      : `${lost} lost in ${rows.length} months; ${others} more let go, closed or moved, kept apart${pending > 0 ? `; ${pending} still within the grace` : ""}`,
    subtitle: zh ? "各月终止的客户，按终止类别" : "Customers whose custom ended, by kind of end",
    n: lost + others,
    marts: ["churn_by_month"],
    metrics: ["churn_rate"],
    columns: [
      column("month", zh ? "月份" : "Month", "month"),
      column("lost", zh ? "流失（自愿）" : "Lost (own will)", "count"),
      column("eliminated", causeName(view, "eliminated"), "count"),
      column("involuntary", causeName(view, "involuntary"), "count"),
      column("moved", causeName(view, "moved"), "count"),
      column("pending", zh ? "宽限期内" : "Within grace", "count"),
      column("opening", zh ? "月初客户" : "At the start", "count"),
      column("flag", zh ? "标记" : "Flag"),
    ],
    rows: rows.map((row) => [
      String(row.month),
      row.lost as number,
      row.eliminated as number,
      row.involuntary as number,
      row.moved as number,
      row.pending as number,
      row.opening_customers as number,
      row.is_provisional ? "provisional" : "",
    ]),
  });
}

/** The rule, and how the headline moves with half its days and one and a half. */
export function churnRule(view: ReportView): FigureOrMissing {
  const id = "churn-rule";
  const rows = view.rows("churn_rule_variants");
  const main = rows.find(({factor}) => factor === 1);
  const zh = view.language === "zh";
  if (!main || main.value === null)
    return missingFigure(view, {
      id,
      needs: ["contracts"],
      shows: {zh: "流失规则及其敏感度", en: "the churn rule and how much hangs on it"},
    });
  const rate = (row: (typeof rows)[number]) => formatNumber(row.value as number | null, "share", view);
  const [low, high] = [rows[0]!, rows.at(-1)!];
  const isContract = main.rule === "contract";
  const source: Readonly<Record<string, string>> = zh
    ? {
        rule: "由规则文件指定",
        return: "由订单推得：沉默这么久后一年内再买的机会低于 10%",
        gaps: "由订单推得：购买间隔 P90 的两倍（记录太短，推不出回购机会）",
        default: "默认值：没有客户买过两次",
      }
    : {
        rule: "set in the rules",
        return: "found in the orders: after so long the chance to buy again within a year is below 10%",
        gaps: "found in the orders: twice the 90th percentile of gaps (records too short for the chance to return)",
        default: "a default: nobody bought twice",
      };
  const yearly = yearlyChurn(Number(main.value)).constant_hazard;
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
    n: Number(main.customers),
    method: zh
      ? "精确 Poisson 95% 区间；年率按恒定风险换算，不是月率 × 12"
      : "exact Poisson 95% interval; yearly by constant hazard, not twelve times",
    marts: ["churn_rule_variants"],
    metrics: ["churn_rate"],
    notes: source[String(main.silent_days_source)]
      ? [`${zh ? "天数" : "The days are "}${source[String(main.silent_days_source)]}${zh ? "。" : "."}`]
      : [],
    columns: [
      column("days", zh ? "天数" : "Days", "count"),
      column("lost", zh ? "流失" : "Lost", "count"),
      column("value", zh ? "月流失率" : "A month", "share"),
      ...limitColumns(view, "share"),
      column("yearly", zh ? "折合每年" : "A year", "share"),
    ],
    rows: rows.map((row) => [
      row.rule_days as number | null,
      row.lost as number,
      row.value as number | null,
      row.lo as number | null,
      row.hi as number | null,
      row.value === null ? null : yearlyChurn(Number(row.value)).constant_hazard,
    ]),
  });
}

/** Gross and net revenue retention, month by month: money, apart from heads. */
export function revenueRetention(view: ReportView): FigureOrMissing {
  const id = "revenue-retention";
  // Within the grace nobody is known as lost: a month of that would show all who may yet renew as gone.
  const provisional = new Set(
    view
      .rows("churn_by_month")
      .filter(({is_provisional}) => is_provisional)
      .map(({month}) => month),
  );
  const rows = view
    .rows("revenue_retention_by_month")
    .filter((row) => row.gross !== null && !provisional.has(row.month!));
  const zh = view.language === "zh";
  if (rows.length < 2)
    return missingFigure(view, {id, needs: ["contracts"], shows: {zh: "收入留存率", en: "revenue retention"}});
  const last = rows.at(-1)!;
  const points = (name: "gross" | "net"): Point[] =>
    rows.map((row) => ({
      value: row[name] as number | null,
      lo: row[`${name}_lo`] as number | null,
      hi: row[`${name}_hi`] as number | null,
      n: Number(row.customers),
    }));
  const share = (value: unknown) => formatNumber(Number(value), "share", view);
  const interval = formatInterval([Number(last.gross_lo), Number(last.gross_hi)], "share", view);
  const title = zh
    ? `${formatMonth(String(last.month), view)}月费毛留存 ${share(last.gross)}（${interval}），净留存 ${share(last.net)}；流失月费 ${formatNumber(Number(last.lost_amount), "money", view)}`
    : `${formatMonth(String(last.month), view)}: gross revenue retention ${share(last.gross)} (${interval}), net ${share(last.net)}; ${formatNumber(Number(last.lost_amount), "money", view)} a month lost`;
  return {
    id,
    title,
    subtitle: zh
      ? "月初客户的月费，到月末还剩多少；毛：不计涨价与增购，净：计入；宽限期未过的月份不画"
      : "Of the monthly amounts at the start, what is left at the end; gross without rises, net with them; months within the grace are not drawn",
    form: "lines",
    unit: "share",
    categories: rows.map(({month}) => String(month)),
    category_kind: "month",
    category_title: zh ? "月份" : "Month",
    value_title: zh ? "收入留存率" : "Revenue retention",
    series: [
      {id: "gross", name: zh ? "毛留存" : "Gross", role: "main", points: points("gross")},
      {id: "net", name: zh ? "净留存" : "Net", points: points("net")},
    ],
    marks: view.marks.filter(({metric}) => !metric || metric === "churn_rate"),
    table: {
      columns: [
        column("month", zh ? "月份" : "Month", "month"),
        column("opening", zh ? "月初月费" : "Opening", "money"),
        column("lost", zh ? "流失" : "Lost", "money"),
        column("otherwise", zh ? "其他终止" : "Other ends", "money"),
        column("gross", zh ? "毛留存" : "Gross", "share"),
        ...limitColumns(view, "share", "gross"),
        column("net", zh ? "净留存" : "Net", "share"),
        ...limitColumns(view, "share", "net"),
        column("n", zh ? "客户" : "Customers", "count"),
      ],
      rows: rows.map((row) => [
        String(row.month),
        ...numbersOf(row, [
          "opening_amount",
          "lost_amount",
          "ended_otherwise_amount",
          "gross",
          "gross_lo",
          "gross_hi",
          "net",
          "net_lo",
          "net_hi",
          "customers",
        ]),
      ]),
    },
    n: Number(last.customers),
    method: zh ? "比率的 95% 区间，按客户线性化" : "95% interval of the ratio, linearised by customer",
    metrics: ["revenue_retention"],
    marts: ["revenue_retention_by_month"],
    notes: [],
    alt: `${title}${zh ? "。" : "."}`,
  };
}
