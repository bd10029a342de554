import {existsSync, mkdtempSync, rmSync, writeFileSync} from "node:fs";
import {tmpdir} from "node:os";
import {basename, join} from "node:path";
import {type Database, openDatabase} from "../database/database.js";
import {identifier} from "../database/sql-text.js";
import {type Language, ReportError} from "../messages/errors.js";
import {loadRaw} from "../readers/load-raw.js";
import {type ColumnProfile, profileColumn} from "./column-profile.js";
import {mappingYaml, type ProposedTable} from "./mapping-yaml.js";
import {propose} from "./propose.js";

/**
 * Looks at foreign exports and proposes one mapping for them: YAML ready to edit, with a confidence per column.
 * @param out the file to write; without it the YAML goes to standard output
 * @throws ReportError when no file is named, one cannot be read, or `out` exists already
 */
export async function mapFiles(
  files: readonly string[],
  {language, out}: {language: Language; out?: string},
): Promise<void> {
  if (files.length === 0) throw noFile();
  for (const file of files) if (!existsSync(file)) throw missing(file);
  if (out !== undefined && existsSync(out)) throw taken(out);
  const temp = mkdtempSync(join(tmpdir(), "huisheng-map-"));
  const database = await openDatabase({temp});
  try {
    const tables: ProposedTable[] = [];
    for (const [index, path] of files.entries()) tables.push(await look(database, {path, table: `raw_${index}`}));
    const yaml = mappingYaml(tables, {name: basename(files[0]!).replace(/\..*$/, "")});
    if (out === undefined) process.stdout.write(yaml);
    else {
      writeFileSync(out, yaml);
      process.stdout.write(language === "zh" ? `已写入 ${out}，请核对后使用\n` : `wrote ${out}; check it before use\n`);
    }
  } finally {
    await database.close();
    rmSync(temp, {recursive: true, force: true});
  }
}

async function look(database: Database, {path, table}: {path: string; table: string}): Promise<ProposedTable> {
  const files = [{path, name: basename(path)}];
  const {columns, files: accounts} = await loadRaw(database.connection, {
    table,
    source: table,
    entity: "any",
    files,
    options: {},
  });
  const profiles: ColumnProfile[] = [];
  for (const header of columns) {
    const column = identifier(header);
    const [counts] = await database.rows(
      `select count(${column}) as filled, count(distinct ${column}) as values_ from ${table}`,
    );
    // the longest cells too: a day above 12 tells which number is the month
    const cells = await database.rows(
      `select distinct ${column} as cell from ${table} where ${column} is not null order by hash(${column}) limit 1000`,
    );
    profiles.push(
      profileColumn(header, {
        cells: cells.map(({cell}) => String(cell)),
        filled: Number(counts!.filled),
        distinct: Number(counts!.values_),
      }),
    );
  }
  return {file: basename(path), account: accounts[0], proposal: propose(profiles)};
}

const noFile = () =>
  new ReportError("no_file", "map", {
    what: {zh: "没有给出文件", en: "no file was named"},
    fix: {zh: "例如：npm run map -- 工单.xlsx", en: "for example: npm run map -- tickets.xlsx"},
  });
const missing = (file: string) =>
  new ReportError("file_not_found", file, {
    what: {zh: "找不到该文件", en: "there is no such file"},
    fix: {zh: "请核对路径", en: "check the path"},
  });
const taken = (file: string) =>
  new ReportError("file_exists", file, {
    what: {zh: "文件已存在，不覆盖", en: "the file exists and is not overwritten"},
    fix: {zh: "请换一个 --out", en: "choose another --out"},
  });
