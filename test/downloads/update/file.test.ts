import {mkdtempSync, readFileSync, rmSync, writeFileSync} from "node:fs";
import {tmpdir} from "node:os";
import {join} from "node:path";
import {DuckDBInstance} from "@duckdb/node-api";
import {afterAll, expect, it} from "vitest";
import {deck} from "../../../loaders/downloads/deck/deck.js";
import {deckLanguage, updateDeckFile} from "../../../loaders/downloads/update/file.js";
import {ReportError} from "../../../loaders/messages/errors.js";
import {withParquetTexts} from "../../../loaders/scan/parquet-texts.js";
import {scanOutputs} from "../../../loaders/scan/scan.js";
import {sampleInput} from "../sample-figures.js";

const folder = mkdtempSync(join(tmpdir(), "huisheng-update-"));
afterAll(() => rmSync(folder, {recursive: true, force: true}));
const path = (name: string): string => join(folder, name);

it("writes the updated deck beside the edited one, which stays as it was", () => {
  const input = sampleInput();
  writeFileSync(path("edited.pptx"), deck(input, "zh"));
  writeFileSync(path("built.pptx"), deck({...input, report: {...input.report, month: "2026-11"}}, "zh"));
  const before = readFileSync(path("edited.pptx"));
  const {out, lines} = updateDeckFile(path("edited.pptx"), path("built.pptx"));
  expect(out).toBe(path("edited.updated.pptx"));
  expect(readFileSync(path("edited.pptx")).equals(before)).toBe(true);
  expect(lines[0]?.zh).toMatch(/^更新了 \d+ 个对象$/);
  expect(deckLanguage(out)).toBe("zh");
  expect(() => updateDeckFile(path("edited.pptx"), path("built.pptx"), {out: path("edited.pptx")})).toThrow(
    ReportError,
  );
  expect(() => updateDeckFile(path("none.pptx"), path("built.pptx"))).toThrow(ReportError);
});

it("finds a mobile number in a Parquet file", async () => {
  const connection = await (await DuckDBInstance.create(":memory:")).connect();
  const file = path("rows.parquet").replaceAll("'", "''");
  await connection.run(`copy (select 'call 13912345678' as note, 13912345678 as money) to '${file}' (format parquet)`);
  connection.closeSync();
  let leaks: Awaited<ReturnType<typeof scanOutputs>> = [];
  await withParquetTexts(async (readParquet) => {
    leaks = await scanOutputs(folder, {readParquet});
  });
  expect(leaks.map(({file, kind}) => [file, kind])).toEqual([["rows.parquet", "mobile"]]);
});
