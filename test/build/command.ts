import {type ChildProcess, spawn} from "node:child_process";
import {createHash} from "node:crypto";
import {existsSync, readdirSync, readFileSync, statSync} from "node:fs";
import {join} from "node:path";
import {fileURLToPath} from "node:url";

export const project = fileURLToPath(new URL("../..", import.meta.url));

export interface Ran {
  readonly code: number | null;
  readonly text: string;
}

/** Starts the real command as an analyst would. */
export function start(
  args: readonly string[],
  {
    env = {},
    before = [],
    node = [],
  }: {
    env?: NodeJS.ProcessEnv /** What to run it under, e.g. unshare. */;
    before?: readonly string[];
    node?: readonly string[];
  } = {},
): ChildProcess {
  const [command = process.execPath, ...rest] = [
    ...before,
    process.execPath,
    ...node,
    join(project, "loaders/huisheng.mjs"),
    ...args,
  ];
  return spawn(command, rest, {cwd: project, env: {...process.env, ...env}, stdio: ["ignore", "pipe", "pipe"]});
}

/** Runs the command to its end. */
export function run(args: readonly string[], options: Parameters<typeof start>[1] = {}): Promise<Ran> {
  const child = start(args, options);
  let text = "";
  child.stdout?.on("data", (chunk) => (text += chunk));
  child.stderr?.on("data", (chunk) => (text += chunk));
  return new Promise((resolve, reject) => {
    child.on("error", reject);
    child.on("close", (code) => resolve({code, text}));
  });
}

/** Every file under a folder with the hash of its bytes. */
export function fingerprint(folder: string): Record<string, string> {
  if (!existsSync(folder)) return {};
  const files = readdirSync(folder, {recursive: true, encoding: "utf8"}).filter((file) =>
    statSync(join(folder, file)).isFile(),
  );
  return Object.fromEntries(
    files.sort().map((file) => [
      file.replaceAll("\\", "/"),
      createHash("sha256")
        .update(readFileSync(join(folder, file)))
        .digest("hex"),
    ]),
  );
}
