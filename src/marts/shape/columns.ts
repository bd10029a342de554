import {z} from "zod";
import type {MartRow} from "./mart.js";

/** What the columns of marts are made of. */
export const text = z.string();
export const count = z.number().int().nonnegative();
export const number = z.number();
export const month = z.string().regex(/^\d{4}-\d{2}$/);
export const period = z.union([month, z.literal("window")]);

/** A row of exactly these columns. */
export const rowOf = (shape: z.ZodRawShape) => z.strictObject(shape) as unknown as z.ZodType<MartRow>;
