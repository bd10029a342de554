import {existsSync, readFileSync} from "node:fs";
import {SourceMap} from "node:module";
import {dirname, relative, resolve} from "node:path";
import {fileURLToPath} from "node:url";

/**
 * The stack of an error with its places in the sources, where the program was compiled.
 *
 * @example "at run (file:///…/program-1f/chunk-A.mjs:9:3)" → "at run (loaders/cli/run.ts:12:5)"
 */
export function sourceStack(stack: string): string {
  return stack.replaceAll(
    /(file:\/\/[^\s()]+?\.mjs):(\d+):(\d+)/g,
    (place: string, address: string, line: string, column: string) => {
      const map = `${fileURLToPath(address)}.map`;
      if (!existsSync(map)) return place;
      const found = new SourceMap(JSON.parse(readFileSync(map, "utf8"))).findEntry(
        Number(line) - 1,
        Number(column) - 1,
      );
      if (!("originalSource" in found)) return place;
      const source = relative(process.cwd(), resolve(dirname(map), found.originalSource));
      return `${source}:${found.originalLine + 1}:${found.originalColumn + 1}`;
    },
  );
}
