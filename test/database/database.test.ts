import {mkdirSync, mkdtempSync, rmSync, writeFileSync} from "node:fs";
import {tmpdir} from "node:os";
import {join} from "node:path";
import {expect, test} from "vitest";
import {memoryFor, openDatabase, threadsFor} from "../../loaders/database/database.js";
import {databaseLimits} from "../../loaders/records/database-limits.js";
import {readReportFolder} from "../../loaders/report/folder.js";

test("a laptop of 8 GB gives the database half of its memory, a large machine 6 GB", () => {
  expect([8e9, 12e9, 64e9].map(memoryFor)).toEqual([4e9, 6e9, 6e9]);
});

test("report.yaml may say the memory itself", () => {
  const said = (settings: string) => {
    const folder = mkdtempSync(join(tmpdir(), "huisheng-memory-"));
    for (const name of ["exports", "mappings"]) mkdirSync(join(folder, name));
    writeFileSync(join(folder, "report.yaml"), `company: {zh: 内存, en: Memory}\n${settings}`);
    writeFileSync(
      join(folder, "mappings/desk.yaml"),
      "label: {zh: 工单, en: Desk}\ntables:\n  - {entity: tickets, files: tickets.csv, columns: {ticket_id: id}}\n",
    );
    try {
      return databaseLimits(readReportFolder(folder));
    } finally {
      rmSync(folder, {recursive: true, force: true});
    }
  };
  expect(said("memory_gb: 2.5\n")).toEqual({threads: 1, memory: 2.5e9});
  expect(said("")).toEqual({threads: 1, memory: undefined});
});

test("exports of a few megabytes are asked by one thread, large ones by all of the machine", () => {
  expect([5e6, 800e6].map(threadsFor)).toEqual([1, undefined]);
});

test("the database keeps to the memory and threads that it is given", async () => {
  const database = await openDatabase({temp: join(tmpdir(), "huisheng-database"), memory: 1e9, threads: 1});
  try {
    const [set] = await database.rows(
      "select current_setting('threads') as threads, current_setting('memory_limit') as memory",
    );
    expect(set).toEqual({threads: 1, memory: "953.6 MiB"});
  } finally {
    database.close();
  }
});
