import {escapeXml} from "../../draw/xml.js";
import type {Cell, CellKind} from "../office/sheet.js";
import {rangeReference} from "../office/spreadsheet.js";

type Value = string | number | null;

/** One column of the sheet behind a chart; the chart points at it and keeps a copy. */
export interface ChartColumn {
  readonly header: string;
  readonly values: readonly Value[];
  readonly kind: CellKind;
  readonly format: string;
  readonly header_reference: string;
  readonly reference: string;
}

/** The sheet behind a chart, filled while the chart is written: what is not here cannot be drawn. */
export interface ChartData {
  readonly columns: ChartColumn[];
  add(header: string, values: readonly Value[], format?: {kind?: CellKind; format?: string}): ChartColumn;
}

/** Columns are laid from `column`, `row` (both from 0: the header's cell) of the named sheet. */
export const chartData = ({sheet = "data", column = 0, row = 0} = {}): ChartData => {
  const columns: ChartColumn[] = [];
  return {
    columns,
    add(header, values, {kind = "text", format = "General"} = {}) {
      const index = column + columns.length;
      const added: ChartColumn = {
        header,
        values: values.map((value) => (typeof value === "number" && !Number.isFinite(value) ? null : value)),
        kind,
        format,
        header_reference: rangeReference(sheet, {column: index, from: row + 1, to: row + 1}),
        reference: rangeReference(sheet, {column: index, from: row + 2, to: row + 1 + Math.max(1, values.length)}),
      };
      columns.push(added);
      return added;
    },
  };
};

/** The same columns as rows of cells, header first. */
export const chartCells = ({columns}: ChartData): Cell[][] => {
  const length = Math.max(0, ...columns.map(({values}) => values.length));
  const header = columns.map(({header}): Cell => ({value: header, kind: "header"}));
  const row = (index: number): Cell[] => columns.map(({values, kind}) => ({value: values[index] ?? null, kind}));
  return [header, ...Array.from({length}, (_, index) => row(index))];
};

const points = (values: readonly Value[]): string =>
  values
    .map((value, index) => (value === null ? "" : `<c:pt idx="${index}"><c:v>${escapeXml(String(value))}</c:v></c:pt>`))
    .join("");

export const numberReference = ({reference, format, values}: ChartColumn): string =>
  `<c:numRef><c:f>${escapeXml(reference)}</c:f><c:numCache><c:formatCode>${escapeXml(format)}</c:formatCode><c:ptCount val="${values.length}"/>${points(values)}</c:numCache></c:numRef>`;

/** One row across neighbouring columns, to be drawn as a series of its own; named by the first cell. */
export const acrossColumns = (columns: readonly [ChartColumn, ...ChartColumn[]], row: number): ChartColumn => {
  const cells = columns.map(({reference}) => {
    const [, sheet, letters, first] = /^(.*!)\$([A-Z]+)\$(\d+)/.exec(reference) ?? [];
    return {sheet, cell: `$${letters}$${Number(first) + row}`};
  });
  const [from, to] = [cells[0], cells.at(-1)];
  const reference = `${from?.sheet}${from?.cell}${cells.length > 1 ? `:${to?.cell}` : ""}`;
  const values = columns.map((column) => column.values[row] ?? null);
  return {...columns[0], header: String(values[0] ?? ""), header_reference: reference, reference, values};
};

export const textReference = ({reference, values}: ChartColumn): string =>
  `<c:strRef><c:f>${escapeXml(reference)}</c:f><c:strCache><c:ptCount val="${values.length}"/>${points(values)}</c:strCache></c:strRef>`;

export const seriesName = ({header, header_reference}: ChartColumn): string =>
  `<c:tx><c:strRef><c:f>${escapeXml(header_reference)}</c:f><c:strCache><c:ptCount val="1"/><c:pt idx="0"><c:v>${escapeXml(header)}</c:v></c:pt></c:strCache></c:strRef></c:tx>`;
