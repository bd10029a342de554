import {isClear} from "../../facts/churn/signals.js";
import {whereKnown} from "../../facts/known.js";
import type {ReportView} from "../../facts/view.js";
import type {Row} from "../../marts/list.js";
import {signalName} from "../../words/codes.js";
import {formatInterval, formatNumber, formatP} from "../../words/format.js";
import {listed, say} from "../../words/say.js";
import type {FigureOrMissing, FigureTable} from "../figure.js";
import {estimateFigure} from "../forms/estimate.js";
import {missingLosses} from "../forms/missing.js";
import {column, limitColumns, numbersOf} from "../forms/table.js";

const needs = ["contracts", "tickets", "surveys"];

/** How much more often customers leave after a signal, and how long before it came. */
export function churnSignals(view: ReportView): FigureOrMissing {
  const id = "churn-signals";
  const rows = view
    .rows("churn_signals")
    .filter((row) => row.signal !== "(base)")
    .sort((a, b) => (b.lift ?? 0) - (a.lift ?? 0));
  const base = view.rows("churn_signals").find((row) => row.signal === "(base)");
  if (!base || rows.length === 0)
    return missingLosses(view, {id, needs, shows: {zh: "离开前的信号", en: "signals before leaving"}});
  const isDue = base.months === "due";
  const figure = estimateFigure(view, {
    id,
    title: signalFinding(view),
    subtitle: isDue
      ? say(view, {
          zh: "合同到期的客户：前 90 天有此信号者的流失 ÷ 同区域同月没有者（1 = 一样）",
          en: "Customers whose contract ends: loss with the signal in the 90 days before ÷ without, in the same region and month (1: alike)",
        })
      : say(view, {
          zh: "前 90 天有此信号的客户的月流失 ÷ 同区域同月没有者（1 = 一样）",
          en: "Monthly loss with the signal in the 90 days before ÷ without, in the same region and month (1: alike)",
        }),
    form: "dots",
    unit: "ratio",
    labels: say(view, {zh: "信号", en: "Signal"}),
    name: say(view, {zh: "流失倍数", en: "Times as many lost"}),
    metric: "churn_rate",
    marts: ["churn_signals", "churn_lead_times"],
    n: base.all_months,
    rows: rows.map((row) => ({
      label: signalName(view, row.signal),
      value: row.lift,
      lo: row.lift_lo,
      hi: row.lift_hi,
      n: row.customer_months,
      flag: row.flag,
    })),
    reference: {value: 1, label: say(view, {zh: "无差别", en: "No difference"})},
    method: say(view, {
      zh: "Mantel–Haenszel 风险比（按月份与区域分层）；Benjamini–Hochberg；风险率之比：Cox 模型，按区域分层",
      en: "Mantel–Haenszel risk ratio (strata: month and region); Benjamini–Hochberg; hazard ratio: Cox model stratified by region",
    }),
    notes: [
      say(view, {
        zh: "是关联，不是因果；信号一律取月初之前已知的。",
        en: "Association, not cause; every signal was known before the month began.",
      }),
      hazardText(view, {rows, base}),
    ].filter(Boolean),
  });
  return {...figure, table: signalTable(view, rows)};
}

/** Hazard ratios in words, and whether they hold over time. */
function hazardText(
  view: ReportView,
  {rows, base}: {rows: readonly Row<"churn_signals">[]; base: Row<"churn_signals">},
): string {
  if (base.hazard_check === null)
    return say(view, {
      zh: "流失太少，不拟合 Cox 模型（每个信号至少 10 户流失）。",
      en: "Too few losses for a Cox model (10 for each signal).",
    });
  const check = formatP(base.hazard_check, view);
  if (base.hazard_check < 0.05)
    return say(view, {
      zh: `各信号一并考虑的风险率之比随时间变化（比例风险检验 ${check}），一个数会误导，故不列。`,
      en: `Hazard ratios with all signals together change over time (proportional hazards ${check}); one number would mislead, so none is given.`,
    });
  const strongest = whereKnown(rows, "hazard_ratio", "hazard_lo", "hazard_hi")
    .filter(({hazard_lo, hazard_hi}) => hazard_lo > 1 || hazard_hi < 1)
    .sort((a, b) => Math.abs(Math.log(b.hazard_ratio)) - Math.abs(Math.log(a.hazard_ratio)))[0];
  const name = strongest ? signalName(view, strongest.signal) : "";
  const ratio = strongest ? formatNumber(strongest.hazard_ratio, "points", view).replace("+", "") : "";
  const limits = strongest ? formatInterval([strongest.hazard_lo, strongest.hazard_hi], "ratio", view) : "";
  return strongest
    ? say(view, {
        zh: `各信号一并考虑（Cox）：其他条件相同时，“${name}”的客户${base.months === "due" ? "每个到期月" : "每月"}流失的风险是没有者的 ${ratio} 倍（${limits}，未作多重比较校正）；比例风险检验 ${check}，未见随时间变化。`,
        en: `All signals together (Cox): other things equal, “${name}” goes with ${ratio} times the hazard of leaving (${limits}, not corrected for several looks); no change over time seen (proportional hazards ${check}).`,
      })
    : say(view, {
        zh: `各信号一并考虑（Cox），没有一个的风险率之比能断定不是 1；比例风险检验 ${check}。`,
        en: `All signals together (Cox), no hazard ratio surely differs from 1; proportional hazards ${check}.`,
      });
}

