import {basename, dirname} from "node:path";
import type {Bilingual} from "../../src/words/language.js";
import type {Database} from "../database/database.js";
import {identifier} from "../database/sql-text.js";
import {ReportError} from "../messages/errors.js";
import type {ReadOptions} from "../readers/intake/types.js";
import {endingOf, isAlike, patternsOf} from "./group.js";
import {type LookedTable, lookAt} from "./look.js";
import {type KnownSystem, readKnownSystems} from "./tables/known.js";
import {type Proposal, propose} from "./tables/propose.js";
import {withoutOverlaps} from "./writing/overlap.js";
import {type PlannedTable, planTable} from "./writing/plan.js";
import {verify} from "./writing/verify.js";
import type {PlannedFile} from "./writing/yaml.js";

/** What the files of one shape were found to be. */
export interface MappedFile extends PlannedFile {
  readonly paths: readonly string[];
  readonly looked: LookedTable;
  readonly proposal: Proposal;
}

/**
 * Looks at foreign exports and plans one mapping for them: files of one shape under one pattern, every sheet of a
 * workbook, and every table that a file also is.
 * @param nameOf what a file is called in the mapping; defaults to its name without the folder
 * @throws ReportError where a file cannot be read
 */
export async function mapExports(
  database: Database,
  paths: readonly string[],
  {nameOf = basename, zone = "Asia/Shanghai"}: {nameOf?: (path: string) => string; zone?: string} = {},
): Promise<MappedFile[]> {
  const systems = readKnownSystems();
  // whether the cells read is all that is asked here; nothing of them is shown
  await database.run("create or replace macro may_be_personal(value) as false");
  await database.run("create or replace macro scrub_text(value, place, glued) as value");
  const looked: LookedTable[] = [];
  for (const path of paths)
    looked.push(...(await sheetsOf(database, {path, name: nameOf(path), place: looked.length})));
  const groups = groupAlike(looked);
  const made: MappedFile[] = [];
  for (const group of groups) {
    const table = group.length === 1 ? group[0]! : await together(database, group, made.length);
    const names = table.files.map(({name}) => name);
    const folder = table.files[0]!.path.slice(0, table.files[0]!.path.length - names[0]!.length) || ".";
    const others = looked.flatMap(({files}) => files.map(({name}) => name)).filter((name) => !names.includes(name));
    const files = patternsOf(names, {
      others,
      folder: names[0] === basename(names[0]!) ? dirname(table.files[0]!.path) : folder,
    });
    made.push(await planFile(database, {table, files, zone, systems}));
  }
  return kept(database, made);
}

/** What would count records twice is put aside; something is left to be read. */
async function kept(database: Database, files: readonly MappedFile[]): Promise<MappedFile[]> {
  const placed = files.flatMap(({tables, looked}) => tables.map((table) => ({table, raw: looked.table})));
  const apart = await withoutOverlaps(database, placed);
  const made = files.map((file) => ({...file, tables: apart.splice(0, file.tables.length)}));
  if (made.some(({tables}) => tables.some(({isSure}) => isSure))) return made;
  // a mapping needs one table: the likeliest, though none of its columns is sure
  return made.map((file, index) => {
    if (index > 0) return file;
    const [first = bareTable(file), ...others] = file.tables;
    return {...file, tables: [{...first, isSure: true}, ...others]};
  });
}

const bareTable = ({files, looked}: MappedFile): PlannedTable =>
  planTable(
    {entity: "tickets", columns: [], items: [], constants: {}, notes: []},
    {files, reading: readingOf(looked), isMain: true},
  );

const readingOf = ({options}: LookedTable) =>
  Object.fromEntries(Object.entries(options).filter(([, value]) => value !== undefined));

async function planFile(
  database: Database,
  {
    table,
    files,
    zone,
    systems,
  }: {table: LookedTable; files: readonly string[]; zone: string; systems: readonly KnownSystem[]},
): Promise<MappedFile> {
  const {profiles, rows, accounts} = table;
  const name = `${files.join(" ")} ${accounts[0]?.sheet ?? ""}`;
  const proposal = propose({profiles, rows, name, ...(table.texts && {texts: table.texts})}, systems);
  const reading = readingOf(table);
  const rawColumns = profiles.map(({header}) => header);
  const tables = [];
  for (const [index, each] of proposal.tables.entries())
    tables.push(
      await verify(database, planTable(each, {files, reading, isMain: index === 0}), {
        raw: table.table,
        rawColumns,
        rows,
        zone,
      }),
    );
  const notes: Bilingual[] = tables.length > 0 ? [] : [unknownRecords];
  return {
    files,
    accounts,
    tables,
    left: proposal.left,
    notes,
    paths: table.files.map(({path}) => path),
    looked: table,
    proposal,
  };
}

