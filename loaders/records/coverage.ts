import type {Database} from "../database/database.js";
import {literal} from "../database/sql-text.js";
import type {ReportFolder} from "../report/folder.js";
import type {Imported} from "./account.js";

/**
 * Makes `ref_coverage`: files that no mapping names, tables of a mapping that no file came for, and systems that
 * report.yaml expects and that sent nothing.
 */
export async function loadCoverage(
  database: Database,
  {folder, imported}: {folder: ReportFolder; imported: Pick<Imported, "accounts" | "unmapped">},
): Promise<void> {
  const present = new Set(imported.accounts.map(({source, entity}) => `${source} ${entity}`));
  const sources = new Set(imported.accounts.map(({source}) => source));
  const rows = [
    ...imported.unmapped.map((file) => ["unmapped_file", "", "", file]),
    ...folder.mappings.flatMap(({source, tables}) =>
      tables
        .filter(({entity}) => !present.has(`${source} ${entity}`))
        .map(({entity, files}) => ["no_file", source, entity, files.join(", ")]),
    ),
    ...folder.settings.expected_sources
      .filter((source) => !sources.has(source))
      .map((source) => ["missing_source", source, "", ""]),
  ];
  await database.run("create table ref_coverage (kind varchar, source varchar, entity varchar, file varchar)");
  if (rows.length > 0)
    await database.run(
      `insert into ref_coverage values ${rows.map((row) => `(${row.map(literal).join(", ")})`).join(", ")}`,
    );
}
