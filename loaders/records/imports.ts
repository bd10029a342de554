import {createTable} from "../database/create-table.js";
import type {Database} from "../database/database.js";
import type {ImportAccount} from "./account.js";

/** Makes `ref_imports`: what became of every file. */
export async function loadImports(database: Database, accounts: readonly ImportAccount[]): Promise<void> {
  const texts = ["source", "entity", "file", "sheet", "format", "encoding", "sha256"] as const;
  const counts = ["bytes", "rows_in", "rows_kept", "rows_rejected", "rows_set_aside", "records"] as const;
  await createTable(database, {
    name: "ref_imports",
    columns: [
      ...texts.map((name) => `${name} varchar`),
      ...counts.map((name) => `${name} bigint`),
      "notes_zh varchar",
      "notes_en varchar",
    ],
    rows: accounts.map((account) => [
      ...texts.map((name) => account[name] ?? null),
      ...counts.map((name) => account[name]),
      account.notes.map((note) => note.zh).join("；"),
      account.notes.map((note) => note.en).join("; "),
    ]),
  });
  // notes quote lines of the file
  if (accounts.some(({notes}) => notes.length > 0))
    await database.run("update ref_imports set notes_zh = scrub(notes_zh), notes_en = scrub(notes_en)");
}
