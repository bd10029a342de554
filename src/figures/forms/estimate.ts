import type {ReportView} from "../../facts/view.js";
import {type Flag, isUnfinished} from "../../marts/shape/flag.js";
import {metricOf} from "../../metrics/catalogue.js";
import type {Metric} from "../../metrics/metric.js";
import {heading} from "../../words/capital.js";
import {formatMonth, formatNumber} from "../../words/format.js";
import {isRestName} from "../../words/rest.js";
import {say} from "../../words/say.js";
import type {Unit} from "../../words/unit.js";
import type {Claim, Control, Figure, FigureTable, TableColumn} from "../figure.js";
import {monthsForm} from "./months-form.js";
import {withCurrency} from "./table.js";

/** One row of evidence: a label with its estimate. */
export interface EstimateRow {
  readonly label: string;
  readonly value: number | null;
  readonly lo?: number | null;
  readonly hi?: number | null;
  readonly n?: number | null;
  readonly flag?: Flag;
  /** Value of all others, for a group that is compared with them. */
  readonly rest?: number | null;
  /** How it stands beside them, in words. */
  readonly beside?: string;
  /** For the analyst: its standard error, and how many single answers those of repeated answerers are worth. */
  readonly se?: number | null;
  readonly n_eff?: number | null;
  /** Where answers carry weights: the value with each counted once. */
  readonly plain?: number | null;
}

export interface EstimateFigure {
  readonly id: string;
  readonly title: string;
  readonly subtitle: string;
  readonly claims?: readonly Claim[];
  readonly form: "dots" | "bars" | "columns" | "lines";
  readonly unit: Unit;
  readonly rows: readonly EstimateRow[];
  /** Heading of the label column. */
  readonly labels: string;
  readonly metric: string;
  readonly marts: readonly string[];
  readonly n: number;
  readonly notes?: readonly string[];
  readonly worked?: readonly string[];
  readonly reference?: {readonly value: number; readonly label: string};
  readonly control?: Control;
  /** Defaults to that of the metric. */
  readonly method?: string;
  /** Name of what is drawn; defaults to that of the metric. */
  readonly name?: string;
  /** Labels of the rows that the title names as bad news. */
  readonly focus?: readonly string[];
  /** What is said in a last row of those that are not drawn. */
  readonly left?: string;
  /** Marks of the figure's own on a month axis: the numbers of signals. */
  readonly ownMarks?: readonly {readonly category: string; readonly label: string}[];
}

/** A figure of one series of estimates: chart, table and text alternative from the same rows. */
export function estimateFigure(
  view: ReportView,
  {rows: drawn, labels, metric, notes = [], method, name, left, ownMarks = [], ...rest}: EstimateFigure,
): Figure {
  const rows = left === undefined ? drawn : [...drawn, {label: left, value: null}];
  const isMonthly = rest.form === "lines" || rows.every(({label}) => /^\d{4}-\d{2}$/.test(label));
  const title = heading(name ?? metricOf(metric)[view.language].name);
  const hasInterval = rows.some(({lo}) => lo != null);
  return {
    ...rest,
    form: isMonthly ? monthsForm(rest.form, rows.length) : rest.form,
    categories: rows.map(({label}) => label),
    category_kind: isMonthly ? "month" : "text",
    category_title: labels,
    value_title: title,
    series: [
      {
        id: metric,
        name: title,
        role: "main",
        points: rows.map(({value, lo, hi, n, flag}) => ({
          value,
          ...(hasInterval ? {lo: lo ?? null, hi: hi ?? null} : {}),
          n: n ?? null,
          flag: flag ?? "",
        })),
      },
    ],
    ...(isMonthly ? {marks: ownMarks} : {}),
    table: estimateTable(view, {rows, labels, unit: rest.unit, name: title, isMonthly, hasInterval}),
    method: method ?? methodName(view, metricOf(metric)),
    metrics: [metric],
    notes,
    alt: `${rest.title}. ${rest.subtitle}. ${extremes(view, {rows, unit: rest.unit})}`,
  };
}

