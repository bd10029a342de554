import {createHash} from "node:crypto";
import {existsSync, mkdirSync, readdirSync, readFileSync} from "node:fs";
import {cp, mkdir, rename, rm, writeFile} from "node:fs/promises";
import {dirname, join} from "node:path";
import {build, type Plugin} from "esbuild";
import {cachedFolder, modules} from "./cache-folder.js";

/** Libraries an analyst's page may use, at the versions of `package-lock.json`. */
const libraries = [
  "@observablehq/plot",
  "@observablehq/inputs",
  "apache-arrow",
  "arquero",
  "d3",
  "d3-dsv",
  "htl",
  "isoformat",
  "jszip",
  "parquet-wasm",
  "vega",
  "vega-lite",
  "vega-lite-api",
];

/** Where the browser's version of a library is, if not at its name. */
const entries: Readonly<Record<string, string>> = {"parquet-wasm": "parquet-wasm/esm/parquet_wasm.js"};

/** Files that go along as they are. */
const assets: Readonly<Record<string, readonly string[]>> = {"parquet-wasm": ["esm/parquet_wasm_bg.wasm"]};

/** Counts changes in how libraries are bundled, so that older bundles are left alone. */
const recipe = 4;

/**
 * Fills Framework's module cache of a source root from `node_modules`, so that a build needs no network. Bundling happens
 * only where a page has code, and once per set of versions: the result is kept beside the installed packages.
 */
export async function prepareOfflineModules(root: string): Promise<void> {
  const cache = join(root, ".observablehq", "cache", "_npm");
  mkdirSync(cache, {recursive: true});
  if (hasCode(root)) await cp(await bundles(), cache, {recursive: true});
  // Framework asks for the version of every built-in while it bundles its own client, used or not: a folder answers.
  for (const name of builtins()) mkdirSync(join(cache, `${name}@${versionOf(name)}`), {recursive: true});
}

/** Whether any page of the source root runs code in the browser. */
function hasCode(root: string): boolean {
  return readdirSync(root, {recursive: true, encoding: "utf8"})
    .filter((file) => file.endsWith(".md") && !file.startsWith(".observablehq"))
    .some((file) =>
      /^\s*(?:```|~~~)\s*(?:js|ts|jsx|tsx|html|svg|sql|tex|dot|mermaid)\b|\$\{|^sql:/m.test(
        readFileSync(join(root, file), "utf8"),
      ),
    );
}

/** The folder of bundled libraries for the installed versions; made if need be, whole or not at all. */
async function bundles(): Promise<string> {
  const versions = libraries.map((name) => `${name}@${versionOf(name)}`);
  const key = createHash("sha256")
    .update(JSON.stringify([recipe, ...versions]))
    .digest("hex")
    .slice(0, 12);
  const folder = cachedFolder(`browser-modules-${key}`);
  if (existsSync(folder)) return folder;
  const unfinished = `${folder}.${process.pid}`;
  await Promise.all(libraries.map((name) => bundle(name, unfinished)));
  await rename(unfinished, folder).catch(async (error: NodeJS.ErrnoException) => {
    // Another build was faster.
    await rm(unfinished, {recursive: true, force: true});
    if (!existsSync(folder)) throw error;
  });
  return folder;
}

/** One library as one module; libraries of the set stay apart and import each other, so that each is loaded once. */
async function bundle(name: string, folder: string): Promise<void> {
  const directory = `${name}@${versionOf(name)}`;
  const entry = entries[name] ?? name;
  const apart: Plugin = {
    name: "libraries-stay-apart",
    setup: (builder) => {
      // d3-dsv compiles a function per file, which the pages' security policy forbids; this one does the same without.
      builder.onLoad({filter: /d3-dsv[\\/](?:src[\\/]dsv\.js|dist[\\/]d3-dsv\.mjs)$/}, ({path}) => {
        const source = readFileSync(path, "utf8");
        const safe = source.replace(
          /return new Function\("d"[\s\S]*?"}"\);/,
          'return (d) => Object.fromEntries(columns.map((name, i) => [name, d[i] || ""]));',
        );
        if (safe === source)
          throw new Error("d3-dsv no longer compiles functions the way it did; see offline-modules.ts");
        return {contents: safe, loader: "js"};
      });
      builder.onResolve({filter: /^[@a-z]/}, ({path, kind}) => {
        if (kind === "entry-point" || path === name || !libraries.includes(path)) return undefined;
        const up = "../".repeat(name.split("/").length);
        return {path: `${up}${path}@${versionOf(path)}/_esm.js`, external: true};
      });
    },
  };
  const {outputFiles} = await build({
    stdin: {
      contents: `export * from "${entry}"; import * as all from "${entry}"; export default all.default ?? all;`,
      resolveDir: dirname(modules),
    },
    bundle: true,
    format: "esm",
    minify: true,
    platform: "browser",
    target: "es2022",
    write: false,
    logLevel: "error",
    plugins: [apart],
    // The published vega packages refer to a tsconfig of their own repository.
    tsconfigRaw: "{}",
  });
  await mkdir(join(folder, directory), {recursive: true});
  for (const asset of assets[name] ?? []) await cp(join(modules, name, asset), join(folder, directory, asset));
  await writeFile(join(folder, directory, "_esm.js"), outputFiles[0]?.text ?? "");
}

/** Names of the packages that Framework's own files import for its built-ins. */
function builtins(): string[] {
  const dist = join(modules, "@observablehq", "framework", "dist");
  const names = ["libraries.js", "resolvers.js", "rollup.js"].flatMap((file) =>
    [...readFileSync(join(dist, file), "utf8").matchAll(/["'`]npm:((?:@[\w.-]+\/)?[\w.-]+)/g)].map(
      ([, name = ""]) => name,
    ),
  );
  return [...new Set([...names, ...libraries, "react", "react-dom"])];
}

/** The installed version; "0.0.0" stands for one that is not. */
function versionOf(name: string): string {
  const path = join(modules, name, "package.json");
  return existsSync(path) ? (JSON.parse(readFileSync(path, "utf8")) as {version: string}).version : "0.0.0";
}
