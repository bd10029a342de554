import {statSync} from "node:fs";
import {threadsFor} from "../database/database.js";
import {entityNames} from "../mapping/entities/entities.js";
import type {ReportFolder} from "../report/folder.js";
import type {ImportAccount} from "./account.js";
import {exportFiles} from "./personal.js";

/** What the database may take for a report: as report.yaml says, else as the machine and the exports have it. */
export function databaseLimits(folder: ReportFolder): {threads: number | undefined; memory: number | undefined} {
  const {memory_gb: gigabytes} = folder.settings;
  return {threads: threadsOf(folder), memory: gigabytes === undefined ? undefined : gigabytes * 1e9};
}

/** Few threads for few bytes; how much a cluster will send is not known beforehand. */
function threadsOf(folder: ReportFolder): number | undefined {
  if (folder.mappings.some(({tables}) => tables.some(({clickhouse}) => clickhouse))) return undefined;
  return threadsFor(
    exportFiles(folder).reduce((sum, path) => sum + (statSync(path, {throwIfNoEntry: false})?.size ?? 0), 0),
  );
}

/** Records of a kind up to which they are copied for their readers: a million answers unfolded would take half a gigabyte. */
const fewRecords = 50_000;

/** The staging models of which a copy is small, in a report of few bytes. */
export function copiedStaging(folder: ReportFolder, accounts: readonly ImportAccount[]): Set<string> {
  if (databaseLimits(folder).threads !== 1) return new Set();
  const rowsOf = (name: string): number =>
    accounts.reduce((sum, {entity, rows_kept}) => sum + (entity === name ? rows_kept : 0), 0);
  return new Set(entityNames.filter((name) => rowsOf(name) <= fewRecords).map((name) => `stg_${name}`));
}
