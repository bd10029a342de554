import {mkdtempSync, readdirSync, rmSync} from "node:fs";
import {tmpdir} from "node:os";
import {join} from "node:path";
import {fileURLToPath} from "node:url";
import {globSync} from "tinyglobby";
import {afterAll, describe, expect, test} from "vitest";
import {parse} from "yaml";
import {mappingSchema} from "../../loaders/mapping/mapping.js";
import {namesOf, provenMapping} from "../../loaders/proposing/command/map-files.js";
import {isAbsent} from "../real/real-report.js";
import {alsoRight} from "./also-right.js";
import {read} from "./read.js";
import {lineText, mappingsIn, type Score, score} from "./score.js";

const real = fileURLToPath(new URL("../real/", import.meta.url));
const data = fileURLToPath(new URL("../../../shared/data/", import.meta.url));
const folders = readdirSync(real, {withFileTypes: true})
  .filter((entry) => entry.isDirectory())
  .map(({name}) => name)
  .sort();
/** The log that was cut short lies beside the whole one. */
const dataOf = (folder: string): string => (folder === "it-incidents-119998" ? "it-incidents-uci" : folder);
const present = folders.filter((folder) => !isAbsent(dataOf(folder)));

async function proposalFor(folder: string) {
  const truth = mappingsIn(`${real}${folder}/mappings`).flatMap(({tables}) => tables);
  const files = globSync(
    truth.flatMap(({files: patterns = []}) => patterns),
    {cwd: `${data}${dataOf(folder)}`, absolute: true},
  ).sort();
  const temp = mkdtempSync(join(tmpdir(), "huisheng-score-"));
  try {
    const {yaml, trial} = await provenMapping(files, {language: "en", temp, names: namesOf(files), read});
    const proposed = mappingSchema.parse(parse(yaml)).tables;
    const known = new Set(alsoRight[folder]);
    return {
      trial,
      found: score(proposed, {
        truth,
        alsoRight: ({entity, column, headers}) => known.has(`${entity}.${column} ← ${headers.join(" + ")}`),
      }),
    };
  } finally {
    rmSync(temp, {recursive: true, force: true});
  }
}

describe.skipIf(present.length === 0)("a proposal for a public data set (needs ../shared/data)", () => {
  const scores = new Map<string, Score>();

  test.each(present)("%s: reads as it stands, and no column is wrong", async (folder) => {
    const {trial, found} = await proposalFor(folder);
    scores.set(folder, found);
    expect(trial.error).toBeUndefined();
    expect(trial.rows.kept).toBeGreaterThan(0);
    expect(found.wrong.map(({proposed}) => lineText(proposed))).toEqual([]);
  });

  afterAll(() => {
    const count = (part: (each: Score) => readonly unknown[]) =>
      [...scores.values()].reduce((sum, each) => sum + part(each).length, 0);
    const [right, wrong, missed] = [
      count((each) => each.right),
      count((each) => each.wrong),
      count((each) => each.missed),
    ];
    const share = (part: number) => `${((100 * part) / (right + wrong + missed)).toFixed(1)} %`;
    process.stdout.write(
      `\nmap on ${scores.size} public data sets: ${right} columns right (${share(right)}), ${wrong} wrong (${share(wrong)}), ${missed} missed (${share(missed)})\n`,
    );
    for (const [folder, {missed: lines}] of scores)
      if (lines.length > 0) process.stdout.write(`  ${folder}: missed ${lines.map(lineText).join("; ")}\n`);
    if (scores.size === present.length && scores.size > 5) {
      expect(right / (right + wrong + missed)).toBeGreaterThan(0.8);
      expect(wrong / (right + wrong + missed)).toBeLessThan(0.03);
    }
  });
});
