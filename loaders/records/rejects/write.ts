import {mkdirSync, writeFileSync} from "node:fs";
import {join} from "node:path";
import type {Database} from "../../database/database.js";
import type {ReportFolder} from "../../report/folder.js";
import type {Door} from "../../scan/door.js";
import {rejectsFile} from "./file.js";
import {maskedRejects} from "./masked.js";
import {type RejectTable, rejectTables} from "./tables.js";

/**
 * Writes the rejected rows twice: masked into the downloads of the site, and as they came into a folder beside it that
 * is not published and that only its owner may open. Without rejects neither folder is made.
 *
 * @param masked folder of the site's downloads
 * @param whole folder of the analyst's own
 */
export async function writeRejects(
  database: Database,
  {folder, door}: {folder: ReportFolder; door: Door},
  {masked, whole}: {masked: string; whole: string},
): Promise<void> {
  const tables = await rejectTables(database);
  if (tables.length === 0) return;
  mkdirSync(masked, {recursive: true});
  mkdirSync(whole, {recursive: true, mode: 0o700});
  for (const table of tables) {
    write(masked, maskedRejects(table, {folder, door}));
    write(whole, table, 0o600);
  }
}

function write(path: string, table: RejectTable, mode?: number): void {
  const {name, text} = rejectsFile(table);
  writeFileSync(join(path, name), text, {mode});
}
