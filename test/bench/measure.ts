import {spawn} from "node:child_process";
import {mkdirSync, mkdtempSync, readdirSync, rmSync, statSync} from "node:fs";
import {tmpdir} from "node:os";
import {join} from "node:path";
import {text} from "node:stream/consumers";
import {fileURLToPath} from "node:url";
import type {Measured} from "./measured.js";

const here = fileURLToPath(new URL(".", import.meta.url));

/** Goes a way of `process.ts` through a folder in a process of its own; its last line is its measurement as JSON. */
export async function measure(way: string, folder: string, env: NodeJS.ProcessEnv = {}): Promise<Measured> {
  const args = [`${here}process.mjs`, way, folder];
  const child = spawn(process.execPath, args, {env: {...process.env, ...env}, stdio: ["ignore", "pipe", "pipe"]});
  const [out, errors, status] = await Promise.all([
    text(child.stdout),
    text(child.stderr),
    new Promise<number | null>((resolve) => child.on("close", resolve)),
  ]);
  if (status !== 0) throw new Error(errors);
  return JSON.parse(out.trim().split("\n").at(-1)!) as Measured;
}

/**
 * Prints the lines of a bench over a report folder that is made for it and gone afterwards.
 *
 * @param lines is told the folder and the megabytes of its exports
 */
export async function printBench(
  make: (folder: string) => Promise<void>,
  lines: (folder: string, megabytes: string) => Promise<readonly string[]>,
): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), "huisheng-bench-"));
  try {
    for (const name of ["exports", "mappings"]) mkdirSync(join(folder, name));
    await make(folder);
    const exports = join(folder, "exports");
    const bytes = readdirSync(exports).reduce((sum, name) => sum + statSync(join(exports, name)).size, 0);
    process.stdout.write(`${(await lines(folder, (bytes / 1e6).toFixed(0))).join("\n")}\n`);
  } finally {
    rmSync(folder, {recursive: true, force: true});
  }
}

/** What a process took, as one line. */
export const measuredLine = (name: string, {seconds, cpu, megabytes}: Measured): string =>
  `${name.padEnd(28)} ${seconds.toFixed(1).padStart(8)} s ${cpu.toFixed(1).padStart(8)} CPU s ${megabytes.toFixed(0).padStart(8)} MB`;