function estimateTable(
  view: ReportView,
  {
    rows,
    labels,
    unit,
    name,
    isMonthly,
    hasInterval,
  }: {rows: readonly EstimateRow[]; labels: string; unit: Unit; name: string; isMonthly: boolean; hasInterval: boolean},
): FigureTable {
  const zh = view.language === "zh";
  const inCurrency = (each: TableColumn) => withCurrency(each, {language: view.language, currency: view.currency});
  const limits: TableColumn[] = hasInterval
    ? [
        {id: "lo", label: zh ? "区间下限" : "Lower limit", unit},
        {id: "hi", label: zh ? "区间上限" : "Upper limit", unit},
      ]
    : [];
  const isCompared = rows.some(({rest}) => rest != null);
  const besideColumns: TableColumn[] = [
    {id: "rest", label: zh ? "其余" : "The rest", unit},
    {id: "beside", label: zh ? "与其余相比" : "Beside the rest", unit: "text"},
  ];
  const isWeighted = rows.some(({plain}) => plain != null);
  const hasError = rows.some(({se}) => se != null);
  const errorColumns: TableColumn[] = [
    // The sign of points is that of a score, and an error has none.
    {id: "se", label: zh ? "标准误" : "Standard error", unit: unit === "points" || unit === "nps" ? "score" : unit},
    {id: "n_eff", label: zh ? "有效样本量" : "Effective n", unit: "count"},
  ];
  return {
    columns: [
      {id: "label", label: labels, unit: isMonthly ? "month" : "text"},
      inCurrency({id: "value", label: name, unit}),
      ...limits.map(inCurrency),
      ...(isCompared ? besideColumns.map(inCurrency) : []),
      ...(isWeighted ? [{id: "plain", label: zh ? "不加权" : "Unweighted", unit}] : []),
      {id: "n", label: zh ? "样本量" : "n", unit: "count"},
      ...(hasError ? errorColumns.map(inCurrency) : []),
      {id: "flag", label: zh ? "标记" : "Flag", unit: "text"},
    ],
    rows: rows.map(({label, value, lo, hi, n, flag, rest, beside, plain, se, n_eff}) => [
      label,
      value,
      ...(hasInterval ? [lo ?? null, hi ?? null] : []),
      ...(isCompared ? [flag === "suppressed" ? null : (rest ?? null), beside ?? ""] : []),
      ...(isWeighted ? [plain ?? null] : []),
      n ?? null,
      ...(hasError ? [se ?? null, n_eff ?? null] : []),
      flag ?? "",
    ]),
  };
}

/** The name of the interval, as the caption says it. */
export function methodName({language}: Pick<ReportView, "language">, {method}: Pick<Metric, "method">): string {
  const zh = language === "zh";
  switch (method) {
    case "wilson":
      return zh ? "Wilson 95% 区间，按客户聚类" : "Wilson 95% interval, clustered by customer";
    case "nps_score":
      return zh ? "得分法 95% 区间（Tango），按客户聚类" : "score 95% interval (Tango), clustered by customer";
    case "t":
      return zh ? "t 95% 区间，按客户聚类" : "t 95% interval, clustered by customer";
    case "poisson":
      return zh ? "精确 Poisson 95% 区间（Garwood）" : "exact Poisson 95% interval (Garwood)";
    case "bootstrap":
      return zh ? "自助法 95% 区间，按客户" : "bootstrap 95% interval, by customer";
    case "kaplan_meier":
      return zh ? "Kaplan–Meier，log-log 95% 区间" : "Kaplan–Meier, log-log 95% limits";
  }
}

type NamedValue = Pick<EstimateRow, "label" | "value" | "flag">;

/** Highest and lowest of what has a name and base enough: "unknown", "other" and an unfinished month are no finding. */
export function extremes(view: ReportView, {rows, unit}: {rows: readonly NamedValue[]; unit: Unit}): string {
  const isNamed = ({label, flag}: NamedValue) =>
    flag !== "suppressed" && flag !== "hollow" && !isUnfinished(flag) && !isRestName(label);
  const known = rows.filter((row) => row.value !== null && isNamed(row)).sort((a, b) => b.value! - a.value!);
  const [highest, lowest] = [known[0], known.at(-1)];
  if (!highest || !lowest) return view.language === "zh" ? "没有可显示的数值。" : "No value can be shown.";
  const text = (row: NamedValue) => `${formatMonth(row.label, view)} ${formatNumber(row.value, unit, view)}`;
  if (highest === lowest) return say(view, {zh: `${text(highest)}。`, en: `${text(highest)}.`});
  return view.language === "zh"
    ? `最高：${text(highest)}；最低：${text(lowest)}。`
    : `Highest: ${text(highest)}; lowest: ${text(lowest)}.`;
}
