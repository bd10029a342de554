import {createHash} from "node:crypto";
import {accessSync, constants, existsSync, mkdtempSync, readdirSync, rmSync} from "node:fs";
import {hostname, tmpdir} from "node:os";
import {basename, dirname, join, resolve} from "node:path";

/** Which machine a folder is of: several may build into one place of a network. */
const machine = createHash("sha256").update(hostname()).digest("hex").slice(0, 6);

/**
 * A new folder for the work of this process, for its owner alone: `<prefix><machine>-<process>-<drawn>`.
 *
 * @example makeWorkFolder("dist.building-") // "dist.building-3fa94c-4711-x8Kq2z"
 */
export const makeWorkFolder = (prefix: string): string => mkdtempSync(`${prefix}${machine}-${process.pid}-`);

/**
 * Clears the folders with this prefix that processes of this machine left when they were killed; those of running ones
 * stay, and those of other machines.
 *
 * @param options.before what to do with such a folder before it goes
 * @param options.own folders of this process's own number are left over, too: of another that had it before
 */
export function sweepWorkFolders(
  prefix: string,
  {before = () => {}, own = false}: {before?: (folder: string) => void; own?: boolean} = {},
): void {
  const [folder, start] = [dirname(prefix), basename(prefix)];
  for (const name of existsSync(folder) ? readdirSync(folder) : []) {
    const [, pid] = name.startsWith(start) ? (ownName.exec(name.slice(start.length)) ?? []) : [];
    if (pid === undefined) continue;
    if (Number(pid) === process.pid ? !own : isRunning(Number(pid))) continue;
    before(join(folder, name));
    rmSync(join(folder, name), {recursive: true, force: true});
  }
}

const ownName = new RegExp(`^${machine}-(\\d+)-\\w+$`);

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

function isWritable(folder: string): boolean {
  try {
    accessSync(folder, constants.W_OK);
    return true;
  } catch {
    return false;
  }
}
