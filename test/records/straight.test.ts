import {mkdirSync, mkdtempSync, rmSync, writeFileSync} from "node:fs";
import {tmpdir} from "node:os";
import {join} from "node:path";
import {gzipSync} from "node:zlib";
import {describe, expect, test} from "vitest";
import {openDatabase} from "../../loaders/database/database.js";
import {plainNumber} from "../../loaders/records/harmless.js";
import {importRecords} from "../../loaders/records/import.js";
import {readReportFolder} from "../../loaders/report/folder.js";
import {openDoor} from "../../loaders/scan/door.js";

const header = "id,customer,type,category,fee,created,solved,is_urgent,remark,agent";
const row = (at: number): string[] => [
  `T${at}`,
  `K${at % 500}`,
  ["complaint", "inquiry", "repair"][at % 3]!,
  `category ${at % 7}`,
  `${at % 90}.50`,
  `2025-${String(1 + (at % 12)).padStart(2, "0")}-11 10:${String(at % 60).padStart(2, "0")}:00`,
  at % 5 === 0 ? "" : `2025-${String(1 + (at % 12)).padStart(2, "0")}-13 09:00:00`,
  at % 2 === 0 ? "yes" : "no",
  `asked for part ${at % 11}`,
  `agent ${at % 9}`,
];
const rows = 3_400; // more than a file that is read record by record

/** The cells of one row of the file as they are to be. */
type Change = Readonly<Record<number, Readonly<Record<string, string>>>>;

/** Reads the tickets of such a file, as it lies there and packed, which is always read as text. */
async function read(change: Change, packed: boolean) {
  const folder = mkdtempSync(join(tmpdir(), "huisheng-straight-"));
  for (const name of ["exports", "mappings"]) mkdirSync(join(folder, name));
  const names = header.split(",");
  const lines = Array.from({length: rows}, (_, at) =>
    row(at).map((cell, column) => change[at]?.[names[column]!] ?? cell),
  );
  const text = `${[header, ...lines.map((cells) => cells.join(","))].join("\n")}\n`;
  writeFileSync(join(folder, `exports/tickets.csv${packed ? ".gz" : ""}`), packed ? gzipSync(text) : text);
  writeFileSync(join(folder, "report.yaml"), "company: {zh: 甲, en: A}\nreject_limit: 1\n");
  writeFileSync(
    join(folder, "mappings/desk.yaml"),
    `label: {zh: 工单, en: Desk}
tables:
  - entity: tickets
    files: "tickets.csv*"
    columns: {ticket_id: id, customer_id: customer, ticket_type: {from: type, values: {fix: repair}, other: blank}, category: category, fee: fee, created_at: created, solved_at: solved, is_sla_met: is_urgent, subcategory: remark, team: agent}
`,
  );
  const database = await openDatabase({temp: join(folder, "temp"), threads: 2});
  const asked: string[] = [];
  const run = (sql: string) => {
    asked.push(sql);
    return database.run(sql);
  };
  try {
    const door = await openDoor(database, {key: () => "secret"});
    const {accounts} = await importRecords({...database, run}, readReportFolder(folder), {door});
    const records = await database.rows("select * exclude (_file) from all_tickets order by _row");
    const rejects = await database.rows(`select * exclude (file) from rejects order by all`);
    const kept = await database.rows("select * exclude (file) from rejected_rows order by all");
    const dropped = await database.rows("select * exclude (file) from dropped_records order by all");
    const told = accounts.map(
      ({rows_kept, rows_rejected, rows_set_aside, records: made, rows_with_rejects, notes}) => ({
        ...{rows_kept, rows_rejected, rows_set_aside, made, rows_with_rejects},
        notes: notes.map(({code, en}) => [code, en.replaceAll(".gz", "")]),
      }),
    );
    const isStraight = !asked.some((sql) => sql.startsWith("drop table raw_"));
    return {isStraight, read: {records, rejects, kept, dropped, told, masked: door.counts}};
  } finally {
    database.close();
    rmSync(folder, {recursive: true, force: true});
  }
}

