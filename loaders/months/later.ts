import {shiftMonth} from "../../src/words/month.js";
import {countSql} from "../database/counted.js";
import type {Database} from "../database/database.js";
import {identifier, literal} from "../database/sql-text.js";
import type {EntityName} from "../mapping/entities/entities.js";
import {lives} from "../mapping/entities/lives.js";
import {note} from "../readers/intake/notes.js";
import type {ImportAccount} from "../records/account.js";
import type {ReportFolder} from "../report/folder.js";
import {areMade, type Change} from "./changes.js";
import {bodyOf, monthDays} from "./month-days.js";
import {judgedOf, type StreamMonths, withNewer} from "./sources.js";
import {readStreams, type Stream} from "./streams.js";

/** What an export knows: its records by day, and the last moment in them. */
type Known = Pick<Stream, "entity" | "kind" | "days" | "known_at">;

/**
 * The accounts of the files and what every month has, as they stood at the end of the report's month. Where no month was
 * asked for, the newer ones are told, too: they are what is still coming in.
 */
export async function tellAsOf(
  database: Database,
  {
    month,
    isAsked,
    accounts,
    streams,
    all,
    folder,
    vouched,
  }: {
    month: string | undefined;
    isAsked: boolean;
    accounts: readonly ImportAccount[];
    streams: readonly Stream[];
    /** Every month judged by all that was read. */
    all: readonly StreamMonths[];
    folder: ReportFolder;
    vouched: readonly string[];
  },
): Promise<{accounts: readonly ImportAccount[]; judged: readonly StreamMonths[]}> {
  if (month === undefined) return {accounts, judged: all};
  const {left, changed} = await forgetLater(database, {month, accounts, streams});
  const same = streams.filter(({table}) => !changed.has(table));
  const known = judgedOf(folder, await readStreams(database, left, same), {asked: month, vouched});
  return {accounts: left, judged: isAsked ? known : withNewer(known, all, {month})};
}

/**
 * Forgets in the base tables what happened after a month, so that any month can be told as it stood at its end: later
 * records are set aside and counted, later moments of earlier records are emptied with what is said of them. Dates beyond
 * the end of the exports are no later records but slips of the pen, or plans: they stay, for the checks to find.
 *
 * @returns the accounts, with what was set aside, and the tables in which anything changed
 */
async function forgetLater(
  database: Database,
  {month, accounts, streams}: {month: string; accounts: readonly ImportAccount[]; streams: readonly Known[]},
): Promise<{left: readonly ImportAccount[]; changed: ReadonlySet<string>}> {
  const changed = new Set<string>();
  const last = endOf(streams) ?? month;
  if (last <= month) return {left: accounts, changed};
  const after = (of: string) => `date ${literal(`${shiftMonth(of, 1)}-01`)}`;
  const [from, until] = [after(month), after(last)];
  // Cards are as of their own export.
  const cards = {from, until: after(endOf(streams.filter(({entity}) => entity === "customers")) ?? month)};
  const left = new Map<string, {rows: number; records: number}>();
  for (const {table, entity, row} of new Map(accounts.map((each) => [each.table, each])).values()) {
    const columns = await columnsOf(database, table);
    const isLater = laterSql(entity, {month, from, until, columns});
    if (isLater !== undefined) {
      const count = await countSql(database, table);
      const rows = await countSql(database, table, `count(distinct ${row})`);
      const gone = await database.rows(
        `select _file as file, ${rows} as rows, ${count} as records from ${identifier(table)} where ${isLater} group by all`,
      );
      for (const {file, rows, records} of gone)
        left.set(`${table} ${file}`, {rows: Number(rows), records: Number(records)});
      if (gone.length > 0) await database.run(`delete from ${identifier(table)} where ${isLater}`);
      if (gone.length > 0) changed.add(table);
    }
    const changes = [
      ...(entity === "customers" ? cardChanges({...cards, columns}) : []),
      ...laterChanges({entity, from, until, columns}),
    ];
    if (await areMade(database, table, changes)) changed.add(table);
  }
  await joinedCards(database, {from, until, cards});
  return {left: accounts.map((account) => withLeft(account, {month, left})), changed};
}

/**
 * The last month that exports know of: the last of their records, all together, since in a handful a slip of the year stands
 * out less; and of what was still noted in the months after.
 */
function endOf(streams: readonly Known[]): string | undefined {
  const events = streams.filter(({kind}) => kind === "events");
  const telling = events.length > 0 ? events : streams;
  const days = new Map<number, number>();
  for (const stream of telling) for (const [day, records] of stream.days) days.set(day, (days.get(day) ?? 0) + records);
  const last = bodyOf(monthDays(days), "events").at(-1)?.month;
  if (last === undefined) return undefined;
  const noted = telling.flatMap(({known_at}) => known_at?.slice(0, 7) ?? []);
  return [last, ...noted.filter((month) => month <= shiftMonth(last, 3))].sort().at(-1);
}

