import type {z} from "zod";
import type {SmallNPreset} from "../../stats/privacy/small-n.js";

/** A row as SQL hands it over. */
export type MartRow = Readonly<Record<string, string | number | boolean | null>>;

export interface DeriveOptions {
  readonly preset: SmallNPreset;
}

/** For what is made from more than one table. */
export interface DeriveInput extends DeriveOptions {
  /** Rows of another table as SQL delivered them; it must stand earlier in the list. */
  rows(mart: string): readonly MartRow[];
}

/** How the rows of a table hang on months. */
export interface ByMonth<Row = MartRow> {
  /** The column that holds the month; what it holds besides (a window, a wave) is left as it is. */
  readonly at: string;
  /** The metric or kind of record of `metric_months` that says what a month of it has. */
  readonly metric: string | ((row: Row) => string);
  /** What makes rows the months of one line; a missing month is put into it. Defaults to no line. */
  readonly line?: (row: Row) => string | undefined;
}

/** A published table: what one row is, what SQL must deliver, and what the door makes of it. */
export interface Mart {
  readonly name: string;
  /** Columns that make a row one row, before and after `derive`; publishing sorts by them. */
  readonly grain: readonly string[];
  readonly publishedGrain?: readonly string[];
  readonly row: z.ZodType<MartRow>;
  /** Estimates, intervals and suppression; defaults to the rows as they are. */
  readonly derive?: (rows: readonly MartRow[], input: DeriveInput) => MartRow[];
  /** Another name for what comes out, where it is another thing. */
  readonly publishedAs?: string;
  /** Where its rows are of months; see `byMonth`. */
  readonly months?: ByMonth;
}
