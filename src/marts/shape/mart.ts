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
}
