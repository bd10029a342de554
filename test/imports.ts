import {existsSync, readdirSync, readFileSync} from "node:fs";
import {dirname, join, relative, resolve} from "node:path";
import {fileURLToPath} from "node:url";

export const project = fileURLToPath(new URL("..", import.meta.url));

/** Made by a build or a preview, and so no source. */
const made = /^src\/(data|downloads|\.observablehq)\/|\.tmp\.ts$/;

/** Every file of the project's own under `src` and `loaders`, as "src/words/say.ts", in order of name. */
export const files: readonly string[] = ["loaders", "src"]
  .flatMap((folder) =>
    readdirSync(join(project, folder), {recursive: true, withFileTypes: true})
      .filter((entry) => entry.isFile())
      .map((entry) => relative(project, join(entry.parentPath, entry.name)).replaceAll("\\", "/")),
  )
  .filter((file) => !made.test(file))
  .sort();

export const sources: readonly string[] = files.filter((file) => /\.(ts|mjs|js)$/.test(file));

export const read = (file: string): string => readFileSync(join(project, file), "utf8");

export interface Import {
  readonly file: string;
  /** A file of the project as in `files`, or what is imported as it is written: "node:fs", "vega". */
  readonly to: string;
  /** What is imported, as written: "{say}", "type {Unit}"; "" where a file is loaded when it is needed. */
  readonly names: string;
}

/** Comments may show an import and must not count as one. */
const withoutComments = (text: string): string =>
  text.replace(/\/\*[\s\S]*?\*\//g, "").replace(/(^|\s)\/\/.*$/gm, "$1");

const statement =
  /(?:^|\n)\s*(?:import|export)\s+([^;"'`]*?)\s*from\s*["']([^"']+)["']|\bimport\s*\(?\s*["']([^"']+)["']|new URL\(\s*["'](\.[^"']+\.m?[jt]s)["']/g;

/** What a file imports, re-exports, loads, or starts in a process of its own. */
export function importsOf(file: string): Import[] {
  return [...withoutComments(read(file)).matchAll(statement)].map(([, names = "", from, loaded, started]) => {
    const written = from ?? loaded ?? started ?? "";
    const to = relative(project, resolve(project, dirname(file), written)).replaceAll("\\", "/");
    const found = [to, to.replace(/\.js$/, ".ts")].find((each) => existsSync(join(project, each)));
    return {file, to: written.startsWith(".") ? (found ?? to) : written, names: names.replace(/\s+/g, " ")};
  });
}

/** Imports between the project's own sources. */
export const imports: readonly Import[] = sources.flatMap(importsOf);

/** Groups of two and more that lead back to themselves (strongly connected; Tarjan 1972). */
export function circles(pairs: readonly (readonly [from: string, to: string])[]): string[][] {
  const next = new Map<string, Set<string>>();
  for (const [from, to] of pairs) if (from !== to) next.set(from, (next.get(from) ?? new Set()).add(to));
  const [index, low] = [new Map<string, number>(), new Map<string, number>()];
  const stack: string[] = [];
  const found: string[][] = [];
  const lower = (node: string, to: number) => low.set(node, Math.min(low.get(node)!, to));
  const visit = (node: string): void => {
    index.set(node, index.size);
    low.set(node, index.get(node)!);
    stack.push(node);
    for (const other of next.get(node) ?? []) {
      if (!index.has(other)) visit(other);
      if (stack.includes(other)) lower(node, low.get(other)!);
    }
    if (low.get(node) !== index.get(node)) return;
    const group = stack.splice(stack.indexOf(node));
    if (group.length > 1) found.push(group.sort());
  };
  for (const node of next.keys()) if (!index.has(node)) visit(node);
  return found;
}
