import type {Database} from "../database/database.js";
import {literal} from "../database/sql-text.js";
import {columnsOf, type EntityName, entityNames} from "../mapping/entities/entities.js";
import {note} from "../readers/intake/notes.js";
import type {FileNote} from "../readers/intake/types.js";
import type {StayingRecords} from "./staying-shape.js";

/** From this share of a table's customers on, that the list lacks them is no accident. */
const many = 0.5;

/** An id as it would read had no system put it into a form of its own: 000123, 123.0 and k-7 beside K-7; most are so written. */
const bare = (id: string): string =>
  `lower(case when starts_with(${id}, '0') or contains(${id}, '.0') then regexp_replace(regexp_replace(${id}, '[.]0+$', ''), '^0+', '') else ${id} end)`;

/**
 * Records whose customers the customer list does not know belong to no region and no segment. Said where that is most
 * customers of a table, and wherever the two only write one id differently.
 */
export async function unknownCustomers(
  database: Database,
  staying?: StayingRecords,
): Promise<readonly {readonly source: string; readonly entity: EntityName; readonly note: FileNote}[]> {
  const [known] = await database.rows("select count(customer_id) as n from all_customers");
  if (Number(known?.n) === 0) return [];
  const others = entityNames.filter(
    (entity) => entity !== "customers" && entity !== staying?.entity && "customer_id" in columnsOf(entity),
  );
  const records = others.map(
    (entity) =>
      `select ${literal(entity)} as entity, _source as source, customer_id from all_${entity} where customer_id is not null`,
  );
  await database.run(
    `create or replace temp table unknown_customers as select entity, source, records.customer_id as customer_id, count(*) as n
     from (${records.join(" union all ")}) as records anti join all_customers on all_customers.customer_id = records.customer_id group by all`,
  );
  const lacking = await database.rows("select distinct entity from unknown_customers");
  const said = [];
  for (const entity of others)
    if (lacking.some((row) => row.entity === entity))
      said.push(...(await unknownOf(database, {entity, ...recordsHere(entity)})));
  await database.run("drop table unknown_customers");
  if (staying) said.push(...(await unknownThere(database, staying)));
  return said;
}

/** Where a kind of records tells of its customers: `source`, `customer_id`, and how many records `n`. */
interface Named {
  readonly unknown: string;
  readonly all: string;
}

const recordsHere = (entity: EntityName): Named => ({
  unknown: `select source, customer_id, n from unknown_customers where entity = ${literal(entity)}`,
  all: `select _source as source, count(distinct customer_id) as ids from all_${entity} group by all`,
});

/** Of records that stay in a cluster the customers' ids go there, and those that are not among them come back. */
async function unknownThere(database: Database, staying: StayingRecords) {
  const {source, unknown, ids} = await staying.customersBut(database, "all_customers");
  if (unknown.length === 0) return [];
  const rows = unknown.map(({id, records}) => `(${literal(source)}, ${literal(id)}, ${records})`);
  return unknownOf(database, {
    entity: staying.entity,
    unknown: `select * from (values ${rows.join(", ")}) as named(source, customer_id, n)`,
    all: `select ${literal(source)} as source, ${ids} as ids`,
  });
}

/** Ids are compared as they stand first: only those that the list lacks are looked for under another form. */
async function unknownOf(database: Database, {entity, unknown: named, all}: Named & {entity: EntityName}) {
  const rows = await database.rows(
    `with ids as (
       ${named}
     ), listed as (
       select ${bare("customer_id")} as bare_id, min(customer_id) as customer_id from all_customers group by all
     ), judged as (
       select ids.*, listed.customer_id as alike
       from ids left join listed on listed.bare_id = ${bare("ids.customer_id")}
     ), totals as (
       ${all}
     )
     select source, any_value(totals.ids) as ids, count(*) as unknown, cast(sum(n) as bigint) as records,
       count(alike) as alike_ids,
       min(customer_id) filter (alike is not null) as alike_example,
       arg_min(alike, customer_id) filter (alike is not null) as listed_example,
       min(customer_id) as example
     from judged inner join totals using (source) group by source order by source`,
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