function signalTable(view: ReportView, rows: readonly Row<"churn_signals">[]): FigureTable {
  const lead = new Map(view.rows("churn_lead_times").map((row) => [row.signal, row]));
  return {
    columns: [
      column("signal", say(view, {zh: "信号", en: "Signal"})),
      column("value", say(view, {zh: "有信号者流失", en: "Lost with it"}), "share"),
      column("without", say(view, {zh: "无信号者流失", en: "Lost without"}), "share"),
      column("lift", say(view, {zh: "倍数（同区域同月）", en: "Times (same region and month)"}), "ratio"),
      ...limitColumns(view, "ratio", "lift"),
      column("p", say(view, {zh: "p（校正后）", en: "p (adjusted)"}), "p"),
      column("hazard", say(view, {zh: "风险率之比（Cox，一并考虑）", en: "Hazard ratio (Cox, all together)"}), "ratio"),
      ...limitColumns(view, "ratio", "hazard"),
      column("signalled", say(view, {zh: "流失者中有此信号（户）", en: "Lost who gave it"}), "count"),
      column("share", say(view, {zh: "占流失者", en: "Of the lost"}), "share"),
      column("median", say(view, {zh: "提前天数（中位）", en: "Days before (median)"}), "days"),
      column("short", say(view, {zh: "四分之一不到（天）", en: "A quarter: fewer than (days)"}), "days"),
      column("long", say(view, {zh: "四分之一超过（天）", en: "A quarter: more than (days)"}), "days"),
      column("n", say(view, {zh: "客户月", en: "Customer-months"}), "count"),
      column("flag", say(view, {zh: "标记", en: "Flag"})),
    ],
    rows: rows.map((row) => [
      signalName(view, row.signal),
      ...numbersOf(row, [
        "value",
        "without",
        "lift",
        "lift_lo",
        "lift_hi",
        "p_adjusted",
        "hazard_ratio",
        "hazard_lo",
        "hazard_hi",
      ]),
      ...leadOf(lead.get(row.signal)),
      row.customer_months,
      row.flag,
    ]),
  };
}

/** Of the lost, who had given the signal, and how long before. */
const leadOf = (row: Row<"churn_lead_times"> | undefined): (number | null)[] =>
  row
    ? numbersOf(row, ["signalled", "share", "median_days", "short_days", "long_days"])
    : [null, null, null, null, null];

/** "提到竞争对手的客户，流失是同区域同月其他客户的 2.6 倍（1.4–4.5），中位提前 61 天；投诉等 4 项看不出差别" */
export function signalFinding(view: ReportView): string {
  const rows = view.rows("churn_signals").filter((row) => row.signal !== "(base)");
  const sorted = [...rows].sort((a, b) => (b.lift ?? 0) - (a.lift ?? 0));
  const names = (list: readonly Row<"churn_signals">[]) =>
    listed(
      view,
      list.map((row) => signalName(view, row.signal)),
    );
  const times = ({lift}: Row<"churn_signals">) => formatNumber(lift, "points", view).replace("+", "");
  const limits = ({lift_lo, lift_hi}: Row<"churn_signals">) => formatInterval([lift_lo, lift_hi], "ratio", view);
  const first = sorted.find(isClear);
  const rest = rows.filter((row) => !isClear(row));
  if (!first) {
    const [nearest] = sorted.filter(({lift, lift_lo, flag}) => lift !== null && lift_lo !== null && flag === "");
    const near = nearest
      ? say(view, {
          zh: `；最接近的是“${signalName(view, nearest.signal)}”：${times(nearest)} 倍（${limits(nearest)}）`,
          en: `; nearest is “${signalName(view, nearest.signal)}”: ${times(nearest)} times (${limits(nearest)})`,
        })
      : "";
    return say(view, {
      zh: `与同区域同月的其他客户比，没有一种信号能断定预示流失${near}`,
      en: `Beside others of the same region and month no signal surely foretells leaving${near}`,
    });
  }
  const lead = view.rows("churn_lead_times").find((row) => row.signal === first.signal)?.median_days;
  const days = typeof lead === "number" ? formatNumber(lead, "count", view) : "";
  return say(view, {
    zh: `${signalName(view, first.signal)}的客户，流失是同区域同月其他客户的 ${times(first)} 倍（${limits(first)}）${days && `，中位提前 ${days} 天`}${rest.length > 0 ? `；${names(rest)}看不出差别` : ""}`,
    en: `${signalName(view, first.signal)}: lost ${times(first)} times as often as others of the same region and month (${limits(first)})${days && `, a median ${days} days before`}${rest.length > 0 ? `; no sure difference for ${names(rest).toLowerCase()}` : ""}`,
  });
}
