import type {Database} from "../../database/database.js";
import {identifier, literal} from "../../database/sql-text.js";
import {type Entity, type EntityName, entities} from "../../mapping/entities/entities.js";

/**
 * Takes out records without a key, and of those that share one all but the last, in the order of file names and rows.
 * @param returned files of rejected rows that were corrected and dropped in again: their records go before all others
 */
export async function rejectRecords(
  database: Database,
  {
    base,
    source,
    entity,
    fold,
    returned,
  }: {base: string; source: string; entity: EntityName; fold: boolean; returned: readonly string[]},
): Promise<void> {
  const {key: names, optionalKey = []}: Entity = entities[entity];
  const key = names.map(identifier);
  const reject = (reason: string, value: string, condition: string) =>
    `insert into rejects select distinct ${literal(source)}, ${literal(entity)}, _file, _row, ${literal(entities[entity].key.join(" + "))}, ${value}, ${literal(reason)}, 'row', null from ${base} where ${condition}`;
  const needed = key.filter((_, at) => !optionalKey.includes(names[at] ?? ""));
  const noKey = `(${needed.map((name) => `${name} is null`).join(" or ")})`;
  const shown = key.map((name) => `coalesce(cast(${name} as varchar), '')`).join(" || ' · ' || ");
  await database.run(reject("missing_key", shown, noKey));
  await database.run(`delete from ${base} where ${noKey}`);
  if (fold) return;
  const identity = key.join(", ");
  const [count] = await database.rows(`select count(*) - count(distinct (${identity})) as duplicates from ${base}`);
  if (Number(count?.duplicates) === 0) return;
  const corrected = returned.length > 0 ? `_file in (${returned.map(literal).join(", ")}) desc, ` : "";
  const superseded = `(_file, _row) in (select (_file, _row) from (select _file, _row, row_number() over (partition by ${identity} order by ${corrected}_file desc, _row desc) as place from ${base}) as ranked where place > 1)`;
  await database.run(reject("duplicate_key", shown, superseded));
  await database.run(`delete from ${base} where ${superseded}`);
}
