import {z} from "zod";

/** What the columns of marts and tables are made of. */
export const text = z.string();
export const count = z.number().int().nonnegative();
export const number = z.number();
export const month = z.string().regex(/^\d{4}-\d{2}$/);
export const date = z.string().regex(/^\d{4}-\d{2}-\d{2}$/);
export const period = z.union([month, z.literal("window")]);
export const flag = z.enum(["", "hollow", "suppressed", "provisional", "partial", "missing"]);

/** An estimate with both limits, and how far it may be shown. */
export const estimate = {value: number.nullable(), lo: number.nullable(), hi: number.nullable(), flag} as const;

/** The same for each name: columns of one kind, or cells of one value. */
export const each = <Name extends string, Cell>(names: readonly Name[], cell: Cell) =>
  Object.fromEntries(names.map((name) => [name, cell])) as {readonly [Column in Name]: Cell};
