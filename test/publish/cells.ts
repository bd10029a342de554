import type {z} from "zod";
import type {MartRow, Table} from "../../src/marts/shape/table.js";

/** Where a number stands: everything published is of a period and of a member of a dimension. */
export interface Place {
  readonly period: string;
  readonly dimension: string;
  readonly member: string;
}

/** A count of a published table, by the series it is of and its place in it. */
export interface Cell extends Place {
  readonly table: string;
  readonly row: number;
  readonly column: string;
  readonly series: string;
  /** What it is called in sums: its series and its place. */
  readonly name: string;
  readonly value: number | null;
}

/** A count and what it is a part of; without `whole` the base is no count of the table. */
export interface Share {
  readonly part: string;
  readonly whole?: string;
}

/** What of a table is withheld where they are few, and how a row says so. */
export interface Withholding {
  readonly flag: string;
  readonly shares: readonly Share[];
  /** Numbers that are not the row's own, or of things and not of persons. */
  readonly stays?: readonly string[];
  readonly isPart?: (row: MartRow, part: string) => boolean;
}

export interface PublishedTable {
  readonly table: Table;
  readonly rows: readonly MartRow[];
  readonly withholding?: Withholding | undefined;
}

/** Columns that name members of a dimension, and what the dimension is called. */
const dimensions: Readonly<Record<string, string>> = {
  tier: "tier",
  team: "team",
  handler: "agent",
  agent: "agent",
  category: "category",
  ticket_type: "ticket_type",
  product: "product",
  region: "region",
  brand: "brand",
  queue: "team",
};
const placed = ["period", "month", "dimension", "member"];

export const nameOf = ({series, period, dimension, member}: Pick<Cell, "series"> & Place): string =>
  `${series}|${period}|${dimension}|${member}`;

export const lineOf = ({series, period, dimension}: Cell): string => `${series}|${period}|${dimension}`;

/** Every count of these tables; what is the key of a row is none. */
export function cellsOf(tables: ReadonlyMap<string, PublishedTable>): Cell[] {
  return [...tables].flatMap(([name, {table, rows}]) => {
    const {shape} = table.row as unknown as z.ZodObject<Record<string, z.ZodType>>;
    const columns = Object.entries(shape)
      .filter(([column, cell]) => !table.grain.includes(column) && isCount(cell))
      .map(([column]) => column);
    return rows.flatMap((row, index) => {
      const {key, ...place} = placeOf(row, table.grain);
      return columns.map((column): Cell => {
        const value = row[column];
        const series = `${name}[${key}].${column}`;
        const shown = typeof value === "number" ? value : null;
        return {table: name, row: index, column, series, ...place, name: nameOf({series, ...place}), value: shown};
      });
    });
  });
}

const isCount = (cell: z.ZodType): boolean => cell.safeParse(1).success && !cell.safeParse(1.5).success;

function placeOf(row: MartRow, grain: readonly string[]): Place & {key: string} {
  const own = grain.filter((column) => !placed.includes(column));
  const by = row.dimension === undefined ? own.find((column) => dimensions[column]) : undefined;
  const key = own.filter((column) => column !== by).map((column) => `${column}=${row[column]}`);
  const member = String(by ? row[by] : (row.member ?? "all"));
  const dimension = by ? (member === "all" ? "all" : dimensions[by]!) : String(row.dimension ?? "all");
  const period = String(row.period ?? row.month ?? "window");
  return {key: key.join(), period, dimension: dimension === "queue" ? "team" : dimension, member};
}

/** The cell of a share's base, beside that of its part. */
export const wholeOf = (cell: Cell, {part, whole}: Share): string | undefined =>
  whole === undefined ? undefined : nameOf({...cell, series: `${cell.series.slice(0, -part.length)}${whole}`});

/** What of a base is not the part: a count nobody publishes and everybody has. */
export const restOf = ({name}: Pick<Cell, "name">): string => `rest of ${name}`;

/** What is shown, by name. */
export const knownOf = (cells: readonly Cell[]): Map<string, number> =>
  new Map(cells.flatMap(({name, value}) => (value === null ? [] : [[name, value] as const])));
