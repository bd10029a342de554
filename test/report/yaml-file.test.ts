import {mkdtempSync, rmSync, writeFileSync} from "node:fs";
import {tmpdir} from "node:os";
import {join} from "node:path";
import {afterAll, describe, expect, test} from "vitest";
import {mappingSchema} from "../../loaders/mapping/mapping.js";
import {ReportError, ReportErrors} from "../../loaders/messages/errors.js";
import {reportSchema} from "../../loaders/report/folder.js";
import {ruleSchemas} from "../../loaders/report/rules.js";
import {lineOf, readYaml, readYamlLines} from "../../loaders/report/yaml-file.js";

const folder = mkdtempSync(join(tmpdir(), "huisheng-yaml-"));
afterAll(() => rmSync(folder, {recursive: true, force: true}));

function written(text: string | Uint8Array): string {
  const path = join(folder, "a.yaml");
  writeFileSync(path, text);
  return path;
}

/** What a reader is told of a file. */
function told(text: string, schema: Parameters<typeof readYaml>[1]["schema"], language: "zh" | "en" = "en"): string {
  try {
    readYaml(written(text), {name: "a.yaml", schema});
  } catch (error) {
    if (error instanceof ReportError || error instanceof ReportErrors) return error.print(language);
    throw error;
  }
  return "";
}

const mapping = (table: string) => `label: {zh: 一, en: One}\ntables:\n  - ${table.replaceAll("\n", "\n    ")}\n`;
const company = "company: {zh: 一, en: One}\n";

describe("what is wrong with an entry is told with its line, its name, and what would do", () => {
  test.each([
    [
      "a tier by score without its points",
      "measure: score\nlevels:\n  - {code: a, min_score: 50}\n  - {code: b}\n",
      ruleSchemas.tiers,
      /^a\.yaml line 4: levels › item 2 lacks min_score, since measure is score/,
    ],
    [
      "a tier by score with an amount",
      "measure: score\nlevels:\n  - {code: a, min_score: 50, min_revenue: 9}\n",
      ruleSchemas.tiers,
      /^a\.yaml line 3: levels › item 1 › min_revenue is not used, since measure is score: give min_score/,
    ],
    [
      "a name nobody knows",
      `${company}months: 2026-10\n`,
      reportSchema,
      /^a\.yaml line 2: months is not known\. Did you mean "month"/,
    ],
    ["no company", "month: 2026-10\n", reportSchema, /^a\.yaml line 1: company is missing and must be given/],
    [
      "a month by another name",
      `${company}month: Oct 2026\n`,
      reportSchema,
      /line 2: month must be a month, written like 2026-10/,
    ],
    [
      "a share as a text",
      `${company}reject_limit: "2%"\n`,
      reportSchema,
      /line 2: reject_limit must be a number, not "2%"/,
    ],
    ["a share above one", `${company}reject_limit: 2\n`, reportSchema, /line 2: reject_limit must be at most 1/],
    [
      "a language that is none",
      `${company}languages: [zh, fr]\n`,
      reportSchema,
      /line 2: languages › item 2 cannot be "fr"/,
    ],
    ["no language", `${company}languages: []\n`, reportSchema, /languages must be at least 1 entry/],
    [
      "a zone that is none",
      `${company}time_zone: Beijing\n`,
      reportSchema,
      /time_zone is no time zone; for example Asia\/Shanghai/,
    ],
    ["nothing after the name", "company:\n", reportSchema, /company has nothing after it/],
    ["a list instead of names", "- a\n", reportSchema, /line 1: the file must be a group of "name: value", not a list/],
    [
      "a measure that is none",
      "targets: [{metric: cast, target: 1, direction: up}]",
      ruleSchemas.targets,
      /metric is not known\. Did you mean "csat"/,
    ],
    [
      "a way in no direction",
      "targets:\n  - {metric: csat, target: 1, direction: higher}",
      ruleSchemas.targets,
      /line 2: .*direction cannot be "higher"\. It is one of up, down/,
    ],
    [
      "a share that is none",
      "targets:\n  - {metric: csat, target: 90, direction: up}",
      ruleSchemas.targets,
      /line 2: .*target is a share, between 0 and 1: write 90 % as 0\.9/,
    ],
    [
      "a way that is worse",
      "targets:\n  - {metric: bottom_box, target: 0.1, direction: up}",
      ruleSchemas.targets,
      /line 2: .*direction is the wrong way for bottom_box: lower is better, write down/,
    ],
  ])("%s", (_, text, schema, says) => {
    expect(told(text, schema)).toMatch(says);
  });

  test.each([
    [
      "an entity",
      mapping("entity: ticket\nfiles: a.csv\ncolumns: {ticket_id: id}"),
      /line 3: .*entity cannot be "ticket"\. Did you mean "tickets"/,
    ],
    [
      "a column",
      mapping("entity: tickets\nfiles: a.csv\ncolumns:\n  ticket_id: id\n  chanel: c"),
      /line 7: columns › chanel is no column of tickets\. Did you mean "channel"/,
    ],
    [
      "a word within a column",
      mapping("entity: tickets\nfiles: a.csv\ncolumns:\n  ticket_id: {form: id}"),
      /line 6: .*form is not known\. Did you mean "from"\?\nFix/,
    ],
    [
      "neither header nor constant",
      mapping("entity: tickets\nfiles: a.csv\ncolumns:\n  ticket_id: {required: true}"),
      /line 6: .*ticket_id needs from: a header, or value: a constant/,
    ],
    ["no files", mapping("entity: tickets\nfiles:\ncolumns: {ticket_id: id}"), /line 4: .*files has nothing after it/],
    [
      "a number form",
      mapping('entity: tickets\nfiles: a.csv\ncolumns: {ticket_id: id, fee: {from: f, number: "1.234"}}'),
      /fee › number cannot be "1\.234"/,
    ],
    [
      "an own dimension called as a standard one",
      mapping("entity: customers\nfiles: a.csv\ncolumns: {customer_id: id, sex: s, dim_sex: s}"),
      /columns › dim_sex .*sex/,
    ],
  ])("of a mapping: %s", (_, text, says) => {
    expect(told(text, mappingSchema)).toMatch(says);
  });

  test("in Chinese to the last word", () => {
    const text = told(
      mapping('entity: ticket\nfiles: a.csv\ncolumns:\n  ticket_id: {form: id}\n  fee: {from: f, number: "1.234"}'),
      mappingSchema,
      "zh",
    );
    expect(text).toContain("a.yaml 第 3 行");
    expect(text).toContain("没有这一项。是不是“from”？");
    // But for what is quoted and for names of files and entries.
    const said = text.replaceAll(/"[^"]*"|“[^”]*”|[\w./-]+\.(?:yaml|md)|\w+(?= ›|：)|可用：[^。]*|yaml_value/g, "");
    expect(said).not.toMatch(/[A-Za-z]{2,}/);
  });
});

