import {mkdirSync, writeFileSync} from "node:fs";
import {join} from "node:path";
import type {Database} from "../../database/database.js";
import type {ReportFolder} from "../../report/folder.js";
import {rejectsFile} from "./file.js";
import {rejectTables} from "./tables.js";

/**
 * Writes the rejected rows twice: masked into the downloads of the site, and as they came into a folder beside it that
 * is not published. Without rejects neither folder is made.
 *
 * @param masked folder of the site's downloads
 * @param whole folder of the analyst's own
 */
export async function writeRejects(
  database: Database,
  {folder}: {folder: ReportFolder},
  {masked, whole}: {masked: string; whole: string},
): Promise<void> {
  for (const [path, mask] of [
    [masked, true],
    [whole, false],
  ] as const)
    for (const table of await rejectTables(database, {folder, mask})) {
      const {name, text} = rejectsFile(table);
      mkdirSync(path, {recursive: true});
      writeFileSync(join(path, name), text);
    }
}
