import {expect, test} from "vitest";
import {lineageOf} from "../../loaders/models/lineage.js";

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
