import {z} from "zod";
import type {Interval} from "../../stats/numbers/interval.js";

/** What is no number (no end, nothing to divide by) is no value. */
export const finite = (value: number | null | undefined): number | null =>
  value != null && Number.isFinite(value) ? value : null;

/** An estimate and both limits as columns that carry its name: `churn`, `churn_lo`, `churn_hi`. */
type Limits<Name extends string, Cell> = {readonly [Column in Name | `${Name}_lo` | `${Name}_hi`]: Cell};

const named = <Name extends string, Cell>(name: Name, [estimate, low, high]: readonly [Cell, Cell, Cell]) =>
  ({[name]: estimate, [`${name}_lo`]: low, [`${name}_hi`]: high}) as Limits<Name, Cell>;

/** The columns, for the row of a table. */
export const limitColumns = <Name extends string>(name: Name) => {
  const cell = z.number().nullable();
  return named(name, [cell, cell, cell]);
};

/** Their cells; null where the interval is withheld or unknown. */
export const limits = <Name extends string>(name: Name, interval: Interval | undefined) =>
  named(name, [finite(interval?.estimate), finite(interval?.low), finite(interval?.high)]);
