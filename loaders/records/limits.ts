import type {Database, Row} from "../database/database.js";
import {ReportError, ReportErrors} from "../messages/errors.js";
import type {ReportFolder} from "../report/folder.js";
import type {Imported} from "./account.js";

/** Where no file is one that a mapping names. */
export function nothingToRead(folder: ReportFolder): ReportError {
  return new ReportError("exports_empty", folder.settings.exports, {
    what: {zh: "导出文件夹里没有任何映射认得的文件。", en: "the exports folder holds no file that a mapping names."},
    fix: {
      zh: `放入导出文件，或改 mappings/ 里的 files:（现在是 ${folder.mappings.flatMap((mapping) => mapping.tables.flatMap((table) => table.files)).join("、")}）。`,
      en: `put the exports there, or correct files: in mappings/ (now ${folder.mappings.flatMap((mapping) => mapping.tables.flatMap((table) => table.files)).join(", ")}).`,
    },
  });
}

/** Every row is kept, rejected or set aside; anything else is our fault. */
export function assertAccounts({accounts}: Imported): void {
  for (const {file, entity, rows_in, rows_kept, rows_rejected, rows_set_aside} of accounts)
    if (rows_in !== rows_kept + rows_rejected + rows_set_aside || rows_rejected < 0)
      throw new Error(
        `${file} → ${entity}: ${rows_in} rows in, but ${rows_kept} kept + ${rows_rejected} rejected + ${rows_set_aside} set aside`,
      );
}

/** The first three rejects of each file. */
export const firstRejects = (database: Database): Promise<Row[]> =>
  database.rows(
    `select file, entity, "row", "column", value, reason from rejects where severity <> 'aside' qualify row_number() over (partition by file, entity order by "row") <= 3 order by file, "row"`,
  );

/**
 * Holds each file to the limit of what may be unreadable; `rejects` are shown as examples.
 *
 * @throws ReportErrors `reject_limit`
 */
export function rejectLimit({accounts}: Imported, limit: number, rejects: readonly Row[]): void {
  const over = accounts.filter((account) => account.rows_in > 0 && account.rows_with_rejects / account.rows_in > limit);
  if (over.length === 0) return;
  throw new ReportErrors(
    over.map((account) => {
      const samples = rejects.filter((row) => row.file === account.file && row.entity === account.entity);
      const list = samples
        .map((row) => `${row.file} row ${row.row}, ${row.column ?? ""} "${row.value ?? ""}" (${row.reason})`)
        .join("; ");
      const share = ((100 * account.rows_with_rejects) / account.rows_in).toFixed(1);
      return new ReportError("reject_limit", `${account.file} → ${account.entity}`, {
        what: {
          zh: `${account.rows_in} 行中有 ${account.rows_with_rejects} 行（${share}%）有读不懂的内容，超过上限 ${limit * 100}%。例如：${list}`,
          en: `${account.rows_with_rejects} of ${account.rows_in} rows (${share} %) hold something unreadable, over the limit of ${limit * 100} %. For example: ${list}`,
        },
        fix: {
          zh: "改正映射（日期格式、取值对照、列名），或在 report.yaml 里调高 reject_limit。",
          en: "correct the mapping (date format, value map, header), or raise reject_limit in report.yaml.",
        },
      });
    }),
  );
}
