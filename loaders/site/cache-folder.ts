import {accessSync, constants, existsSync, mkdirSync} from "node:fs";
import {homedir, tmpdir, userInfo} from "node:os";
import {join} from "node:path";
import {fileURLToPath} from "node:url";

/** Where installed packages are: beside this file's project. */
export const modules = fileURLToPath(new URL("../../node_modules", import.meta.url));

/** Places for what is made once and used again, best first: beside the packages, the user's own, the machine's. */
function places(env: NodeJS.ProcessEnv): string[] {
  const own = env.XDG_CACHE_HOME || env.LOCALAPPDATA || join(homedir(), ".cache");
  return [join(modules, ".cache", "huisheng"), join(own, "huisheng"), join(tmpdir(), `huisheng-${userInfo().uid}`)];
}

/**
 * A folder of that name in a cache: the one that is there already, else the path where it may be made. An install may
 * belong to another user; then the cache lies in this user's home, or with temporary files where there is none.
 */
export function cachedFolder(name: string, env: NodeJS.ProcessEnv = process.env): string {
  const all = places(env);
  const made = all.map((place) => join(place, name)).find((folder) => existsSync(folder));
  return made ?? join(all.find(isWritable) ?? all.at(-1)!, name);
}

function isWritable(folder: string): boolean {
  try {
    mkdirSync(folder, {recursive: true});
    accessSync(folder, constants.W_OK);
    return true;
  } catch {
    return false;
  }
}
