import {existsSync, readdirSync, readFileSync} from "node:fs";
import {fileURLToPath} from "node:url";
import {describe, expect, test} from "vitest";
import {loadFiles} from "./load-file.js";

const root = fileURLToPath(new URL("../../../shared/data/csv-spectrum", import.meta.url));

describe.skipIf(!existsSync(root))("csv-spectrum (needs ../shared/data/csv-spectrum)", () => {
  const files = existsSync(root) ? readdirSync(`${root}/csvs`) : [];

  test("there are twelve files", () => expect(files).toHaveLength(12));

  test.each(files)("%s reads as its JSON says", async (file) => {
    const {columns, rows, rejects} = await loadFiles([`${root}/csvs/${file}`]);
    const found = rows.map((row) => Object.fromEntries(columns.map((name, index) => [name, row[index] ?? ""])));
    const expected = JSON.parse(readFileSync(`${root}/json/${file.replace(".csv", ".json")}`, "utf8")) as unknown;
    // this JSON holds one object, and another telephone number than the CSV does
    if (file === "location_coordinates.csv")
      expect(found).toEqual([{...(expected as Row), "Contact Phone Number": "2095257564"}]);
    else expect(found).toEqual(expected);
    expect(rejects).toEqual([]);
  });
});

type Row = Readonly<Record<string, string>>;
