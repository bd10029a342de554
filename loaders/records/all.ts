import type {Database} from "../database/database.js";
import {identifier, literal} from "../database/sql-text.js";
import {sqlType} from "../mapping/cell-sql.js";
import {columnsOf, type EntityName} from "../mapping/entities/entities.js";
import {isOwnDimension} from "../mapping/mapping.js";

/** all_<entity>: the union of `bases`, selects of base tables; customers known to several tables become one card, column by column. */
export async function allRecordsSql(database: Database, entity: EntityName, bases: readonly string[]): Promise<string> {
  const view = `all_${entity}`;
  if (bases.length === 0) {
    const columns = Object.entries(columnsOf(entity)).map(
      ([name, column]) => `cast(null as ${sqlType(column)}) as ${identifier(name)}`,
    );
    return `create view ${view} as select cast(null as varchar) as _source, cast(null as varchar) as _file, cast(null as bigint) as _row, ${columns.join(", ")} where false`;
  }
  const union = bases.join("\nunion all by name\n");
  if (entity !== "customers" || bases.length === 1) return `create view ${view} as ${union}`;
  const described = await database.rows(`describe (${union})`);
  const merged = described
    .map((row) => String(row.column_name))
    .filter((name) => name !== "customer_id")
    .map((name) => `max(${identifier(name)}) as ${identifier(name)}`);
  return `create table ${view} as select customer_id, ${merged.join(", ")} from (${union}) as cards group by customer_id`;
}

/** own_dimensions: one row per customer and dim_<code> column of the report's own mappings. */
export async function ownDimensionsSql(database: Database): Promise<string> {
  const described = await database.rows("describe all_customers");
  const own = described.map((row) => String(row.column_name)).filter(isOwnDimension);
  const parts = own.map(
    (name) =>
      `select customer_id, ${literal(name.slice("dim_".length))} as dimension, ${identifier(name)} as member from all_customers where ${identifier(name)} is not null`,
  );
  return `create view own_dimensions as ${parts.length > 0 ? parts.join(" union all ") : "select cast(null as varchar) as customer_id, cast(null as varchar) as dimension, cast(null as varchar) as member where false"}`;
}
