import {createHash} from "node:crypto";
import {typeThere} from "../cluster/dialect.js";
import {changedThere} from "../cluster/errors.js";
import type {ClusterTable} from "../cluster/table.js";
import {recordsColumn} from "../database/counted.js";
import type {Database, Row} from "../database/database.js";
import {identifier, literal} from "../database/sql-text.js";
import {recordColumns} from "../mapping/base-view.js";
import type {ClickhouseTable} from "../mapping/clickhouse-key.js";
import {note} from "../readers/intake/notes.js";
import type {FileAccount} from "../readers/intake/types.js";
import {emptiedNotes} from "./emptied.js";
import {lookThere, type TableJob} from "./load.js";
import {countedColumns} from "./month-counts.js";
import {addNotes} from "./read-table.js";
import type {ReadTable} from "./read-table-shape.js";
import {datesOf} from "./rejects/take-out.js";
import {assertFilled} from "./required.js";
import {unlisted} from "./staying-customers.js";
import {ofShareSql, piecesOf} from "./staying-pieces.js";
import {cannotStay, keyColumn, planStaying, type StayingColumn} from "./staying-plan.js";
import {assertRecords} from "./staying-records.js";
import {type Day, daysThere} from "./staying-scan.js";
import type {StayingRecords} from "./staying-shape.js";
import {idSql, meaningSql, momentSql, quotedText} from "./staying-sql.js";
import {meaningsOf, readWords} from "./staying-words.js";
import {spellingNotes, textNotes} from "./texts.js";

/**
 * Looks at records that stay in a cluster. What is here of them is a summary in the place of their base table, and no
 * record: a row for each different word, and two for each day, its first and its last moment, with how many records it has
 * (`_records`).
 *
 * @throws ReportErrors `cannot_stay` for what is not counted there
 */
export async function readStaying(
  database: Database,
  job: TableJob,
  clickhouse: ClickhouseTable,
): Promise<{readonly read: ReadTable; readonly staying: StayingRecords}> {
  const {table, source} = job;
  const {mappings} = job.folder;
  const {opened, place, shown, said, find} = await lookThere(job, clickhouse);
  const planned = planStaying(job, find);
  const at = planned.find(({name}) => name === datesOf(table).at[0])!;
  const customer = planned.find(({name}) => name === "customer_id");
  const columns = [...new Set(planned.map(({there}) => there))];
  const scan = () => daysThere(opened, {at: at.there, columns});
  const days = await scan();
  const rows = [...days.values()].reduce((sum, {records}) => sum + records, 0);
  await assertRecords(job, {opened, planned, rows, undated: days.get("")?.records ?? 0});
  const base = `base_${job.id}`;
  const from = await readWords(database, job, {opened, planned, shown, base});
  const filled = recordColumns(table, from).map(({name, sql}) => ({name, sql, as: `${sql} as ${identifier(name)}`}));
  const read: ReadTable = {
    ...{source, table, from, base, made: base},
    files: [fileOf({opened, shown, columns, days, rows, before: (await opened.count()).before})],
    select: `select ${[...filled.map((each) => each.as), recordsColumn].join(", ")} from ${base}`,
    columns: new Map(filled.map(({name, sql}) => [name, sql])),
    kept: new Map([[shown, rows]]),
  };
  addNotes([read], said);
  addNotes([read], await textNotes(database, read));
  addNotes([read], await spellingNotes(database, read));
  const list = await typedList(database, read, {planned, shown});
  const counted = await monthsThere(opened, read, {select: opened.select(list), at: at.name, shown});
  addNotes([read], await emptiedNotes(database, read, {mappings, counted}));
  await addDays(database, {base, at: at.name, shown, days});
  const isWord = ([name]: [string, unknown]) => planned.some((each) => each.name === name && each.kind === "word");
  const words = Object.fromEntries(Object.entries(table.columns).filter(isWord));
  await assertFilled(database, {base, table: {...table, columns: words}, source, from, mappings});
  const gone = async () => {
    const told = await database.rows(
      `select distinct cast(cast(${identifier(at.name)} as date) as varchar) as day from ${base}`,
    );
    return spanOf(days, new Set(told.map(({day}) => String(day))));
  };
  const pieces = await piecesOf(opened, {customer, key: keyColumn(planned, table)!, rows});
  const [[holds] = []] = await opened.ask("SELECT count() FROM system.settings WHERE name = 'enable_materialized_cte'");
  return {
    read,
    staying: {
      entity: table.entity,
      holdsParts: Number(holds) > 0,
      pieces,
      async select() {
        const left = await gone();
        const isTold = left && `NOT (toDate32(${momentSql(at.there)}) BETWEEN '${left.first}' AND '${left.last}')`;
        return (share) => {
          const taken = [isTold, share && (customer ? ofShareSql(share, customer.there) : String(share === "nobody"))];
          return opened.select(list, taken.filter(Boolean).join(" AND ") || undefined);
        };
      },
      ask: opened.fetch,
      customersBut: (database, listed) => unlisted(database, opened, {customer, listed, pieces, source}),
      assertSame(selects) {
        if (selects.get(table.entity)?.[0]?.select === read.select) return;
        throw cannotStay(job, {
          path: ["clickhouse", "stay"],
          what: {
            zh: "别的来源有相同的工单或电话编号，要在这里分开，留在集群的记录做不到。",
            en: "another source has the same ids of tickets or calls; they are told apart here, which records that stay cannot be.",
          },
        });
      },
      async assertUnchanged() {
        const left = await gone();
        const now = await scan();
        const isTold = (day: string) => !left || day < left.first || day > left.last;
        const isOther = (day: string) => isTold(day) && days.get(day)?.mark !== now.get(day)?.mark;
        const other = [...new Set([...days.keys(), ...now.keys()])].filter(isOther).sort();
        if (other.length > 0) throw changedThere(place, other);
      },
    },
  };
}

