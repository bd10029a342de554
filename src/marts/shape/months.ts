import {z} from "zod";
import {shiftMonth} from "../../words/month.js";
import {groupRows} from "./groups.js";
import type {ByMonth, MartRow, Table} from "./table.js";

/** What the records of a month are: all there, in part, all there since a later delivery, not there. */
export const state = z.enum(["complete", "partial", "late", "missing"]);
export type State = z.infer<typeof state>;

/** What `metric_months` says of one month. */
export interface MonthState {
  readonly state: State;
  readonly reason: string;
  readonly is_quiet: boolean;
}

/** A row that says what its month has; its numbers are null where that is nothing. */
export type Monthly<Row> = {
  readonly [Name in keyof Row]: Extract<Row[Name], number> extends never ? Row[Name] : Row[Name] | null;
} & {readonly state: State};

/** The same table, each row of which says what its month has; where that is nothing, its numbers are null. */
export function byMonth<Row extends MartRow>(table: Table<Row>, months: ByMonth<Row>): Table<Monthly<Row>> {
  const {shape} = table.row as unknown as z.ZodObject<Record<string, z.ZodType>>;
  const columns = Object.entries(shape).map(([name, cell]) => {
    const isNumber = cell.safeParse(1).success && !table.grain.includes(name);
    return [name, isNumber ? cell.nullable() : cell];
  });
  const row = z.object({...Object.fromEntries(columns), state}) as unknown;
  return {...table, delivered: table.row, row, months} as unknown as Table<Monthly<Row>>;
}

interface Options {
  readonly months: ByMonth;
  readonly grain: readonly string[];
  /** By column, what it may hold; without it every number may be null. */
  readonly columns?: Readonly<Record<string, z.ZodType>>;
  /** "metric month" → what that month has. */
  readonly states: ReadonlyMap<string, MonthState>;
  /** The report month. */
  readonly through: string | undefined;
}

const isMonth = (value: unknown): value is string => /^\d{4}-\d{2}$/.test(String(value));

/**
 * Rows with the state of their month. Of a missing month no number leaves, and its row stands in every line of months
 * that has one; months before the records begin are no months of the table.
 */
export function withStates(rows: readonly MartRow[], options: Options): MartRow[] {
  const {months, states} = options;
  const stateOf = (row: MartRow) => states.get(`${metricOf(row, months)} ${row[months.at]}`);
  const kept = rows.filter((row) => stateOf(row)?.reason !== "before_first");
  return [...kept, ...missingRows(kept, options)].map((row) => {
    const found = isMonth(row[months.at]) ? stateOf(row) : undefined;
    if (found?.state === "missing") return {...emptied(row, options), state: "missing"};
    const isPart = found?.state === "partial" && (row.flag === "" || row.flag === "hollow");
    return {...row, ...(isPart ? {flag: "partial"} : {}), state: found?.state ?? "complete"};
  });
}

const metricOf = (row: MartRow, {metric}: ByMonth): string => (typeof metric === "string" ? metric : metric(row));

/** Rows for the months that a line has none of: those missing, and in a line that has nearly all months the others too. */
function missingRows(rows: readonly MartRow[], {months, states, through, columns, grain}: Options): MartRow[] {
  const {line, at} = months;
  if (!line || !through) return [];
  const named = rows.filter((row) => isMonth(row[at]) && line(row) !== undefined);
  return [...groupRows(named, (row) => line(row)!).values()].flatMap((series) => {
    const present = new Set(series.map((row) => String(row[at])));
    const first = [...present].sort()[0]!;
    const all: string[] = [];
    for (let month = first; month <= through; month = shiftMonth(month, 1)) all.push(month);
    const isSteady = present.size > 0.75 * all.length;
    const [like] = series;
    return all
      .filter((month) => !present.has(month))
      .filter((month) => {
        const found = states.get(`${metricOf(like!, months)} ${month}`);
        return found?.state === "missing" ? !found.is_quiet : isSteady;
      })
      .map((month) => ({
        ...emptied({...like!, [at]: month}, {months, grain, columns, states, through}),
        ...("flag" in like! ? {flag: "suppressed"} : {}),
      }));
  });
}

/** A row whose numbers are not there. */
function emptied(row: MartRow, {grain, columns}: Options): MartRow {
  return Object.fromEntries(
    Object.entries(row).map(([name, value]) => {
      if (grain.includes(name)) return [name, value];
      if (name === "flag") return [name, "missing"];
      const none = [null, "", false].find((each) => columns?.[name]?.safeParse(each).success ?? each === null);
      return [name, none === undefined ? value : none];
    }),
  );
}
