import type {Database} from "../database/database.js";
import {identifier} from "../database/sql-text.js";
import {columnsOf} from "../mapping/entities/entities.js";
import {matching} from "../mapping/header-sql.js";
import type {TableMapping} from "../mapping/mapping.js";
import {plainText} from "../mapping/spelling.js";
import {cutText} from "../messages/cut.js";
import {note} from "../readers/intake/notes.js";
import type {Said} from "../readers/intake/types.js";
import type {ReadTable} from "./read-table-shape.js";

const signs = "[¥￥$＄€£₩₹₽]|CNY|RMB|USD|EUR|GBP|JPY|HKD|TWD|美元|欧元|港币|日元|英镑";
/** A column that says the currency of its row. */
const currencyHeader = /^(?:币种|币别|货币|货币代码|结算币种|(?:order |payment )?currency(?: code)?)$/i;

/** Sums over several currencies: of signs beside the numbers, or of a column that names them and no `where:` asks for one. */
export async function moneyNotes(database: Database, {table, from}: ReadTable): Promise<Said[]> {
  if (from.isView) return []; // was looked for while it was read
  const money = moneyColumns(table, from.rawColumns);
  if (money.length === 0) return [];
  const named = currencyColumns(table, from.rawColumns);
  const said: Said[] = [];
  for (const raw of new Set([...money, ...named])) {
    const name = identifier(raw);
    const isNamed = named.includes(raw);
    const text = isNamed ? `upper(trim(${name}))` : `regexp_extract(upper(${name}), '${signs}')`;
    // beside a plain number stands no sign, and most are plain
    const where = isNamed ? "true" : `try_cast(${name} as double) is null`;
    const rows = await database.rows(
      `select replace(replace(${text}, '￥', '¥'), '＄', '$') as currency, count(*) as cells, min(_file) as file from ${from.raw} where ${where} group by all having currency <> '' order by cells desc, currency`,
    );
    if (rows.length < 2) continue;
    const found = rows.slice(0, 5).map(({currency, cells}) => `${cutText(String(currency), 20)} ${cells}`);
    said.push({file: String(rows[0]!.file), note: note("mixed_money", {column: raw, found: found.join(", ")})});
  }
  return said;
}

/** Columns of amounts. */
export function moneyColumns(table: TableMapping, rawColumns: readonly string[]): string[] {
  const known = columnsOf(table.entity);
  return Object.entries(table.columns)
    .filter(([name]) => known[name]?.type === "decimal" && known[name].duration === undefined)
    .flatMap(([, {from: headers = []}]) => headers.flatMap((header) => matching(header, rawColumns)));
}

/** Columns that name the currency of their row, where no `where:` asks for one. */
export function currencyColumns(table: TableMapping, rawColumns: readonly string[]): string[] {
  const asked = Object.keys(table.where ?? {}).flatMap((header) => matching(header, rawColumns));
  return rawColumns.filter((raw) => currencyHeader.test(plainText(raw)) && !asked.includes(raw));
}
