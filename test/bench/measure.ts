import {spawn} from "node:child_process";
import {text} from "node:stream/consumers";
import {fileURLToPath} from "node:url";
import type {Measured} from "./measured.js";

const here = fileURLToPath(new URL(".", import.meta.url));

/** Runs a script on a folder in a process of its own; its last line is its measurement as JSON. */
export async function measure(script: string, folder: string, env: NodeJS.ProcessEnv = {}): Promise<Measured> {
  const args = ["--import", import.meta.resolve("tsx"), `${here}${script}`, folder];
  const child = spawn(process.execPath, args, {env: {...process.env, ...env}, stdio: ["ignore", "pipe", "pipe"]});
  const [out, errors, status] = await Promise.all([
    text(child.stdout),
    text(child.stderr),
    new Promise<number | null>((resolve) => child.on("close", resolve)),
  ]);
  if (status !== 0) throw new Error(errors);
  return JSON.parse(out.trim().split("\n").at(-1)!) as Measured;
}

/** What a process took, as one line. */
export const measuredLine = (name: string, {seconds, cpu, megabytes}: Measured): string =>
  `${name.padEnd(28)} ${seconds.toFixed(1).padStart(8)} s ${cpu.toFixed(1).padStart(8)} CPU s ${megabytes.toFixed(0).padStart(8)} MB`;
