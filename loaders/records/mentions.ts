import type {Database} from "../database/database.js";
import {literal} from "../database/sql-text.js";
import {findAliases} from "./aliases.js";

/** Records with words of customers or about them, and the columns that date them and tell whose they are. */
export const texts = [
  {entity: "tickets", id: "ticket_id", date: "created_at", texts: ["title", "verbatim"], brand: "brand"},
  {entity: "calls", id: "call_id", date: "called_at", texts: ["verbatim"]},
  {entity: "visits", id: "visit_id", date: "visited_date", texts: ["verbatim"]},
  {entity: "surveys", id: "response_id", date: "answered_at", texts: ["verbatim"], brand: "brand"},
  {entity: "callbacks", id: "callback_id", date: "called_at", texts: ["verbatim"]},
] satisfies readonly {
  readonly entity: string;
  readonly id: string;
  readonly date: string;
  readonly texts: readonly string[];
  /** Whom the record is about: what is said to a rival is no mention of one to us. */
  readonly brand?: string;
}[];

/** What rivals offer, in the words customers repeat it; reference/offers.csv replaces the list. */
const offers: readonly {readonly code: string; readonly aliases: readonly string[]}[] = [
  {code: "discount", aliases: ["折", "打折", "折扣", "优惠", "首年", "discount", "% off", "percent off", "promotion"]},
  {code: "lower_price", aliases: ["便宜", "价格低", "低价", "报价", "cheaper", "price", "quote"]},
  {code: "gift", aliases: ["赠", "免费", "白送", "送你", "送您", "for free", "free of charge", "gift"]},
];

/**
 * Makes `mentions`: one row per record and rival named in it, with the offer spoken of and the words around the name.
 * SQL cannot cut Chinese text into words, so the records that hold an alias at all are looked through here.
 */
export async function loadMentions(database: Database): Promise<void> {
  await database.run(
    "create table mentions (entity varchar, record_id varchar, file varchar, row_number bigint, customer_id varchar, occurred_date date, brand varchar, offer varchar, words varchar)",
  );
  const rivals = await namesOf(
    database,
    "select code, aliases from ref_brands where coalesce(try_boolean(is_ours), false) = false",
  );
  const brands = rivals.filter(({aliases}) => aliases.length > 0);
  if (brands.length === 0) return;
  const own = await namesOf(database, "select code, aliases from ref_offers");
  const known = own.length > 0 ? own : offers;
  const aliases = brands.flatMap((brand) => brand.aliases);
  for (const {entity, id, date, texts: columns, ...about} of texts) {
    const text = columns.map((column) => `coalesce(${column}, '')`).join(" || ' ' || ");
    // Full-width letters are looked through too, whatever they spell.
    const holds = [
      ...aliases.map((alias) => `contains(lower(${text}), lower(${literal(alias)}))`),
      `regexp_matches(${text}, '[\uFF10-\uFF5A]')`,
    ].join(" or ");
    const isOurs =
      "brand" in about
        ? `(${about.brand} is null or ${about.brand} in (select code from ref_brands where try_boolean(is_ours)))`
        : "true";
    // A survey has a row per question, but its words only once.
    const rows = await database.rows(
      `select ${id} as id, min(_file) as file, min(_row) as row_number, min(customer_id) as customer_id, min(cast(${date} as date)) as day, ${text} as text
       from all_${entity} where (${columns.map((column) => `${column} is not null`).join(" or ")}) and (${holds}) and ${isOurs}
       group by ${id}, ${text} order by all`,
    );
    const found = rows.flatMap((row) =>
      findAliases(String(row.text), brands).map(({code, words}) => {
        const offer = findAliases(words, known, {isLoose: true})[0]?.code ?? null;
        return [entity, row.id, row.file, row.row_number, row.customer_id, row.day, code, offer, words];
      }),
    );
    await insert(database, found as (string | number | null)[][]);
  }
}

async function namesOf(database: Database, query: string): Promise<{code: string; aliases: string[]}[]> {
  const rows = await database.rows(`${query} order by code`);
  return rows.map(({code, aliases}) => ({
    code: String(code),
    aliases: String(aliases ?? "")
      .split("|")
      .map((alias) => alias.trim())
      .filter((alias) => alias !== ""),
  }));
}

async function insert(database: Database, rows: readonly (readonly (string | number | null)[])[]): Promise<void> {
  const value = (cell: string | number | null) => (cell === null ? "null" : literal(String(cell)));
  for (let start = 0; start < rows.length; start += 500)
    await database.run(
      `insert into mentions values ${rows
        .slice(start, start + 500)
        .map((row) => `(${row.map(value).join(", ")})`)
        .join(", ")}`,
    );
}
