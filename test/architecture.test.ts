import {readdirSync} from "node:fs";
import {dirname, join} from "node:path";
import {expect, test} from "vitest";
import {refuseNamesakes} from "../loaders/models/run.js";
import {circles, files, type Import, imports, project, read, sources} from "./imports.js";
import {placeOf} from "./layers.js";

/** How an import that must not be is named. */
const asText = ({file, to, names}: Import): string => `${file} imports ${names || "all"} from ${to}`;

const offenders = (from: RegExp, isForbidden: (to: string, isType: boolean) => boolean): string[] =>
  imports.filter(({file, to, names}) => from.test(file) && isForbidden(to, names.startsWith("type "))).map(asText);

/** Every circle with the imports that tie it. */
function ties(nameOf: (file: string) => string): string[] {
  const own = imports.filter(({to}) => sources.includes(to));
  return circles(own.map(({file, to}) => [nameOf(file), nameOf(to)])).flatMap((group) =>
    own
      .filter(({file, to}) => nameOf(file) !== nameOf(to) && [file, to].every((each) => group.includes(nameOf(each))))
      .map((each) => `${group.join(" ⇄ ")}: ${asText(each)}`),
  );
}

test("no file leads back to itself", () => {
  expect(ties((file) => file)).toEqual([]);
});

test("no folder leads back to itself", () => {
  expect(ties(dirname)).toEqual([]);
});

test("no floor leads back to itself", () => {
  expect(
    ties((file) =>
      file
        .split("/")
        .slice(0, 2)
        .join("/")
        .replace(/^(src|loaders)\/[^/]+\.\w+$/, "$1"),
    ),
  ).toEqual([]);
});

test("every folder has its place in the order of import", () => {
  expect([...new Set(sources.map(dirname))].filter((folder) => placeOf(folder) < 0)).toEqual([]);
});

test("a file takes only from its own folder and from those before it", () => {
  const isBack = ({file, to}: Import) => {
    const [from, at] = [dirname(file), dirname(to)];
    return sources.includes(to) && from !== at && placeOf(from) <= placeOf(at);
  };
  expect(imports.filter(isBack).map(asText)).toEqual([]);
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

test("sentences take figures as they were drawn and never draw one", () => {
  expect(offenders(/^src\/narrative\//, (to, isType) => to.startsWith("src/figures/") && !isType)).toEqual([]);
});

test("downloads are made from figures and never ask the database", () => {
  expect(
    offenders(/^loaders\/downloads\//, (to) => /duckdb|loaders\/(database|models|records|publish)/.test(to)),
  ).toEqual([]);
});

test("no file is longer than a visitor would read", () => {
  const limit = (file: string) => (file.endsWith(".sql") ? 100 : 250);
  const long = files
    .filter((file) => /\.(ts|mjs|js|sql)$/.test(file))
    .filter((file) => read(file).trimEnd().split("\n").length > limit(file));
  expect(long).toEqual([]);
});

test("no file is called after what it is not", () => {
  expect(sources.filter((file) => /\/(utils?|helpers?|common|index)\.ts$/.test(file))).toEqual([]);
});

test("every model says its grain, or its message, in the first line", () => {
  const models = files.filter((file) => file.startsWith("loaders/models/") && file.endsWith(".sql"));
  expect(
    models.filter((file) => !(file.includes("/checks/") ? /^-- \S/ : /^-- One row per /).test(read(file))),
  ).toEqual([]);
});

test("no two models bear one name, in whatever folders; a build that finds two says which", () => {
  const models = files.filter((file) => file.startsWith("loaders/models/") && file.endsWith(".sql"));
  const inside = models.map((file) => file.slice("loaders/models/".length));
  expect(() => refuseNamesakes(inside)).not.toThrow();
  expect(() => refuseNamesakes(["marts/churn/rate.sql", "metrics/csat.sql", "marts/service/rate.sql"])).toThrow(
    "two models are called rate: loaders/models/marts/churn/rate.sql and loaders/models/marts/service/rate.sql; rename one",
  );
});

test("no path is the pathname of an address, which stands for spaces and Chinese by other signs", () => {
  const tests = readdirSync(join(project, "test"), {recursive: true, encoding: "utf8"})
    .filter((file) => /\.(ts|mjs)$/.test(file))
    .map((file) => `test/${file.replaceAll("\\", "/")}`);
  expect([...sources, ...tests].filter((file) => /import\.meta\.url\)\.pathname/.test(read(file)))).toEqual([]);
});
