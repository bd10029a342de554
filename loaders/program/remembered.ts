import {createHash} from "node:crypto";
import {existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync} from "node:fs";
import {join} from "node:path";
import {deserialize, serialize} from "node:v8";
import type {Tasks, Threads} from "./threads.js";

/** Threads that look up what they did before. */
export interface Remembering<Work extends Tasks> extends Threads<Work> {
  /** What was asked for is kept, and nothing else: the folder holds what made the last report that was allowed out. */
  keep(): void;
}

/**
 * Threads that do a task once for equal input and equal program: the result is read from a folder where an earlier run
 * kept it. A result that was cut short or changed is not as its digest says, and is made again.
 *
 * @param options.program what else a result depends on: a fingerprint of code and packages
 * @param options.meaning all that a result depends on in an input; undefined where that cannot be told, and nothing is kept
 */
export function rememberTasks<Work extends Tasks>(
  threads: Threads<Work>,
  {
    folder,
    fresh,
    program,
    meaning,
  }: {
    folder: string;
    /** Where new results wait until they may be kept; on the disk of the folder, and gone with the run otherwise. */
    fresh: string;
    program: string;
    meaning: <Name extends keyof Work & string>(name: Name, input: Parameters<Work[Name]>[0]) => unknown;
  },
): Remembering<Work> {
  const used = new Set<string>();
  mkdirSync(fresh, {recursive: true});
  return {
    ...threads,
    async run(name, input) {
      const means = meaning(name, input);
      if (means === undefined) return threads.run(name, input);
      const key = digest(serialize([program, name, means])).toString("hex");
      used.add(key);
      const known = whole(join(folder, key)) ?? whole(join(fresh, key));
      if (known) return deserialize(known);
      const result = await threads.run(name, input);
      const bytes = serialize(result);
      writeFileSync(join(fresh, key), Buffer.concat([digest(bytes), bytes]));
      return result;
    },
    keep() {
      mkdirSync(folder, {recursive: true, mode: 0o700});
      for (const name of readdirSync(folder)) if (!used.has(name)) rmSync(join(folder, name), {recursive: true});
      for (const name of readdirSync(fresh)) renameSync(join(fresh, name), join(folder, name));
    },
  };
}

const digest = (bytes: Uint8Array): Buffer => createHash("sha256").update(bytes).digest();
const digestLength = 32;

/** A result that was written, if it is whole. */
function whole(path: string): Uint8Array | undefined {
  if (!existsSync(path)) return undefined;
  const bytes = readFileSync(path);
  const result = bytes.subarray(digestLength);
  return digest(result).equals(bytes.subarray(0, digestLength)) ? result : undefined;
}
