import {readdirSync, readFileSync} from "node:fs";
import {dirname, join, relative, resolve} from "node:path";
import {fileURLToPath} from "node:url";
import {expect, test} from "vitest";

const project = fileURLToPath(new URL("..", import.meta.url));
const sources = ["src", "loaders"].flatMap((folder) =>
  readdirSync(join(project, folder), {recursive: true, encoding: "utf8"})
    .map((file) => join(folder, file).replaceAll("\\", "/"))
    .filter((file) => /\.(ts|sql)$/.test(file) && !/\.tmp\.ts$|^src\/(data|downloads|\.observablehq)\//.test(file)),
);
const read = (file: string) => readFileSync(join(project, file), "utf8");
const imports = sources
  .filter((file) => file.endsWith(".ts"))
  .flatMap((file) =>
    [...read(file).matchAll(/(?:^|\n)(import|export)( type)?[^;"']*? from "([^"]+)"/g)].map(([, , type, to = ""]) => ({
      file,
      isType: type !== undefined,
      to: to.startsWith(".") ? relative(project, resolve(project, dirname(file), to)).replace(/\.js$/, ".ts") : to,
    })),
  );
const offenders = (from: RegExp, isForbidden: (to: string, isType: boolean) => boolean) =>
  imports
    .filter(({file, to, isType}) => from.test(file) && isForbidden(to, isType))
    .map(({file, to}) => `${file} imports ${to}`);

test("pages and figures never import the loaders", () => {
  expect(offenders(/^src\//, (to) => to.startsWith("loaders/"))).toEqual([]);
});

test("nothing under src needs Node", () => {
  expect(offenders(/^src\//, (to) => to.startsWith("node:") || to.startsWith("npm:"))).toEqual([]);
});

test("statistics import nothing but statistics", () => {
  expect(
    offenders(
      /^src\/stats\//,
      (to, isType) => !to.startsWith("src/stats/") && to !== "pure-rand" && !to.startsWith("pure-rand/") && !isType,
    ),
  ).toEqual([]);
});

test("figures and sentences do not touch the page", () => {
  expect(offenders(/^src\/(figures|narrative|marts|stats)\//, (to) => to.startsWith("src/components/"))).toEqual([]);
});

test("downloads are made from figures and never ask the database", () => {
  expect(
    offenders(/^loaders\/downloads\//, (to) => /duckdb|loaders\/(database|models|records|publish)/.test(to)),
  ).toEqual([]);
});

test("no file is longer than a visitor would read", () => {
  const limit = (file: string) => (file.endsWith(".sql") ? 100 : 250);
  const declared = /^src\/marts\.ts$/; // a list, one block an entry
  const long = sources.filter((file) => !declared.test(file) && read(file).trimEnd().split("\n").length > limit(file));
  expect(long).toEqual([]);
});

test("no file is called after what it is not", () => {
  expect(sources.filter((file) => /\/(utils?|helpers?|common|index)\.ts$/.test(file))).toEqual([]);
});

test("every model says its grain, or its message, in the first line", () => {
  const models = sources.filter((file) => file.startsWith("loaders/models/") && file.endsWith(".sql"));
  expect(
    models.filter((file) => !(file.includes("/checks/") ? /^-- \S/ : /^-- One row per /).test(read(file))),
  ).toEqual([]);
});
