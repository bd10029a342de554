import {columnsOf, type EntityName, entities} from "../../mapping/entities/entities.js";
import type {ColumnProfile} from "../cells/profile.js";
import {meaningsOf} from "../words/columns.js";
import {conceptsOf, foldWord} from "../words/phrase.js";
import {cellFit} from "./cell-fit.js";
import type {ProposedColumn} from "./shape.js";

/**
 * Which header is which column of an entity: the surest pairs first, each header and each column once.
 * @param taken headers that are not to be used
 */
export function assign(
  entity: EntityName,
  {profiles, rows, taken = new Set()}: {profiles: readonly ColumnProfile[]; rows: number; taken?: ReadonlySet<string>},
): ProposedColumn[] {
  const known = columnsOf(entity);
  const {key}: {readonly key: readonly string[]} = entities[entity];
  const pairs = profiles
    .filter(({header}) => !taken.has(header))
    .flatMap((profile) =>
      meaningsOf(entity, profile.header)
        .filter(({column}) => column in known && !known[column]!.keyOf)
        .map(({column, confidence: name}) => {
          const value = cellFit(profile, {entity, column, rows});
          const isKey = key.includes(column) && known[column]!.type === "id";
          // a key is told by being unique more than by its name
          const unique = isKey ? 0.85 + 0.15 * Math.min(1, profile.distinct / Math.max(1, rows)) : 1;
          const filled = 0.98 + 0.02 * Math.min(1, profile.filled / Math.max(1, rows));
          return {column, profile, confidence: value === 0 ? 0 : name * (0.5 + 0.5 * value) * unique * filled};
        }),
    )
    .filter(({column, profile, confidence}) => confidence >= 0.45 && !isNameForId(column, profile))
    .sort((a, b) => b.confidence - a.confidence);
  const found = new Map<string, ProposedColumn>();
  const used = new Set<string>();
  for (const pair of pairs) {
    if (found.has(pair.column) || used.has(pair.profile.header)) continue;
    found.set(pair.column, pair);
    used.add(pair.profile.header);
  }
  const order = Object.keys(known);
  return [...found.values()]
    .map((column) => withClock(column, {entity, profiles, used}))
    .sort((a, b) => order.indexOf(a.column) - order.indexOf(b.column));
}

/** "Customer" over names is no customer's id. */
const isNameForId = (column: string, {header, digits, filled}: ColumnProfile): boolean =>
  column === "customer_id" && filled > 0 && digits < 0.5 && !/(^|\+)id(\+|$)/.test(conceptsOf(header));

/** The clock time that belongs to a date: called like it, or the only one called "time". */
function withClock(
  column: ProposedColumn,
  {entity, profiles, used}: {entity: EntityName; profiles: readonly ColumnProfile[]; used: Set<string>},
): ProposedColumn {
  const {profile} = column;
  if (columnsOf(entity)[column.column]!.type !== "timestamp" || profile.sampled.some((text) => text.includes(":")))
    return column;
  const clocks = profiles.filter(
    (other) =>
      other.clocks === 1 &&
      !used.has(other.header) &&
      /time|clock|时间|时刻/i.test(other.header) &&
      !/duration|talk|wait|length|时长/i.test(other.header),
  );
  const like = clocks.find((other) => conceptsOf(other.header) === conceptsOf(profile.header));
  const plain = clocks.find((other) => /^(time|clock|时间|时刻)$/.test(foldWord(other.header)));
  const clock =
    like ?? (["created_at", "called_at", "ordered_at", "answered_at"].includes(column.column) ? plain : undefined);
  if (!clock) return column;
  used.add(clock.header);
  return {...column, clock};
}
