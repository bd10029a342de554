import type {z} from "zod";
import type {MartRow, Table, Withholding} from "./table.js";

/** A row whose numbers may be withheld. */
export type Withheld<Row, Stays extends string> = {
  readonly [Name in keyof Row]: Name extends Stays
    ? Row[Name]
    : Extract<Row[Name], number> extends never
      ? Row[Name]
      : Row[Name] | null;
};

/** The same table, any row of which may be withheld with all its numbers. */
export function withholding<Row extends MartRow, const Stays extends keyof Row & string = never>(
  table: Table<Row>,
  options: Omit<Withholding, "stays"> & {readonly stays?: readonly Stays[]},
): Table<Withheld<Row, Stays>> {
  const {shape} = table.row as unknown as z.ZodObject<Record<string, z.ZodType>>;
  const columns = Object.entries(shape).map(
    ([name, cell]) => [name, isOwn(name, {cell, table, stays: options.stays ?? []}) ? cell.nullable() : cell] as const,
  );
  const row = (table.row as unknown as z.ZodObject).safeExtend(Object.fromEntries(columns)) as unknown;
  const delivered = table.delivered ?? (table.from ? undefined : table.row);
  return {...table, ...(delivered ? {delivered} : {}), row, withholding: options} as unknown as Table<
    Withheld<Row, Stays>
  >;
}

const isOwn = (
  name: string,
  {cell, table, stays}: {cell: z.ZodType; table: Pick<Table, "grain">; stays: readonly string[]},
): boolean => cell.safeParse(1).success && !table.grain.includes(name) && !stays.includes(name);

/** The row with none of its numbers. */
export function withheldRow(row: MartRow, {table, reason}: {table: Table; reason: string}): MartRow {
  const {flag, own, stays = [], instead = {}} = table.withholding!;
  const {shape} = table.row as unknown as z.ZodObject<Record<string, z.ZodType>>;
  const none = (own ?? Object.keys(row)).filter(
    (name) => shape[name] && isOwn(name, {cell: shape[name], table, stays}),
  );
  return {
    ...row,
    ...Object.fromEntries(none.map((name) => [name, null])),
    ...instead,
    ...(flag && !["missing", "no_base"].includes(String(row[flag])) ? {[flag]: "suppressed"} : {}),
    ...("reason" in row && row[flag ?? ""] !== "suppressed" ? {reason} : {}),
  };
}
