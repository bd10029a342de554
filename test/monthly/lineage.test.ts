import {mkdtempSync, rmSync} from "node:fs";
import {tmpdir} from "node:os";
import {join} from "node:path";
import {expect, test} from "vitest";
import {openDatabase} from "../../loaders/database/database.js";
import {lineageOf} from "../../loaders/models/lineage.js";
import {readModels} from "../../loaders/models/run.js";

const model = (name: string, ...reads: string[]) => ({name, file: `marts/${name}.sql`, reads});
const graph = {
  models: [
    model("metric_csat", "all_surveys"),
    model("metric_answer_rate", "all_calls"),
    model("by_segment", "all_metrics", "ref_report"),
    model("complaints", "all_tickets"),
  ],
  marts: {segments: ["by_segment"], complaints: ["complaints"]},
};

test("a figure names what its numbers come from, and nothing else", () => {
  expect(lineageOf(graph, {tables: ["segments"], metrics: ["csat"]})).toEqual({
    models: ["marts/metric_csat.sql", "marts/by_segment.sql"],
    entities: ["surveys"],
    references: ["report"],
  });
  expect(lineageOf(graph, {tables: ["complaints"], metrics: []}).entities).toEqual(["tickets"]);
});

test("complaints by category and what is told of the month's tickets come from tickets alone, not from all that makes a tier", async () => {
  const temp = mkdtempSync(join(tmpdir(), "huisheng-lineage-"));
  const database = await openDatabase({temp});
  try {
    const models = await readModels(database);
    for (const table of ["complaint_categories_by_month", "month_tickets_listed", "complaint_parts"])
      expect([table, lineageOf({models, marts: {}}, {tables: [table], metrics: []}).entities]).toEqual([
        table,
        ["tickets"],
      ]);
  } finally {
    database.close();
    rmSync(temp, {recursive: true, force: true});
  }
});
