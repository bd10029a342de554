import {type EntityName, entityNames} from "../../mapping/entities/entities.js";
import type {ColumnProfile} from "../cells/profile.js";
import {assign} from "./assign.js";
import {dimensionsOf} from "./dimensions.js";
import {evidence} from "./evidence.js";
import {itemsOf} from "./items.js";
import {type KnownSystem, knownTables, recognise} from "./known.js";
import {finishPrimary} from "./primary.js";
import {secondTables} from "./second.js";
import {
  columnOf,
  headersOf,
  type ProposedColumn,
  type ProposedItem,
  type ProposedTable,
  type Shape,
  sureEnough,
} from "./shape.js";

export interface Proposal {
  /** The system whose export it is, where it is a known one. */
  readonly system?: KnownSystem;
  /** The table the file is, and the tables it also is; empty where nothing is known of it. */
  readonly tables: readonly ProposedTable[];
  /** Headers that found no column. */
  readonly left: readonly ColumnProfile[];
}

/** Below this nothing is said about what the records are. */
const leastEvidence = 2;

/**
 * Proposes which records a table holds and which header is which of their columns, from names and values. A table may be
 * several: a help desk's export with a satisfaction column is also a survey.
 * @param systems the systems whose exports are known; defaults to none
 * @example propose({profiles, rows: 100, name: "tickets.csv"}).tables[0] // {entity: "tickets", columns: […]}
 */
export function propose(shape: Shape, systems: readonly KnownSystem[] = []): Proposal {
  const headers = shape.profiles.map(({header}) => header);
  const system = recognise(systems, headers);
  const [known, ...others] = system ? knownTables(system, shape) : [];
  if (system && known) {
    const second = secondTables(known, shape).filter(
      ({entity}) => !others.some((other) => other.entity === entity) && entity !== known.entity,
    );
    return {system, ...withLeft(linked(known, [...others, ...second]), shape)};
  }
  const best = bestEntity(shape);
  if (!best) return {tables: [], left: shape.profiles};
  const primary = withDimensions(finishPrimary(best, shape), shape);
  const tables = linked(primary, secondTables(primary, shape));
  return withLeft(tables, shape);
}

function withLeft(tables: readonly ProposedTable[], {profiles}: Shape): Pick<Proposal, "tables" | "left"> {
  const used = new Set(tables.flatMap(headersOf));
  return {tables, left: profiles.filter(({header}) => !used.has(header))};
}

/** Who answered is known by the answer's number: both tables must say so. */
function linked(primary: ProposedTable, second: readonly ProposedTable[]): ProposedTable[] {
  const cards = second.find(({entity}) => entity === "customers");
  const id = cards && columnOf(cards.columns, "customer_id");
  if (!id || columnOf(primary.columns, "customer_id")) return [primary, ...second];
  const others = primary.columns.filter(({column}) => column !== "customer_id");
  return [{...primary, columns: [...others.slice(0, 1), id, ...others.slice(1)]}, ...second];
}

/** A case, an activity and a time, and several lines to a case. */
function isLog(columns: readonly ProposedColumn[], rows: number): boolean {
  const [id, event, at] = ["ticket_id", "event", "event_at"].map((name) => columnOf(columns, name));
  return id !== undefined && event !== undefined && at !== undefined && id.profile.distinct <= 0.8 * rows;
}

/** A card index keeps what sorts its customers, also where that stands in another table too (the contract). */
function withDimensions(table: ProposedTable, shape: Shape): ProposedTable {
  if (table.entity !== "customers") return table;
  const taken = new Set(
    table.columns.filter(({confidence}) => confidence >= sureEnough).map(({profile}) => profile.header),
  );
  return {...table, columns: [...table.columns, ...dimensionsOf(shape, {taken})]};
}

function bestEntity(
  shape: Shape,
): {entity: EntityName; columns: readonly ProposedColumn[]; items: readonly ProposedItem[]; score: number} | undefined {
  const {profiles, rows, name, texts} = shape;
  const candidates = entityNames.map((entity) => {
    const columns = assign(entity, {profiles, rows});
    const score = evidence(entity, {columns, rows, name});
    if (entity !== "surveys") return {entity, columns, items: [], score};
    const keep = columns.filter(({confidence, column}) => confidence >= sureEnough && column !== "score");
    const taken = new Set(keep.map(({profile}) => profile.header));
    const items = itemsOf(profiles, {taken, score: columnOf(columns, "score")?.profile, ...(texts && {texts})});
    return {entity, columns, items, score: score + askedEvidence(items, columns)};
  });
  const log = candidates.find(({entity, columns}) => entity === "ticket_events" && isLog(columns, rows));
  const best = log ?? candidates.reduce((one, other) => (other.score > one.score ? other : one));
  return best.score >= leastEvidence ? best : undefined;
}

/** Questions speak for a survey, those put as a question most; one that is the score already is counted as such. */
function askedEvidence(items: readonly ProposedItem[], columns: readonly ProposedColumn[]): number {
  const score = columnOf(columns, "score")?.profile;
  const own = items.filter(({profile}) => profile !== score);
  const isPut = items.some(({text}) => /[?？]$|^\d+[、.．]/u.test(text.trim()));
  return (own.length >= 3 ? 4 : 1.2 * own.filter(({isSure}) => isSure).length) + (isPut ? 2.5 : 0);
}
