import type {Database} from "../database/database.js";
import {identifier, literal} from "../database/sql-text.js";
import type {EntityName} from "../mapping/entities/entities.js";
import type {ImportAccount} from "../records/account.js";
import {combined, worstOf} from "./combine.js";
import type {MonthState} from "./judge.js";
import type {StreamMonths} from "./sources.js";

/** A need of the catalogue: "surveys", "tickets.promised_at", "surveys.question=csat". */
interface Need {
  readonly entity: EntityName;
  readonly column?: string;
  readonly value?: string;
}

/** @example needOf("surveys.question=csat") // => {entity: "surveys", column: "question", value: "csat"} */
export function needOf(text: string): Need {
  const [, entity, column, value] = /^(\w+)(?:\.(\w+)(?:=(\w+))?)?$/.exec(text) ?? [];
  return {entity: entity as EntityName, ...(column ? {column} : {}), ...(value ? {value} : {})};
}

/** The exports that hold what is needed: those with the column filled somewhere, and with the value. */
export async function neededStreams(
  database: Database,
  {need, judged, accounts}: {need: Need; judged: readonly StreamMonths[]; accounts: readonly ImportAccount[]},
): Promise<StreamMonths[]> {
  const {entity, column, value} = need;
  const own = judged.filter(({stream}) => stream.entity === entity);
  if (own.length === 0 || column === undefined) return own;
  const condition =
    value === undefined ? `${identifier(column)} is not null` : `${identifier(column)} = ${literal(value)}`;
  // of one file the first record tells
  const isOneFile = accounts.filter((each) => each.entity === entity).length === 1;
  const rows = await database.rows(
    `select ${isOneFile ? "" : "distinct "}_file as file from ${identifier(`all_${entity}`)} where ${condition}${isOneFile ? " limit 1" : ""}`,
  );
  const files = new Set(rows.map(({file}) => String(file)));
  const tables = new Set(accounts.filter((each) => files.has(each.file)).map(({table}) => table));
  return own.filter(({stream}) => tables.has(stream.table));
}

/** A month of what several needs give together: the worst of them. Undefined where nothing dated is needed. */
export function neededMonth(needs: readonly (readonly StreamMonths[])[], month: string): MonthState | undefined {
  const states = needs
    .map((streams) => streams.flatMap(({months}) => months.get(month) ?? []))
    .filter((each) => each.length > 0)
    .map(combined);
  return states.length > 0 ? worstOf(states) : undefined;
}
