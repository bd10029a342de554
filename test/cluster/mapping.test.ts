import {mkdirSync, mkdtempSync, rmSync, writeFileSync} from "node:fs";
import {tmpdir} from "node:os";
import {join} from "node:path";
import {afterAll, beforeAll, expect, test} from "vitest";
import {serverOf} from "../../loaders/cluster/server.js";
import {clickhouseSchema} from "../../loaders/mapping/clickhouse-key.js";
import type {ReportErrors} from "../../loaders/messages/errors.js";
import {readReportFolder} from "../../loaders/report/folder.js";

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "huisheng-mapping-"));
  for (const name of ["report/exports", "report/mappings"]) mkdirSync(join(folder, name), {recursive: true});
  writeFileSync(join(folder, "report/report.yaml"), "company: {zh: 小样, en: Tiny}\n");
});
afterAll(() => rmSync(folder, {recursive: true, force: true}));

/** What is said of a table of a mapping, in English. */
function said(lines: string): string {
  writeFileSync(
    join(folder, "report/mappings/desk.yaml"),
    `label: {zh: 系统, en: Desk}\ntables:\n  - entity: tickets\n    columns: {ticket_id: id, created_at: at}\n${lines}`,
  );
  try {
    readReportFolder(join(folder, "report"));
    return "";
  } catch (error) {
    return (error as ReportErrors).print("en").split("\n")[0]!;
  }
}

test("a mapping names files or a table of a cluster, and not both", () => {
  expect([
    said("    files: tickets.csv\n"),
    said("    clickhouse: {table: ops.tickets}\n"),
    said(""),
    said("    files: tickets.csv\n    clickhouse: {table: ops.tickets}\n"),
    said("    encoding: gb18030\n    clickhouse: {table: ops.tickets}\n"),
  ]).toEqual([
    "",
    "",
    "mappings/desk.yaml line 3: tables › item 1 › files is missing: give files:, or clickhouse:.",
    "mappings/desk.yaml line 5: tables › item 1 › files is about files and cannot stand beside clickhouse:.",
    "mappings/desk.yaml line 5: tables › item 1 › encoding is about files and cannot stand beside clickhouse:.",
  ]);
});

test("a table has no order of rows: where one of several counts, the mapping says by which column", () => {
  const fold = "    fold: {by: ticket_id}\n";
  expect([
    said(`    clickhouse: {table: ops.tickets}\n${fold}`),
    said(`    clickhouse: {table: ops.tickets, order: version}\n${fold}`),
  ]).toEqual([
    "mappings/desk.yaml line 5: tables › item 1 › clickhouse fold takes one by the order of rows, which a table has not: give order: and the columns that tell it.",
    "",
  ]);
});

test("a table is named with its database, and since names one column and a day", () => {
  expect([
    said("    clickhouse: {table: tickets}\n"),
    said("    clickhouse: {table: ops.tickets, since: {at: 2026-01-01}}\n"),
    said("    clickhouse: {table: ops.tickets, since: {at: 2026-01-01, id: 2026-01-01}}\n"),
  ]).toEqual([
    "mappings/desk.yaml line 5: clickhouse › table must be database.table, e.g. ops.calls_dist.",
    "",
    "mappings/desk.yaml line 5: clickhouse › since names one column, e.g. {started_at: 2025-01-01}.",
  ]);
});

const place = {zh: "", en: "here"};
const server = (keys: object, env: NodeJS.ProcessEnv) =>
  serverOf(clickhouseSchema.parse({table: "ops.calls", ...keys}), {folder: join(folder, "report"), place, env});

test("address, user and password come from the environment, or the password from a file elsewhere", () => {
  const url = "https://ann:in%20url@db.example:8443/";
  writeFileSync(join(folder, "password"), "from file\n");
  const shown = (keys: object, env: NodeJS.ProcessEnv) => {
    const {url, user, password} = server(keys, env);
    return [url.href, user, password];
  };
  expect([
    shown({}, {CLICKHOUSE_URL: url}),
    shown({}, {CLICKHOUSE_URL: url, CLICKHOUSE_USER: "bob", CLICKHOUSE_PASSWORD: "secret"}),
    shown({url_env: "DB", user_env: "WHO", password_file: "../password"}, {DB: "http://db:8123", WHO: "eve"}),
    shown({}, {CLICKHOUSE_URL: "http://db:8123"}),
  ]).toEqual([
    ["https://db.example:8443/", "ann", "in url"],
    ["https://db.example:8443/", "bob", "secret"],
    ["http://db:8123/", "eve", "from file"],
    ["http://db:8123/", "default", ""],
  ]);
});

test("a password does not lie in the report folder, and an address is one of http", () => {
  writeFileSync(join(folder, "report/password"), "secret");
  const url = "http://db:8123";
  expect(() => server({password_file: "password"}, {CLICKHOUSE_URL: url})).toThrow(/lies in the report folder/);
  expect(() => server({password_file: "../none"}, {CLICKHOUSE_URL: url})).toThrow(/there is no password_file/);
  expect(() => server({}, {})).toThrow(/no environment variable CLICKHOUSE_URL/);
  expect(() => server({}, {CLICKHOUSE_URL: "tcp://db:9000"})).toThrow(/CLICKHOUSE_URL holds no http/);
});
