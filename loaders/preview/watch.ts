import {readdirSync, statSync} from "node:fs";
import {join} from "node:path";

export interface Watch {
  /** Watches these folders from now on, instead of those before. */
  readonly set: (folders: readonly string[]) => void;
  readonly close: () => void;
}

/**
 * Calls back with the files that came, went or changed, once they have been still for one look. It looks again and again
 * (a thousand files take milliseconds) rather than ask the system to be told: that misses files on network drives and
 * files that an editor or a copy puts in the place of others.
 */
export function watchFolders(
  folders: readonly string[],
  {
    every = 400,
    onChange,
  }: {/** Milliseconds between two looks; defaults to 400. */ every?: number; onChange: (paths: string[]) => void},
): Watch {
  let watched = folders;
  let known = look(watched);
  let last = known;
  const timer = setInterval(() => {
    const now = look(watched);
    const isStill = differing(last, now).length === 0;
    last = now;
    if (!isStill) return;
    const changed = differing(known, now);
    known = now;
    if (changed.length > 0) onChange(changed);
  }, every);
  return {
    set(next) {
      const added = next.filter((folder) => !watched.includes(folder));
      watched = next;
      const found = look(added);
      known = new Map([...known, ...found]);
      last = new Map([...last, ...found]);
    },
    close: () => clearInterval(timer),
  };
}

type Seen = ReadonlyMap<string, string>;

/** Every file with its size and time; hidden ones, packages and what the build writes are passed over. */
function look(folders: readonly string[]): Seen {
  const seen = new Map<string, string>();
  const walk = (folder: string): void => {
    for (const entry of list(folder)) {
      if (entry.name.startsWith(".") || entry.name === "node_modules") continue;
      const path = join(folder, entry.name);
      if (entry.isDirectory()) walk(path);
      else {
        const stat = statSync(path, {throwIfNoEntry: false});
        if (stat) seen.set(path, `${stat.size} ${stat.mtimeMs}`);
      }
    }
  };
  for (const folder of folders) walk(folder);
  return seen;
}

/** Nothing where the folder has just gone or may not be read: the build says so. */
function list(folder: string) {
  try {
    return readdirSync(folder, {withFileTypes: true});
  } catch {
    return [];
  }
}

function differing(one: Seen, other: Seen): string[] {
  const paths = new Set([...one.keys(), ...other.keys()]);
  return [...paths].filter((path) => one.get(path) !== other.get(path)).sort();
}
