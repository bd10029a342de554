import {tmpdir} from "node:os";
import {join} from "node:path";
import {expect, test} from "vitest";
import {openDatabase} from "../../loaders/database/database.js";
import {entityNames} from "../../loaders/mapping/entities/entities.js";
import {allRecordsSql} from "../../loaders/records/all.js";
import {unknownCustomers} from "../../loaders/records/unknown-customers.js";

/** What is said of tickets of these customers beside this list of customers. */
async function said(listed: readonly string[], tickets: readonly (string | null)[]) {
  const database = await openDatabase({temp: join(tmpdir(), "huisheng-unknown"), threads: 1});
  const select = (ids: readonly (string | null)[], column: string) => {
    const rows = ids.map((id, at) => `('desk', 'a.csv', ${at + 2}, ${id === null ? "null" : `'${id}'`})`);
    return `select * from (values ${rows.join(", ")}) as rows(_source, _file, _row, ${column})`;
  };
  const made: Record<string, string[]> = {
    customers: [select(listed, "customer_id")],
    tickets: [select(tickets, "customer_id")],
  };
  try {
    for (const entity of entityNames) await database.run(await allRecordsSql(database, entity, made[entity] ?? []));
    return (await unknownCustomers(database)).map(({source, entity, note}) => ({source, entity, said: note.en}));
  } finally {
    database.close();
  }
}

test("nothing is said where the list knows the customers, or lacks few of them", async () => {
  expect(await said(["K1", "K2", "K3"], ["K1", "K2", "K2", null])).toEqual([]);
  expect(await said(["K1", "K2", "K3"], ["K1", "K2", "K3", "X9"])).toEqual([]);
});

test("most customers of a table unknown: their records, and how many they are", async () => {
  const [note, ...others] = await said(["K1", "K2"], ["X1", "X1", "X2", "K1"]);
  expect(others).toEqual([]);
  expect(note).toMatchObject({source: "desk", entity: "tickets"});
  expect(note!.said).toContain("3");
  expect(note!.said).toContain("X1");
});

test("one customer written in two ways: both ways are shown, however few they are", async () => {
  const [note] = await said(["000123", "K7", "K8", "K9"], ["123.0", "K7", "K8", "K9"]);
  expect(note!.said).toContain("123.0");
  expect(note!.said).toContain("000123");
});
