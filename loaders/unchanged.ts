import {createHash} from "node:crypto";
import {existsSync, lstatSync, readdirSync, readFileSync} from "node:fs";
import {basename, dirname, join, relative, resolve} from "node:path";
import type {Language} from "../src/words/language.js";
import {readsCluster} from "./mapping/mapping.js";
import {readReportFolder} from "./report/folder.js";
import {filesOf, reportState} from "./states.js";

/** What a site says of itself in its marker: what it was made from, that it is as it was made, and how its build ended. */
export interface Made {
  readonly state: string;
  /** The month it tells of, if the records have dates. */
  readonly month?: string | undefined;
  readonly site: string;
  readonly closing: Readonly<Record<Language, readonly string[]>>;
}

/**
 * How the last build into a folder ended, where building again would make the same site: equal contents of the report
 * folder, the exports, the program and its packages, and nobody touched the site since. Undefined otherwise, where
 * records are in a cluster, of which this cannot be told, and where the site is locked, which keeps nothing readable.
 */
export function unchanged({
  report,
  out,
  month,
}: {
  report: string;
  out: string;
  month: string | undefined;
}): Made["closing"] | undefined {
  const output = resolve(out);
  const marker = join(output, ".huisheng");
  const building = `${basename(output)}.building-`;
  // What a killed build left behind is for the next one to clear.
  if (!existsSync(marker) || readdirSync(dirname(output)).some((name) => name.startsWith(building))) return undefined;
  try {
    const made = JSON.parse(readFileSync(marker, "utf8")) as Made;
    const folder = readReportFolder(report);
    if (folder.settings.lock || folder.mappings.some(readsCluster)) return undefined;
    if (made.site !== siteState(output) || made.state !== reportState({report, month})(made.month)) return undefined;
    return made.closing;
  } catch {
    return undefined; // made by an earlier version, or a report that a build has something to say about
  }
}

/** A fingerprint of a site by the names and sizes of its files. */
export function siteState(site: string): string {
  const files = filesOf(site)
    .map((path) => `${relative(site, path).replaceAll("\\", "/")} ${lstatSync(path).size}`)
    .filter((line) => !line.startsWith(".huisheng "));
  return createHash("sha256").update(files.join("\n")).digest("hex");
}