/** Customers' cards that were joined from several tables are a table of their own. */
async function joinedCards(
  database: Database,
  {from, until, cards}: Omit<Span, "columns"> & {cards: Omit<Span, "columns">},
): Promise<void> {
  const [kind] = await database.rows(
    "select table_type as type from information_schema.tables where table_name = 'all_customers'",
  );
  if (kind?.type !== "BASE TABLE") return;
  const columns = await columnsOf(database, "all_customers");
  const isLater = laterSql("customers", {month: "", from, until, columns});
  if (isLater !== undefined) await database.run(`delete from all_customers where ${isLater}`);
  const span = {entity: "customers" as const, from, until, columns};
  await areMade(database, "all_customers", [...cardChanges({...cards, columns}), ...laterChanges(span)]);
}

interface Span {
  /** The first moment that is not known yet. */
  readonly from: string;
  /** The first moment beyond the exports. */
  readonly until: string;
  readonly columns: ReadonlySet<string>;
}

/** Whether a record came to be after the month; undefined where nothing tells. */
function laterSql(entity: EntityName, {month, from, until, columns}: Span & {month: string}): string | undefined {
  if (entity === "control_totals") return columns.has("month") ? `month > ${literal(month)}` : undefined;
  const since = (lives[entity]?.since ?? []).filter((column) => columns.has(column));
  if (since.length === 0) return undefined;
  const moment =
    since.length === 1
      ? identifier(since[0]!)
      : `least(${since.map((column) => `cast(${identifier(column)} as timestamp)`).join(", ")})`;
  return `${moment} >= ${from} and ${moment} < ${until}`;
}

/** What empties later moments, and what is said of them. */
function laterChanges({entity, from, until, columns}: Span & {entity: EntityName}): Change[] {
  const {later = {}, outcome = {}} = lives[entity] ?? {};
  const emptied = (says: readonly string[]) => {
    const names = says.filter((name) => columns.has(name) && !(entity === "tickets" && name === "status"));
    return Object.fromEntries(names.map((name) => [name, "null"]));
  };
  const emptyings = [
    ...Object.entries(later).map(([moment, says]) => ({moment, set: emptied([moment, ...says])})),
    ...Object.entries(outcome).map(([moment, says]) => ({moment, set: emptied(says)})),
  ];
  const isLater = (moment: string) => `${identifier(moment)} >= ${from} and ${identifier(moment)} < ${until}`;
  return [
    // Before the moments go that say it.
    ...(entity === "tickets" && columns.has("status") ? statusChanges({columns, isLater}) : []),
    ...emptyings
      .filter(({moment, set}) => columns.has(moment) && Object.keys(set).length > 0)
      .map(({moment, set}) => ({set, where: isLater(moment)})),
  ];
}

/**
 * A customer who left later was there, and had stayed so many months less: that is told as of the export, or of the day of
 * leaving.
 */
function cardChanges({from, until, columns}: Span): Change[] {
  const hasLeft = columns.has("left_date");
  const end = hasLeft ? `least(left_date, ${until} - 1)` : `${until} - 1`;
  const stays = hasLeft ? `(left_date is null or left_date >= ${from})` : "true";
  const months = `greatest(date_diff('month', ${from} - 1, ${end}), 0)`;
  const set = {
    ...(columns.has("tenure_months") ? {tenure_months: `greatest(tenure_months - ${months}, 0)`} : {}),
    ...(columns.has("is_churned") && hasLeft
      ? {is_churned: `is_churned and not coalesce(left_date >= ${from} and left_date < ${until}, false)`}
      : {}),
  };
  return Object.keys(set).length > 0 ? [{set, where: stays}] : [];
}

/** A ticket that was closed later was solved, answered or new by then. */
function statusChanges({
  columns,
  isLater,
}: {
  columns: ReadonlySet<string>;
  isLater: (moment: string) => string;
}): Change[] {
  const steps = [
    ["closed_at", "closed"],
    ["solved_at", "solved"],
    ["first_replied_at", "in_progress"],
  ] as const;
  const there = steps.filter(([moment]) => columns.has(moment));
  const ends = there.filter(([moment]) => moment !== "first_replied_at");
  if (ends.length === 0) return [];
  const cases = there.map(
    ([moment, status]) => `when ${identifier(moment)} is not null and not (${isLater(moment)}) then ${literal(status)}`,
  );
  const where = `status in ('closed', 'solved') and (${ends.map(([moment]) => `coalesce(${isLater(moment)}, false)`).join(" or ")})`;
  return [{set: {status: `case ${cases.join(" ")} else 'open' end`}, where}];
}

const columnsOf = async (database: Database, table: string): Promise<ReadonlySet<string>> =>
  new Set((await database.rows(`describe ${identifier(table)}`)).map(({column_name}) => String(column_name)));

/** Rows of later records are set aside, with a note. */
function withLeft(
  account: ImportAccount,
  {month, left}: {month: string; left: Map<string, {rows: number; records: number}>},
): ImportAccount {
  const gone = left.get(`${account.table} ${account.file}`);
  if (!gone || account.rows_kept === 0) return account;
  // Sheets of one file share its name: each gives as many as it has.
  const [rows, records] = [Math.min(gone.rows, account.rows_kept), Math.min(gone.records, account.records)];
  left.set(`${account.table} ${account.file}`, {rows: gone.rows - rows, records: gone.records - records});
  if (rows === 0) return account;
  return {
    ...account,
    rows_kept: account.rows_kept - rows,
    rows_set_aside: account.rows_set_aside + rows,
    records: account.records - records,
    notes: [...account.notes, note("later", {rows, month})],
  };
}
