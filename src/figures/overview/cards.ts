import {changeText, metricChange} from "../../facts/change.js";
import {lastFinalMonth} from "../../facts/churn/months.js";
import {headlinePeriod, metricTotal} from "../../facts/metric.js";
import {complaintChange, complaintChangeText} from "../../facts/service/complaint-change.js";
import type {ReportView} from "../../facts/view.js";
import {type MetricId, metricOf} from "../../metrics/catalogue.js";
import {countedText} from "../../metrics/counted.js";
import {spokenName} from "../../metrics/spoken.js";
import {formatDate, formatInterval, formatMonth, formatNumber} from "../../words/format.js";
import {shiftMonth} from "../../words/month.js";
import type {Card} from "../card.js";

/** The overview's numbers in their fixed order: answering, complaints, the dissatisfied, callbacks, churn, satisfaction. */
export const overviewCards = (view: ReportView): Card[] =>
  [
    ...metricCard(view, {metric: "answer_rate", href: "complaints.html#answer-rate-trend"}),
    ...complaintCard(view),
    ...metricCard(view, {metric: "bottom_box", href: "satisfaction.html#dissatisfied-trend"}),
    ...metricCard(view, {metric: "callback_done", href: "complaints.html#callbacks"}),
    ...churnCard(view),
    ...metricCard(view, {metric: "csat", href: "satisfaction.html#csat-trend"}),
    ...metricCard(view, {metric: "nps", href: "satisfaction.html#nps-trend"}),
    ...metricCard(view, {metric: "sla_met", href: "complaints.html#service-promises"}),
  ].slice(0, 6);

function metricCard(view: ReportView, {metric, href}: {metric: MetricId; href: string}): Card[] {
  const row = metricTotal(view, {metric, period: headlinePeriod(view)});
  if (!row) return [];
  const {unit} = metricOf(metric);
  const change = view.month
    ? changeText(view, metricChange(view, {metric, from: shiftMonth(view.month, -1), to: view.month}))
    : "";
  return [
    {
      label: spokenName(view, metric),
      value: formatNumber(row.value, unit, view),
      interval: formatInterval([row.lo, row.hi], unit, view),
      base: countedText(view, {metric, n: row.n}),
      ...(change ? {change} : {}),
      ...againstTarget(view, {metric, value: row.value, lo: row.lo, hi: row.hi}),
      href,
    },
  ];
}

function complaintCard(view: ReportView): Card[] {
  const row = view.rows("complaints_by_month").find((each) => each.month === view.month);
  if (!row) return [];
  const change = complaintChangeText(view, complaintChange(view));
  const zh = view.language === "zh";
  const counted = {
    base: countedText(view, {metric: "complaint_rate", n: Number(row.complaints)}),
    ...(change ? {change} : {}),
    href: "complaints.html#complaint-rate-trend",
  };
  if (row.value === null)
    return [
      {
        label: zh ? "投诉数" : "Complaints",
        value: formatNumber(Number(row.complaints), "count", view),
        sentence: zh ? "没有客户资料，无法折算成比率" : "no customer base for a rate",
        ...counted,
      },
    ];
  return [
    {
      label: zh ? "每万名客户投诉" : "Complaints per 10,000 customers",
      value: formatNumber(Number(row.value), "per_10000", view),
      interval: formatInterval([Number(row.lo), Number(row.hi)], "per_10000", view),
      ...counted,
      ...againstTarget(view, {
        metric: "complaint_rate",
        value: Number(row.value),
        lo: Number(row.lo),
        hi: Number(row.hi),
      }),
    },
  ];
}

function churnCard(view: ReportView): Card[] {
  const row = lastFinalMonth(view);
  const zh = view.language === "zh";
  const undated = view.rows("churn_by_segment").find((each) => each.dimension === "all" && each.clock === "months");
  if (undated)
    return [
      {
        label: metricOf("churned_share")[view.language].name,
        value: formatNumber(Number(undated.share), "share", view),
        interval: formatInterval([Number(undated.share_lo), Number(undated.share_hi)], "share", view),
        base: countedText(view, {metric: "churn_rate", n: Number(undated.customers)}),
        sentence: "",
        href: "churn.html#churn-by-segment",
      },
    ];
  if (!row || row.value === null) return [];
  return [
    {
      label: zh
        ? `月流失率（${formatMonth(String(row.month), view)}）`
        : `Monthly churn (${formatMonth(String(row.month), view)})`,
      value: formatNumber(Number(row.value), "share", view),
      interval: formatInterval([Number(row.lo), Number(row.hi)], "share", view),
      base: countedText(view, {metric: "churn_rate", n: Number(row.opening_customers)}),
      ...againstTarget(view, {metric: "churn_rate", value: Number(row.value), lo: Number(row.lo), hi: Number(row.hi)}),
      href: "churn.html#churn-trend",
    },
  ];
}

/** Against the target: judged only where the interval leaves no doubt. */
function againstTarget(
  view: ReportView,
  {metric, value, lo, hi}: {metric: string; value: number | null; lo: number | null; hi: number | null},
): Pick<Card, "sentence" | "verdict" | "target"> {
  const target = view.targets.find((each) => each.metric === metric);
  if (!target || value === null || lo === null || hi === null) return {sentence: ""};
  const zh = view.language === "zh";
  const text = formatNumber(target.target, metricOf(metric).unit, view);
  const due = target.due && formatDate(target.due, view);
  const owner = [target.owner && view.label("departments", target.owner), due && (zh ? `${due}前` : `by ${due}`)]
    .filter((each) => each)
    .join(zh ? "，" : ", ");
  const whole = `${text}${owner && `${zh ? "（" : " ("}${owner}${zh ? "）" : ")"}`}`;
  const sentence = `${zh ? "目标" : "Target"} ${whole}`;
  const above = lo > target.target;
  const below = hi < target.target;
  if (!above && !below) return {sentence, target: whole, verdict: "unknown"};
  return {sentence, target: whole, verdict: above === (target.direction === "up") ? "good" : "bad"};
}
