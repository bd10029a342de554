import {formatDate, formatInterval, formatNumber} from "../format.js";
import type {MartRow} from "../marts.js";
import type {ReportView} from "../report-view.js";
import {memberName} from "./dimension-names.js";
import {estimateFigure} from "./estimate-figure.js";
import type {FigureOrMissing, Flag} from "./figure.js";
import {missingFigure} from "./missing.js";
import {personName} from "./person-name.js";
import {signalName} from "./relation-names.js";
import {column, tableFigure} from "./table-figure.js";

const needs = ["contracts", "tickets", "surveys"];

const isClear = (row: MartRow) => row.p_adjusted !== null && Number(row.p_adjusted) <= 0.05 && Number(row.lift_lo) > 1;

/** How much more often customers leave after a signal, and how long before it came. */
export function churnSignals(view: ReportView): FigureOrMissing {
  const id = "churn-signals";
  const rows = view
    .rows("churn_signals")
    .filter((row) => row.signal !== "(base)")
    .sort((a, b) => Number(b.lift ?? 0) - Number(a.lift ?? 0));
  const base = view.rows("churn_signals").find((row) => row.signal === "(base)");
  if (!base || rows.length === 0)
    return missingFigure(view, {id, needs, shows: {zh: "离开前的信号", en: "signals before leaving"}});
  const zh = view.language === "zh";
  const lead = new Map(view.rows("churn_lead_times").map((row) => [row.signal, row]));
  const isDue = base.months === "due";
  const figure = estimateFigure(view, {
    id,
    title: signalFinding(view),
    subtitle: isDue
      ? zh
        ? "合同到期的客户：前 90 天有此信号者的流失率 ÷ 没有者（1 = 一样）"
        : "Customers whose contract ends: share lost with the signal in the 90 days before ÷ without (1: alike)"
      : zh
        ? "前 90 天有此信号的客户月流失率 ÷ 没有者（1 = 一样）"
        : "Monthly share lost with the signal in the 90 days before ÷ without (1: alike)",
    form: "dots",
    unit: "ratio",
    labels: zh ? "信号" : "Signal",
    name: zh ? "流失倍数" : "Times as many lost",
    metric: "churn_rate",
    marts: ["churn_signals", "churn_lead_times"],
    n: rows.reduce((sum, row) => sum + Number(row.customer_months), 0),
    rows: rows.map((row) => ({
      label: signalName(view, String(row.signal)),
      value: row.lift as number | null,
      lo: row.lift_lo as number | null,
      hi: row.lift_hi as number | null,
      n: Number(row.customer_months),
      flag: row.flag as Flag,
    })),
    reference: {value: 1, label: zh ? "无差别" : "No difference"},
    method: zh
      ? "比率的精确区间；Benjamini–Hochberg；风险比：离散时间互补双对数模型"
      : "exact interval of the ratio; Benjamini–Hochberg; hazard ratio: discrete-time cloglog model",
    notes: [
      zh
        ? "是关联，不是因果；信号一律取月初之前已知的。"
        : "Association, not cause; every signal was known before the month began.",
    ],
  });
  return {
    ...figure,
    table: {
      columns: [
        column("signal", zh ? "信号" : "Signal"),
        column("value", zh ? "有信号者流失" : "Lost with it", "share"),
        column("without", zh ? "无信号者流失" : "Lost without", "share"),
        column("lift", zh ? "倍数" : "Times", "ratio"),
        column("lift_lo", zh ? "下限" : "Lower", "ratio"),
        column("lift_hi", zh ? "上限" : "Upper", "ratio"),
        column("hazard", zh ? "风险比（各信号一并考虑）" : "Hazard ratio (all together)", "ratio"),
        column("hazard_lo", zh ? "下限" : "Lower", "ratio"),
        column("hazard_hi", zh ? "上限" : "Upper", "ratio"),
        column("share", zh ? "流失者中有此信号" : "Of the lost, gave it", "share"),
        column("median", zh ? "提前天数（中位）" : "Days before (median)", "days"),
        column("n", zh ? "客户月" : "Customer-months", "count"),
        column("flag", zh ? "标记" : "Flag"),
      ],
      rows: rows.map((row) => [
        signalName(view, String(row.signal)),
        ...(["value", "without", "lift", "lift_lo", "lift_hi", "hazard_ratio", "hazard_lo", "hazard_hi"] as const).map(
          (name) => row[name] as number | null,
        ),
        (lead.get(row.signal!)?.share ?? null) as number | null,
        (lead.get(row.signal!)?.median_days ?? null) as number | null,
        row.customer_months as number,
        String(row.flag),
      ]),
    },
  };
}

