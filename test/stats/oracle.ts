import {existsSync, readFileSync} from "node:fs";
import {expect} from "vitest";

/** A reference value: its input, what R or the paper says, and how near we must come. */
export interface OracleEntry {
  readonly id: string;
  // biome-ignore lint/suspicious/noExplicitAny: each entry has a shape of its own, given by the file
  readonly input: any;
  // biome-ignore lint/suspicious/noExplicitAny: as above
  readonly expected: any;
  readonly tolerance: number;
}

/** The entries of one reference file, by id. */
export function oracle(topic: string): Record<string, OracleEntry> {
  const file = new URL(`../oracle/${topic}.json`, import.meta.url);
  const {entries} = JSON.parse(readFileSync(file, "utf8")) as {entries: OracleEntry[]};
  return Object.fromEntries(entries.map((entry) => [entry.id, entry]));
}

const dataFolder = new URL("../../../shared/oracle/", import.meta.url);

/** Data sets of R packages are GPL and stay outside; where they are absent the tests that read them skip. */
export const hasOracleData = existsSync(new URL("data/aml.csv", dataFolder));

/** Rows of a small CSV as text, numbers where they look like numbers. */
export function oracleRows(file: string): Record<string, string | number>[] {
  const lines = readFileSync(new URL(file, dataFolder), "utf8").trim().split("\n");
  const split = (line: string) => line.split(",").map((cell) => cell.replaceAll('"', "").trim());
  const header = split(lines[0]!);
  return lines.slice(1).map((line) => {
    const cells = split(line);
    return Object.fromEntries(header.map((name, i) => [name, asNumber(cells[i] ?? "")]));
  });
}

function asNumber(cell: string): string | number {
  return cell !== "" && !Number.isNaN(Number(cell)) ? Number(cell) : cell;
}

/** |got - want| / max(1, |want|), through arrays and objects; only the expected keys are looked at, null means NaN. */
export function expectClose(got: unknown, want: unknown, tolerance = 1e-6): void {
  walk(got, want, {tolerance, path: "value"});
}

function walk(got: unknown, want: unknown, {tolerance, path}: {tolerance: number; path: string}): void {
  if (want === null || (typeof want === "number" && Number.isNaN(want))) {
    expect(got === null || Number.isNaN(got), `${path}: ${got} should be undefined`).toBe(true);
  } else if (typeof want === "number") {
    const error = got === want ? 0 : Math.abs((got as number) - want) / Math.max(1, Math.abs(want));
    expect(error, `${path}: got ${got}, want ${want}`).toBeLessThanOrEqual(tolerance);
  } else if (Array.isArray(want)) {
    expect((got as unknown[]).length, `${path} has another length`).toBe(want.length);
    for (const [i, value] of want.entries()) walk((got as unknown[])[i], value, {tolerance, path: `${path}[${i}]`});
  } else if (typeof want === "object") {
    for (const [key, value] of Object.entries(want)) {
      walk((got as Record<string, unknown>)[key], value, {tolerance, path: `${path}.${key}`});
    }
  } else expect(got, path).toEqual(want);
}
