import {existsSync, mkdirSync, readFileSync, writeFileSync} from "node:fs";
import {dirname, join} from "node:path";
import {describe, expect, test} from "vitest";
import type {FigureEntry} from "../../src/figures/entry.js";
import {project} from "../build/command.js";
import {type ViewRows, viewOf} from "../view.js";

/*
 * A figure has its twin: a few rows in, the whole object out, in both languages, beside `test/golden/<subject>/<id>.json`.
 * To add one, in `test/figures/<subject>.test.ts`:
 *
 *   twins("service", serviceFigures, {
 *     backlog: {
 *       "it grows": {ticket_backlog: [{month: "2026-09", created: 9, closed: 8, backlog: 20}, …]},
 *       "one month": {ticket_backlog: […]},
 *     },
 *   });
 *
 * then `node test/write-golden.mjs test/figures/service.test.ts`, and read what it wrote: it is what the report will
 * say. A column that is not given is null, "" or false, where it may be. "no rows" is tried by itself. `view` sets what else the
 * figure asks of a report: `{view: {month: "2026-09"}, …}`.
 */

/** Twins of figures, by id. */
export function twins(subject: string, figures: readonly FigureEntry[], all: Readonly<Record<string, Cases>>): void {
  for (const [id, cases] of Object.entries(all)) {
    const entry = figures.find((each) => each.id === id);
    if (!entry) throw new Error(`${subject} has no figure ${id}`);
    twin(`${subject}/${id}`, (view) => entry.draw(view), cases);
  }
}

/** What is drawn from the rows of each case. */
export type Cases = Readonly<Record<string, ViewRows>>;

/** One twin: whatever is made from a view, for each case and language. */
export function twin(name: string, draw: (view: ReturnType<typeof viewOf>) => unknown, cases: Cases): void {
  const path = join(project, "test/golden", `${name}.json`);
  const all: Cases = {...cases, "no rows": {}};
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
