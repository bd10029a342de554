import {countSql, recordsColumn} from "../database/counted.js";
import type {Database, Row} from "../database/database.js";
import {cellText, roleOf} from "../mapping/cell-text.js";
import type {Column} from "../mapping/entities/entities.js";
import {columnsOf} from "../mapping/entities/entities.js";
import type {ColumnMapping, Mapping} from "../mapping/mapping.js";
import {cutText} from "../messages/cut.js";
import {ReportError, ReportErrors} from "../messages/errors.js";
import {note} from "../readers/intake/notes.js";
import type {Said} from "../readers/intake/types.js";
import {mappedPlace} from "../report/place.js";
import type {MonthCounts} from "./month-counts.js";
import type {ReadTable} from "./read-table-shape.js";

/** Records of a month from which an empty column says something. */
const enough = 10;

/** Columns that say what a record counts as: where they are empty a month counts none, which is no zero. */
const deciding: readonly string[] = ["ticket_type"];

/**
 * What a column no longer says: words that its values: leaves out, and months in which it is empty while others have it.
 * @throws ReportErrors `column_emptied` where the column says what the records count as
 */
export async function emptiedNotes(
  database: Database,
  read: ReadTable,
  {mappings, counted}: {mappings: readonly Mapping[]; counted: MonthCounts},
): Promise<Said[]> {
  const left = await wordsLeftOut(database, read);
  const months = emptiedMonths(read, {counted, short: new Set(left.map(({name}) => name))});
  const wrong = months.filter(({name}) => deciding.includes(name));
  if (wrong.length > 0) throw new ReportErrors(wrong.map((each) => emptied(each, {read, mappings, left})));
  return [
    ...left.map(({file, header, cells, words}) => ({
      file,
      note: note("words_left_out", {column: header, count: cells, words}),
    })),
    ...months.map(({file, header, empty}) => ({
      file,
      note: note("column_emptied", {column: header, months: empty.join(", ")}),
    })),
  ];
}

/** A column with a fixed set of values, and the words of the files that it drops. */
interface LeftOut {
  readonly name: string;
  readonly header: string;
  /** The first file that has them. */
  readonly file: string;
  readonly cells: number;
  readonly words: string;
}

async function wordsLeftOut(database: Database, {table, from}: ReadTable): Promise<LeftOut[]> {
  const found: LeftOut[] = [];
  const count = await countSql(database, from.raw);
  for (const [name, mapping] of Object.entries(table.columns)) {
    const column: Column | undefined = columnsOf(table.entity)[name];
    if (mapping.other !== "blank" || !mapping.from || !column?.values) continue;
    const text = (each: ColumnMapping) => cellText(each, {column, role: roleOf(column), source: from});
    const rows = await database.rows(
      `select word, ${count} as cells, min(file) as file from (
        select ${count === "count(*)" ? "" : `${recordsColumn}, `}_file as file, ${text({...mapping, other: "keep"})} as word, ${text(mapping)} as taken from ${from.raw}
      ) as cells where word is not null and taken is null group by all order by cells desc, word`,
    );
    if (rows.length === 0) continue;
    const shown = rows.slice(0, 5).map(({word, cells}) => `${cutText(String(word), 40)} (${cells})`);
    found.push({
      name,
      header: mapping.from.join(" / "),
      file: rows.map(({file}) => String(file)).sort()[0]!,
      cells: rows.reduce((sum, {cells}) => sum + Number(cells), 0),
      words: `${shown.join(", ")}${rows.length > 5 ? " …" : ""}`,
    });
  }
  return found;
}

interface Emptied {
  readonly name: string;
  readonly header: string;
  readonly file: string;
  readonly empty: readonly string[];
  readonly filled: readonly string[];
  readonly records: number;
  /** Of the records those without a value. */
  readonly without: number;
}

/**
 * Columns empty in all records of a month that others fill; of those that decide nothing, only months after a filled
 * one. Of a deciding column with words left out a tenth is enough, where another month has next to none.
 */
function emptiedMonths(
  {table}: ReadTable,
  {counted: {names, rows}, short}: {counted: MonthCounts; short: ReadonlySet<string> /** with words left out */},
): Emptied[] {
  const months = ofAllFiles(rows, ["records", ...names]).filter(
    ({month, records}) => month !== "" && Number(records) >= enough,
  );
  return names.flatMap((name) => {
    const [most, least] = deciding.includes(name) && short.has(name) ? [0.9, 0.98] : [0, 0.5];
    const share = (row: Row) => Number(row[name]) / Number(row.records);
    const filled = months.filter((row) => share(row) >= least);
    const first = String(filled[0]?.month);
    const isLate = ({month}: Row) => deciding.includes(name) || String(month) > first;
    const empty = months.filter((row) => share(row) <= most && isLate(row));
    if (filled.length === 0 || empty.length === 0) return [];
    return {
      name,
      header: table.columns[name]!.from!.join(" / "),
      file: String(empty[0]!.file),
      empty: empty.map(({month}) => String(month)),
      filled: filled.map(({month}) => String(month)),
      records: empty.reduce((sum, {records}) => sum + Number(records), 0),
      without: empty.reduce((sum, row) => sum + Number(row.records) - Number(row[name]), 0),
    };
  });
}

/** The files of each month together, in order of time. */
function ofAllFiles(rows: readonly Row[], counts: readonly string[]): Row[] {
  const months = new Map<string, Row>();
  for (const row of rows) {
    const other = months.get(String(row.month));
    const summed = counts.map((name) => [name, Number(row[name]) + Number(other?.[name] ?? 0)]);
    months.set(String(row.month), {...row, ...Object.fromEntries(summed), file: other?.file ?? row.file!});
  }
  return [...months.values()].sort((one, other) => (String(one.month) < String(other.month) ? -1 : 1));
}

function emptied(
  {name, header, file, empty, filled, records, without}: Emptied,
  {read, mappings, left}: {read: ReadTable; mappings: readonly Mapping[]; left: readonly LeftOut[]},
): ReportError {
  const {entity} = read.table;
  const place = mappedPlace(mappings, {source: read.source, entity, column: name});
  const at = `${file} → ${entity}`;
  const words = left.find((each) => each.name === name)?.words;
  const months = empty.length > 6 ? `${empty.slice(0, 6).join(", ")} …` : empty.join(", ");
  return new ReportError("column_emptied", place ? {zh: `${place.zh}（${at}）`, en: `${place.en} (${at})`} : at, {
    what: {
      zh: `“${header}”（${name}）在 ${months} 的 ${records} 条记录里有 ${without} 条没有值，别的月份有（如 ${filled.at(-1)}）；照此统计，它们哪一种都不算，月份之间的变化是假的。${words ? `values: 里没有的词：${words}。` : ""}`,
      en: `"${header}" (${name}) has no value in ${without} of ${records} record(s) of ${months}, while other months have it (such as ${filled.at(-1)}); they would count as no kind at all, and the change between months would be false.${words ? ` Words that values: leaves out: ${words}.` : ""}`,
    },
    fix: words
      ? {
          zh: "把这些词写进这一列的 values:，右边是它们的意思。",
          en: "put those words under values: of this column, with what they mean on the right.",
        }
      : {
          zh: `请系统重新导出，带上这一列；那几个月的记录若确实不分种类，把它们的文件另列一张表，写 defaults: {${name}: …}。`,
          en: `have the file exported again with this column filled; where those records really have no kind, give their files a table of their own with defaults: {${name}: …}.`,
        },
  });
}
