import {rmSync} from "node:fs";
import {afterAll, describe, expect, test} from "vitest";
import {run} from "./command.js";
import {tinyReport} from "./tiny-report.js";

const made: string[] = [];
afterAll(() => {
  for (const folder of made) rmSync(folder, {recursive: true, force: true});
});

/** What an analyst may hand in, and where, what and fix of the answer. */
const cases: readonly {
  name: string;
  changes: Readonly<Record<string, string | null>>;
  args?: readonly string[];
  code: string;
  where: RegExp;
  what: RegExp;
}[] = [
  {
    name: "a column that is not in the file",
    changes: {"exports/customers.csv": "id,area,joined\nK1,North,2025-06-01\n"},
    code: "column_missing",
    where: /desk\.yaml (line|第) \d+.*customers\.csv → customers/,
    what: /region.*area/,
  },
  {
    name: "a required column that is empty",
    changes: {
      "exports/customers.csv": "id,region,joined\nK1,,2025-06-01\nK2,,2025-06-01\n",
      "mappings/desk.yaml":
        "label: {zh: 一, en: One}\ntables:\n  - entity: customers\n    files: customers.csv\n    columns:\n      customer_id: id\n      region: {from: region, required: true}\n",
    },
    code: "column_empty",
    where: /desk\.yaml (line|第) 7.*customers\.csv → customers/,
    what: /region.*2/,
  },
  {
    name: "values nobody has mapped",
    changes: {"exports/tickets.csv": "id,customer,type,about,opened,solved,rating\nT1,K1,投诉,x,2026-04-01 09:00,,\n"},
    code: "reject_limit",
    where: /desk\.yaml (line|第) \d+.*tickets\.csv (row|第) 2/,
    what: /投诉/,
  },
  {
    name: "dates that can be read in two ways",
    changes: {"exports/customers.csv": "id,region,joined\nK1,North,01-02-25\n"},
    code: "reject_limit",
    where: /desk\.yaml (line|第) \d+.*customers\.csv (row|第) 2/,
    what: /01-02-25/,
  },
  {
    name: "a file that is not what its name says",
    changes: {
      "exports/customers.csv": null,
      "exports/customers.xlsx": "this is no workbook",
      "mappings/desk.yaml":
        "label: {zh: 一, en: One}\ntables:\n  - entity: customers\n    files: customers.xlsx\n    format: xlsx\n    columns: {customer_id: id}\n",
    },
    code: "",
    where: /customers\.xlsx/,
    what: /./,
  },
  {
    name: "YAML that does not parse",
    changes: {"report.yaml": "company: {zh: 一, en: One\nmonth: 2026-04\n"},
    code: "yaml_syntax",
    where: /report\.yaml (line|第) \d/,
    what: /YAML/,
  },
  {
    name: "a word the settings do not know",
    changes: {"report.yaml": "company: {zh: 一, en: One}\nmonths: 2026-04\n"},
    code: "yaml_value",
    where: /report\.yaml (line|第) 2/,
    what: /months/,
  },
  {
    name: "a column that no record has",
    changes: {
      "mappings/desk.yaml":
        "label: {zh: 一, en: One}\ntables:\n  - entity: customers\n    files: customers.csv\n    columns: {customer_id: id, regoin: region}\n",
    },
    code: "yaml_value",
    where: /desk\.yaml (line|第) 5/,
    what: /regoin/,
  },
  {
    name: "an empty exports folder",
    changes: {"exports/tickets.csv": null, "exports/customers.csv": null},
    code: "exports_empty",
    where: /exports/,
    what: /tickets\.csv/,
  },
  {
    name: "a month without records",
    changes: {},
    args: ["--month", "2031-01"],
    code: "month_empty",
    where: /2031-01/,
    what: /2026-01/,
  },
  {
    name: "no report folder",
    changes: {"report.yaml": null},
    code: "report_missing",
    where: /huisheng-tiny/,
    what: /report\.yaml/,
  },
];

describe.each(cases)("$name", ({changes, args = [], code, where, what}) => {
  const folder = tinyReport(changes);
  made.push(folder);

  test.each([
    ["en", "Fix:"],
    ["zh", "处理："],
  ])("is answered in %s with where, what and fix, and exit code 1", async (language, fix) => {
    const ran = await run(["check", "--report", folder, "--lang", language, ...args]);
    expect(ran.text).toMatch(where);
    expect(ran.text).toMatch(what);
    expect(ran.text).toContain(fix);
    expect(ran.text).toContain(code);
    expect(ran.text).not.toMatch(/\n\s+at /);
    expect(ran.code).toBe(1);
  });
});

test.each([
  {args: ["bulid"], says: /bulid.*"build"/},
  {args: ["build", "--rpeort", "x"], says: /--rpeort.*"--report"/},
  {args: ["build", "--report"], says: /--report: lacks/},
  {args: ["build", "my-report"], says: /my-report[\s\S]*--report my-report/},
  {args: ["build", "--month", "10/2026"], says: /10\/2026/},
  {args: ["start", "--port", "abc"], says: /--port abc/},
  {args: ["dev", "--port", "70000"], says: /--port 70000[\s\S]*65535/},
  {args: ["bench", "--rows", "many"], says: /--rows many/},
])("$args ends with exit code 1 and what to write", async ({args, says}) => {
  const ran = await run(args, {env: {LANG: "en_US.UTF-8", LC_ALL: "", LC_MESSAGES: ""}});
  expect(ran.text).toMatch(says);
  expect(ran.text).toContain("Fix:");
  expect(ran.code).toBe(1);
});

test("a language that messages do not come in is refused in that of the machine", async () => {
  const ran = await run(["build", "--lang", "fr"], {env: {LANG: "zh_CN.UTF-8", LC_ALL: "", LC_MESSAGES: ""}});
  expect(ran.text).toMatch(/--lang fr：没有这种语言[\s\S]*zh 或 en/);
  expect(ran.code).toBe(1);
});

test("help is there in both languages", async () => {
  expect((await run(["--help", "--lang", "zh"])).text).toContain("退出码");
  const english = await run(["--help"], {env: {LANG: "en_US.UTF-8", LC_ALL: ""}});
  expect(english.text).toContain("Exit codes");
  expect(english.code).toBe(0);
});
