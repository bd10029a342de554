import {cpSync, mkdirSync, readFileSync, writeFileSync} from "node:fs";
import {dirname, join} from "node:path";
import {globSync} from "tinyglobby";
import {columnsOf, entities} from "../../loaders/mapping/entities/entities.js";
import type {TableMapping} from "../../loaders/mapping/mapping.js";
import {readReportFolder} from "../../loaders/report/folder.js";
import {personalKindIds} from "../../src/words/personal-kinds.js";
import {type ExportTable, type Line, readExport, writeExport} from "./export-tables.js";
import {type Planted, planted} from "./planted.js";

/** Rows of each kind with the same value in a column: more than any rule for few hides. */
const alike = 12;

const byKind = personalKindIds.map((kind) => planted.filter((each) => each.kind === kind));
/** One of each kind, in other words each time. */
const oneOfEach = (at: number): string => byKind.map((own) => own[at % own.length]!.text).join("，");

/** Values that were written, by what they were written into. */
export interface PlantedReport {
  readonly columns: ReadonlySet<string>;
  readonly values: number;
}

/**
 * A smaller copy of a report folder into which every kind of personal data is written: into every text column a
 * dozen times, so that nothing is too rare to be shown; into ids; into cells that should be numbers, dates or codes; into
 * columns that no mapping reads, headers, lines above them, broken lines, names of files and sheets.
 *
 * @param every of the customers one in so many stays
 */
export async function plantReport(
  from: string,
  to: string,
  {every = 5, languages}: {every?: number; languages?: readonly string[]} = {},
): Promise<PlantedReport> {
  cpSync(from, to, {
    recursive: true,
    filter: (path) => !/[\\/](exports|history)([\\/]|$)/.test(path.slice(from.length)),
  });
  const settings = readFileSync(join(from, "report.yaml"), "utf8");
  writeFileSync(
    join(to, "report.yaml"),
    settings
      .replace(/reject_limit: .*/, "reject_limit: 1")
      .replace(/languages: .*/, (said) => (languages ? `languages: [${languages.join(", ")}]` : said)),
  );
  const crm = readFileSync(join(from, "mappings", "crm.yaml"), "utf8");
  writeFileSync(join(to, "mappings", "crm.yaml"), crm.replaceAll(/^\s+encoding: gb18030\n/gm, ""));
  const seen = {columns: new Set<string>(), values: 0};
  let at = 0;
  for (const {source, tables} of readReportFolder(from).mappings)
    for (const mapping of tables) {
      const patterns = mapping.files ?? [];
      for (const name of globSync(patterns, {cwd: join(from, "exports")}).sort()) {
        const table = await readExport(join(from, "exports", name), {above: mapping.skip_rows ?? 0});
        const made = plantTable(smaller(table, {every, mapping}), {
          mapping,
          at: at++,
          seen,
          place: `${source}.${mapping.entity}`,
        });
        const path = join(to, "exports", fileName(name, at));
        mkdirSync(dirname(path), {recursive: true});
        await writeExport(path, made);
      }
    }
  return seen;
}

