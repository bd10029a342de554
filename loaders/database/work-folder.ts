import {createHash} from "node:crypto";
import {accessSync, constants, existsSync, mkdtempSync, readdirSync, rmSync, statSync} from "node:fs";
import {hostname, tmpdir} from "node:os";
import {basename, dirname, join, resolve} from "node:path";
import {beganAt} from "./began.js";

/** Which machine a folder is of: several may build into one place of a network. */
const machine = createHash("sha256").update(hostname()).digest("hex").slice(0, 6);

/**
 * A new folder for the work of this process, for its owner alone: `<prefix><machine>-<process>-<when it began>-<drawn>`.
 *
 * @example makeWorkFolder("dist.building-") // "dist.building-3fa94c-4711-889123-x8Kq2z"
 */
export const makeWorkFolder = (prefix: string): string =>
  mkdtempSync(`${prefix}${machine}-${process.pid}-${beganAt(process.pid)}-`);

/** How long a folder of another machine, or of a container that is gone, is left alone. */
const day = 86_400_000;

/**
 * Clears the folders with this prefix that processes left when they were killed; those of running ones stay, and those of
 * other machines until nothing was written in them for a day.
 *
 * @param options.before what to do with such a folder before it goes
 * @param options.alone whether nobody else may be at work here, since the caller holds the lock: all of them go
 */
export function sweepWorkFolders(
  prefix: string,
  {before = () => {}, alone = false}: {before?: (folder: string) => void; alone?: boolean} = {},
): void {
  const [folder, start] = [dirname(prefix), basename(prefix)];
  for (const name of existsSync(folder) ? readdirSync(folder) : []) {
    const [, host, pid, began] = name.startsWith(start) ? (ownName.exec(name.slice(start.length)) ?? []) : [];
    if (pid === undefined) continue;
    const path = join(folder, name);
    if (!alone && !isOwn(path)) continue;
    const isLeft =
      host === machine
        ? !isRunning(Number(pid)) || beganAt(Number(pid)) !== began
        : Date.now() - (statSync(path, {throwIfNoEntry: false})?.mtimeMs ?? Date.now()) > day;
    if (!alone && !isLeft) continue;
    before(path);
    rmSync(path, {recursive: true, force: true});
  }
}

const ownName = /^([0-9a-f]{6})-(\d+)-(\d*)-\w+$/;

/** In a temp folder of the machine lie those of other users as well. */
const isOwn = (path: string): boolean => {
  const {uid} = statSync(path, {throwIfNoEntry: false}) ?? {};
  return process.getuid === undefined || uid === process.getuid();
};

function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === "EPERM";
  }
}

/**
 * A folder for records as they came, personal data and all: hidden inside the folder they come from, so that not even a
 * kill leaves them elsewhere; what earlier kills left is cleared. Where that folder may not be written to, in the
 * system's temp folder.
 */
export function rawFolder(source: string): string {
  const prefix = join(isWritable(source) ? resolve(source) : tmpdir(), ".huisheng-raw-");
  sweepWorkFolders(prefix);
  return makeWorkFolder(prefix);
}

/**
 * A folder in the system's temp folder, for what holds no record as it came; what earlier kills left is cleared.
 *
 * @example tempFolder("font") // "…/huisheng-font-3fa94c-4711-889123-x8Kq2z"
 */
export function tempFolder(name: string): string {
  const prefix = join(tmpdir(), `huisheng-${name}-`);
  sweepWorkFolders(prefix);
  return makeWorkFolder(prefix);
}

function isWritable(folder: string): boolean {
  try {
    accessSync(folder, constants.W_OK);
    return true;
  } catch {
    return false;
  }
}
