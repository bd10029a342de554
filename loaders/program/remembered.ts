import {createCipheriv, createDecipheriv, createHash, randomBytes} from "node:crypto";
import {existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync} from "node:fs";
import {join} from "node:path";
import {deserialize, serialize} from "node:v8";
import type {Tasks, Threads} from "./threads.js";

/** Threads that look up what they did before. */
export interface Remembering<Work extends Tasks> extends Threads<Work> {
  /** A fingerprint of code and packages, on which every result depends. */
  readonly program: string;
  /**
   * Makes something once for a state that says all it depends on, which who can read what is kept must not be able to
   * guess: what is kept is locked with it. Without a state, or where the last result no longer holds, it is made.
   */
  once<Result>(
    state: string | undefined,
    make: () => Promise<Result>,
    options?: {holds?: (result: Result) => boolean},
  ): Promise<{result: Result; isNew: boolean}>;
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
  const known = (key: string) => whole(join(folder, key)) ?? whole(join(fresh, key));
  const write = (key: string, bytes: Uint8Array): void =>
    writeFileSync(join(fresh, key), Buffer.concat([digest(bytes), bytes]));
  return {
    ...threads,
    program,
    async once(state, make, {holds = () => true} = {}) {
      if (state === undefined) return {result: await make(), isNew: true};
      const key = keyFor(state, program);
      used.add(key);
      const bytes = known(key);
      const last = bytes && (deserialize(unlocked(bytes, state)) as Awaited<ReturnType<typeof make>>);
      if (last !== undefined && holds(last)) return {result: last, isNew: false};
      const result = await make();
      write(key, locked(serialize(result), state));
      return {result, isNew: true};
    },
    async run(name, input, options) {
      const means = meaning(name, input);
      if (means === undefined) return threads.run(name, input, options);
      const key = digest(serialize([program, name, means])).toString("hex");
      used.add(key);
      const bytes = known(key);
      if (bytes) return deserialize(bytes);
      const result = await threads.run(name, input, options);
      write(key, serialize(result));
      return result;
    },
    keep() {
      mkdirSync(folder, {recursive: true, mode: 0o700});
      for (const name of readdirSync(folder)) if (!used.has(name)) rmSync(join(folder, name), {recursive: true});
      for (const name of readdirSync(fresh)) renameSync(join(fresh, name), join(folder, name));
    },
  };
}

/** What an earlier run kept for a state, only to be looked at; undefined where there is nothing. */
export function keptFor<Result>(
  state: string,
  {folder, program}: {folder: string; program: string},
): Result | undefined {
  const bytes = whole(join(folder, keyFor(state, program)));
  return bytes && (deserialize(unlocked(bytes, state)) as Result);
}

const keyFor = (state: string, program: string): string => digest(serialize([program, "state", state])).toString("hex");

const nonceLength = 12;
const tagLength = 16;
const keyOf = (state: string): Buffer => digest(Buffer.from(`key ${state}`));

/** AES-256-GCM: a random beginning, what is locked, its seal. */
function locked(bytes: Uint8Array, state: string): Buffer {
  const nonce = randomBytes(nonceLength);
  const lock = createCipheriv("aes-256-gcm", keyOf(state), nonce);
  return Buffer.concat([nonce, lock.update(bytes), lock.final(), lock.getAuthTag()]);
}

function unlocked(bytes: Uint8Array, state: string): Buffer {
  const end = bytes.length - tagLength;
  const lock = createDecipheriv("aes-256-gcm", keyOf(state), bytes.subarray(0, nonceLength));
  lock.setAuthTag(bytes.subarray(end));
  return Buffer.concat([lock.update(bytes.subarray(nonceLength, end)), lock.final()]);
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