/** Names of files that a pattern finds hold what a name of a file can hold. */
function fileName(name: string, at: number): string {
  const own = byKind.map((each) => each[at % each.length]!.text).filter((text) => !/[\\/:*?"<>|]/.test(text));
  return /(late|returned)_[^/]*\.csv$/.test(name) ? name.replace(/\.csv$/, `_${own.slice(0, 4).join("_")}.csv`) : name;
}

const headersOf = ({columns, items = {}}: TableMapping, wanted: (name: string) => boolean): string[] => [
  ...Object.entries(columns).flatMap(([name, {from = []}]) => (wanted(name) ? from : [])),
  ...(wanted("items") ? Object.values(items).flatMap(({from = []}) => from) : []),
];

function smaller(table: ExportTable, {every, mapping}: {every: number; mapping: TableMapping}): ExportTable {
  const whose = headersOf(mapping, (name) => name === "customer_id");
  const stays = (row: Line, at: number): boolean => {
    const customer = whose.map((header) => row[header]).find(Boolean);
    return (customer ? Number(customer.replace(/\D/g, "")) : at) % every === 0;
  };
  return table.rows.length < 200 ? table : {...table, rows: table.rows.filter(stays)};
}

function plantTable(
  table: ExportTable,
  {
    mapping,
    at,
    seen,
    place,
  }: {mapping: TableMapping; at: number; seen: {columns: Set<string>; values: number}; place: string},
): ExportTable {
  const known = columnsOf(mapping.entity);
  const of = (wanted: (name: string) => boolean) =>
    headersOf(mapping, wanted).filter((header) => table.headers.includes(header));
  const ids = of((name) => known[name]?.type === "id");
  const words = of((name) => known[name]?.values === undefined && ["text", "list"].includes(known[name]?.type ?? ""));
  const others = of(() => true).filter((header) => !ids.includes(header) && !words.includes(header));
  const keys = of(
    (name) => (entities[mapping.entity].key as readonly string[]).includes(name) && known[name]?.type === "id",
  );
  const unread = `附注 ${planted[at % planted.length]!.text}`;
  const base = (row: number): Line => table.rows[(row * 7) % table.rows.length]!;
  const put = (row: Line, headers: readonly string[], text: (column: number) => string): Line => {
    for (const header of headers) seen.columns.add(`${place}.${header}`);
    seen.values += headers.length;
    return {...row, ...Object.fromEntries(headers.map((header, column) => [header, text(column)])), [unread]: text(0)};
  };
  const fresh = (row: Line, number: number): Line => ({
    ...row,
    ...Object.fromEntries(keys.map((header) => [header, `${row[header]}P${number}`])),
  });
  const inWords = byKind.flatMap((own, kind) =>
    Array.from({length: alike}, (_, row) => {
      const number = kind * alike + row;
      return put(fresh(base(number), number), words, (column) =>
        said(own, {at: at + column, row, column: words[column]!}),
      );
    }),
  );
  const inIds = planted.map(({text}, row) => put(base(row), ids, () => text));
  const untyped = table.types ? [] : others;
  const inOthers = byKind.flatMap((own, kind) =>
    Array.from({length: 3}, (_, row) =>
      put(fresh(base(row), 9000 + kind * 3 + row), untyped, (column) =>
        unreadable(own[(at + row + column) % own.length]!.text, untyped[column]!),
      ),
    ),
  );
  return {
    ...table,
    headers: [...table.headers, unread],
    rows: [...table.rows, ...inWords, ...inIds, ...inOthers],
    above: (table.above ?? []).map((_, line) => `制表：${oneOfEach(at + line)}`),
    broken: brokenLines(table.headers.length, at),
    ...(table.sheet ? {sheet: "联系人李小娜13900001234"} : {}),
    ...(table.types ? {types: {...table.types, [unread]: "varchar"}} : {}),
  };
}

/** Digits alone are read as amounts, which they are where amounts stand; an age cannot be one. */
const unreadable = (text: string, column: string): string =>
  column === "年龄" || /[\p{Script=Han}a-z]/iu.test(text) ? text : `机${text}`;

const free = /客户原话|纪要|访谈记录|意见|标题|note|措施|内容/;

/** In free texts every spelling in turn within a sentence; elsewhere one spelling for all rows of a kind. */
const said = (own: readonly Planted[], {at, row, column}: {at: number; row: number; column: string}): string =>
  free.test(column) ? `客户说 ${own[(at + row) % own.length]!.text} 没有人回` : own[at % own.length]!.text;

/** Lines with too many cells, with too few, and with a quote that nothing ends. */
const brokenLines = (width: number, at: number): string[] =>
  byKind.flatMap((own, kind) => {
    const text = own[(at + kind) % own.length]!.text.replaceAll(/[",]/g, "");
    return [Array.from({length: width + 3}, () => text).join(","), `${text},${text}`];
  });
