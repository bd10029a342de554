import {existsSync, readdirSync, readFileSync} from "node:fs";
import {dirname, join} from "node:path";
import {globSync} from "tinyglobby";
import {expect, test} from "vitest";
import {ruleSchemas} from "../loaders/report/rules.js";
import packages from "../package.json" with {type: "json"};
import {pages} from "../src/pages.js";
import {project} from "./imports.js";

const read = (file: string): string => readFileSync(join(project, file), "utf8");
/** Each with the folders that its paths are told from; the guide names files of the reader's own, and is tested in guide/. */
const readmes: Readonly<Record<string, readonly string[]>> = {
  "README.md": [".", "data"],
  "data/README.md": [],
  "loaders/README.md": ["loaders", "."],
  "src/README.md": ["src", "."],
  "test/README.md": ["test", "."],
};
/** The data beside the project, and a stand-in for any file. */
const elsewhere = /^(\.\.\/shared|<[^>]*>$)/;

const isThere = (path: string, roots: readonly string[]): boolean =>
  roots.some((root) => {
    const at = `${root}/${path}`.replace(/<[^>]*>/g, "*");
    return at.includes("*")
      ? globSync([at, `${at}/`], {cwd: project, onlyFiles: false, ignore: ["**/node_modules/**"]}).length > 0
      : existsSync(join(project, at));
  });

/** What stands between backticks, outside of fenced blocks, and is a path. */
function pathsIn(text: string): string[] {
  const spans = [...text.replace(/^ *```[\s\S]*?^ *```$/gm, "").matchAll(/`([^`\n]+)`/g)].map(([, span = ""]) => span);
  return spans
    .filter(
      (span) =>
        /^[\w<>.*/-]+$/.test(span) && (/\.(ts|mjs|sql|md|yaml|json|csv)$/.test(span) || /\w\/$|^\w+\/\w/.test(span)),
    )
    .filter((span) => !span.startsWith(".") && !elsewhere.test(span));
}

/** Names in the tree of folders, as paths: a line without indent is a folder, the lines below it are in it. */
function treeIn(text: string): string[] {
  const [, tree = ""] = /^```\n(data\/[\s\S]*?)^```$/m.exec(text) ?? [];
  let folder = "";
  return tree
    .split("\n")
    .filter((line) => line !== "")
    .flatMap((line) => {
      const names = line.trim().split(/ {2,}/)[0]!.split(" ");
      if (!line.startsWith(" ")) folder = names[0]!;
      return line.startsWith(" ") ? names.map((name) => folder + name) : names;
    });
}

test("every path that a README names is there", () => {
  const missing = Object.entries(readmes).flatMap(([file, roots]) =>
    (roots.length === 0 ? [] : pathsIn(read(file)))
      .filter((path) => !isThere(path, roots))
      .map((path) => `${file} names ${path}, which is not there: correct it, or the README`),
  );
  expect(missing).toEqual([]);
  const tree = treeIn(read("README.md"));
  expect(tree.length).toBeGreaterThan(20);
  expect(tree.filter((path) => !existsSync(join(project, path)))).toEqual([]);
});

test("the tree of the README names every folder of the first two floors", () => {
  const tree = new Set(treeIn(read("README.md")).map((path) => path.replace(/\/$/, "")));
  const folders = ["loaders", "src"].flatMap((top) =>
    readdirSync(join(project, top), {withFileTypes: true})
      .filter((entry) => entry.isDirectory() && !["data", "downloads", ".observablehq"].includes(entry.name))
      .map(({name}) => `${top}/${name}`),
  );
  expect(folders.filter((folder) => !tree.has(folder))).toEqual([]);
});

test("every command that a README names is a script", () => {
  const known = Object.keys(packages.scripts);
  const unknown = Object.keys(readmes).flatMap((file) =>
    [...read(file).matchAll(/\bnpm (?:run (?!-)([a-z]+)|(start|test))/g)]
      .map(([, run, name = run ?? ""]) => name)
      .filter((name) => !known.includes(name))
      .map((name) => `${file}: npm run ${name}`),
  );
  expect(unknown).toEqual([]);
});

test("the README names every command of the program", () => {
  const commands = Object.entries(packages.scripts)
    .filter(([, script]) => script.startsWith("node loaders/huisheng.mjs"))
    .map(([name]) => (name === "start" ? "npm start" : `npm run ${name}`));
  expect(commands.filter((command) => !read("README.md").includes(command))).toEqual([]);
});

test("the README names rules that there are, and the Node that is needed", () => {
  const known = [...Object.keys(ruleSchemas), "report", "notes", "<source>"].map((name) => `${name}.yaml`);
  const named = read("README.md").match(/(?<![\w/-])(?:<source>|[a-z_]+)\.yaml/g) ?? [];
  expect(named.filter((name) => !known.includes(name))).toEqual([]);
  expect(read("README.md")).toContain(`Node ${packages.engines.node.replace(">=", "")} or newer`);
});

test("the README names the columns of a metric", () => {
  const [, list = ""] = /one row per scored record: `([\w, ]+)`/.exec(read("README.md")) ?? [];
  const lacking = globSync("loaders/models/metrics/*.sql", {cwd: project}).flatMap((file) => {
    const words = new Set(read(file).match(/\w+/g));
    return list
      .split(", ")
      .filter((column) => !words.has(column))
      .map((column) => `${file} has no ${column}`);
  });
  expect(lacking).toEqual([]);
});

test("every link of a README leads to a file or heading", () => {
  const slug = (text: string) =>
    text
      .toLowerCase()
      .replace(/[^\p{L}\p{N} _-]/gu, "")
      .trim()
      .replaceAll(" ", "-");
  const lost = Object.keys(readmes).flatMap((file) => {
    const text = read(file).replace(/^ *```[\s\S]*?^ *```$/gm, "");
    const seen = new Map<string, number>();
    const headings = new Set(
      [...text.matchAll(/^#+ (.+)$/gm)].map(([, heading = ""]) => {
        const own = slug(heading.replaceAll("`", ""));
        const times = seen.get(own) ?? 0;
        seen.set(own, times + 1);
        return `#${own}${times === 0 ? "" : `-${times}`}`;
      }),
    );
    return [...text.matchAll(/\]\(([^)\s]+)\)/g)]
      .map(([, to = ""]) => to)
      .filter((to) => !/^https?:/.test(to))
      .filter((to) => (to.startsWith("#") ? !headings.has(to) : !existsSync(join(project, dirname(file), to))))
      .map((to) => `${file} → ${to}`);
  });
  expect(lost).toEqual([]);
});

test("the README says how many figures the pages show: over so many, and not half as many again", () => {
  const said = Number(/\(over [\d,]+ rows, (\d+) figures/.exec(read("README.md"))?.[1]);
  const counted = new Set(pages.flatMap(({figures}) => figures)).size;
  expect([said, counted, counted >= said && counted < 1.5 * said]).toEqual([said, counted, true]);
});

test("the README says how many real report folders there are", () => {
  const words = [
    "fifteen",
    "sixteen",
    "seventeen",
    "eighteen",
    "nineteen",
    "twenty",
    "twenty-one",
    "twenty-two",
    "twenty-three",
    "twenty-four",
    "twenty-five",
  ];
  const real = readdirSync(join(project, "test/real"), {withFileTypes: true}).filter((entry) => entry.isDirectory());
  expect(read("README.md")).toContain(`\`test/real/\` holds ${words[real.length - 15]} report folders`);
});