/** "提到竞争对手的客户流失是没提的 2.6 倍（1.4–4.5），中位提前 61 天；投诉等 4 项看不出差别" */
export function signalFinding(view: ReportView): string {
  const zh = view.language === "zh";
  const rows = view.rows("churn_signals").filter((row) => row.signal !== "(base)");
  const clear = rows.filter(isClear).sort((a, b) => Number(b.lift) - Number(a.lift));
  const rest = rows.filter((row) => !clear.includes(row));
  const names = (list: readonly MartRow[]) =>
    list.map((row) => signalName(view, String(row.signal))).join(zh ? "、" : ", ");
  const first = clear[0];
  if (!first)
    return zh
      ? `没有一种信号能断定预示流失（${names(rest)}）`
      : `No signal surely foretells leaving (${names(rest).toLowerCase()})`;
  const lead = view.rows("churn_lead_times").find((row) => row.signal === first.signal)?.median_days;
  const times = formatNumber(Number(first.lift), "points", view).replace("+", "");
  const interval = formatInterval([Number(first.lift_lo), Number(first.lift_hi)], "ratio", view);
  const days = typeof lead === "number" ? formatNumber(lead, "count", view) : "";
  return zh
    ? `${signalName(view, String(first.signal))}的客户，流失是其他客户的 ${times} 倍（${interval}）${days && `，中位提前 ${days} 天`}${rest.length > 0 ? `；${names(rest)}看不出差别` : ""}`
    : `${signalName(view, String(first.signal))}: lost ${times} times as often (${interval})${days && `, a median ${days} days before`}${rest.length > 0 ? `; no sure difference for ${names(rest).toLowerCase()}` : ""}`;
}

/** Accounts with a signal now, by what may be lost: chance of the model times yearly amount. */
export function atRiskAccounts(view: ReportView): FigureOrMissing {
  const id = "at-risk-accounts";
  const all = view.rows("at_risk_accounts");
  const zh = view.language === "zh";
  if (all.length === 0)
    return missingFigure(view, {id, needs, shows: {zh: "有流失风险的客户名单", en: "the list of accounts at risk"}});
  const ranked = all
    .map((row) => ({row, chance: chanceOf(view, row)}))
    .map((each) => ({...each, stake: each.chance * Number(each.row.yearly_amount)}))
    // First whose contract ends soon, then by what may be lost.
    .sort(
      (a, b) =>
        Number(b.row.contract_due !== null) - Number(a.row.contract_due !== null) ||
        b.stake - a.stake ||
        (String(a.row.customer_id) < String(b.row.customer_id) ? -1 : 1),
    );
  const shown = ranked.slice(0, 30);
  const sum = shown.reduce((total, {row}) => total + Number(row.yearly_amount), 0);
  const due = shown.filter(({row}) => row.contract_due !== null).length;
  return tableFigure(view, {
    id,
    title: zh
      ? `先看这 ${shown.length} 户：年额 ${formatNumber(sum, "money", view)} 元，其中 ${due} 户合同 60 天内到期`
      : `First these ${shown.length} accounts: ${formatNumber(sum, "money", view)} a year, ${due} with contracts ending within 60 days`,
    subtitle: zh
      ? "仍在的客户中，最近 90 天有信号者；先列合同将到期的，再按流失机会 × 年额"
      : "Customers with a signal in the last 90 days; contracts ending soon first, then chance × yearly amount",
    n: all.length,
    method: zh ? "机会：离散时间模型，仅供排序" : "chance: discrete-time model, for ranking only",
    marts: ["at_risk_accounts", "churn_signals"],
    metrics: ["churn_rate"],
    notes: [zh ? "名单供跟进，不是预言：多数人会留下。" : "A list to follow up, not a prophecy: most will stay."],
    columns: [
      column("customer_id", zh ? "客户" : "Customer"),
      column("group", zh ? "等级 · 大区" : "Tier · region"),
      column("owner", zh ? "负责人" : "Owner"),
      column("amount", zh ? "年额" : "Yearly amount", "money"),
      column("chance", zh ? "到期时流失机会" : "Chance to leave when due", "share"),
      column("reasons", zh ? "为什么列入" : "Why listed"),
    ],
    rows: shown.map(({row, chance}) => [
      String(row.customer_id),
      `${memberName(view, {dimension: "tier", member: String(row.tier)})} · ${memberName(view, {dimension: "region", member: String(row.region)})}`,
      personName(view, row.owner),
      row.yearly_amount as number,
      chance,
      reasonsText(view, row),
    ]),
  });
}

const named = [
  "contract_due",
  "rival_mentioned",
  "complaint",
  "low_score",
  "fewer_orders",
  "unanswered_callback",
] as const;

/** "合同将到期 12月3日；提到竞争对手 10月1日": all within half a year, so the year goes without saying. */
export const reasonsText = (view: ReportView, row: MartRow): string =>
  named
    .filter((name) => row[name] !== null)
    .map((name) => `${signalName(view, name)} ${formatDate(String(row[name]), view).replace(/^\d{4}年| \d{4}$/g, "")}`)
    .join(view.language === "zh" ? "；" : "; ");

/** Complementary log-log: 1 - exp(-exp(constant + sum of coefficients)); the base share where no model was fitted. */
function chanceOf(view: ReportView, account: MartRow): number {
  const rows = view.rows("churn_signals");
  const base = rows.find(({signal}) => signal === "(base)");
  if (!base) return 0;
  if (base.coefficient === null) return Number(base.value);
  const sum = rows.reduce(
    (total, row) =>
      row.signal !== "(base)" && account[String(row.signal)] !== null ? total + Number(row.coefficient ?? 0) : total,
    Number(base.coefficient),
  );
  return -Math.expm1(-Math.exp(sum));
}
