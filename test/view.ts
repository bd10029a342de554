import {z} from "zod";
import type {ReportView} from "../src/facts/view.js";
import {type Published, type Row, type TableName, tables} from "../src/marts/list.js";
import type {MartRow, Table} from "../src/marts/shape/table.js";
import type {Language} from "../src/words/language.js";

/** Rows of published tables; what is left out of a row is null, "" or false, where it may be; a month is complete. */
export type ViewRows = {readonly [Name in TableName]?: readonly Partial<Row<Name>>[]} & {
  readonly view?: Partial<Omit<ReportView, "rows" | "language">>;
};

/** A report of these rows, checked as at the door; its month is 2026-10, and it knows no labels. */
export function viewOf(language: Language, {view = {}, ...rows}: ViewRows): ReportView {
  const published: Readonly<Record<string, readonly MartRow[]>> = Object.fromEntries(
    Object.entries<readonly MartRow[]>(rows).map(([name, given]) => [name, given.map((row) => complete(name, row))]),
  );
  return {
    language,
    company: "",
    month: "2026-10",
    months: [],
    windowMonths: 12,
    label: (_, code) => code,
    entities: new Set(),
    marks: [],
    targets: [],
    order: () => undefined,
    churnRule: "contract",
    ...view,
    rows: <Name extends TableName>(table: Name) => (published[table] ?? []) as unknown as Published[Name],
  };
}

/** Rows as a table is written: the columns by name, then a list of cells for each row. */
export const cells = (columns: string, ...rows: readonly (readonly (string | number | boolean | null)[])[]): never[] =>
  rows.map((row) => Object.fromEntries(columns.split(" ").map((name, at) => [name, row[at]]))) as never[];

/** Whether it is rows by table, and not several cases of them. */
export const isRows = (given: object): given is ViewRows =>
  Object.keys(given).every((name) => name === "view" || name in tables);

/** The same rows, with nothing told that may be withheld. */
export function withheldRows({view, ...rows}: ViewRows): ViewRows {
  const emptied = Object.entries<readonly MartRow[]>(rows).map(([name, given]) => {
    const columns = columnsOf(name);
    const accepts = (column: string, value: unknown) => columns[column]?.safeParse(value).success;
    const none = Object.keys(columns).filter((column) => accepts(column, null) && accepts(column, 1));
    const withheld = Object.fromEntries(none.map((column) => [column, null]));
    const flag = accepts("flag", "suppressed") ? {flag: "suppressed"} : {};
    return [name, given.map((row) => ({...row, ...withheld, ...flag}))];
  });
  return {...Object.fromEntries(emptied), ...(view ? {view} : {})};
}

const columnsOf = (name: string): Readonly<Record<string, z.ZodType>> =>
  ((tables as Readonly<Record<string, Table>>)[name]!.row as unknown as z.ZodObject<Record<string, z.ZodType>>).shape;

/** A row of a table; what is left out is null, "" or false, where it may be, and 0 where it must be a count. */
export const rowOf = <Name extends TableName>(name: Name, row: Partial<Row<Name>>): Row<Name> =>
  complete(name, row as MartRow) as Row<Name>;

function complete(name: string, row: MartRow): MartRow {
  const columns = columnsOf(name);
  const empty = Object.entries(columns).flatMap(([column, type]) => {
    const value = [null, "", false, 0, "complete"].find((each) => type.safeParse(each).success);
    return value === undefined ? [] : [[column, value]];
  });
  const parsed = z.strictObject(columns).safeParse({...Object.fromEntries(empty), ...row});
  if (!parsed.success) throw new Error(`a row of ${name}: ${z.prettifyError(parsed.error)}`);
  return parsed.data as MartRow;
}
