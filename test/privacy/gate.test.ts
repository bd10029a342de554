import {createHash} from "node:crypto";
import {existsSync, rmSync} from "node:fs";
import {join} from "node:path";
import {afterAll, expect, test} from "vitest";
import {run} from "../build/command.js";
import {tinyReport} from "../build/tiny-report.js";

const phone = "13900001234";
/** An export whose fingerprint, of which the report shows the first digits, begins like a mobile number. */
const exported = (): string => {
  const rows = Array.from(
    {length: 60},
    (_, at) =>
      `T${at},K${at},complaint,${at % 2 ? "late" : "4111111111111111"},2026-04-0${1 + (at % 9)} 09:00,2026-04-1${at % 9} 15:00`,
  );
  for (let number = 100; ; number++) {
    const text = ["id,customer,type,about,opened,solved", ...rows, `T${number},K1,complaint,late,2026-04-01 09:00,`];
    const bytes = `${text.join("\n")}\n`;
    if (/^1[3-9]\d{9}[a-f]/.test(createHash("sha256").update(bytes).digest("hex"))) return bytes;
  }
};
const report = tinyReport({
  "report.yaml": "company: {zh: 小样（虚构）, en: Tiny (made up)}\nmonth: 2026-04\nlanguages: [zh]\n",
  "mappings/desk.yaml": [
    "label: {zh: 工单系统, en: Desk}",
    "tables:",
    "  - entity: tickets",
    "    files: tickets.csv",
    "    columns:",
    "      ticket_id: id",
    "      customer_id: customer",
    "      ticket_type: type",
    "      category: about",
    "      created_at: opened",
    "      solved_at: solved",
    "",
  ].join("\n"),
  "reference/categories.csv": `code,label_zh,label_en\nlate,李小娜女士${phone},late\nnoise,噪音,noise\n`,
  "pages/zh/own.md": "# 附页\n\n有事找 li.na@example.com\n",
  "rules/privacy.yaml": "keep: [category]\n",
  "exports/tickets.csv": exported(),
});
afterAll(() => rmSync(report, {recursive: true, force: true}));

test("a build that would show personal data stops, and says in which file it stands, of which kind it is, and which line to change", async () => {
  const out = join(report, "..", "huisheng-gate");
  const {code, text} = await run(["build", "--report", report, "--out", out], {env: {LANG: "en_US.UTF-8"}});
  expect(code).toBe(1);
  expect(existsSync(out)).toBe(false);
  const said = text.replaceAll(/\s+/g, " ");
  expect(said).toMatch(
    /holds personal data \(mobile number\): 139\*+234.*written in reference\/categories\.csv, line 2/,
  );
  expect(said).toMatch(
    /search\.zh\.json[^:]*: holds personal data \(e-mail address\).*written in pages\/zh\/own\.md, line 3/,
  );
  expect(said).toMatch(
    /\.csv \(类别\): holds personal data \(bank card number\).*mappings\/desk\.yaml:9 reads this column/,
  );
  expect(text).not.toContain(phone);
  expect(said).not.toMatch(/import-files/);
});
