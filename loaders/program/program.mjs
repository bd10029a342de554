// Plain JavaScript: this runs before anything is compiled.
import {createHash} from "node:crypto";
import {existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, statSync} from "node:fs";
import {createRequire} from "node:module";
import {join} from "node:path";
import {fileURLToPath, pathToFileURL} from "node:url";

const project = fileURLToPath(new URL("../..", import.meta.url));
const kept = join(project, "node_modules", ".cache", "huisheng");

/** What a command or a thread starts with; each becomes a module of its own, what they share stands apart. */
const entries = {
  "cli/run": "loaders/cli/run",
  commands: "loaders/commands",
  thread: "loaders/thread",
  bench: "test/bench/process",
};

/** Packages that bring machine code or files of their own, and the page builder, which reads itself. */
const apart = [
  "@duckdb/node-api",
  "@observablehq/framework",
  "@resvg/resvg-js",
  "esbuild",
  "harfbuzzjs",
  "parquet-wasm",
  "playwright-core",
  "tsx",
];

/**
 * A part of the program, compiled. Some 700 files of TypeScript and their packages become a few of JavaScript, once for
 * each state of the sources: a command starts in a third of the time and with 60 MB less. Where nothing can be kept,
 * each file is compiled as it is imported.
 *
 * @param {keyof typeof entries} entry e.g. "cli/run"
 */
export async function loadProgram(entry) {
  const folder = await compiled();
  if (folder) return import(pathToFileURL(join(folder, `${entry}.mjs`)).href);
  const {register} = await import("tsx/esm/api");
  register();
  return import(pathToFileURL(join(project, `${entries[entry]}.ts`)).href);
}

/** The folder of the compiled program; undefined where it cannot be written. */
async function compiled() {
  const folder = join(kept, `program-${stateOfSources()}`);
  if (existsSync(folder)) return folder;
  const unfinished = `${folder}.${process.pid}`;
  try {
    mkdirSync(unfinished, {recursive: true});
    await compile(unfinished);
    renameSync(unfinished, folder);
    dropOld();
    return folder;
  } catch (error) {
    rmSync(unfinished, {recursive: true, force: true});
    if (existsSync(folder)) return folder; // another process was faster
    if (["EACCES", "EPERM", "EROFS"].includes(error?.code)) return undefined;
    throw error;
  }
}

/** Changes whenever a source or an installed package does, and when the project is moved: sources know their address. */
function stateOfSources() {
  const hash = createHash("sha256").update(`${project}\n`);
  const files = ["loaders", "src", "test/bench", "test/cluster"].flatMap((folder) =>
    readdirSync(join(project, folder), {recursive: true, encoding: "utf8"})
      .filter((file) => /\.m?[jt]s$/.test(file) && !file.startsWith("node_modules"))
      .map((file) => join(folder, file)),
  );
  for (const file of [...files.sort(), "package-lock.json", "node_modules/.package-lock.json"]) {
    const {size, mtimeMs} = statSync(join(project, file), {throwIfNoEntry: false}) ?? {};
    hash.update(`${file} ${size} ${mtimeMs}\n`);
  }
  return hash.digest("hex").slice(0, 16);
}

async function compile(folder) {
  const {build} = createRequire(import.meta.url)("esbuild");
  await build({
    entryPoints: Object.fromEntries(Object.entries(entries).map(([name, path]) => [name, join(project, `${path}.ts`)])),
    outdir: folder,
    outExtension: {".js": ".mjs"},
    bundle: true,
    splitting: true,
    format: "esm",
    platform: "node",
    target: "node20",
    sourcemap: true,
    sourcesContent: false,
    external: apart,
    // The published vega packages refer to a tsconfig of their own repository.
    tsconfigRaw: "{}",
    logLevel: "error",
    // Packages written for require find it.
    banner: {
      js: 'import {createRequire as requireFrom__} from "node:module"; const require = requireFrom__(import.meta.url);',
    },
    plugins: [
      {name: "sources-know-where-they-stand", setup: keepAddresses},
      {name: "packages-for-require", setup: requireApart},
    ],
  });
}

/** Of those that are apart what is written for require is required: for an import Node reads all its files for their names first. */
function requireApart({onResolve, onLoad}) {
  const namespace = "required";
  onResolve({filter: /^@duckdb\/node-api$/}, ({path, kind, namespace: from}) =>
    from === namespace || kind === "require-call" ? undefined : {path, namespace},
  );
  onLoad({filter: /.*/, namespace}, ({path}) => ({contents: `module.exports = require(${JSON.stringify(path)});`}));
}

/** A source reads files beside itself by `import.meta.url`: it stays the source's own address. */
function keepAddresses({onLoad}) {
  onLoad({filter: /\.ts$/}, ({path}) => {
    if (path.includes("node_modules")) return undefined;
    const address = JSON.stringify(pathToFileURL(path).href);
    return {contents: readFileSync(path, "utf8").replaceAll("import.meta.url", address), loader: "ts"};
  });
}

/** Compiled states of earlier days; one of today may still be running. */
function dropOld() {
  const yesterday = Date.now() - 86_400_000;
  for (const name of readdirSync(kept).filter((name) => name.startsWith("program-"))) {
    const folder = join(kept, name);
    if ((statSync(folder, {throwIfNoEntry: false})?.mtimeMs ?? Infinity) < yesterday)
      rmSync(folder, {recursive: true, force: true});
  }
}
