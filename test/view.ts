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
    missingSources: [],
    marks: [],
    targets: [],
    order: () => undefined,
    churnRule: "contract",
    ...view,
    rows: <Name extends TableName>(table: Name) => (published[table] ?? []) as unknown as Published[Name],
  };
}

/** A row of a table; what is left out is null, "" or false, where it may be, and 0 where it must be a count. */
export const rowOf = <Name extends TableName>(name: Name, row: Partial<Row<Name>>): Row<Name> =>
  complete(name, row as MartRow) as Row<Name>;

function complete(name: string, row: MartRow): MartRow {
  const {row: declared} = (tables as Readonly<Record<string, Table>>)[name]!;
  const columns = (declared as unknown as z.ZodObject).shape as Readonly<Record<string, z.ZodType>>;
  const empty = Object.entries(columns).flatMap(([column, type]) => {
    const value = [null, "", false, 0, "complete"].find((each) => type.safeParse(each).success);
    return value === undefined ? [] : [[column, value]];
  });
  const parsed = z.strictObject(columns).safeParse({...Object.fromEntries(empty), ...row});
  if (!parsed.success) throw new Error(`a row of ${name}: ${z.prettifyError(parsed.error)}`);
  return parsed.data as MartRow;
}
