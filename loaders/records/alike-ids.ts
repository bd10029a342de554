import type {Database} from "../database/database.js";
import {identifier} from "../database/sql-text.js";
import {columnsOf, type Entity, type EntityName, entities, entityNames} from "../mapping/entities/entities.js";
import {note} from "../readers/intake/notes.js";
import type {FileNote} from "../readers/intake/types.js";

/** The records of one table: what makes them, and whose they are. */
export interface SourceSelect {
  readonly source: string;
  readonly select: string;
}

/** Columns that name a record of an entity besides its key, and what else such a name is called. */
const alsoNames: Readonly<Partial<Record<EntityName, readonly string[]>>> = {orders: ["order_id"]};
const references: Readonly<Record<string, readonly string[]>> = {call_id: ["call_id", "contact_id"]};

/**
 * Two systems may number their records alike: where an id stands in two sources it names two records. There ids are told
 * apart by their source, in the records and in what refers to them within the source. Customers are the same everywhere.
 */
export async function tellIdsApart(
  database: Database,
  selects: ReadonlyMap<EntityName, readonly SourceSelect[]>,
): Promise<{
  readonly selects: ReadonlyMap<EntityName, readonly SourceSelect[]>;
  readonly said: readonly {readonly source: string; readonly entity: EntityName; readonly note: FileNote}[];
}> {
  const marked = new Map<string, Set<string>>();
  const said: {source: string; entity: EntityName; note: FileNote}[] = [];
  for (const entity of entityNames)
    for (const name of idsOf(entity)) {
      const found = await sharedIds(database, {name, tables: selects.get(entity) ?? []});
      if (found === undefined) continue;
      for (const source of found.sources) {
        marked.set(source, new Set([...(marked.get(source) ?? []), ...(references[name] ?? [name])]));
        const others = found.sources.filter((each) => each !== source).join(", ");
        said.push({source, entity, note: note("alike_ids", {count: found.count, others, column: name})});
      }
    }
  const told = [...selects].map(([entity, tables]) => {
    const own = tables.map(({source, select}) => ({
      source,
      select: withSource(select, {entity, names: [...(marked.get(source) ?? [])]}),
    }));
    return [entity, own] as const;
  });
  return {selects: new Map(told), said};
}

function idsOf(entity: EntityName): readonly string[] {
  if (entity === "customers") return [];
  const {key}: Entity = entities[entity];
  return [...key.filter((name) => columnsOf(entity)[name]?.type === "id").slice(0, 1), ...(alsoNames[entity] ?? [])];
}

async function sharedIds(
  database: Database,
  {name, tables}: {name: string; tables: readonly SourceSelect[]},
): Promise<{count: number; sources: readonly string[]} | undefined> {
  const sources = [...new Set(tables.map(({source}) => source))];
  if (sources.length < 2) return undefined;
  const id = identifier(name);
  const union = tables
    .map(({select}) => `select _source, ${id} from (${select}) as records where ${id} is not null`)
    .join("\nunion all\n");
  const rows = await database.rows(
    `with shared as (
      select ${id} as id from (${union}) as named group by ${id} having count(distinct _source) > 1
    )
    select _source as source, (select count(*) from shared) as ids
    from (${union}) as named where ${id} in (select id from shared) group by _source order by _source`,
  );
  if (rows.length === 0) return undefined;
  return {count: Number(rows[0]?.ids), sources: rows.map(({source}) => String(source))};
}

function withSource(select: string, {entity, names}: {entity: EntityName; names: readonly string[]}): string {
  const own = names.filter((name) => name in columnsOf(entity));
  if (own.length === 0) return select;
  const list = own.map((name) => `_source || ':' || ${identifier(name)} as ${identifier(name)}`);
  return `select * replace (${list.join(", ")}) from (${select}) as records`;
}
