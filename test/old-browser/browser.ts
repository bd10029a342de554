import {spawnSync} from "node:child_process";
import {existsSync, readFileSync, renameSync, writeFileSync} from "node:fs";
import {join} from "node:path";
import {fileURLToPath} from "node:url";
import {brotliDecompressSync} from "node:zlib";
import {type Browser, chromium} from "playwright-core";

const packages = fileURLToPath(new URL("node_modules", import.meta.url));
const packed = join(packages, "chrome-aws-lambda", "bin", "chromium.br");
const program = join(packages, "chromium-86");
const usual = ["--no-sandbox", "--disable-gpu"];

/** Whether there is none here: it is not installed (`test/run.mjs` does so, on Linux on x64), or it does not start. */
export const isAbsent = !existsSync(packed) || !starts();

/** The name of a suite, with the reason why it is skipped where it is. */
export const suite = (name: string): string =>
  isAbsent ? `${name} – skipped: no Chromium 86 here (test/old-browser/package.json, Linux on x64 alone)` : name;

/** The oldest Chromium that pages are for. It knows too little for clicks by locator; `evaluate` and keys do. */
export const launchOldBrowser = (): Promise<Browser> => chromium.launch({executablePath: program, args: usual});

function starts(): boolean {
  if (!existsSync(program)) {
    const half = `${program}.${process.pid}`;
    writeFileSync(half, brotliDecompressSync(readFileSync(packed)), {mode: 0o755});
    renameSync(half, program);
  }
  return spawnSync(program, [...usual, "--headless", "--dump-dom", "about:blank"], {timeout: 20_000}).status === 0;
}
