import {readdirSync, readFileSync} from "node:fs";
import {parse} from "yaml";
import type {Bilingual} from "../../../src/words/language.js";
import {type ColumnMapping, mappingSchema, type TableMapping} from "../../mapping/mapping.js";
import {foldWord} from "../words/phrase.js";
import {assign} from "./assign.js";
import {cellFit} from "./cell-fit.js";
import {itemsOf} from "./items.js";
import {finishPrimary} from "./primary.js";
import {type ProposedColumn, type ProposedTable, type Shape, sureEnough} from "./shape.js";

/** What the export of a known system is like: its mapping, and the headers that no other system's export has. */
export interface KnownSystem {
  readonly name: string;
  readonly label: Bilingual;
  readonly knownBy: ReadonlySet<string>;
  /** The same headers as they are written. */
  readonly written: readonly string[];
  readonly tables: readonly TableMapping[];
}

const presets = new URL("../presets/", import.meta.url);

/** The systems whose exports are known, by the mappings in presets/. */
export function readKnownSystems(): KnownSystem[] {
  return readdirSync(presets)
    .filter((file) => file.endsWith(".yaml"))
    .sort()
    .map((file) => {
      const {label, known_by, tables} = mappingSchema.parse(parse(readFileSync(new URL(file, presets), "utf8")));
      const written = known_by ?? [];
      return {name: file.replace(/\.yaml$/, ""), label, written, knownBy: new Set(written.map(plainHeader)), tables};
    });
}

/** A header as it is recognised: without what stands in brackets (a zone), the parts of a header of two lines. */
const plainHeader = (header: string): string =>
  foldWord(header.split(" / ")[0]!.replace(/\s*[(（][^)）]*[)）]\s*$/u, ""));

/**
 * The known system that made a file: one of whose own headers at least two stand there, with all that it needs.
 * A few columns more or less do not matter.
 * @example recognise(systems, ["Respondent ID", "Collector ID", "Start Date", "End Date", …])?.name // "surveymonkey"
 */
export function recognise(systems: readonly KnownSystem[], headers: readonly string[]): KnownSystem | undefined {
  const present = new Set(headers.map(plainHeader));
  const scored = systems.map((system) => {
    const own = [...system.knownBy].filter((header) => present.has(header)).length;
    const mapped = columnsIn(system.tables[0]!).filter(({from}) => hasOne(present, from));
    const lacks = columnsIn(system.tables[0]!).some(({from, required}) => required && !hasOne(present, from));
    return {
      system,
      own,
      mapped: mapped.length,
      isIt: own >= 2 && !lacks && mapped.length >= Math.min(2, columnsIn(system.tables[0]!).length),
    };
  });
  const [best] = scored.filter(({isIt}) => isIt).sort((a, b) => b.own - a.own || b.mapped - a.mapped);
  return best?.system;
}

const columnsIn = (table: TableMapping): ColumnMapping[] => Object.values(table.columns).filter(({from}) => from);
const hasOne = (present: ReadonlySet<string>, from: readonly string[] = []): boolean =>
  from.some((header) => present.has(plainHeader(header)));

/** The tables that a known system's mapping makes of a file; questions are found in the file itself. */
export function knownTables(system: KnownSystem, shape: Shape): ProposedTable[] {
  const tables = system.tables.map((table, index) => knownTable(table, {shape, isFirst: index === 0}));
  return tables.filter((table) => table !== undefined);
}

function knownTable(
  table: TableMapping,
  {shape, isFirst}: {shape: Shape; isFirst: boolean},
): ProposedTable | undefined {
  const {entity} = table;
  const {profiles, rows, texts} = shape;
  const columns = Object.entries(table.columns).flatMap(([column, mapping]) =>
    knownColumn(column, {mapping, table, shape}),
  );
  const named = new Set(columns.map(({profile}) => profile.header));
  // what the system's mapping does not name, as in any other file
  const more = isFirst
    ? assign(entity, {profiles, rows, taken: named}).filter(
        ({column, confidence}) =>
          confidence >= 0.9 && !columns.some((known) => known.column === column) && !isSurveyPart(column),
      )
    : [];
  const all = [...columns, ...more];
  const taken = new Set(all.filter(({confidence}) => confidence >= sureEnough).map(({profile}) => profile.header));
  const items = table.items ? itemsOf(profiles, {taken, ...(texts && {texts})}) : [];
  if (!isFirst && !columns.some(({column}) => !/_id$|_at$/.test(column))) return undefined;
  const constants = Object.fromEntries(
    Object.entries(table.columns).flatMap(([column, {value}]) => (value === undefined ? [] : [[column, value]])),
  );
  const finished = finishPrimary({entity, columns: all, items}, shape);
  return {
    ...finished,
    columns: finished.columns,
    items: table.items ? items : [],
    constants: {...(entity === "surveys" ? finished.constants : {}), ...table.defaults, ...constants},
  };
}

const isSurveyPart = (column: string): boolean => column === "score" || column === "item" || column === "question";

function knownColumn(
  column: string,
  {mapping, table, shape}: {mapping: ColumnMapping; table: TableMapping; shape: Shape},
): ProposedColumn[] {
  const {from, values, date, split, na, unit} = mapping;
  if (!from) return [];
  const profile = from
    .map((header) => shape.profiles.find((each) => plainHeader(each.header) === plainHeader(header) && each.filled > 0))
    .find((each) => each !== undefined);
  if (!profile) return [];
  const value = cellFit(profile, {entity: table.entity, column, rows: shape.rows});
  if (value === 0 && !values) return [];
  return [
    {
      column,
      profile,
      confidence: 0.99,
      known: {
        ...(values && {values}),
        ...(date && {date}),
        ...(split && {split}),
        ...(na.length > 0 && {na}),
        ...(unit !== undefined && {unit}),
      },
    },
  ];
}
