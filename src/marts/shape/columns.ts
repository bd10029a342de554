import {z} from "zod";
import type {MartRow} from "./mart.js";

/** What the columns of marts and tables are made of. */
export const text = z.string();
export const count = z.number().int().nonnegative();
export const number = z.number();
export const month = z.string().regex(/^\d{4}-\d{2}$/);
export const date = z.string().regex(/^\d{4}-\d{2}-\d{2}$/);
export const period = z.union([month, z.literal("window")]);
export const flag = z.enum(["", "hollow", "suppressed", "provisional"]);

/** An estimate with both limits, and how far it may be shown. */
export const estimate = {value: number.nullable(), lo: number.nullable(), hi: number.nullable(), flag} as const;

/** A row of exactly these columns. */
export const rowOf = (shape: z.ZodRawShape) => z.strictObject(shape) as unknown as z.ZodType<MartRow>;
