import type {ReportView} from "../../facts/view.js";
import type {Flag} from "../../marts/shape/flag.js";
import {formatNumber} from "../../words/format.js";
import type {Unit} from "../../words/unit.js";
import type {Claim, Figure, Form, Series, TableColumn} from "../figure.js";
import {extremes} from "./estimate.js";
import {monthsForm} from "./months-form.js";
import {column, withCurrency} from "./table.js";

/** One value of a drawn row, with its limits where it has any. */
export interface Part {
  readonly value: number | null;
  readonly lo?: number | null;
  readonly hi?: number | null;
  readonly n?: number | null;
  readonly flag?: Flag;
}

export interface PartsFigure {
  readonly id: string;
  readonly title: string;
  readonly subtitle: string;
  readonly claims?: readonly Claim[];
  readonly form: Form;
  readonly unit: Unit;
  /** Heading of the label column. */
  readonly labels: string;
  /** Label, parts in the order of `series`, and the cells of further columns. */
  readonly rows: readonly {
    readonly label: string;
    readonly parts: readonly Part[];
    readonly more?: readonly (string | number | null)[];
  }[];
  readonly series: readonly {readonly id: string; readonly name: string; readonly role?: Series["role"]}[];
  /** Further columns of the table. */
  readonly more?: readonly TableColumn[];
  readonly n: number;
  readonly method: string;
  readonly marts: readonly string[];
  readonly metrics?: readonly string[];
  readonly notes?: readonly string[];
  readonly worked?: readonly string[];
  readonly focus?: readonly string[];
  readonly isMonthly?: boolean;
}

/** A figure of one or more values by label: chart and table from the same rows. */
export function partsFigure(view: ReportView, options: PartsFigure): Figure {
  const {rows, series, more = [], labels, isMonthly = false, notes = [], metrics = [], focus, ...rest} = options;
  const hasLimits = rows.some(({parts}) => parts.some(({lo}) => lo != null));
  const limits = (id: string): TableColumn[] =>
    hasLimits
      ? [
          column(series.length > 1 ? `${id}_lo` : "lo", view.language === "zh" ? "下限" : "Lower", rest.unit),
          column(series.length > 1 ? `${id}_hi` : "hi", view.language === "zh" ? "上限" : "Upper", rest.unit),
        ]
      : [];
  const columns = [
    column("label", labels, isMonthly ? "month" : "text"),
    ...series.flatMap(({id, name}) => [column(id, name, rest.unit), ...limits(id)]),
    ...more,
  ];
  return {
    ...rest,
    form: isMonthly ? monthsForm(rest.form, rows.length) : rest.form,
    categories: rows.map(({label}) => label),
    category_kind: isMonthly ? "month" : "text",
    category_title: labels,
    series: series.map((each, index) => ({
      ...each,
      points: rows.map(({parts}) => {
        const part = parts[index] ?? {value: null};
        return hasLimits ? {...part, lo: part.lo ?? null, hi: part.hi ?? null} : part;
      }),
    })),
    ...(focus ? {focus} : {}),
    table: {
      columns: columns.map((each) => withCurrency(each, {language: view.language, currency: view.currency})),
      rows: rows.map(({label, parts, more: cells = []}) => [
        label,
        ...parts.flatMap(({value, lo, hi}) => (hasLimits ? [value, lo ?? null, hi ?? null] : [value])),
        ...cells,
      ]),
    },
    metrics,
    notes,
    alt: `${rest.title}. ${rest.subtitle}. ${spoken(view, options)}`,
  };
}

/** Values of the first series that can be said one by one. */
const most = 8;

/** The values of the first series; of many, the highest and the lowest. */
function spoken(view: ReportView, {rows, unit, series}: PartsFigure): string {
  if (rows.length > most) {
    const values = rows.map(({label, parts}) => ({label, value: parts[0]?.value ?? null, flag: parts[0]?.flag ?? ""}));
    return extremes(view, {rows: values, unit});
  }
  const list = rows
    .map(
      ({label, parts}) =>
        `${label}${/\d$/.test(label) ? (view.language === "zh" ? "：" : ": ") : " "}${formatNumber(parts[0]?.value, unit, view)}`,
    )
    .join(view.language === "zh" ? "，" : ", ");
  return `${series[0]?.name ?? ""}${view.language === "zh" ? "：" : ": "}${list}${view.language === "zh" ? "。" : "."}`;
}
