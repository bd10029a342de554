import {existsSync, readdirSync, readFileSync} from "node:fs";
import {basename, dirname, join} from "node:path";
import {fileURLToPath} from "node:url";
import {describe, expect, test} from "vitest";
import {entities} from "../loaders/mapping/entities/entities.js";
import {unshownColumns} from "../loaders/mapping/entities/unshown.js";
import {ruleSchemas} from "../loaders/report/rules.js";
import packages from "../package.json" with {type: "json"};
import {files, importsOf, read, sources} from "./imports.js";
import * as waiting from "./waiting.js";

/** What a person opens: the command, the site's configuration and the pages. */
const doors = [
  "loaders/huisheng.mjs",
  "observablehq.config.ts",
  ...files.filter((file) => /^src\/(zh|en)\/.*\.md$/.test(file)),
];

/** Scripts that a page of the site loads by their address, and parts of the program that are compiled by their name. */
const loadedBy = (file: string): string[] => [
  ...[...read(file).matchAll(/components\/([\w-]+)\.js/g)].map(([, name]) => `src/components/${name}.ts`),
  ...[...read(file).matchAll(/\bloadProgram\("([^"]+)"\)/g)].map(([, name]) => `loaders/${name}.ts`),
];

const reached = new Set(doors);
for (const file of reached)
  for (const to of [...importsOf(file).map((each) => each.to), ...loadedBy(file)])
    if (sources.includes(to)) reached.add(to);

const words = (text: string): Set<string> => new Set(text.match(/\w+/g) ?? []);
/** A model without its comments, but for what is asked in its place where the records are. */
const asked = (sql: string): string =>
  [...sql.matchAll(/where the records are, as (\w+)\.\)/g)].map(([, name]) => name).join(" ") +
  sql.replace(/--.*$/gm, "");
const models = new Map(
  files
    .filter((file) => file.startsWith("loaders/models/") && file.endsWith(".sql"))
    .map((file) => [basename(file, ".sql"), {file, words: words(asked(read(file)))}]),
);
const code = [...reached].filter((file) => /\.(ts|mjs)$/.test(file));
/** Code that asks the database, or says what may be asked of it. */
const asking = code.filter((file) => /^loaders\/(database|records|report|publish|models|read-report)/.test(file));

/** Its text without what is said to people, which asks for nothing. */
const query = (file: string): string => read(file).replace(/\b(zh|en): "[^"]*"/g, "");

/** Names of models that a model reads, straight or through others. */
function inputs(name: string, found = new Set<string>()): Set<string> {
  for (const word of models.get(name)?.words ?? [])
    if ((models.has(word) || word.startsWith("all_")) && !found.has(word)) {
      found.add(word);
      inputs(word, found);
    }
  return found;
}

/** Holds a list to what it says: nothing else waits, and what no longer waits is taken off. */
function expectWaiting(found: readonly string[], listed: readonly string[]): void {
  expect({
    "to be given a door, or to be deleted": found.filter((each) => !listed.includes(each)),
    "to be taken off the list in test/waiting.ts": listed.filter((each) => !found.includes(each)),
  }).toEqual({"to be given a door, or to be deleted": [], "to be taken off the list in test/waiting.ts": []});
}

describe("no room without a door", () => {
  test("every source is reached from the command, the configuration or a page", () => {
    expectWaiting(
      sources.filter((file) => !reached.has(file)),
      waiting.sources,
    );
  });

  test("every other file is named by a source that is reached, or lies in a folder that is", () => {
    const texts = code.map(read).join("\n");
    const isNamed = (file: string) =>
      [basename(file), basename(dirname(file))].some((name) => new RegExp(`["'\`/]${name}["'\`/]`).test(texts));
    const loaded = /^loaders\/models\/.*\.sql$|^src\/(zh|en)\/.*\.md$/;
    expectWaiting(
      files.filter((file) => file.includes(".") && !sources.includes(file) && !loaded.test(file) && !isNamed(file)),
      waiting.otherFiles,
    );
  });

  test("every model is a check, is published, or is read by one that is", () => {
    const published = words(
      files
        .filter((file) => /^src\/marts\//.test(file))
        .map(read)
        .join("\n"),
    );
    const asked = words(asking.map(query).join("\n"));
    const isDoor = (name: string, file: string) =>
      file.includes("/checks/") || file.includes("/metrics/") || (file.includes("/marts/") && published.has(name));
    const open = new Set(
      [...models].flatMap(([name, {file}]) => (isDoor(name, file) || asked.has(name) ? [name] : [])),
    );
    for (const name of open) for (const input of inputs(name)) open.add(input);
    expectWaiting(
      [...models.keys()].filter((name) => !open.has(name)),
      waiting.models,
    );
  });

  test("every column that may be mapped is read, or is there to be hidden", () => {
    const asked = words(asking.map(query).join("\n"));
    const unread = Object.entries(entities).flatMap(([entity, {key, columns}]) => {
      const readers = [...models].filter(([name]) => inputs(name).has(`all_${entity}`)).map(([, model]) => model.words);
      return Object.entries(columns)
        .filter(([name, column]) => !column.personal && !(key as readonly string[]).includes(name) && !asked.has(name))
        .filter(([name]) => !readers.some((each) => each.has(name)))
        .map(([name]) => `${entity}.${name}`);
    });
    expectWaiting(unread, unshownColumns);
  });

  test("every rule is taken over, and every table made of rules or reference files is read by a model", () => {
    const texts = asking.map(query).join("\n");
    const unread = Object.keys(ruleSchemas).filter((name) => !new RegExp(`rules\\??\\.${name}\\b`).test(texts));
    const tables = new Set(texts.match(/\bref_\w+/g));
    const isRead = (table: string) =>
      new RegExp(`(from|join) ${table}\\b`).test(texts) || [...models.values()].some((model) => model.words.has(table));
    expectWaiting([...unread, ...[...tables].filter((table) => table !== "ref_" && !isRead(table))], waiting.rules);
  });
});

describe("no package without a use", () => {
  const project = fileURLToPath(new URL("..", import.meta.url));
  const imported = (texts: string, name: string) => new RegExp(`["']${name}(/[^"']*)?["']`).test(texts);

  test("what only tests use is a package of development, and what nobody uses is none", () => {
    const texts = [...doors, ...code].map(read).join("\n");
    // tsx starts the command: huisheng.mjs loads it by its path.
    expect(Object.keys(packages.dependencies).filter((name) => name !== "tsx" && !imported(texts, name))).toEqual([]);
  });

  test("packages of development are used by a test, by the types or by npm run", () => {
    const tests = readdirSync(join(project, "test"), {recursive: true, encoding: "utf8"})
      .filter((file) => /\.(ts|mjs)$/.test(file) && existsSync(join(project, "test", file)))
      .map((file) => readFileSync(join(project, "test", file), "utf8"))
      .join("\n");
    const scripts = Object.values(packages.scripts).join("\n");
    const tools: Readonly<Record<string, string>> = {"@biomejs/biome": "biome", typescript: "tsc"};
    expect(
      Object.keys(packages.devDependencies).filter(
        (name) => !name.startsWith("@types/") && !imported(tests, name) && !scripts.includes(tools[name] ?? name),
      ),
    ).toEqual([]);
  });
});
