import {type ClusterColumn, quoted} from "../cluster/column-sql.js";
import {askByHalves} from "../cluster/share.js";
import type {ClusterTable} from "../cluster/table.js";
import {nullWords} from "../mapping/null-words.js";
import type {Door} from "../scan/door.js";
import {plainNumber} from "./harmless.js";
import {longest, sample} from "./ruined-ids.js";
import {idSql, momentSql, quotedText} from "./staying-sql.js";

/** What a table of a cluster holds of one day. */
export interface Day {
  readonly records: number;
  readonly first: string;
  readonly last: string;
  readonly bytes: number;
  /** The same as long as no row of the day is another one. */
  readonly mark: string;
}

/** The days of a table, in their order; rows without a moment are those of the day "". */
export async function daysThere(
  opened: ClusterTable,
  {at, columns}: {at: ClusterColumn; columns: readonly ClusterColumn[]},
): Promise<ReadonlyMap<string, Day>> {
  const names = columns.map(({name}) => quoted(name));
  // a hash tells nothing from an empty text, but not from no text
  const cells = names.flatMap((name) => [name, `isNull(${name})`]).join(", ");
  const rows = await opened.ask(
    `SELECT toString(toDate32(moment)) AS day, count(), toString(min(moment)), toString(max(moment)), sum(bytes), toString(sum(mark))
     FROM (${opened.select([`${momentSql(at)} AS moment`, `byteSize(${names.join(", ")}) AS bytes`, `cityHash64(tuple(${cells})) AS mark`])})
     GROUP BY day ORDER BY day`,
  );
  return new Map(
    rows.map(([day, records, first, last, bytes, mark]) => [
      String(day ?? ""),
      {records: Number(records), first: String(first), last: String(last), bytes: Number(bytes), mark: String(mark)},
    ]),
  );
}

/** What is wrong with the ids of a column. */
export interface OddIds {
  readonly odd: number;
  readonly example: string;
  readonly missing: number;
  /** Some of those that are longer numbers than a spreadsheet keeps. */
  readonly long: readonly string[];
}

/** Ids that a reading of a file would not take as they stand: words for nothing, odd signs, what may be personal. */
export async function oddIds(opened: ClusterTable, column: ClusterColumn, {door}: {door: Door}): Promise<OddIds> {
  const hints = door.hints().map(({bytes, pattern}) => `length(id) >= ${bytes} AND match(id, ${quotedText(pattern)})`);
  const odd = [
    "NOT match(id, '^[!-~]+$')",
    "match(id, '^[0-9]([.][0-9]+)?[eE][+][0-9]+$')",
    `id IN (${nullWords("id").map(quotedText).join(", ")})`,
    ...hints,
  ];
  const isOdd = `if(match(ifNull(id, '0'), '^${plainNumber}$'), 0, ${odd.map((each) => `(${each})`).join(" OR ")})`;
  const isLong = `match(ifNull(id, ''), '^[0-9]{${longest + 1},}$')`;
  const [[count, example, missing, long] = []] = await opened.ask(
    `SELECT countIf(is_odd), anyIf(id, is_odd), countIf(isNull(id)), groupUniqArrayIf(${sample})(ifNull(id, ''), ${isLong}) FROM (SELECT id, ${isOdd} AS is_odd FROM (${opened.select([`${idSql(column)} AS id`])}))`,
  );
  return {
    ...{odd: Number(count), example: String(example ?? ""), missing: Number(missing)},
    long: (long as unknown[]).map(String),
  };
}

/** Bytes that a node holds of each id while it counts how many there are, and the most that it counts at once in good time. */
const bytesOfId = 80;
const idsAtOnce = 4_000_000;

/** Those ids of which a hash, divided by how many parts there are, leaves a rest. */
interface Part {
  readonly rest: number;
  readonly of: number;
}

/** How many different ids a column holds, counted in parts of so many as a node may hold. */
export async function differentIds(opened: ClusterTable, column: ClusterColumn, rows: number): Promise<number> {
  const atOnce = Math.min(idsAtOnce, (await opened.memory()) / bytesOfId / 2);
  const parts = Math.max(1, Math.ceil(rows / atOnce));
  let all = 0;
  await askByHalves<Part>(
    Array.from({length: parts}, (_, rest) => ({rest, of: parts})),
    {
      halvesOf: ({rest, of}) =>
        of < rows
          ? [
              {rest, of: 2 * of},
              {rest: rest + of, of: 2 * of},
            ]
          : undefined,
      async ask({rest, of}) {
        const [[count] = []] = await opened.ask(
          `SELECT uniqExact(id) FROM (${opened.select([`${idSql(column)} AS id`])}) WHERE cityHash64(id) % ${of} = ${rest}`,
        );
        all += Number(count);
      },
    },
  );
  return all;
}
