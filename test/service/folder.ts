import {mkdirSync, mkdtempSync, rmSync, writeFileSync} from "node:fs";
import {tmpdir} from "node:os";
import {dirname, join} from "node:path";
import {silentProgress} from "../../loaders/messages/progress.js";
import type {ReadReport} from "../../loaders/publish/report.js";
import {readReport} from "../../loaders/read-report.js";

/** Reads a report folder of these files, and asks its database. */
export async function readFolder(
  files: Readonly<Record<string, string>>,
  asked: Readonly<Record<string, string>> = {},
): Promise<{report: ReadReport; answers: Record<string, Record<string, unknown>[]>}> {
  const folder = mkdtempSync(join(tmpdir(), "huisheng-service-"));
  try {
    for (const [name, text] of Object.entries(files)) {
      mkdirSync(dirname(join(folder, name)), {recursive: true});
      writeFileSync(join(folder, name), text);
    }
    const answers: Record<string, Record<string, unknown>[]> = {};
    const report = await readReport(folder, {
      temp: join(folder, "temp"),
      progress: silentProgress,
      keepsAll: true,
      use: async (database) => {
        for (const [name, sql] of Object.entries(asked)) answers[name] = await database.rows(sql);
      },
    });
    return {report, answers};
  } finally {
    rmSync(folder, {recursive: true, force: true});
  }
}

/** A mapping whose columns are called by our own names. */
export const plainMapping = (tables: Readonly<Record<string, string>>): string =>
  `label: {zh: 样例, en: Sample}\ntables:\n${Object.entries(tables)
    .map(([entity, columns]) => {
      const dated = (name: string) => (name.endsWith("_at") ? `{from: ${name}, date: "yyyy-MM-dd HH:mm"}` : name);
      const lines = columns.split(",").map((name) => `      ${name}: ${dated(name)}`);
      return `  - entity: ${entity}\n    files: ${entity}.csv\n    columns:\n${lines.join("\n")}`;
    })
    .join("\n")}\n`;

export const csvOf = (columns: string, rows: readonly (readonly (string | number)[])[]): string =>
  [columns, ...rows.map((row) => row.join(","))].join("\n").concat("\n");
