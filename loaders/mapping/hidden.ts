import type {PersonalKindId} from "../../src/words/personal-kinds.js";
import {identifier, literal} from "../database/sql-text.js";
import {headerKind} from "../scan/personal/headers.js";
import {type Reading, typedSql} from "./cell-sql.js";
import {cellText, roleOf} from "./cell-text.js";
import {type Column, columnsOf} from "./entities/entities.js";
import type {BaseSource, Filled} from "./filled.js";
import {holdsWords} from "./items.js";
import type {ColumnMapping, TableMapping} from "./mapping.js";
import {firmSql} from "./privacy.js";
import {normalHeader} from "./spelling.js";

/** Columns of those who serve: their names are shown as they are. */
export const staff: ReadonlySet<string> = new Set([
  "actor",
  "agent",
  "caller",
  "collected_by",
  "contacted_by",
  "handler",
  "interviewer",
  "owner",
  "recorded_by",
  "salesperson",
  "team",
  "technician",
  "visitor",
]);

/** Free words, by which nothing is counted. */
const free: ReadonlySet<string> = new Set(["note", "label_zh", "label_en", "purpose"]);

/** Which of the texts of a row that are searched may hold what is personal, in their order; null where none may. */
export const mayBePersonal = identifier("personal~");

/** What the headings of a column say of it that the column itself does not; ids are judged by all tables together. */
export function headingKind(
  name: string,
  {column, headings}: {column: Column; headings: readonly string[]},
): PersonalKindId | undefined {
  if (!isText(column)) return undefined;
  const kind = headings.map(headerKind).find((found) => found !== undefined);
  return kind === "person_name" && staff.has(name) ? undefined : kind;
}

/** Whether a column of a row that cannot be read may hold a name or number of a person. */
export function isPersonalColumn(
  name: string,
  {column, heading}: {column: Column | undefined; heading: string},
): boolean {
  if (column?.personal !== undefined) return column.personal !== "verbatim";
  const kind = headerKind(heading);
  return kind !== undefined && !(kind === "person_name" && staff.has(name));
}

const isText = ({type, values}: Column): boolean => values === undefined && ["id", "text", "list"].includes(type);

/** Ids whose heading, in any table, names a kind of personal data: hidden whole in all of them. */
export function hiddenIds(tables: readonly TableMapping[]): ReadonlyMap<string, PersonalKindId> {
  const found = new Map<string, PersonalKindId>();
  for (const {entity, columns} of tables)
    for (const [name, {from = []}] of Object.entries(columns)) {
      const column = columnsOf(entity)[name];
      const kind = column?.type === "id" ? headingKind(name, {column, headings: from}) : undefined;
      if (kind) found.set(name, kind);
    }
  const customer = found.get("customer_id") ?? found.get("referred_by");
  return customer ? new Map([...found, ["customer_id", customer], ["referred_by", customer]]) : found;
}

/**
 * A text in which what is personal is masked: by its pattern, or whole where the heading says so. What is counted by
 * stays apart: a code of ten letters follows the mask.
 */
export function hide(
  filled: Filled,
  {column, mapping, table, source}: {column: Column; mapping: ColumnMapping; table: TableMapping; source: BaseSource},
): Filled {
  const {name, typed} = filled;
  if (!isText(column) || source.keep?.includes(name)) return filled;
  const headings = [...(mapping.from ?? []), ...(mapping.and ?? [])];
  const kind = column.type === "id" ? source.hiddenIds?.get(name) : headingKind(name, {column, headings});
  if (kind === "address") return {...filled, shown: `mask_address(${typed})`};
  if (kind) return {...filled, shown: `hide_whole(${typed}, ${literal(kind)}, ${placeSql(name, {table, source})})`};
  if (source.harmless?.has(name)) return filled;
  const by = free.has(name) ? "scrub_text" : staff.has(name) ? "hide_staff_text" : "hide_text";
  const reading = {column, mapping, zone: source.zone, hasWords: holdsWords(mapping, source)};
  return searched(filled, {by, table, source, ...(column.type === "list" ? {reading} : {})});
}

/**
 * A text that is masked where `mayBePersonal` says so: each of the texts that were glued together, then the whole, before
 * it is cut into several.
 */
export function searched(
  filled: Filled,
  {
    by,
    table,
    source,
    reading,
  }: {
    by: "scrub_text" | "hide_text" | "hide_staff_text";
    table: TableMapping;
    source: BaseSource;
    /** How a list is typed. */
    reading?: Reading;
  },
): Filled {
  const {name, typed, found, glued = []} = filled;
  const texts = glued.length === 0 ? "''" : gluedAlias(name);
  const masked = (text: string) => `${by}(${text}, ${placeSql(name, {table, source})}, ${texts})`;
  return {...filled, searchedBy: reading ? typedSql(found!, {...reading, hide: masked}) : masked(typed)};
}

/** What the texts that were glued together are called, before the columns are typed. */
export const gluedAlias = (name: string): string => identifier(`${name}~glued`);

/** A mapping of names: what is put before a name makes no firm of a person. */
export const bareName = ({prefix: _, ...mapping}: ColumnMapping): ColumnMapping => mapping;

/** Where a text stood, for counting. */
const placeSql = (name: string, {table, source}: {table: TableMapping; source: BaseSource}): string =>
  literal(`${source.source}.${table.entity}.${name}`);

/** The select of the names of persons in a raw table: customers that are no firms, and columns headed as names. */
export function personNamesSql(table: TableMapping, source: BaseSource): string | undefined {
  const {customer_name: name, customer_type: type} = table.columns;
  const mapped = new Map(
    Object.entries(table.columns).flatMap(([column, {from = []}]) =>
      from.map((header) => [normalHeader(header), column] as const),
    ),
  );
  const headed = source.rawColumns.filter(
    (header) =>
      headerKind(header) === "person_name" &&
      !["customer_name", ...staff].includes(mapped.get(normalHeader(header)) ?? ""),
  );
  const selects = headed.map((header) => `select trim(${identifier(header)}) as name from ${source.raw}`);
  if (name?.from && "customer_name" in columnsOf(table.entity)) {
    const value = `(${textOf(bareName(name), {column: columnsOf("customers").customer_name!, source})})`;
    const isFirm = type?.from && isFirmSql(`(${textOf(type, {column: {type: "text"}, source})})`, {type, source});
    selects.push(`select ${value} as name from ${source.raw} where not ${firmSql(value, isFirm)}`);
  }
  if (selects.length === 0) return undefined;
  return `select distinct name from (${selects.join(" union all ")}) as named where name <> ''`;
}

const textOf = (mapping: ColumnMapping, {column, source}: {column: Column; source: BaseSource}): string =>
  cellText(mapping, {column, role: roleOf(column), source});

/** Whether the type of a customer says that it is a firm. */
export const isFirmSql = (found: string, {type, source}: {type: ColumnMapping; source: BaseSource}): string =>
  `coalesce(${typedSql(found, {column: {type: "text"}, mapping: type, zone: source.zone})} = 'firm', false)`;