describe("what does not parse is told in words, once, with its line", () => {
  test.each([
    ["a tab", "company:\n\tzh: a\n", /line 2: .*indented with a tab/],
    ["two on a line", "a: b: c\n", /line 1: this is not valid YAML: two "name: value" on one line/],
    ["a name twice", `${company}company: {zh: a, en: b}\n`, /line 2: .*the same name stands here twice/],
    ["a bracket left open", "company: {zh: a, en: b\nmonth: 2026-10\n", /line \d: .*the indentation is wrong, or a \{/],
    ["an alias of nothing", "company: *abc\n", /line 1: .*a value that begins with \*/],
    ["a value with @", "company: @abc\n", /line 1: .*a value cannot begin with @/],
    ["a quote left open", 'company: "abc\n', /a sign is missing/],
  ])("%s", (_, text, says) => {
    const message = told(text, reportSchema);
    expect(message).toMatch(says);
    expect(message.match(/line \d/g)).toHaveLength(1);
    expect(told(text, reportSchema, "zh")).toMatch(/第 \d 行：.*\p{Script=Han}/u);
  });
});

test("a file saved by an editor on a Chinese Windows reads as one in UTF-8 does", () => {
  // "company: {zh: 回声, en: Echo}" in GB18030
  const bytes = Buffer.concat([
    Buffer.from("company: {zh: "),
    Buffer.from([0xbb, 0xd8, 0xc9, 0xf9]),
    Buffer.from(", en: Echo}\n"),
  ]);
  expect(readYaml(written(bytes), {name: "a.yaml", schema: reportSchema}).company.zh).toBe("回声");
});

test("every entry knows its line, and a missing one that of what it is missing from", () => {
  const {lines} = readYamlLines(
    written(mapping("entity: tickets\nfiles: a.csv\ncolumns:\n  ticket_id: id\n  channel: {from: c}")),
    {name: "a.yaml", schema: mappingSchema},
  );
  expect(lineOf(lines, ["tables", 0, "columns", "channel"])).toBe(7);
  expect(lineOf(lines, ["tables", 0, "columns", "status"])).toBe(5);
  expect(lineOf(lines, ["tables", 0])).toBe(3);
  expect(lineOf(lines, ["nothing"])).toBe(1);
});
