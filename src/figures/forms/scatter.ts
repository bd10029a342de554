import type {ReportView} from "../../facts/view.js";
import type {Flag} from "../../marts/shape/flag.js";
import type {Unit} from "../../words/unit.js";
import type {Across, Figure, Point, Reference, TableColumn} from "../figure.js";
import {column, limitColumns} from "./table.js";

/** One dot: how far to the right and how high it stands, each with its interval. */
export interface ScatterRow {
  readonly label: string;
  readonly across: Point;
  readonly up: Point;
  readonly n: number | null;
  readonly flag?: Flag;
  /** Drawn in the strong colour; where none is, all are. */
  readonly isOwn?: boolean;
  /** Cells of the further columns. */
  readonly more?: readonly (string | number | null)[];
}

export interface ScatterFigure {
  readonly id: string;
  readonly title: string;
  readonly subtitle: string;
  /** Heading of the label column. */
  readonly labels: string;
  readonly across: {readonly name: string; readonly unit: Unit} & Pick<Across, "reference" | "line">;
  readonly up: {readonly name: string; readonly unit: Unit; readonly reference?: Reference};
  readonly rows: readonly ScatterRow[];
  readonly more?: readonly TableColumn[];
  readonly n: number;
  readonly method: string;
  readonly metrics: readonly string[];
  readonly marts: readonly string[];
  readonly notes: readonly string[];
}

/** A figure of one value against another: chart, table and text alternative from the same rows. */
export function scatterFigure(
  view: ReportView,
  {id, title, subtitle, labels, across, up, rows, more = [], ...rest}: ScatterFigure,
): Figure {
  const zh = view.language === "zh";
  const point = ({value, lo, hi}: Point, {n, flag = ""}: ScatterRow): Point => ({
    value,
    lo: lo ?? null,
    hi: hi ?? null,
    n,
    flag,
  });
  const none: Point = {value: null, lo: null, hi: null, n: null};
  const part = (name: string, isOwn: boolean | undefined): Figure["series"][number] => ({
    id: isOwn === false ? "others" : "main",
    name,
    role: isOwn === false ? "context" : "main",
    points: rows.map((row) => (isOwn === undefined || (row.isOwn ?? false) === isOwn ? point(row.up, row) : none)),
  });
  const isSplit = rows.some(({isOwn}) => isOwn);
  const limits = (name: string, unit: Unit, ids: string): TableColumn[] => [
    column(ids, name, unit),
    ...limitColumns(view, unit, ids),
  ];
  return {
    ...rest,
    id,
    title,
    subtitle,
    form: "scatter",
    unit: up.unit,
    categories: rows.map(({label}) => label),
    category_kind: "text",
    category_title: across.name,
    value_title: up.name,
    series: isSplit
      ? [part(zh ? "我们" : "We", true), part(zh ? "其他" : "Others", false)]
      : [part(up.name, undefined)],
    across: {
      unit: across.unit,
      points: rows.map((row) => point(row.across, row)),
      ...(across.reference ? {reference: across.reference} : {}),
      ...(across.line ? {line: across.line} : {}),
    },
    ...(up.reference ? {reference: up.reference} : {}),
    table: {
      columns: [
        column("label", labels),
        ...limits(across.name, across.unit, "across"),
        ...limits(up.name, up.unit, "up"),
        ...more,
        column("n", zh ? "样本量" : "n", "count"),
      ],
      rows: rows.map((row) => [
        row.label,
        ...[row.across, row.up].flatMap(({value, lo, hi}) => [value, lo ?? null, hi ?? null]),
        ...(row.more ?? []),
        row.n,
      ]),
    },
    alt: `${title}${zh ? "。" : ". "}${subtitle}${zh ? "。" : "."}`,
  };
}