/** The days that a report does not tell of, since they are later: they lie side by side. */
function spanOf(
  days: ReadonlyMap<string, Day>,
  told: ReadonlySet<string>,
): {readonly first: string; readonly last: string} | undefined {
  const gone = [...days.keys()].filter((day) => !told.has(day)).sort();
  return gone.length > 0 ? {first: gone[0]!, last: gone.at(-1)!} : undefined;
}

/** What became of the rows of the table: those before its first day are left alone, all others counted there. */
function fileOf({
  opened,
  shown,
  columns,
  days,
  rows,
  before,
}: {
  opened: ClusterTable;
  shown: string;
  columns: readonly {readonly name: string}[];
  days: ReadonlyMap<string, Day>;
  rows: number;
  before: number;
}): FileAccount & {modified: number} {
  const names = columns.map(({name}) => name);
  const marks = [...days].map(([day, {mark}]) => `${day} ${mark}`);
  return {
    ...{file: shown, format: "clickhouse", encoding: "utf-8", columns: names, queries: opened.queries},
    sha256: createHash("sha256")
      .update([...names, ...marks].join("\n"))
      .digest("hex"),
    bytes: [...days.values()].reduce((sum, {bytes}) => sum + bytes, 0),
    ...{rows_in: rows + before, rows_loaded: rows, rows_rejected: 0, rows_set_aside: before},
    notes: [note("stays_there", {rows})],
    modified: Infinity,
  };
}

/** The columns of `all_<entity>`, as a select there gives them. */
async function typedList(
  database: Database,
  {table, from, base, select}: ReadTable,
  {planned, shown}: {planned: readonly StayingColumn[]; shown: string},
): Promise<readonly string[]> {
  const columns = recordColumns(table, from);
  const types = new Map(
    (await database.rows(`describe ${select}`)).map((row) => [String(row.column_name), String(row.column_type)]),
  );
  const constants = columns.filter(({name, isStored}) => !isStored && name !== "_source");
  const said = constants.map(({name, sql}) => `cast(${sql} as varchar) as ${identifier(name)}`);
  const [constant = {}] = said.length > 0 ? await database.rows(`select ${said.join(", ")}`) : [];
  const list: string[] = [];
  for (const {name} of columns) {
    const type = types.get(name)!;
    const own = planned.find((each) => each.name === name);
    const text = name === "_source" ? from.source : name === "_file" ? shown : name === "_row" ? "0" : constant[name];
    const sql = !own
      ? text === null || text === undefined
        ? "NULL"
        : quotedText(String(text))
      : own.kind === "id"
        ? idSql(own.there)
        : own.kind === "moment"
          ? momentSql(own.there)
          : meaningSql(own.there, {
              type,
              meanings: await meaningsOf(database, {raw: from.raw, base, name, header: own.there.name}),
            });
    list.push(`CAST(${sql} AS ${typeThere(type)}) AS ${name}`);
  }
  return list;
}

/** How many records of each month have a value in a column, as for a file. */
async function monthsThere(
  opened: ClusterTable,
  {table}: ReadTable,
  {select, at, shown}: {select: string; at: string; shown: string},
): Promise<{names: readonly string[]; rows: readonly Row[]}> {
  const names = countedColumns(table);
  const counts = names.map((name) => `count(${name})`);
  const rows = await opened.ask(
    `SELECT ${[`substring(toString(${at}), 1, 7) AS month`, "count()", ...counts].join(", ")} FROM (${select}) GROUP BY month ORDER BY month`,
  );
  return {
    names,
    rows: rows.map(([month, records, ...filled]) => ({
      ...{file: shown, month: String(month), records: Number(records)},
      ...Object.fromEntries(names.map((name, at) => [name, Number(filled[at])])),
    })),
  };
}

/** Puts the days in the place of the records, whose words stand for none. */
async function addDays(
  database: Database,
  {base, at, shown, days}: {base: string; at: string; shown: string; days: ReadonlyMap<string, Day>},
): Promise<void> {
  await database.run(`update ${base} set ${recordsColumn} = 0`);
  const ends = [...days.values()].flatMap(({first, last, records}) => [
    `(${literal(first)}, ${records})`,
    `(${literal(last)}, 0)`,
  ]);
  if (ends.length === 0) return;
  await database.run(
    `insert into ${base} by name select ${literal(shown)} as _file, 0 as _row, true as _ok, cast(moment as timestamp) as ${identifier(at)}, records as ${recordsColumn}
     from (values ${ends.join(", ")}) as ends(moment, records)`,
  );
}
