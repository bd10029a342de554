import {mkdtempSync, rmSync} from "node:fs";
import {join} from "node:path";
import type {ClusterTable} from "../cluster/table.js";
import type {Database} from "../database/database.js";
import {fileLiteral} from "../database/sql-text.js";
import {type ReportError, ReportErrors} from "../messages/errors.js";
import {scratchFolder} from "../readers/load-raw.js";
import type {TableJob} from "./load.js";
import {datesOf} from "./rejects/take-out.js";
import {cannotStay, keyColumn, type StayingColumn} from "./staying-plan.js";
import {differentIds, oddIds} from "./staying-scan.js";
import {idSql} from "./staying-sql.js";

/** @throws ReportErrors where a row would be rejected or an id not be taken as it stands: rows there cannot be listed */
export async function assertRecords(
  job: TableJob,
  {
    opened,
    planned,
    rows,
    undated,
  }: {opened: ClusterTable; planned: readonly StayingColumn[]; rows: number; undated: number},
): Promise<void> {
  const wrong: ReportError[] = [];
  const key = keyColumn(planned, job.table)!;
  const say = (name: string, zh: string, en: string) =>
    wrong.push(
      cannotStay(job, {
        path: ["columns", name],
        what: {zh: `${zh}留在集群的行不能逐条列出。`, en: `${en} Rows that stay cannot be listed one by one.`},
      }),
    );
  if (undated > 0)
    say(
      datesOf(job.table).at[0]!,
      `${undated} 行没有时间，会被退回。`,
      `${undated} row(s) have no moment and would be rejected.`,
    );
  for (const {name, there} of planned.filter(({kind}) => kind === "id")) {
    const {odd, example, missing} = await oddIds(opened, there, job);
    const shown = job.door.scrub(example);
    if (odd > 0)
      say(
        name,
        `${odd} 个 ${name} 不能照原样取（如 ${shown}）：有空白、是“没有”的写法、或像个人信息。`,
        `${odd} ${name} cannot be taken as they stand (such as ${shown}): with blanks, a word for nothing, or like personal data.`,
      );
    if (name === key.name && missing > 0)
      say(name, `${missing} 行没有编号，会被退回。`, `${missing} row(s) have no id and would be rejected.`);
    if (name !== key.name || missing > 0) continue;
    const again = rows - (await differentIds(opened, there, rows));
    if (again > 0)
      say(
        name,
        `${again} 行的编号与别的行相同，只有一行算数。`,
        `${again} row(s) have the id of another, of which one counts.`,
      );
  }
  if (wrong.length > 0) throw new ReportErrors(wrong);
}

/** How many customers the records name, and those that a table here lacks. */
export async function unlisted(
  database: Database,
  opened: ClusterTable,
  {customer, listed}: {customer: StayingColumn | undefined; listed: string},
): Promise<{ids: number; unknown: {id: string; records: number}[]}> {
  if (!customer) return {ids: 0, unknown: []};
  const folder = mkdtempSync(join(await scratchFolder(database.connection), "huisheng-"));
  try {
    const [path, answer] = [join(folder, "listed.parquet"), join(folder, "unlisted.parquet")];
    await database.run(
      `copy (select distinct customer_id from ${listed} where customer_id is not null) to ${fileLiteral(path)} (format parquet)`,
    );
    const records = opened.select([`${idSql(customer.there)} AS id`]);
    const [[ids] = []] = await opened.ask(`SELECT uniqExact(id) FROM (${records})`);
    await opened.fetch({
      sql: `SELECT id, count() AS records FROM (${records}) WHERE id IS NOT NULL AND id NOT IN (SELECT customer_id FROM listed) GROUP BY id ORDER BY id`,
      tables: [{name: "listed", structure: "`customer_id` String", path}],
      path: answer,
    });
    const rows = await database.rows(
      `select id, records from read_parquet(${fileLiteral(answer)}, binary_as_string = true)`,
    );
    return {ids: Number(ids), unknown: rows.map(({id, records}) => ({id: String(id), records: Number(records)}))};
  } finally {
    rmSync(folder, {recursive: true, force: true});
  }
}
