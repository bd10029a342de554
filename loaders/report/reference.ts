import {existsSync, readdirSync} from "node:fs";
import {join} from "node:path";
import {dimensions, referencesOf} from "../../src/words/dimensions.js";
import {createTable} from "../database/create-table.js";
import type {Database} from "../database/database.js";
import {identifier} from "../database/sql-text.js";
import {ReportError} from "../messages/errors.js";
import {loadRaw} from "../readers/load-raw.js";
import {columnsRead, referenceFiles} from "./reference-files.js";

/** Made from the rules or by the report itself; a reference file of the same name gives labels only. */
const ownTables: ReadonlySet<string> = new Set([
  ...["tiers", "tier_rule", "value", "value_parts", "value_points", "overrides", "standards", "tags", "themes"],
  ...["churn", "churn_variants", "competitors", "callers", "field", "not_goods"],
  ...["policies", "callback_days", "workdays", "open_days", "shifts", "commitments", "information"],
  ...["report", "months", "imports", "unread", "known", "horizons"],
]);

/** Reference files whose labels nothing asks for: no page, no rule, no dimension of the report's own. */
export function unreadReferences(names: readonly string[], own: readonly string[]): string[] {
  const asked = new Set([
    ...Object.keys(referenceFiles),
    ...ownTables,
    ...[...dimensions, ...own].flatMap(referencesOf),
  ]);
  return names.filter((name) => !asked.has(name));
}

/** Loads reference/<name>.csv as `ref_<name>` (text) and returns the labels of every code, for the pages. */
export async function loadReferences(database: Database, folder: string): Promise<Labels> {
  const path = join(folder, "reference");
  const files = existsSync(path)
    ? readdirSync(path)
        .filter((name) => name.endsWith(".csv"))
        .sort()
    : [];
  const labels: Record<string, Record<string, {zh: string; en: string}>> = {};
  for (const file of files) {
    const name = referenceName(file);
    const table = `raw_reference__${name}`;
    const {columns} = await loadRaw(database.connection, {
      table,
      source: "reference",
      entity: name,
      files: [{path: join(path, file), name: `reference/${file}`}],
      options: {format: "csv"},
    });
    const missing = ["code", "label_zh", "label_en"].filter((column) => !columns.includes(column));
    if (missing.length > 0) throw referenceColumns(file, missing);
    const absent = columnsRead(name).filter((column) => !columns.includes(column));
    const extra = absent.map((column) => `, cast(null as varchar) as ${identifier(column)}`).join("");
    if (!ownTables.has(name))
      await database.run(
        `create table ${identifier(`ref_${name}`)} as select * exclude (_file, _row)${extra} from ${table}`,
      );
    const rows = await database.rows(
      `select code, label_zh, label_en from ${identifier(table)} where code is not null order by code`,
    );
    labels[name] = Object.fromEntries(
      rows.map((row) => [
        String(row.code),
        {zh: String(row.label_zh ?? row.code), en: String(row.label_en ?? row.code)},
      ]),
    );
  }
  for (const name of Object.keys(referenceFiles))
    if (columnsRead(name).length > 0 && !files.includes(`${name}.csv`))
      await createTable(database, {
        name: `ref_${name}`,
        columns: columnsRead(name).map((column) => `${identifier(column)} varchar`),
        rows: [],
      });
  return labels;
}

export type Labels = Readonly<Record<string, Readonly<Record<string, {readonly zh: string; readonly en: string}>>>>;

function referenceName(file: string): string {
  const name = file.replace(/\.csv$/, "");
  if (/^[a-z][a-z0-9_]*$/.test(name)) return name;
  throw new ReportError("reference_name", `reference/${file}`, {
    what: {zh: "文件名不能用作参照表名。", en: "the file name cannot serve as a table name."},
    fix: {zh: "只用小写英文字母、数字和下划线。", en: "use lower-case letters, digits and underscores."},
  });
}

function referenceColumns(file: string, missing: readonly string[]): ReportError {
  return new ReportError("reference_columns", `reference/${file}`, {
    what: {zh: `缺少列：${missing.join("、")}。`, en: `columns are missing: ${missing.join(", ")}.`},
    fix: {zh: "参照表需要 code、label_zh、label_en 三列。", en: "a reference table needs code, label_zh and label_en."},
  });
}
