/**
 * "" shown · hollow: n 10–29 · suppressed: n < 10, value withheld · provisional: may still move · partial: the records
 * end within the month · missing: no records came of the month, so there is no value.
 */
export type Flag = "" | "hollow" | "suppressed" | "provisional" | "partial" | "missing";

/** Drawn hollow and dashed: not the last word. */
export const isUnfinished = (flag: string | undefined): boolean => flag === "provisional" || flag === "partial";
