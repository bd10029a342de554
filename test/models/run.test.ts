import {mkdtempSync, readFileSync, rmSync} from "node:fs";
import {tmpdir} from "node:os";
import {join} from "node:path";
import {globSync} from "tinyglobby";
import {expect, test} from "vitest";
import {openDatabase} from "../../loaders/database/database.js";
import type {Layer, Model} from "../../loaders/models/model.js";
import {neededBy} from "../../loaders/models/nothing.js";
import {lastRead, orderModels, readModels, runModels} from "../../loaders/models/run.js";

const model = (name: string, layer: Layer, {sql = "select 1 as one", reads = [] as string[]} = {}): Model => ({
  name,
  layer,
  file: `${layer}/${name}.sql`,
  sql: `-- One row.${name.endsWith("_view") ? " (A view: no copy.)" : ""}\n${sql}`,
  comment: name.endsWith("_view") ? "One row. (A view: no copy.)" : "One row.",
  reads,
});
const from = (...reads: string[]) => ({sql: `select one from ${reads.join(" union all select one from ")}`, reads});

const models = [
  model("int_early", "intermediate"),
  model("int_early_view", "intermediate", from("int_early")),
  model("int_scored", "intermediate"),
  model("metric_some", "metrics", {
    sql: `select\n  one as record_id, current_date as occurred_date, ${["customer_id", "channel", "agent", "team", "product"].map((name) => `null as ${name}`).join(", ")},\n  null as region,\n  1 as score\nfrom int_scored`,
    reads: ["int_scored"],
  }),
  model("last", "marts", {sql: "select record_id as one from all_metrics", reads: ["all_metrics"]}),
  model("early_twice", "marts", from("int_early_view")),
  model("check_nothing", "checks", {sql: "select one from int_early where one = 2", reads: ["int_early"]}),
];

test("a mart comes as soon as all it reads is there", () => {
  const order = orderModels(models).map(({name}) => name);
  expect(order.indexOf("early_twice")).toBeLessThan(order.indexOf("int_scored"));
  expect(order.at(-1)).toBe("last");
});

test("what a model has nothing without is a table that it reads, which is there until then", async () => {
  const temp = mkdtempSync(join(tmpdir(), "huisheng-models-"));
  const database = await openDatabase({temp, threads: 1});
  try {
    const all = await readModels(database);
    const names = new Set(all.map(({name}) => name));
    const needing = all.filter((each) => neededBy(each).length > 0);
    expect(needing.length).toBeGreaterThan(15);
    for (const {name, reads, comment} of needing) {
      const made = neededBy({comment}).filter((each) => names.has(each));
      expect([name, reads]).toEqual([name, expect.arrayContaining(made)]);
    }
  } finally {
    database.close();
    rmSync(temp, {recursive: true, force: true});
  }
});

test("a table goes with its last reader, views and all_metrics reading for theirs", async () => {
  const done = lastRead(orderModels(models));
  expect(done).toEqual(
    new Map([
      ["early_twice", ["int_early"]],
      ["last", ["int_scored"]],
    ]),
  );
  const temp = mkdtempSync(join(tmpdir(), "huisheng-models-"));
  const database = await openDatabase({temp, threads: 1});
  try {
    await runModels(database, models);
    const tables = await database.rows(
      "select table_name as name from duckdb_tables() where not temporary order by name",
    );
    expect(tables.map(({name}) => name)).toEqual(["check_nothing", "early_twice", "last"]);
  } finally {
    database.close();
    rmSync(temp, {recursive: true, force: true});
  }
});

test("of few records staging is copied once, of many it is read where it is; what has no row is told", async () => {
  const none = model("none", "marts", {sql: "select one from stg_some where one = 2", reads: ["stg_some"]});
  const staged = [model("stg_some", "staging"), model("read_it", "marts", from("stg_some")), none];
  const temp = mkdtempSync(join(tmpdir(), "huisheng-models-"));
  const database = await openDatabase({temp, threads: 1});
  try {
    const kinds: unknown[] = [];
    for (const isSmall of [true, false]) {
      expect(await runModels(database, staged, {copied: new Set(isSmall ? ["stg_some"] : [])})).toEqual(
        new Set(["none"]),
      );
      const tables = await database.rows("select table_name from duckdb_tables() where table_name = 'stg_some'");
      kinds.push([tables.length, await database.rows("select one from read_it")]);
      await database.run(`drop ${isSmall ? "table" : "view"} stg_some; drop table read_it; drop table none`);
    }
    expect(kinds).toEqual([
      [1, [{one: 1}]],
      [0, [{one: 1}]],
    ]);
  } finally {
    database.close();
    rmSync(temp, {recursive: true, force: true});
  }
});

test("what is asked of the models after they ran is kept by them", () => {
  const files = globSync("loaders/**/*.ts", {ignore: "loaders/models/**"});
  const asked = files.flatMap((file) => [...readFileSync(file, "utf8").matchAll(/\b(?:from|join) (int_[a-z_]+)/g)]);
  expect(new Set(asked.map(([, name]) => name))).toEqual(new Set(["int_customers_tiered", "int_rejects"]));
});
