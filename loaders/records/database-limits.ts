import {statSync} from "node:fs";
import {threadsFor} from "../database/database.js";
import type {ReportFolder} from "../report/folder.js";
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
