import {mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync} from "node:fs";
import {tmpdir} from "node:os";
import {dirname, join} from "node:path";
import {describe, expect, test} from "vitest";
import {parse} from "yaml";
import {columnsOf, entities, entityNames} from "../../loaders/mapping/entities/entities.js";
import {mappingSchema} from "../../loaders/mapping/mapping.js";
import {meaningOf, ownMeanings} from "../../loaders/mapping/meanings/meanings.js";
import {rowMeanings} from "../../loaders/mapping/meanings/rows.js";
import {valueMeanings} from "../../loaders/mapping/meanings/values.js";
import {silentProgress} from "../../loaders/messages/progress.js";
import {provenMapping} from "../../loaders/proposing/command/map-files.js";
import {readReport} from "../../loaders/read-report.js";
import {reportSchema} from "../../loaders/report/folder.js";
import {ruleSchemas} from "../../loaders/report/rules.js";
import {project} from "../imports.js";
import {read} from "../proposing/read.js";
import {filesShown, guide} from "./guide.js";
import {jsonOf, keysOf, meaningIn} from "./keys.js";
import {schemas} from "./schemas.js";

const names = Object.keys(schemas) as (keyof typeof schemas)[];
const isTwo = (meaning: {zh: string; en: string} | undefined) => Boolean(meaning?.zh && meaning.en);

describe("what an analyst may write has a meaning in both languages", () => {
  test("every kind of record and every column", () => {
    const wanted = entityNames.flatMap((entity) => [
      ...(isTwo(rowMeanings[entity])
        ? []
        : [`add ${entity} to loaders/mapping/meanings/rows.ts: what one row is, {zh, en}`]),
      ...Object.entries(columnsOf(entity)).flatMap(([name, {keyOf, values = []}]) => [
        ...(keyOf || isTwo(meaningOf(entity, name))
          ? []
          : [`add ${entity}.${name} to a file of loaders/mapping/meanings: what it means, {zh, en}`]),
        ...values
          .filter((value) => !isTwo(valueMeanings[value]))
          .map(
            (value) =>
              `add ${value} (${entity}.${name}) to loaders/mapping/meanings/values.ts: what it means, {zh, en}`,
          ),
      ]),
    ]);
    expect(wanted).toEqual([]);
  });

  test("every key of report.yaml, of a mapping and of every rule", () => {
    const keys = [
      ...names.flatMap((name) =>
        keysOf(jsonOf(schemas[name].schema), {apart: schemas[name].apart}).map((key) => ({
          ...key,
          file: schemas[name].file,
        })),
      ),
      ...Object.entries(ruleSchemas).flatMap(([rule, schema]) => [
        {name: `rules/${rule}.yaml`, meaning: meaningIn(jsonOf(schema)), file: "loaders/report/rules.ts"},
        ...keysOf(jsonOf(schema)).map((key) => ({
          ...key,
          name: `${key.name} of rules/${rule}.yaml`,
          file: "its schema",
        })),
      ]),
    ];
    expect(
      keys
        .filter(({meaning}) => !isTwo(meaning))
        .map(({name, file}) => `say in ${file} what ${name} means: .meta({zh: "…", en: "…"}) at the end of its line`),
    ).toEqual([]);
  });

  test("and nothing else has", () => {
    const known: Readonly<Record<string, {readonly columns: object}>> = entities;
    const columns = Object.entries(ownMeanings).flatMap(([entity, own]) =>
      Object.keys(own)
        .filter((name) => !(name in (known[entity]?.columns ?? {})))
        .map((name) => `${entity}.${name}`),
    );
    const values = new Set(
      entityNames.flatMap((entity) => Object.values(columnsOf(entity)).flatMap((column) => column.values ?? [])),
    );
    expect([...columns, ...Object.keys(rowMeanings).filter((name) => !(name in entities))]).toEqual([]);
    expect(Object.keys(valueMeanings).filter((value) => !values.has(value))).toEqual([]);
  });
});

test("data/README.md is what the code says (if not: node test/write-golden.mjs test/guide/guide.test.ts)", () => {
  const path = join(project, "data/README.md");
  if (process.env.HUISHENG_GOLDEN === "write") writeFileSync(path, guide());
  expect(readFileSync(path, "utf8").replaceAll("\r\n", "\n")).toBe(guide());
});

describe.each(["zh", "en"] as const)("the guide in %s", (language) => {
  const shown = filesShown(language);

  test("shows YAML that is read without complaint, and every key of a mapping in it", () => {
    const mappings = shown
      .filter(({name}) => name.startsWith("mappings/"))
      .map(({text}) => mappingSchema.parse(parse(text)));
    expect(mappings.length).toBe(4);
    for (const {text} of shown.filter(({name}) => name === "report.yaml")) reportSchema.parse(parse(text));
    for (const [rule, schema] of Object.entries(ruleSchemas))
      for (const {text} of shown.filter(({name}) => name === `rules/${rule}.yaml`)) schema.parse(parse(text));
    const text = shown.map((file) => file.text).join("\n");
    const notForAnalysts = ["known_by", "required"];
    const keys = (["mapping", "table", "clickhouse", "column", "item"] as const)
      .flatMap((name) => keysOf(jsonOf(schemas[name].schema), {apart: schemas[name].apart}))
      .map(({name}) => name.split(".").at(-1)!)
      .filter((name) => !notForAnalysts.includes(name));
    expect(keys.filter((key) => !new RegExp(`\\b${key}:`).test(text))).toEqual([]);
  });

  test("shows the mapping that map proposes, with one line decided", async () => {
    const folder = mkdtempSync(join(tmpdir(), "huisheng-guide-"));
    try {
      const file = join(folder, "tickets.csv");
      writeFileSync(file, shown.find(({name}) => name === "exports/tickets.csv")!.text);
      const names = new Map([[file, "tickets.csv"]]);
      const {yaml} = await provenMapping([file], {language, temp: folder, names, read});
      const tables = (text: string) =>
        mappingSchema.parse(parse(text)).tables.map(({entity, columns: {category: _, ...columns}, defaults}) => ({
          entity,
          columns,
          defaults,
        }));
      expect(tables(shown.find(({name}) => name === "mappings/helpdesk.yaml")!.text)).toEqual(tables(yaml));
    } finally {
      rmSync(folder, {recursive: true, force: true});
    }
  });

  test("leads to a first report: its files are read whole", async () => {
    const folder = mkdtempSync(join(tmpdir(), "huisheng-guide-"));
    try {
      for (const {name, text} of shown.filter((file) =>
        /^(exports\/|report\.yaml|mappings\/helpdesk)/.test(file.name),
      )) {
        mkdirSync(dirname(join(folder, name)), {recursive: true});
        writeFileSync(join(folder, name), text);
      }
      const {imported, period, published} = await readReport(folder, {
        temp: join(folder, "temp"),
        progress: silentProgress,
      });
      expect(
        imported.accounts.map(({entity, rows_in, rows_kept, rows_set_aside}) => [
          entity,
          rows_in,
          rows_kept,
          rows_set_aside,
        ]),
      ).toEqual([
        ["tickets", 6, 5, 1],
        ["surveys", 6, 5, 1],
      ]);
      expect(period.month).toBe("2026-10");
      expect(published.complaint_categories_by_month?.length).toBeGreaterThan(0);
    } finally {
      rmSync(folder, {recursive: true, force: true});
    }
  });
});
