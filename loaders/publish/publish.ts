import {z} from "zod";
import {listTables, type Published, tables} from "../../src/marts/list.js";
import {metricMonths} from "../../src/marts/quality/months.js";
import {type MonthState, withStates} from "../../src/marts/shape/months.js";
import type {Mart, MartRow, Table} from "../../src/marts/shape/table.js";
import type {SmallNPreset} from "../../src/stats/privacy/small-n.js";
import type {Report} from "../../src/words/report.js";
import type {Database} from "../database/database.js";
import {rounded} from "./rounded.js";

/**
 * The one door: rows from SQL are checked against their schema and grain, estimated, suppressed, rounded and sorted.
 * Nothing reaches a page, slide or file by another way.
 *
 * @throws Error where SQL delivers something else, or `derive` makes something else, than src/marts declares: our fault, not the user's
 */
export async function publish(
  database: Database,
  {
    preset,
    through,
    marks = [],
    lists = true,
    empty = new Set(),
    onRead = () => {},
  }: {
    preset: SmallNPreset /** the report month */;
    through?: string | undefined;
    /** Dated notes; defaults to none. */
    marks?: Report["marks"];
    /** Whether rows of single customers and records may leave; defaults to true. */
    lists?: boolean;
    /** Marts known to have no row; defaults to none. */
    empty?: ReadonlySet<string>;
    /** Told which marts each table is made from. */
    onRead?: (table: string, mart: string) => void;
  },
): Promise<Published> {
  const delivered = new Map<string, readonly MartRow[]>();
  const all = Object.entries<Table>(tables).map(([name, table]) => ({name, table, mart: martOf(name, table)}));
  for (const {mart} of all)
    if (!delivered.has(mart.name)) delivered.set(mart.name, empty.has(mart.name) ? [] : await readMart(database, mart));
  const rowsOf = <Row extends MartRow>({name}: Mart<Row>): readonly Row[] => {
    const rows = delivered.get(name);
    if (!rows) throw new Error(`no table is made from ${name}`);
    return rows as readonly Row[]; // as parsed by that mart
  };
  const states = new Map(rowsOf(metricMonths).map((row) => [`${row.metric} ${row.month}`, row]));
  const published = all.map(({name, table, mart}) => {
    onRead(name, mart.name);
    const reading = <Row extends MartRow>(other: Mart<Row>): readonly Row[] => {
      onRead(name, other.name);
      return rowsOf(other);
    };
    if (!lists && listTables.has(name)) return [name, []] as const;
    const rows = rowsOf(mart);
    const derived = table.derive?.(rows, {preset, marks, rows: reading}) ?? rows;
    return [name, leaving(name, {table, rows: ofMonths(derived, {table, states, through})})] as const;
  });
  return Object.fromEntries(published) as unknown as Published; // as parsed by each table
}

/** Rows of months say what their month has; of one without records no number leaves. */
function ofMonths(
  rows: readonly MartRow[],
  {table, ...known}: {table: Table; states: ReadonlyMap<string, MonthState>; through: string | undefined},
): readonly MartRow[] {
  const {months, grain, row} = table;
  const {shape} = row as unknown as z.ZodObject<Record<string, z.ZodType>>;
  return months ? withStates(rows, {...known, months, grain, columns: shape}) : rows;
}

/** Without a mart of its own a table is what SQL delivers under its name. */
const martOf = (name: string, {from, grain, row, delivered = row}: Table): Mart =>
  from ?? {name, grain, row: delivered};

/** A withheld row carries no number from which what is withheld could be worked out. */
function withoutWithheld(row: MartRow, {table: {grain, stays = [], row: declared}}: {table: Table}): MartRow {
  if (row.flag !== "suppressed") return row;
  const {shape} = declared as unknown as z.ZodObject<Record<string, z.ZodType>>;
  const isOwn = (name: string): boolean =>
    typeof row[name] === "number" &&
    !grain.includes(name) &&
    !stays.includes(name) &&
    !!shape[name]?.safeParse(null).success;
  return Object.fromEntries(Object.entries(row).map(([name, value]) => [name, isOwn(name) ? null : value]));
}

/** Rows as they leave: nothing in what is withheld, rounded, checked against what the table says of them, sorted. */
function leaving(name: string, {table, rows}: {table: Table; rows: readonly MartRow[]}): readonly MartRow[] {
  const parsed = z.array(table.row).safeParse(rows.map((row) => roundRow(withoutWithheld(row, {table}))));
  if (!parsed.success) throw new Error(`table ${name} is not as declared: ${z.prettifyError(parsed.error)}`);
  assertGrain(name, parsed.data, table.grain);
  return parsed.data.sort((a, b) => compareKeys(a, b, table.grain));
}

async function readMart(database: Database, {name, grain, row}: Mart): Promise<MartRow[]> {
  const rows = await database.rows(`select * from ${name} order by all`);
  const parsed = z.array(row).safeParse(rows);
  if (!parsed.success) throw new Error(`mart ${name} is not as declared: ${z.prettifyError(parsed.error)}`);
  assertGrain(name, parsed.data, grain);
  return parsed.data;
}

function assertGrain(name: string, rows: readonly MartRow[], grain: readonly string[]): void {
  const seen = new Set<string>();
  for (const row of rows) {
    const key = grain.map((column) => JSON.stringify(row[column])).join(" ");
    if (seen.has(key)) throw new Error(`${name}: two rows for ${grain.join(", ")} = ${key}`);
    seen.add(key);
  }
}

const roundRow = (row: MartRow): MartRow =>
  Object.fromEntries(
    Object.entries(row).map(([name, value]) => [name, typeof value === "number" ? rounded(value) : value]),
  );

function compareKeys(a: MartRow, b: MartRow, grain: readonly string[]): number {
  for (const name of grain) {
    const [left, right] = [a[name] ?? "", b[name] ?? ""];
    if (left === right) continue;
    if (typeof left === "number" && typeof right === "number") return left - right;
    return String(left) < String(right) ? -1 : 1; // by code unit: the same on every machine
  }
  return 0;
}
