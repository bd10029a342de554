import {type ColumnType, columnsOf, type EntityName, entities, entityNames} from "../mapping/entities/entities.js";
import type {ColumnProfile} from "./column-profile.js";
import {foldWord, headerWords} from "./header-words.js";

export interface ProposedColumn {
  readonly column: string;
  readonly profile: ColumnProfile;
  /** 0 … 1: how sure we are. */
  readonly confidence: number;
}

export interface Proposal {
  readonly entity: EntityName;
  readonly confidence: number;
  readonly columns: readonly ProposedColumn[];
  /** Clock times that stand in a column of their own beside the date: our column → theirs. */
  readonly clocks: ReadonlyMap<string, ColumnProfile>;
  /** Headers that found no column. */
  readonly left: readonly ColumnProfile[];
}

/**
 * Proposes which entity a table is and which header is which of its columns, from names and values.
 * @example propose(profiles).columns[0] // {column: "ticket_id", confidence: 0.97, profile: {header: "工单编号", …}}
 */
export function propose(profiles: readonly ColumnProfile[]): Proposal {
  const proposals = entityNames.map((entity) => proposeFor(entity, profiles));
  return proposals.reduce((best, each) => (each.confidence > best.confidence ? each : best));
}

function proposeFor(entity: EntityName, profiles: readonly ColumnProfile[]): Proposal {
  const known = Object.entries(columnsOf(entity)).filter(([, column]) => !column.keyOf);
  const pairs = known
    .flatMap(([column, {type, values}]) =>
      profiles.map((profile) => ({
        column,
        profile,
        confidence: confidenceOf(column, {type, profile, few: values !== undefined}),
      })),
    )
    .filter(({confidence}) => confidence >= 0.45)
    .sort((a, b) => b.confidence - a.confidence);
  const columns = new Map<string, ProposedColumn>();
  const used = new Set<string>();
  for (const pair of pairs) {
    if (columns.has(pair.column) || used.has(pair.profile.header)) continue;
    columns.set(pair.column, pair);
    used.add(pair.profile.header);
  }
  const key = entities[entity].key as readonly string[];
  const sum = [...columns.values()].reduce(
    (total, {column, confidence}) => total + confidence * (key.includes(column) ? 2 : 1),
    0,
  );
  // a table is what its key says: an entity whose key is not found needs much else to speak for it
  const held = key.filter((column) => columns.has(column)).length / key.length;
  const confidence = (sum / (profiles.length + 2)) * (0.55 + 0.45 * held);
  const clocks = new Map<string, ColumnProfile>();
  for (const {column, profile} of columns.values()) {
    if (columnsOf(entity)[column]!.type !== "timestamp" || profile.samples.some((sample) => sample.includes(":")))
      continue;
    const clock = profiles.find(
      (other) => other.clocks === 1 && !used.has(other.header) && /time|时间|时刻/i.test(other.header),
    );
    if (!clock) continue;
    clocks.set(column, clock);
    used.add(clock.header);
  }
  const order = known.map(([column]) => column);
  return {
    entity,
    confidence: Math.min(1, confidence),
    clocks,
    columns: [...columns.values()].sort((a, b) => order.indexOf(a.column) - order.indexOf(b.column)),
    left: profiles.filter(({header}) => !used.has(header)),
  };
}

function confidenceOf(
  column: string,
  {type, profile, few}: {type: ColumnType; profile: ColumnProfile; few: boolean},
): number {
  const name = nameScore(column, profile.header);
  if (name === 0) return 0;
  // a column of few allowed values is not one of fifty different ones
  const value = few && profile.distinct > 20 ? 0 : valueScore(type, profile);
  return Math.min(0.99, name * (0.55 + 0.45 * value));
}

function nameScore(column: string, header: string): number {
  const folded = foldWord(header);
  if (foldWord(column) === folded) return 1;
  const words = (headerWords[column] ?? []).map(foldWord);
  if (words.includes(folded)) return 0.97;
  let best = 0;
  for (const word of words) {
    const isChinese = /\p{Script=Han}/u.test(word);
    if (word.length < (isChinese ? 2 : 4) || !folded.includes(word)) continue;
    best = Math.max(best, 0.5 + 0.4 * (word.length / folded.length));
  }
  return best;
}

/** How well the cells fit the type; blanks say nothing. */
function valueScore(type: ColumnType, profile: ColumnProfile): number {
  if (profile.filled === 0) return 0.3;
  switch (type) {
    case "date":
    case "timestamp":
      return profile.dates;
    case "integer":
    case "decimal":
      return Math.max(profile.numbers, profile.clocks);
    case "boolean":
      return profile.flags > 0.9 || profile.distinct <= 2 ? 1 : 0.2;
    case "id":
      return profile.dates > 0.5 ? 0 : Math.min(1, 0.5 + profile.distinct / profile.filled);
    default:
      return profile.dates > 0.9 ? 0.1 : profile.numbers > 0.95 && profile.distinct > 50 ? 0.4 : 1;
  }
}
