import type {Database} from "../database/database.js";
import {columnsOf, type EntityName, entityNames} from "../mapping/entities/entities.js";
import {note} from "../readers/intake/notes.js";
import type {FileNote} from "../readers/intake/types.js";

/** From this share of a table's customers on, that the list lacks them is no accident. */
const many = 0.5;

/** An id as it would read had no system put it into a form of its own: 000123, 123.0 and k-7 beside K-7. */
const bare = (id: string): string => `lower(regexp_replace(regexp_replace(${id}, '[.]0+$', ''), '^0+', ''))`;

/**
 * Records whose customers the customer list does not know belong to no region and no segment. Said where that is most
 * customers of a table, and wherever the two only write one id differently.
 */
export async function unknownCustomers(
  database: Database,
): Promise<readonly {readonly source: string; readonly entity: EntityName; readonly note: FileNote}[]> {
  const [known] = await database.rows("select count(customer_id) as n from all_customers");
  if (Number(known?.n) === 0) return [];
  const others = entityNames.filter((entity) => entity !== "customers" && "customer_id" in columnsOf(entity));
  const said = await Promise.all(others.map((entity) => unknownOf(database, entity)));
  return said.flat();
}

async function unknownOf(database: Database, entity: EntityName) {
  const rows = await database.rows(
    `with ids as (
       select _source as source, customer_id, count(*) as n from all_${entity} where customer_id is not null group by all
     ), listed as (
       select ${bare("customer_id")} as bare_id, min(customer_id) as customer_id from all_customers group by all
     ), judged as (
       select ids.*, all_customers.customer_id is null as is_unknown, listed.customer_id as alike
       from ids
       left join all_customers on all_customers.customer_id = ids.customer_id
       left join listed on listed.bare_id = ${bare("ids.customer_id")}
     )
     select source, count(*) as ids, count(*) filter (is_unknown) as unknown, cast(sum(n) filter (is_unknown) as bigint) as records,
       count(*) filter (is_unknown and alike is not null) as alike_ids,
       min(customer_id) filter (is_unknown and alike is not null) as alike_example,
       arg_min(alike, customer_id) filter (is_unknown and alike is not null) as listed_example,
       min(customer_id) filter (is_unknown) as example
     from judged group by source order by source`,
  );
  return rows.flatMap(({source, ids, unknown, records, alike_ids, ...example}) => {
    const say = (filled: FileNote) => [{source: String(source), entity, note: filled}];
    const counts = {rows: Number(records ?? 0), ids: Number(unknown)};
    if (Number(alike_ids) > 0)
      return say(
        note("customers_spelled", {
          ...counts,
          count: Number(alike_ids),
          here: String(example.alike_example),
          there: String(example.listed_example),
        }),
      );
    if (Number(unknown) < many * Number(ids)) return [];
    return say(note("customers_unknown", {...counts, example: String(example.example)}));
  });
}
