import type {ReportView} from "../../facts/view.js";
import {heading} from "../../words/capital.js";
import type {Language} from "../../words/language.js";
import type {Claim, Figure, TableColumn} from "../figure.js";

export interface TableOptions {
  readonly id: string;
  readonly title: string;
  readonly subtitle: string;
  readonly claims?: readonly Claim[];
  readonly columns: readonly TableColumn[];
  readonly rows: readonly (readonly (string | number | null)[])[];
  readonly n: number;
  readonly marts: readonly string[];
  readonly notes?: readonly string[];
  readonly worked?: readonly string[];
  readonly method?: string;
  readonly metrics?: readonly string[];
}

/** A figure that is rows only. */
export function tableFigure(
  {language, currency}: Pick<ReportView, "language" | "currency">,
  {id, title, subtitle, claims, columns, rows, n, marts, notes = [], worked, method, metrics = []}: TableOptions,
): Figure {
  return {
    id,
    title,
    subtitle,
    ...(claims ? {claims} : {}),
    form: "table",
    unit: "count",
    categories: [],
    category_kind: "text",
    series: [],
    table: {columns: columns.map((each) => withCurrency(each, {language, currency})), rows},
    n,
    method: method ?? (language === "zh" ? "计数" : "counts"),
    metrics,
    marts,
    ...(worked ? {worked} : {}),
    notes,
    alt: `${title}. ${subtitle}.`,
  };
}

/** A column of a table: id, its heading, and how its cells are written. */
export const column = (id: string, label: string, unit: TableColumn["unit"] = "text"): TableColumn => ({
  id,
  label: heading(label),
  unit,
});

/** Columns for both limits of the estimate whose id they carry: `csat_lo`, `csat_hi`; of the only one `lo`, `hi`. */
export const limitColumns = (
  {language}: Pick<ReportView, "language">,
  unit: TableColumn["unit"],
  estimate = "",
): TableColumn[] => {
  const id = (limit: string) => (estimate ? `${estimate}_${limit}` : limit);
  return [
    column(id("lo"), language === "zh" ? "下限" : "Lower", unit),
    column(id("hi"), language === "zh" ? "上限" : "Upper", unit),
  ];
};

/** Numbers of a published row, as the cells of a table; null where there is none to show. */
export const numbersOf = <Name extends string>(
  row: {readonly [Column in Name]: number | null},
  names: readonly Name[],
): (number | null)[] => names.map((name) => row[name]);

/** Amounts in a column are bare: its heading says what they are in. */
export function withCurrency(
  {id, label, unit}: TableColumn,
  {language, currency}: {language: Language; currency: ReportView["currency"] | undefined},
): TableColumn {
  if (unit !== "money" || !currency) return {id, label, unit};
  return {id, label: language === "zh" ? `${label}（${currency.zh}）` : `${label} (${currency.en})`, unit};
}
