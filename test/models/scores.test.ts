import {readdirSync, readFileSync} from "node:fs";
import {expect, test} from "vitest";
import {allScoresSql, familiesOf} from "../../loaders/models/scores.js";

const metric = (id: string, {score = "score", from = "answers", weight = ""} = {}) => ({
  name: `metric_${id}`,
  sql: `-- One row per answer.\nselect\n  customer_id,\n  max(region) as region,\n  ${score}${weight}\nfrom ${from}`,
});

const idsOf = (families: ReturnType<typeof familiesOf>) => families.map(({metrics}) => metrics.map(({id}) => id));

test("metrics that differ in their score alone share one scan of the records", () => {
  const easy = "case when score >= 5 then 1\n  else 0 end as score";
  const families = familiesOf([
    metric("one"),
    metric("other", {from: "calls"}),
    metric("easy", {score: easy}),
    metric("weighed", {weight: ",\n  weight"}),
  ]);
  expect(idsOf(families)).toEqual([["one", "easy"], ["other"], ["weighed"]]);
  const [first, , third] = allScoresSql(families).split("\nunion all\n");
  expect(first).toContain(
    "region,\n  score as score_1,\n  case when score >= 5 then 1\n  else 0 end as score_2,\n  null as score_3,\n  null as weight\nfrom answers",
  );
  expect(third).toContain("select 3 as family");
  expect(third).toContain("null as score_3,\n  weight\nfrom answers");
  const easyAlone = allScoresSql(families, {only: ["easy"]});
  expect(easyAlone).toContain("select 1 as family");
  expect(easyAlone).toContain("null as score_1,\n  case when");
  expect(easyAlone).not.toContain("union");
});

test("a fourth metric of the same records begins another family", () => {
  const ids = ["a", "b", "c", "d"];
  expect(idsOf(familiesOf(ids.map((id) => metric(id))))).toEqual([["a", "b", "c"], ["d"]]);
});

test("a metric whose columns stand otherwise is refused by name", () => {
  const sql = "select score, region from answers";
  expect(() => familiesOf([{name: "metric_odd", sql}])).toThrow("model metric_odd: the last columns are region, score");
});

test("calls offered, tickets, callbacks and answers are each scanned once for all that is scored of them", () => {
  const folder = new URL("../../loaders/models/metrics/", import.meta.url);
  const files = readdirSync(folder).map((file) => ({
    name: file.replace(/\.sql$/, ""),
    sql: readFileSync(new URL(file, folder), "utf8").trim(),
  }));
  expect(idsOf(familiesOf(files)).filter((ids) => ids.length > 1)).toEqual([
    ["answer_rate", "call_resolved", "service_level"],
    ["bottom_box", "csat", "csat_score"],
    ["callback_independent", "confirmed_solved"],
    ["fcr_30", "fcr_7"],
    ["sla_met", "solved_rate"],
  ]);
});
