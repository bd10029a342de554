import {besideText, bothText} from "../../facts/beside.js";
import {isKnown, whereKnown} from "../../facts/known.js";
import {missingText, partNote, partSuffix} from "../../facts/months.js";
import {withoutBase} from "../../facts/service/base.js";
import {complaintBeside} from "../../facts/service/complaint-change.js";
import {signalMarks, signalNotes, signalsOf} from "../../facts/signals.js";
import type {ReportView} from "../../facts/view.js";
import {sum} from "../../marts/shape/sum.js";
import {dimensionName, groupName, inOrder, memberName, sameCut} from "../../words/dimensions.js";
import {formatMonth, formatNumber} from "../../words/format.js";
import {periodName} from "../../words/period.js";
import type {FigureOrMissing} from "../figure.js";
import {controlLines} from "../forms/control.js";
import {estimateFigure} from "../forms/estimate.js";
import {missingFigure} from "../forms/missing.js";
import {targetLine} from "../forms/target.js";

const shows = {zh: "每万户投诉", en: "complaints per 10,000 customers"};

/** Complaints per 10,000 customers, month by month; counts alone where no customer base is in the exports. */
export function complaintRateTrend(view: ReportView): FigureOrMissing {
  const id = "complaint-rate-trend";
  const rows = view.rows("complaints_by_month");
  const last = rows.find((row) => row.month === view.month);
  if (!last || (!isKnown(last, "complaints") && last.flag !== "missing"))
    return missingFigure(view, {id, needs: ["tickets"], shows});
  const zh = view.language === "zh";
  const isMissing = last.flag === "missing";
  const hasBase = isMissing ? rows.some(({value}) => value !== null) : last.value !== null;
  const at = {metric: "complaint_rate", month: last.month};
  const note = partNote(view, at);
  const [unit, compared] = [hasBase ? ("per_10000" as const) : ("count" as const), complaintBeside(view)];
  const beside = note ? `${partSuffix(view, at)}${zh ? "，" : ", "}${note}` : besideText(view, compared, {unit});
  const both = note ? "" : bothText(view, compared, {unit});
  const count = formatNumber(last.complaints, "count", view);
  const signals = signalsOf(view, {
    periods: rows.map((row) => {
      const exposure = hasBase ? row.customer_months : row.days;
      const isWhole =
        (row.state === "complete" || row.state === "late") && row.complaints !== null && exposure !== null;
      const {month, complaints} = row;
      return {month, value: isWhole ? complaints : null, events: complaints ?? 0, exposure: exposure ?? 0};
    }),
    kind: "rate",
    metric: "complaint_rate",
    per: hasBase ? 10_000 : 30,
  });
  const head = hasBase
    ? `${zh ? "每万户投诉" : "Complaints per 10,000 customers"} ${formatNumber(last.value, "per_10000", view)}`
    : zh
      ? `${formatMonth(last.month, view)}投诉 ${count} 件`
      : `${count} complaints in ${formatMonth(last.month, view)}`;
  return estimateFigure(view, {
    id,
    title: isMissing ? missingText(view, {...at, name: zh ? "投诉" : "Complaints"}) : `${head}${beside}`,
    subtitle: zh
      ? hasBase
        ? "每月投诉数 ÷ 日均有效客户 × 10,000"
        : `每月投诉数；${withoutBase(view)}`
      : hasBase
        ? "Complaints ÷ customers active on an average day × 10,000, by month"
        : `Complaints by month; ${withoutBase(view)}`,
    form: "lines",
    unit,
    labels: zh ? "月份" : "Month",
    metric: "complaint_rate",
    ...(hasBase ? {} : {name: zh ? "投诉数" : "Complaints"}),
    marts: ["complaints_by_month"],
    n: sum(rows, "complaints"),
    rows: rows.map(({month, value, lo, hi, complaints: n, flag, state}) =>
      hasBase
        ? {label: month, value, lo, hi, n, flag: flag === "no_base" ? "" : flag}
        : {label: month, value: n, n, flag: state === "partial" || state === "missing" ? state : ""},
    ),
    notes: [
      ...(hasBase ? [zh ? "样本量一栏是投诉件数。" : "The column n counts complaints."] : []),
      ...(both ? [`${both}${zh ? "。" : "."}`] : []),
      ...signalNotes(view, signals, unit),
    ],
    ownMarks: signalMarks(signals),
    ...controlLines(view, {
      ...{signals, months: rows.map(({month}) => month)},
      // Counts of a month beside limits for thirty days.
      scale: (month) => (hasBase ? 1 : (rows.find((row) => row.month === month)?.days ?? 30) / 30),
    }),
    ...(hasBase ? targetLine(view, {metric: "complaint_rate", months: rows.map(({month}) => month)}) : {}),
  });
}

/** The same complaints against the customers of each group: thirty can be many or few. */
export function complaintRateBySegment(view: ReportView): FigureOrMissing {
  const id = "complaint-rate-by-segment";
  const rows = whereKnown(view.rows("complaints_by_segment"), "value", "lo", "hi", "complaints", "customers")
    .filter(({period}) => period === "window")
    .map(({flag, ...row}) => ({...row, n: row.customers, flag: flag === "no_base" ? ("" as const) : flag}));
  const total = rows.find((row) => row.dimension === "all");
  const groups = ["tier", "region", "customer_type", "segment"]
    .map((dimension) =>
      inOrder(view, {
        dimension,
        members: rows.filter((row) => row.dimension === dimension),
      }),
    )
    .filter((members) => members.length > 1)
    .filter((members, index, kept) => !kept.slice(0, index).some((other) => sameCut(other, members)));
  if (!total || groups.length === 0)
    return missingFigure(view, {
      id,
      needs: ["tickets", "customers"],
      shows: {zh: "各类客户的投诉率", en: "the complaint rate of each kind of customer"},
    });
  const zh = view.language === "zh";
  const list = groups.flat();
  const label = (row: (typeof list)[number]) => `${dimensionName(view, row.dimension)} · ${memberName(view, row)}`;
  const [highest] = list.filter((row) => row.lo > total.hi && row.flag === "").sort((a, b) => b.value - a.value);
  const all = formatNumber(total.value, "per_10000", view);
  return estimateFigure(view, {
    id,
    title: highest
      ? zh
        ? `${groupName(view, highest)}投诉率最高：每万户每月 ${formatNumber(highest.value, "per_10000", view)} 件，全部为 ${all} 件`
        : `${groupName(view, highest)} complains most: ${formatNumber(highest.value, "per_10000", view)} per 10,000 customers a month, ${all} overall`
      : zh
        ? "各类客户的投诉率没有明显高于总体的"
        : "No kind of customer complains clearly more than the whole",
    ...(highest ? {claims: [{is: "highest", of: "value", rows: [label(highest)]}]} : {}),
    subtitle: zh
      ? `每万户每月投诉数；${periodName(view)}`
      : `Complaints a month per 10,000 customers; ${periodName(view)}`,
    form: "dots",
    unit: "per_10000",
    labels: zh ? "分组" : "Group",
    metric: "complaint_rate",
    marts: ["complaints_by_segment"],
    n: total.complaints,
    rows: list.map((row) => {
      const {value, lo, hi, complaints, flag} = row;
      return {label: label(row), value, lo, hi, n: complaints, flag};
    }),
    reference: {value: total.value, label: zh ? `全部 ${all}` : `All ${all}`},
    notes: [zh ? "样本量一栏是投诉件数。" : "The column n counts complaints."],
  });
}
