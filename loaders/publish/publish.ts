import {z} from "zod";
import {marts} from "../../src/marts/list.js";
import type {Mart, MartRow} from "../../src/marts/shape/mart.js";
import type {SmallNPreset} from "../../src/stats/privacy/small-n.js";
import type {Database} from "../database/database.js";

/** Every published table by name. */
export type Published = Readonly<Record<string, readonly MartRow[]>>;

/**
 * The one door: rows from SQL are checked against their schema and grain, estimated, suppressed, rounded and sorted.
 * Nothing reaches a page, slide or file by another way.
 *
 * @throws Error where SQL delivers something else than src/marts.ts declares: our fault, not the user's
 */
export async function publish(database: Database, {preset}: {preset: SmallNPreset}): Promise<Published> {
  const published: Record<string, readonly MartRow[]> = {};
  const delivered = new Map<string, readonly MartRow[]>();
  const rowsOf = (name: string): readonly MartRow[] => {
    const rows = delivered.get(name);
    if (!rows) throw new Error(`mart ${name} must stand before what is made from it`);
    return rows;
  };
  for (const mart of marts) {
    if (!delivered.has(mart.name)) delivered.set(mart.name, await readMart(database, mart));
    const rows = rowsOf(mart.name);
    const derived = mart.derive ? mart.derive(rows, {preset, rows: rowsOf}) : rows;
    const grain = mart.publishedGrain ?? mart.grain;
    assertGrain(mart, derived, grain);
    published[mart.publishedAs ?? mart.name] = derived.map(roundRow).sort((a, b) => compareKeys(a, b, grain));
  }
  return published;
}

async function readMart(database: Database, mart: Mart): Promise<MartRow[]> {
  const rows = await database.rows(`select * from ${mart.name} order by all`);
  const parsed = z.array(mart.row).safeParse(rows);
  if (!parsed.success) throw new Error(`mart ${mart.name} is not as declared: ${z.prettifyError(parsed.error)}`);
  assertGrain(mart, parsed.data, mart.grain);
  return parsed.data;
}

function assertGrain(mart: Mart, rows: readonly MartRow[], grain: readonly string[]): void {
  const seen = new Set<string>();
  for (const row of rows) {
    const key = grain.map((name) => JSON.stringify(row[name])).join(" ");
    if (seen.has(key)) throw new Error(`mart ${mart.name}: two rows for ${grain.join(", ")} = ${key}`);
    seen.add(key);
  }
}

/** Six decimals: finer than any page shows, coarser than a last digit that could differ between machines. */
const roundRow = (row: MartRow): MartRow =>
  Object.fromEntries(
    Object.entries(row).map(([name, value]) => [
      name,
      typeof value === "number" ? Math.round(value * 1e6) / 1e6 : value,
    ]),
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