test("no text of the shape that is passed over may be personal", async () => {
  const database = await openDatabase({temp: join(tmpdir(), "huisheng-straight"), threads: 1});
  try {
    const door = await openDoor(database, {key: () => "secret"});
    await door.learn(["王小明", "Ann Lee", "K. O'Neil"]);
    const texts = `select chr(cast(letter as integer)) || digits as text from range(48, 123) as letters(letter)
      cross join (select substr(cast(cast(hash(n) >> 2 as bigint) as varchar), 1, cast(1 + n % 9 as integer)) as digits from range(300) as numbers(n)) as numbers`;
    const [row] = await database.rows(
      `select count(*) as texts, count(*) filter (may_be_personal(text)) as personal from (${texts}) as texts where regexp_full_match(text, '${plainNumber}')`,
    );
    expect(row).toMatchObject({personal: 0});
    expect(Number(row?.texts)).toBeGreaterThan(10_000);
  } finally {
    database.close();
  }
});

const late = rows - 50; // beyond the head of the file
const everywhere = (cells: (at: number) => Readonly<Record<string, string>>): Change =>
  Object.fromEntries(Array.from({length: rows}, (_, at) => [at, cells(at)]));

describe("a regular file is typed as it lies there, and says the same as by way of its texts", () => {
  test.each<[string, Change]>([
    ["as it came", {}],
    [
      "with cells that cannot be read, and rows without what they need",
      {
        7: {created: "2025-13-45 10:00:00"},
        [late]: {is_urgent: "maybe", solved: "soon"},
        [late + 1]: {created: ""},
        [late + 2]: {id: "5.70306E+17"},
      },
    ],
    ["with an id that stands twice", {[late]: {id: "T5"}}],
    ["with an id that stands twice in a row", {[late]: {id: `T${late - 1}`}}],
    ["with the last record first", everywhere((at) => ({id: `T${rows - at}`}))],
    ["with ids that are more than numbers", everywhere((at) => ({id: `TK-25-${at}`, customer: `K/${at}/x`}))],
    [
      "with many different texts, one of them with a number of a person",
      {...everywhere((at) => ({remark: `asked for part no. ${at}`})), [late]: {remark: "call 13812345678"}},
    ],
    [
      "with a number of a person late in a code and in a remark",
      {
        [late]: {category: "call 13812345678", remark: "mail to ann@example.com"},
        3: {agent: "Ann 13912345678"},
      },
    ],
    [
      "with Chinese words and a name to be masked",
      {[late]: {category: "配送延误", remark: "联系人 王小明 13812345678"}},
    ],
    ["with a word that the map leaves out", {[late]: {type: "other thing"}}],
  ])("%s", async (_, change) => {
    const [there, packed] = [await read(change, false), await read(change, true)];
    expect([there.isStraight, packed.isStraight]).toEqual([true, false]);
    expect(there.read).toEqual(packed.read);
  });

  test.each<[string, Change]>([
    ["a blank at the edge of a cell", {[late]: {category: " category 3"}}],
    ["an apostrophe before a number", {[late]: {id: "'T9999"}}],
    ["a word for nothing among categories", {[late]: {category: "NULL"}}],
    ["a word for nothing among moments", {[late]: {solved: "N/A"}}],
    ["a word for nothing that may be read as no", {[late]: {is_urgent: "无"}}],
    ["a word for nothing where a map leaves out what it does not know", {[late]: {type: "NULL"}}],
    ["full-width signs", {[late]: {category: "ｃategory"}}],
    ["a sign of money", {[late]: {fee: "¥5"}, 3: {fee: "$5"}}],
    ["a row of totals", {[late]: {id: "Total"}}],
    [
      "ids that lost their last digits",
      {[late]: {customer: "1234567890123450000"}, 9: {customer: "1234567890123460000"}},
    ],
    ["the header once more", {[late]: Object.fromEntries(header.split(",").map((name) => [name, name]))}],
  ])("and is read as text where it has %s", async (_, change) => {
    expect((await read(change, false)).isStraight).toBe(false);
  });
});