const unknownRecords: Bilingual = {
  zh: "看不出这是什么记录：请把 entity 改成客户、工单、通话、问卷、订单……之一，再写上列名",
  en: "what these records are cannot be told: name the entity (customers, tickets, calls, surveys, orders …) and its columns",
};

/** Every sheet of a workbook that holds a table; one table of any other file. */
async function sheetsOf(
  database: Database,
  {path, name, place}: {path: string; name: string; place: number},
): Promise<LookedTable[]> {
  const files = [{path, name}];
  const first = await lookTwice(database, {table: `raw_${place}`, files, options: {}});
  const isOne = !first.accounts.some(({notes}) => notes.some(({code}) => code === "other_sheets"));
  if (isOne) return [first];
  const sheets: LookedTable[] = [];
  for (let sheet = 1; sheet <= 40; sheet++) {
    try {
      const found = await lookTwice(database, {
        table: `raw_${place + sheets.length}_${sheet}`,
        files,
        options: {sheet},
      });
      const {sheet: called} = found.accounts[0]!;
      if (isTable(found)) sheets.push({...found, options: {...found.options, ...(called && {sheet: called})}});
    } catch (error) {
      if (error instanceof ReportError && error.code === "no_such_sheet") break;
      if (!(error instanceof ReportError)) throw error;
    }
  }
  return sheets.length > 0 ? sheets : [first];
}

/** A sheet of notes or a pivot is no table of records. */
const isTable = ({rows, profiles}: LookedTable): boolean =>
  rows >= 2 &&
  !profiles.some(({header}) => /^(count|sum|average|min|max) of |^(计数项|求和项|平均值项)[:：]/i.test(header)) &&
  profiles.filter(({header, filled}) => filled > rows / 2 && !/^c\d+$/.test(header)).length >= 2;

/**
 * A header of several lines: where the first names every column, the others tell what a column asks; where it does not,
 * all of them together are the names.
 */
async function lookTwice(
  database: Database,
  {table, files, options}: {table: string; files: LookedTable["files"]; options: ReadOptions},
): Promise<LookedTable> {
  const once = await lookAt(database, {table, files, options});
  const said = once.accounts.flatMap(({notes}) => notes).find(({code}) => code === "second_header");
  if (!said) return once;
  const lines = Number(/header_rows: (\d)/.exec(said.en)?.[1] ?? 2);
  const whole = await lookAt(database, {table: `${table}_b`, files, options: {...options, header_rows: lines}});
  const isNamed = once.profiles.every(({header}) => !/^c\d+$/.test(header));
  if (!isNamed || whole.profiles.length !== once.profiles.length) return whole;
  await database.run(`drop table ${identifier(whole.table)}`);
  const texts = once.profiles.map(({header}, place) => {
    const [, ...rest] = whole.profiles[place]!.header.split(" / ");
    return [header, rest.find((part) => !part.startsWith("{")) ?? header] as const;
  });
  return {...once, texts: new Map(texts)};
}

function groupAlike(looked: readonly LookedTable[]): LookedTable[][] {
  const groups: LookedTable[][] = [];
  for (const table of looked) {
    const headers = (each: LookedTable) => each.profiles.map(({header}) => header);
    const group = groups.find(
      ([first]) =>
        endingOf(first!.files[0]!.path) === endingOf(table.files[0]!.path) &&
        first!.options.sheet === table.options.sheet &&
        isAlike(headers(first!), headers(table)),
    );
    if (group) group.push(table);
    else groups.push([table]);
  }
  return groups;
}

/** Files of one shape, looked at as one table. */
async function together(database: Database, group: readonly LookedTable[], place: number): Promise<LookedTable> {
  const [first] = group;
  const files = group.flatMap((each) => each.files);
  const made = await lookAt(database, {table: `raw_group_${place}`, files, options: first!.options});
  for (const {table} of group) await database.run(`drop table if exists ${identifier(table)}`);
  return made;
}
