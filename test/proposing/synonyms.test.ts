import {mkdtempSync, rmSync, writeFileSync} from "node:fs";
import {tmpdir} from "node:os";
import {join} from "node:path";
import {afterAll, beforeAll, describe, expect, test} from "vitest";
import {type Database, openDatabase} from "../../loaders/database/database.js";
import {columnsOf} from "../../loaders/mapping/entities/entities.js";
import type {ColumnMapping, TableMapping} from "../../loaders/mapping/mapping.js";
import {lookAt} from "../../loaders/proposing/look.js";
import {type KnownSystem, readKnownSystems, recognise} from "../../loaders/proposing/tables/known.js";
import {propose} from "../../loaders/proposing/tables/propose.js";
import {sureEnough} from "../../loaders/proposing/tables/shape.js";

const systems = readKnownSystems();
const rows = 24;

/** A made-up cell as such a column would hold it. */
function cellOf(
  column: string,
  {mapping, table, row}: {mapping: ColumnMapping; table: TableMapping; row: number},
): string {
  const {type, values, personal} = columnsOf(table.entity)[column] ?? {type: "text"};
  const theirs = Object.keys(mapping.values ?? {});
  if (theirs.length > 0 && mapping.values) return theirs[row % theirs.length]!;
  const day = `2026-0${1 + (row % 3)}-${String(1 + (row % 27)).padStart(2, "0")}`;
  if (type === "timestamp" || type === "date")
    return mapping.date?.[0] === "epoch_ms"
      ? String(Date.parse(`${day}T10:00:00Z`))
      : `${day} 10:${String(row).padStart(2, "0")}:00`;
  if (column === "score") return String(1 + (row % 5));
  if (type === "id") return `${column.slice(0, 2)}-${1000 + (column === "customer_id" ? row % 9 : row)}`;
  if (type === "boolean") return row % 3 === 0 ? "No" : "Yes";
  if (type === "integer" || type === "decimal") return String((row * 7) % 90);
  if (personal) return `What was said about matter number ${row} in so many words`;
  return values ? values[row % values.length]! : `${column.replaceAll("_", " ")} ${"ABCD"[row % 4]}`;
}

/** The export of a system with the n-th name of every header that has one, and a few columns of its own. */
function exportOf(system: KnownSystem, variant: number): {csv: string; wanted: Map<string, string>} {
  const [table] = system.tables;
  const columns = Object.entries(table!.columns).flatMap(([column, mapping]) => {
    const {from} = mapping;
    return from ? [{column, mapping, header: from[Math.min(variant, from.length - 1)]!}] : [];
  });
  const headers = columns.map(({header}) => header);
  const unique = columns.filter(({header}, place) => headers.indexOf(header) === place);
  const read = new Set(system.tables.flatMap(({columns}) => Object.values(columns).flatMap(({from}) => from ?? [])));
  const own = system.written.filter((header) => !read.has(header)).slice(0, 4);
  // a questionnaire asks something
  const asks = table!.entity === "surveys" && table!.items ? ["How satisfied are you with our service?"] : [];
  const line = (cells: readonly string[]) => cells.map((cell) => `"${cell.replaceAll('"', '""')}"`).join(",");
  const lines = Array.from({length: rows}, (_, row) =>
    line([
      ...unique.map(({column, mapping}) => cellOf(column, {mapping, table: table!, row})),
      ...own.map(() => `x${row}`),
      ...asks.map(() => String(1 + (row % 5))),
    ]),
  );
  return {
    csv: [line([...unique.map(({header}) => header), ...own, ...asks]), ...lines].join("\n"),
    wanted: new Map(unique.map(({column, header}) => [column, header])),
  };
}

const variantsOf = ({tables}: KnownSystem): number =>
  Math.max(1, ...Object.values(tables[0]!.columns).map(({from}) => from?.length ?? 1));

describe("the export of a known system", () => {
  let database: Database;
  let folder: string;
  const totals = {known: {right: 0, wrong: 0, missed: 0}, strange: {right: 0, wrong: 0, missed: 0}};
  const faults: string[] = [];
  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), "huisheng-synonyms-"));
    database = await openDatabase({temp: folder});
  });

  const cases = systems.flatMap((system) =>
    Array.from({length: variantsOf(system)}, (_, variant) => ({name: system.name, variant, system})),
  );
  test.each(cases)(
    "$name ($variant) is recognised by its headers and mapped whole",
    async ({name, variant, system}) => {
      const {csv, wanted} = exportOf(system, variant);
      const path = join(folder, `${name}-${variant}.csv`);
      writeFileSync(path, csv);
      const {profiles, rows: found} = await lookAt(database, {
        table: `t_${name.replaceAll("-", "_")}_${variant}`,
        files: [{path, name: "export.csv"}],
      });
      expect(
        recognise(
          systems,
          profiles.map(({header}) => header),
        )?.name,
      ).toBe(name);
      for (const [kind, known] of [
        ["known", systems],
        ["strange", []],
      ] as const) {
        const {tables} = propose({profiles, rows: found, name: "export.csv"}, known);
        const [table] = tables;
        const made = new Map(
          (table?.columns ?? [])
            .filter(({confidence}) => confidence >= sureEnough)
            .map(({column, profile}) => [column, profile.header]),
        );
        for (const [column, header] of wanted)
          if (table?.entity === system.tables[0]!.entity && made.get(column) === header) totals[kind].right++;
          else {
            totals[kind].missed++;
          }
        for (const [column, header] of made) {
          const isOwn = ![...wanted.values()].includes(header);
          // the kinds of request stand for what they are about as well, where no category is told
          const isKind = column === "category" && wanted.get("ticket_type") === header;
          if (wanted.get(column) === header || isKind || (isOwn && kind === "known")) continue;
          totals[kind].wrong++;
          faults.push(`${name} ${variant} (${kind}): ${table!.entity}.${column} ← ${header}`);
        }
        if (kind === "known") expect(Object.fromEntries(made)).toMatchObject(Object.fromEntries(wanted));
      }
    },
  );

  afterAll(() => {
    database.close();
    rmSync(folder, {recursive: true, force: true});
    for (const [kind, {right, wrong, missed}] of Object.entries(totals)) {
      const all = right + missed;
      const share = (part: number) => `${((100 * part) / all).toFixed(1)} %`;
      process.stdout.write(
        `\nmap on the headers of ${systems.length} known systems, ${kind === "known" ? "recognised" : "as if never seen"}: ${right} columns right (${share(right)}), ${wrong} wrong (${share(wrong)}), ${missed} missed (${share(missed)})\n`,
      );
    }
    for (const fault of faults) process.stdout.write(`  ${fault}\n`);
    expect(totals.strange.right / (totals.strange.right + totals.strange.missed)).toBeGreaterThan(0.8);
    expect(totals.strange.wrong / (totals.strange.right + totals.strange.missed)).toBeLessThan(0.03);
  });
});
