import {existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync} from "node:fs";
import {tmpdir} from "node:os";
import {dirname, join} from "node:path";
import {expect, test} from "vitest";
import {silentProgress} from "../../loaders/messages/progress.js";
import {reportView} from "../../loaders/publish/view.js";
import {readReport} from "../../loaders/read-report.js";
import {unfoundedNumbers} from "../../src/figures/agreement/numbers.js";
import type {FigureEntry} from "../../src/figures/entry.js";
import type {Figure} from "../../src/figures/figure.js";
import {project} from "../build/command.js";
import type {ViewRows} from "../view.js";
import {fewRows} from "./shrink.js";
import {twin} from "./twin.js";

/*
 * Figures whose twin nobody wrote by hand: a few rows of the sample report, in `test/golden/<subject>/<id>.rows.json`.
 * `node test/write-golden.mjs test/figures/sample.test.ts` finds rows for those that have none yet, and writes what is
 * drawn from them; read it before it is kept.
 */

const figures = await everyFigure();
const pathOf = ({subject, id}: {subject: string; id: string}, end: string) =>
  join(project, "test/golden", subject, `${id}${end}`);
const isByHand = (figure: (typeof figures)[number]) =>
  existsSync(pathOf(figure, ".json")) && !existsSync(pathOf(figure, ".rows.json"));

if (process.env.HUISHENG_GOLDEN === "write") await findRows();

for (const figure of figures) {
  const path = pathOf(figure, ".rows.json");
  if (!existsSync(path)) continue;
  const {view, ...rows} = JSON.parse(readFileSync(path, "utf8"));
  const given = {...rows, view: {...view, entities: new Set(view.entities)}} as ViewRows;
  twin(`${figure.subject}/${figure.id}`, (asked) => figure.draw(asked), {"a few rows": given});
}

/** What no sentence may hold: a number that is not there, one of several, brackets around nothing. */
const unsaid =
  /(?:^|[ (（])–(?:$|[ )）,;])|null|undefined|NaN|\(\)|（）|\b1 [a-z]+s\b(?! )|\b(?:all|of|these) 1 [a-z]+s\b|\bof 0\b/i;

test.each(figures.filter((figure) => existsSync(pathOf(figure, ".json"))))("$id says what can be said", (figure) => {
  const cases: Record<string, Record<string, {title?: string}>> = JSON.parse(
    readFileSync(pathOf(figure, ".json"), "utf8"),
  );
  const titles = Object.values(cases).flatMap((languages) => Object.values(languages).map(({title = ""}) => title));
  expect(titles.filter((title) => unsaid.test(title))).toEqual([]);
});

/** Figures whose title gives a number that stands in another figure, or nowhere below; the list only shrinks. */
const aloneInTitle = new Set([
  "churn-destinations",
  "customer-values",
  "first-time-fix",
  "return-cohorts",
  "tier-damping",
]);

test.each(figures.filter((figure) => existsSync(pathOf(figure, ".json"))))("$id: title and table agree", (figure) => {
  const cases: Record<string, Record<string, Figure>> = JSON.parse(readFileSync(pathOf(figure, ".json"), "utf8"));
  const drawn = Object.entries(cases).flatMap(([name, languages]) =>
    name === "all withheld" ? [] : Object.values(languages).filter((each) => each.table !== undefined),
  );
  const found = drawn.map((each) => ({title: each.title, unfounded: unfoundedNumbers(each)}));
  const wrong = found.filter((each) => each.unfounded.length > 0);
  if (aloneInTitle.has(figure.id)) expect(wrong.length, "it agrees now: take it off the list").toBeGreaterThan(0);
  else expect(wrong).toEqual([]);
});

test("every figure has a twin: node test/write-golden.mjs test/figures/sample.test.ts makes those that are missing", () => {
  const without = figures.filter((figure) => !existsSync(pathOf(figure, ".json"))).map(({id}) => id);
  expect(without).toEqual([]);
});

async function everyFigure(): Promise<(FigureEntry & {subject: string})[]> {
  const folder = join(project, "src/figures");
  const subjects = readdirSync(folder).filter((name) => existsSync(join(folder, name, "list.ts")));
  const lists = await Promise.all(
    subjects.map(async (subject) => {
      const exported: Record<string, unknown> = await import(`../../src/figures/${subject}/list.ts`);
      return Object.values(exported)
        .filter((list): list is FigureEntry[] => Array.isArray(list))
        .flat()
        .map(({id, draw}) => ({subject, id, draw}));
    }),
  );
  return lists.flat();
}

async function findRows(): Promise<void> {
  const wanted = figures.filter((figure) => !existsSync(pathOf(figure, ".json")) && !isByHand(figure));
  if (wanted.length === 0) return;
  const temp = mkdtempSync(join(tmpdir(), "huisheng-twins-"));
  const report = await readReport(join(project, "data"), {temp, progress: silentProgress});
  rmSync(temp, {recursive: true, force: true});
  for (const figure of wanted) {
    const rows = fewRows(figure, reportView("zh", report));
    if (!rows) continue;
    const path = pathOf(figure, ".rows.json");
    mkdirSync(dirname(path), {recursive: true});
    writeFileSync(path, laidOut(rows));
  }
}

function laidOut({view, ...tables}: ViewRows): string {
  const parts = Object.entries<readonly object[]>(tables).map(
    ([name, rows]) =>
      `  ${JSON.stringify(name)}: [\n${rows.map((row) => `    ${JSON.stringify(row)}`).join(",\n")}\n  ]`,
  );
  const asked = JSON.stringify({...view, entities: [...(view?.entities ?? [])]});
  return `{\n${[...parts, `  "view": ${asked}`].join(",\n")}\n}\n`;
}
