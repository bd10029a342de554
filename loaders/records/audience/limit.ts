import type {Database} from "../../database/database.js";
import {identifier, literal} from "../../database/sql-text.js";
import {columnsOf, type EntityName, entityNames} from "../../mapping/entities/entities.js";
import type {Audience} from "../../report/audiences.js";
import type {Rules} from "../../report/rules.js";
import type {ImportAccount, Imported} from "../account.js";
import {ownColumn, recordKeys} from "./columns.js";

/** Records that are nobody's: days that the calendar of the company names, which say nothing of customers or staff. */
const shared: readonly EntityName[] = ["events"];

/** What refers to records of another kind, in the order of reading: those come first. */
const links: readonly (readonly [string, EntityName])[] = [
  ["ticket_id", "tickets"],
  ["call_id", "calls"],
  ["order_id", "orders"],
];

const order: readonly EntityName[] = [
  ...(["tickets", "orders", "calls"] as const),
  ...entityNames.filter((name) => !["tickets", "orders", "calls", "customers"].includes(name)),
];

/**
 * Takes out of the base tables what is not an audience's, so that nothing after can show it: a record goes with its
 * customer, else with the ticket, call or order that it names, else with its own column; what has none of these is left
 * out, and counted.
 *
 * @returns what was read, as if the files had held the audience's rows alone
 */
export async function limitRecords(database: Database, imported: Imported, audience: Audience): Promise<Imported> {
  await database.run(`create table audience_customers as ${customersSql(audience)}`);
  for (const entity of order) await database.run(verdictSql(entity, audience));
  if (recordKeys(audience).length > 0) await database.run(onlyNamed());
  const left = new Map<string, number>();
  for (const entity of order) {
    const rows = await database.rows(
      `select _source as source, _file as file, count(*) as rows from audience_${entity} where verdict is null group by all`,
    );
    for (const {source, file, rows: count} of rows) left.set(`${entity} ${source} ${file}`, Number(count));
  }
  for (const account of new Map(imported.accounts.map((each) => [each.table, each])).values())
    await database.run(takeOutSql(account.table, account));
  await database.run("delete from rejects");
  await clearCards(database, imported.accounts);
  return {
    // What is noted of a file quotes its lines.
    unmapped: imported.unmapped,
    accounts: await Promise.all(
      imported.accounts.map((account) => limitedAccount(database, account, {audience, left})),
    ),
  };
}

/** The rules without what they say of single customers who are others'. */
export async function ownRules(database: Database, rules: Rules): Promise<Rules> {
  const rows = await database.rows("select customer_id from audience_customers");
  const own = new Set(rows.map(({customer_id}) => String(customer_id)));
  const {overrides} = rules;
  if (!overrides) return rules;
  const kept = overrides.overrides.filter(({customer_id}) => own.has(customer_id));
  return {...rules, overrides: {...overrides, overrides: kept}};
}

/** Customers who match all that is said of customers. */
function customersSql({where}: Audience): string {
  const conditions = Object.entries(where).flatMap(([key, values]) => {
    const column = ownColumn("customers", key);
    if (column === undefined) return [];
    const list = values.map(literal).join(", ");
    return columnsOf("customers")[column]?.type === "list"
      ? [`list_has_any(${identifier(column)}, [${list}])`]
      : [`${identifier(column)} in (${list})`];
  });
  return `select distinct customer_id from all_customers where ${["customer_id is not null", ...conditions].join(" and ")}`;
}

