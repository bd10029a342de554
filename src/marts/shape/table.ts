import {z} from "zod";
import type {SmallNPreset} from "../../stats/privacy/small-n.js";
import type {Report} from "../../words/report.js";

/** A row of any table. */
export type MartRow = Readonly<Record<string, string | number | boolean | null>>;

/** Columns by name: what each cell of a row may hold. */
export type Columns = Readonly<Record<string, z.ZodType<string | number | boolean | null>>>;

/** A row of these columns. */
export type RowOf<C extends Columns> = {readonly [Name in keyof C]: z.infer<C[Name]>};

/** What SQL delivers: a model of `loaders/models/marts`, by name, with the columns that make a row one row. */
export interface Mart<Row extends MartRow = MartRow> {
  readonly name: string;
  readonly grain: readonly string[];
  readonly row: z.ZodType<Row>;
}

/** The row that SQL delivers: `Delivered<typeof churnReasons>`. */
export type Delivered<M> = M extends Mart<infer Row> ? Row : never;

export interface DeriveOptions {
  readonly preset: SmallNPreset;
  /** Dated notes: nothing is derived across one that breaks its series. Defaults to none. */
  readonly marks?: Report["marks"];
}

/** For what is made from more than one mart. */
export interface DeriveInput extends DeriveOptions {
  /** Rows of another mart as SQL delivered them. */
  rows<Row extends MartRow>(mart: Mart<Row>): readonly Row[];
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

/** A published table: where it comes from, what makes a row one row, and what its rows are once outside the door. */
export interface Table<Row extends MartRow = MartRow> {
  /** Defaults to the mart of the table's own name, published as it is. */
  readonly from?: Mart | undefined;
  /** Publishing sorts by these. */
  readonly grain: readonly string[];
  readonly row: z.ZodType<Row>;
  /** Estimates, intervals and suppression. */
  derive?(rows: readonly MartRow[], input: DeriveInput): readonly Row[];
  /** Where its rows are of months; see `byMonth`. */
  readonly months?: ByMonth;
  /**
   * Numbers that a withheld row keeps: of the whole, or of things and not of people. All others that may be null are
   * taken from it at the door. Defaults to none.
   */
  readonly stays?: readonly string[];
  /** The row that SQL delivers, where it is another and the table has no mart of its own. */
  readonly delivered?: z.ZodType<MartRow>;
}

/**
 * A mart: exactly these columns, else the build fails.
 * @param options.grain columns that make a row one row
 */
export const mart = <C extends Columns>(
  name: string,
  {grain, row}: {readonly grain: readonly (keyof C & string)[]; readonly row: C},
): Mart<RowOf<C>> => ({name, grain, row: z.strictObject(row) as unknown as z.ZodType<RowOf<C>>});

/** A mart that is published as SQL delivers it, under its own name. */
export function table<C extends Columns>(options: {
  readonly grain: readonly (keyof C & string)[];
  readonly row: C;
}): Table<RowOf<C>>;
/**
 * A table made from a mart. The columns of `row` leave the door, and no others: what `derive` carries besides stays
 * inside, so that it may hand on `{...row, value}`.
 * @param options.grain defaults to the grain of the mart
 */
export function table<C extends Columns, From extends MartRow>(options: {
  readonly from: Mart<From>;
  readonly grain?: readonly (keyof C & string)[];
  readonly row: C;
  readonly derive: (rows: readonly From[], input: DeriveInput) => readonly RowOf<C>[];
}): Table<RowOf<C>>;
export function table({
  from,
  grain = from?.grain,
  row,
  derive,
}: {
  from?: Mart;
  grain?: readonly string[];
  row: Columns;
  derive?: (rows: readonly MartRow[], input: DeriveInput) => readonly MartRow[];
}): Table {
  if (!grain) throw new Error("a published table says which columns make a row one row");
  const parsed = from ? z.object(row) : z.strictObject(row);
  return {from, grain, row: parsed as unknown as z.ZodType<MartRow>, ...(derive ? {derive} : {})};
}
