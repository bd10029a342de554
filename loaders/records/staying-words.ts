import {mkdtempSync, rmSync} from "node:fs";
import {join} from "node:path";
import {type ClusterColumn, sentSql} from "../cluster/column-sql.js";
import type {ClusterTable} from "../cluster/table.js";
import {recordsColumn} from "../database/counted.js";
import type {Database} from "../database/database.js";
import {fileLiteral, identifier, literal} from "../database/sql-text.js";
import {badCellsSql} from "../mapping/base-view.js";
import {type Column, columnsOf} from "../mapping/entities/entities.js";
import type {BaseSource} from "../mapping/filled.js";
import {cutText} from "../messages/cut.js";
import {ReportErrors} from "../messages/errors.js";
import {scratchFolder} from "../readers/load-raw.js";
import {parquetText} from "../readers/parquet.js";
import type {TableJob} from "./load.js";
import {typeTexts} from "./read-table.js";
import {cannotStay, type StayingColumn} from "./staying-plan.js";
import {type Meanings, wordSql} from "./staying-sql.js";

/** Different words that a column may have: of texts, and of numbers. */
const most = {text: 2_000, number: 20_000};

/**
 * Makes a raw table with a row for each different word of each column, what it is called there (`_word`) and in how many
 * records it stands, and reads them into a base table as the words of a file.
 *
 * @throws ReportErrors `cannot_stay` where a column has too many words, one that cannot be read, or one that is personal
 */
export async function readWords(
  database: Database,
  job: TableJob,
  {
    opened,
    planned,
    shown,
    base,
  }: {opened: ClusterTable; planned: readonly StayingColumn[]; shown: string; base: string},
): Promise<BaseSource> {
  const raw = `raw_${job.id}`;
  const names = [...new Set(planned.map(({there}) => there.name))];
  const words = planned.filter(({kind}) => kind === "word");
  await database.run(
    `create table ${raw} (_file varchar, _row bigint, _column varchar, _word varchar, ${recordsColumn} bigint, ${names.map((name) => `${identifier(name)} varchar`).join(", ")})`,
  );
  const folder = mkdtempSync(join(await scratchFolder(database.connection), "huisheng-"));
  let rows = 0;
  try {
    for (const there of new Set(words.map((each) => each.there))) {
      const own = words.filter((each) => each.there === there);
      const limit = own.every(({name}) => isNumber(name, job)) ? most.number : most.text;
      const path = join(folder, "words.parquet");
      const added = await addWords(database, {opened, there, path, limit, raw, shown, name: there.name});
      if (added > limit) throw tooMany(job, {name: own[0]!.name, limit});
      rows += added;
    }
  } finally {
    rmSync(folder, {recursive: true, force: true});
  }
  const masked = () => job.door.counts.reduce((sum, {pieces}) => sum + pieces, 0);
  const before = masked();
  const from = await typeTexts(database, {job, base, columns: names, rows});
  if (masked() > before) throw personal(job);
  await assertReadable(database, job, {from});
  await database.run(`alter table ${base} add column ${recordsColumn} bigint`);
  await database.run(
    `update ${base} set ${recordsColumn} = raw.${recordsColumn} from ${raw} as raw where raw._row = ${base}._row`,
  );
  return from;
}

const columnOf = (name: string, {table}: TableJob): Column => columnsOf(table.entity)[name] ?? {type: "text"};
const isNumber = (name: string, job: TableJob): boolean => ["integer", "decimal"].includes(columnOf(name, job).type);

/** Adds the words of one column to the raw table: how many there are, and that there are too many as one more. */
async function addWords(
  database: Database,
  {
    opened,
    there,
    path,
    limit,
    raw,
    shown,
    name,
  }: {
    opened: ClusterTable;
    there: ClusterColumn;
    path: string;
    limit: number;
    raw: string;
    shown: string;
    name: string;
  },
): Promise<number> {
  const list = [`${sentSql(there)} AS value`, `${wordSql(there)} AS word`];
  await opened.fetch({
    sql: `SELECT any(value) AS value, word, count() AS records FROM (${opened.select(list)}) WHERE word != '' GROUP BY word ORDER BY word LIMIT ${limit + 1}`,
    path,
  });
  const source = `read_parquet(${fileLiteral(path)}, binary_as_string = true)`;
  const [described] = await database.rows(`describe select value from ${source}`);
  const [count] = await database.rows(`select count(*) as words from ${source}`);
  await database.run(
    `insert into ${raw} by name select ${literal(shown)} as _file, (select count(*) from ${raw}) + row_number() over (order by word) as _row, ${literal(name)} as _column, word as _word, records as ${recordsColumn}, ${parquetText("value", String(described!.column_type))} as ${identifier(name)} from ${source}`,
  );
  return Number(count!.words);
}

/** What every word of a column of ours means, as the mapping has it; "" where it says nothing. */
export async function meaningsOf(
  database: Database,
  {raw, base, name, header}: {raw: string; base: string; name: string; header: string},
): Promise<Meanings> {
  const rows = await database.rows(
    `select raw._word as word, coalesce(cast(base.${identifier(name)} as varchar), '') as meaning from ${raw} as raw inner join ${base} as base on base._row = raw._row
     where raw._column = ${literal(header)} order by raw._row`,
  );
  return new Map(rows.map(({word, meaning}) => [String(word), String(meaning)]));
}

async function assertReadable(database: Database, job: TableJob, {from}: {from: BaseSource}): Promise<void> {
  const bad = await database.rows(
    `select bad.name as name, bad.value as value, raw.${recordsColumn} as records from (${badCellsSql(job.table, from)}) as bad inner join ${from.raw} as raw on raw._row = bad._row order by records desc, value`,
  );
  if (bad.length === 0) return;
  const names = [...new Set(bad.map(({name}) => String(name)))];
  throw new ReportErrors(
    names.map((name) => {
      const own = bad.filter((row) => row.name === name);
      const words = own.slice(0, 5).map(({value, records}) => `"${cutText(String(value), 40)}" (${records})`);
      const list = `${words.join(", ")}${own.length > 5 ? " …" : ""}`;
      return cannotStay(job, {
        path: ["columns", name],
        what: {
          zh: `${name} 里有读不懂的值：${list}；文件里的这样的值逐行列出，留在集群的行列不出来。写进 values:，或写 other: blank。`,
          en: `${name} holds what cannot be read: ${list}. Of files such cells are listed row by row, of rows that stay they cannot be: say under values: what they mean, or write other: blank.`,
        },
      });
    }),
  );
}

const tooMany = (job: TableJob, {name, limit}: {name: string; limit: number}) =>
  cannotStay(job, {
    path: ["columns", name],
    what: {
      zh: `${name} 有 ${limit} 种以上不同的值，不能逐个看过。`,
      en: `${name} has more than ${limit} different values, too many to look at each.`,
    },
  });

const personal = (job: TableJob) =>
  cannotStay(job, {
    path: ["columns"],
    what: {
      zh: "有一列里有电话、姓名一类的个人信息，要在这里遮住，不能留在集群。",
      en: "a column holds a telephone number, a name or the like, which is hidden here and cannot stay.",
    },
  });