/** audience_<entity>: one row per record, whether it is the audience's; null where nothing says whose it is. */
function verdictSql(entity: EntityName, audience: Audience): string {
  const columns = columnsOf(entity);
  const cases: string[] = [];
  const joins: string[] = [];
  const own = Object.entries(audience.where).map(([key, values]) => ({column: ownColumn(entity, key), values}));
  const matches = own.map(({column, values}) =>
    column ? `records.${identifier(column)} in (${values.map(literal).join(", ")})` : "null",
  );
  const isRecords = recordKeys(audience).length > 0;
  const byColumn = `when ${own.map(({column}) => (column ? `records.${identifier(column)} is not null` : "false")).join(" and ")} then ${matches.join(" and ")}`;
  if (isRecords) cases.push(byColumn);
  if ("customer_id" in columns && !isRecords) {
    joins.push(
      "left join (select distinct customer_id from all_customers) as known on known.customer_id = records.customer_id",
    );
    cases.push(
      "when known.customer_id is not null then records.customer_id in (select customer_id from audience_customers)",
    );
  }
  for (const [column, to] of links) {
    if (!(column in columns) || to === entity) continue;
    const name = `by_${column}`;
    joins.push(
      `left join (select id, bool_or(verdict) as verdict from audience_${to} group by id) as ${name} on ${name}.id = records.${identifier(column)}`,
    );
    cases.push(`when ${name}.verdict is not null then ${name}.verdict`);
  }
  if (!isRecords) cases.push(byColumn);
  const [id] = links.find(([, to]) => to === entity) ?? ["null::varchar"];
  const verdict = shared.includes(entity) ? "true" : `(case ${cases.join(" ")} end)::boolean`;
  const customer = "customer_id" in columns ? "records.customer_id" : "null::varchar";
  return `create table audience_${entity} as select records._source, records._file, records._row, ${id === "null::varchar" ? id : `records.${id}`} as id, ${customer} as customer_id, ${verdict} as verdict from all_${entity} as records ${joins.join(" ")}`;
}

/** Of customers an audience of records sees those whom its records name. */
const onlyNamed = (): string =>
  `delete from audience_customers where customer_id not in (${order
    .map((entity) => `select customer_id from audience_${entity} where verdict and customer_id is not null`)
    .join(" union all ")})`;

const takeOutSql = (table: string, {entity, source, row}: Pick<ImportAccount, "entity" | "source" | "row">): string =>
  entity === "customers"
    ? `delete from ${identifier(table)} where customer_id is null or customer_id not in (select customer_id from audience_customers)`
    : `delete from ${identifier(table)} where (_file, ${row}) not in (select (_file, _row) from audience_${entity} where verdict and _source = ${literal(source)})`;

/** Cards that were joined from several tables are a table of their own; who referred a customer may be another's. */
async function clearCards(database: Database, accounts: readonly ImportAccount[]): Promise<void> {
  const tables = accounts.filter(({entity}) => entity === "customers").map(({table}) => table);
  const [kind] = await database.rows(
    "select table_type as type from information_schema.tables where table_name = 'all_customers'",
  );
  if (kind?.type === "BASE TABLE") {
    await database.run(takeOutSql("all_customers", {entity: "customers", source: "", row: "_row"}));
    tables.push("all_customers");
  }
  for (const table of new Set(tables)) {
    const described = await database.rows(`describe ${identifier(table)}`);
    if (described.some(({column_name}) => column_name === "referred_by"))
      await database.run(
        `update ${identifier(table)} set referred_by = null where referred_by not in (select customer_id from audience_customers)`,
      );
  }
}

async function limitedAccount(
  database: Database,
  account: ImportAccount,
  {audience, left}: {audience: Audience; left: ReadonlyMap<string, number>},
): Promise<ImportAccount> {
  const [row] = await database.rows(
    `select count(*) as rows from ${identifier(account.table)} where _file = ${literal(account.file)}`,
  );
  const rows = Number(row?.rows ?? 0);
  const out = left.get(`${account.entity} ${account.source} ${account.file}`) ?? 0;
  const {zh, en} = audience.label;
  const note = {
    code: "audience",
    zh: `只数“${zh}”的记录${out > 0 ? `；${out} 条看不出是谁的，没有放进来` : ""}`,
    en: `only records of “${en}” are counted${out > 0 ? `; ${out} that do not say whose they are were left out` : ""}`,
  };
  return {
    ...account,
    rows_in: rows,
    rows_kept: rows,
    rows_rejected: 0,
    rows_set_aside: 0,
    rows_with_rejects: 0,
    records: rows,
    notes: [note],
  };
}
