import {existsSync, mkdirSync, readFileSync, writeFileSync} from "node:fs";
import {dirname, join} from "node:path";
import {describe, expect, test} from "vitest";
import type {FigureEntry} from "../../src/figures/entry.js";
import {project} from "../build/command.js";
import {isRows, type ViewRows, viewOf, withheldRows} from "../view.js";

/*
 * A figure has its twin: a few rows in, the whole object out, in both languages, beside `test/golden/<subject>/<id>.json`.
 * To add one, in `test/figures/<subject>.test.ts`:
 *
 *   twins("service", serviceFigures, {
 *     backlog: {ticket_backlog: cells("month created closed backlog", ["2026-09", 9, 8, 20], ["2026-10", 8, 9, 19])},
 *   });
 *
 * then `node test/write-golden.mjs test/figures/service.test.ts`, and read what it wrote: it is what the report will
 * say. A column that is not given is null, "" or false, where it may be. `view` sets what else the figure asks of a
 * report: `{view: {month: "2026-09"}, …}`. Several cases stand under their names: `{"it grows": {…}, "it falls": {…}}`.
 * Of the first are made, without being asked: its first rows alone, all of it withheld, and no rows.
 */

/** Twins of figures, by id: their rows, or several cases of rows. */
export function twins(
  subject: string,
  figures: readonly FigureEntry[],
  all: Readonly<Record<string, ViewRows | Cases>>,
): void {
  for (const [id, given] of Object.entries(all)) {
    const entry = figures.find((each) => each.id === id);
    if (!entry) throw new Error(`${subject} has no figure ${id}`);
    twin(`${subject}/${id}`, (view) => entry.draw(view), isRows(given) ? {"a few rows": given} : given);
  }
}

/** What is drawn from the rows of each case. */
export type Cases = Readonly<Record<string, ViewRows>>;

/** One twin: whatever is made from a view, for each case and language. */
export function twin(name: string, draw: (view: ReturnType<typeof viewOf>) => unknown, cases: Cases): void {
  const path = join(project, "test/golden", `${name}.json`);
  const all: Cases = {...cases, ...madeOf(Object.values(cases)[0] ?? {})};
  const drawn = (rows: ViewRows): Json => {
    const of = (language: "zh" | "en") => JSON.parse(JSON.stringify(draw(viewOf(language, rows)))) as Json;
    return {zh: of("zh"), en: of("en")};
  };
  if (process.env.HUISHENG_GOLDEN === "write") {
    if (process.env.CI) throw new Error("golden files are written by a person, who reads them; never in CI");
    test(`${name} is written`, () => {
      mkdirSync(dirname(path), {recursive: true});
      writeFileSync(path, laidOut(Object.fromEntries(Object.entries(all).map(([id, rows]) => [id, drawn(rows)]))));
    });
    return;
  }
  describe(name, () => {
    const golden = existsSync(path) ? (JSON.parse(readFileSync(path, "utf8")) as Record<string, Json>) : {};
    test("golden cases", () => expect(Object.keys(golden)).toEqual(Object.keys(all)));
    test.each(Object.entries(all))("%s", (id, rows) => expect(drawn(rows)).toEqual(golden[id]));
  });
}

/** What every figure must bear: one row of each table, values withheld, nothing at all. */
function madeOf(rows: ViewRows): Cases {
  const {view, ...tables} = rows;
  const kept = view ? {view} : {};
  const first = Object.fromEntries(Object.entries(tables).map(([name, all]) => [name, all.slice(0, 1)]));
  return {"one row": {...first, ...kept}, "all withheld": withheldRows(rows), "no rows": kept};
}

type Json = Readonly<Record<string, unknown>>;

/** Case, language and each part of the figure on lines of their own, so that a change is seen where it is. */
function laidOut(value: unknown, depth = 0): string {
  if (depth === 3 || typeof value !== "object" || value === null || Array.isArray(value)) return JSON.stringify(value);
  const pad = "  ".repeat(depth);
  const lines = Object.entries(value).map(
    ([name, part]) => `${pad}  ${JSON.stringify(name)}: ${laidOut(part, depth + 1)}`,
  );
  return `{\n${lines.join(",\n")}\n${pad}}${depth === 0 ? "\n" : ""}`;
}
