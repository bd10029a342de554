/** "" shown · hollow: n 10–29 · suppressed: n < 10, value withheld · provisional: may still move. */
export type Flag = "" | "hollow" | "suppressed" | "provisional";
