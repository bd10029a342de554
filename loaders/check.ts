import {mkdtempSync, rmSync} from "node:fs";
import {tmpdir} from "node:os";
import {join} from "node:path";
import {drawnReport} from "../src/report.js";
import type {Language} from "../src/words/language.js";
import type {Progress} from "./messages/progress.js";
import {reportView} from "./publish/view.js";
import {readReport} from "./read-report.js";

/** Reads and checks a report folder and prints what was found; writes no site. */
export async function check({
  report,
  month,
  language,
  progress,
}: {
  report: string;
  month: string | undefined;
  language: Language;
  progress: Progress;
}): Promise<void> {
  const temp = mkdtempSync(join(tmpdir(), "huisheng-"));
  try {
    const read = await readReport(report, {month, temp, progress});
    const zh = language === "zh";
    const lines = read.published.import_files.map(
      (row) =>
        `${row.file}${row.sheet ? ` [${row.sheet}]` : ""} → ${row.entity}: ${row.rows_in} = ${row.rows_kept} ${zh ? "保留" : "kept"} + ${row.rows_rejected} ${zh ? "剔除" : "rejected"} + ${row.rows_set_aside} ${zh ? "搁置" : "set aside"}`,
    );
    const rejects = read.published.rejects_by_reason.map(
      (row) => `${row.source} → ${row.entity} ${row.column}: ${row.cells} × ${row.reason} (${row.severity})`,
    );
    const unmapped = read.imported.unmapped.map((file) => `${file}: ${zh ? "没有映射" : "no mapping"}`);
    const sentences = drawnReport(reportView(language, read)).passages["data-quality"] ?? [];
    process.stdout.write(`${[...lines, "", ...rejects, ...unmapped, "", ...sentences].join("\n")}\n`);
  } finally {
    rmSync(temp, {recursive: true, force: true});
  }
}
