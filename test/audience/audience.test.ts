import {existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync} from "node:fs";
import {tmpdir} from "node:os";
import {join} from "node:path";
import {afterAll, beforeAll, describe, expect, it} from "vitest";
import {withParquetTexts} from "../../loaders/scan/parquet-texts.js";
import {run} from "../build/command.js";
import {tinyReport} from "../build/tiny-report.js";
import {unzip} from "../downloads/open-office.js";

const env = {LANG: "en_US.UTF-8"};
const side = (at: number) => (at % 2 ? "NORTH" : "SOUTH");
const month = (at: number) => `2026-0${1 + (Math.floor(at / 2) % 4)}`;
/** Logistics have nothing in the month of the report. */
const department = (at: number) => (at % 2 === 0 ? "repairs" : month(at) === "2026-04" ? "yard" : "logistics");
const customers = Array.from(
  {length: 60},
  (_, at) => `${side(at)}ID${100 + at},${at % 2 ? "north" : "south"},2025-06-01,SOUTHID100`,
);
/** Every 40th ticket names no customer; of those some say their region. */
const tickets = Array.from({length: 400}, (_, at) => {
  const whose = at % 40 === 0 ? "" : `${side(at)}ID${100 + (at % 60)}`;
  const region = at % 80 === 0 ? "south" : "";
  const time = `${month(at)}-${String(1 + (at % 27)).padStart(2, "0")}`;
  return `T${at},${whose},${region},complaint,${at % 2 ? "noise" : "late"},${side(at)}HANDLER${at % 3},${department(at)},${time} 09:00,${time} 15:00`;
});
const calls = Array.from(
  {length: 200},
  (_, at) => `C${at},${side(at)}ID${100 + (at % 60)},${side(at)}AGENT${at % 4},${month(at)}-1${at % 9} 10:00,1`,
);
const files = {
  "mappings/desk.yaml": [
    "label: {zh: 工单系统, en: Desk}",
    "tables:",
    "  - entity: customers",
    "    files: customers.csv",
    "    columns: {customer_id: id, region: region, joined_date: joined, referred_by: by}",
    "  - entity: tickets",
    "    files: tickets.csv",
    "    columns: {ticket_id: id, customer_id: customer, region: region, ticket_type: type, category: about, handler: handler, responsible_department: department, created_at: opened, solved_at: solved}",
    "  - entity: calls",
    "    files: calls.csv",
    "    columns: {call_id: id, customer_id: customer, agent: agent, called_at: at, is_answered: answered}",
    "    defaults: {direction: inbound}",
    "",
  ].join("\n"),
  "exports/customers.csv": `id,region,joined,by\n${customers.join("\n")}\n`,
  "exports/tickets.csv": `id,customer,region,type,about,handler,department,opened,solved\n${tickets.join("\n")}\n`,
  "exports/calls.csv": `id,customer,agent,at,answered\n${calls.join("\n")}\n`,
  "rules/tiers.yaml":
    "version: 2026-01\nwindow_months: 12\nlevels:\n  - {code: key, min_revenue: 10000, label_zh: 重点, label_en: Key}\n  - {code: normal, min_revenue: 0, label_zh: 普通, label_en: Normal}\n",
  "rules/overrides.yaml":
    "overrides:\n  - {customer_id: NORTHID101, tier: key, reason: 新签合同, by: 总监, until: 2027-03-31}\n  - {customer_id: SOUTHID102, tier: key, reason: 新签合同, by: 总监, until: 2027-03-31}\n",
  "pages/zh/own.md": "# 全公司\n\nNORTHID101\n",
};
const yaml = (audiences: string) =>
  `company: {zh: 小样（虚构）, en: Tiny (made up)}\nmonth: 2026-04\nlanguages: [en]\naudiences:\n${audiences}`;

/** Every text of a folder by file: as it is, and what packages and Parquet hold. */
async function textsOf(root: string): Promise<Map<string, string>> {
  const names = (readdirSync(root, {recursive: true, encoding: "utf8"}) as string[]).filter((name) =>
    statSync(join(root, name)).isFile(),
  );
  const texts = new Map<string, string>();
  await withParquetTexts(async (read) => {
    for (const name of names) {
      const bytes = readFileSync(join(root, name));
      texts.set(name, bytes.toString("latin1"));
      if (/\.(xlsx|pptx)$/.test(name)) texts.set(`${name}!`, JSON.stringify(unzip(bytes)));
      if (name.endsWith(".parquet")) texts.set(`${name}!`, JSON.stringify(await read(join(root, name))));
    }
  });
  return texts;
}

const holding = (texts: ReadonlyMap<string, string>, wanted: RegExp): string[] =>
  [...texts].flatMap(([name, text]) => {
    const [found] = wanted.exec(text) ?? [];
    return found ? [`${name}: ${found}`] : [];
  });

describe("the site of an audience", () => {
  const folder = mkdtempSync(join(tmpdir(), "huisheng-audience-"));
  const report = tinyReport({
    ...files,
    "report.yaml": yaml(
      "  south: {label: {zh: 南区, en: South}, where: {region: south}}\n  works: {where: {department: [logistics]}}\n",
    ),
  });
  const out = join(folder, "site");
  beforeAll(async () => {
    const {code, text} = await run(["build", "--report", report, "--out", out], {env});
    expect(text).toContain("Site:");
    expect(code).toBe(0);
  });
  afterAll(() => {
    for (const each of [folder, report]) rmSync(each, {recursive: true, force: true});
  });

  it("is whole, and holds no id, name of staff or page of another's in any byte", async () => {
    const texts = await textsOf(join(out, "audiences", "south"));
    expect([...texts.keys()]).toEqual(
      expect.arrayContaining([
        "index.html",
        "en/overview.html",
        "search.en.json",
        "downloads/report.en.pptx",
        "downloads/report.en.xlsx",
      ]),
    );
    expect([...texts.keys()].some((name) => name.endsWith(".parquet!"))).toBe(true);
    // The whole has both, so the search finds what is there.
    const whole = await textsOf(join(out, "downloads"));
    expect(holding(whole, /NORTH(ID|AGENT|HANDLER)\d/).length).toBeGreaterThan(3);
    expect(holding(texts, /SOUTH(ID|AGENT|HANDLER)\d/).length).toBeGreaterThan(3);
    expect(holding(texts, /NORTH(ID|AGENT|HANDLER)\d|全公司/)).toEqual([]);
  });

  it("counts the records of its customers, and by their own column those that name none; what says neither is left out and said", () => {
    const manifest = JSON.parse(readFileSync(join(out, "audiences", "south", "manifest.json"), "utf8")) as {
      company: {en: string};
      inputs: {file: string; rows_in: number; rows_kept: number}[];
    };
    expect(manifest.company.en).toBe("Tiny (made up) · South");
    const rows = Object.fromEntries(manifest.inputs.map(({file, rows_kept}) => [file, rows_kept]));
    // 200 even tickets of the South: 10 name no customer, 5 of those say that they are the South's.
    expect(rows).toEqual({"customers.csv": 30, "tickets.csv": 195, "calls.csv": 100});
    const quality = readFileSync(join(out, "audiences", "south", "en", "data-quality.html"), "utf8");
    expect(quality).toContain("5 that do not say whose they are were left out");
  });

  it("may be told by the department of records: those records, and the customers that they name, though the month have none", async () => {
    const works = join(out, "audiences", "works");
    const manifest = JSON.parse(readFileSync(join(works, "manifest.json"), "utf8")) as {
      inputs: {file: string; rows_kept: number}[];
    };
    const rows = Object.fromEntries(manifest.inputs.map(({file, rows_kept}) => [file, rows_kept]));
    expect(rows).toEqual({"customers.csv": 30, "tickets.csv": 150, "calls.csv": 0});
    expect(holding(await textsOf(works), /SOUTH(ID|AGENT|HANDLER)\d/)).toEqual([]);
  });

  it("is named in the menu of the whole report, and leads nowhere outside itself", () => {
    const whole = readFileSync(join(out, "en", "overview.html"), "utf8");
    expect(whole).toContain('href="../audiences/south/index.html">South<');
    const own = readFileSync(join(out, "audiences", "south", "en", "overview.html"), "utf8");
    expect(own).not.toContain("audiences/");
  });
});

describe("readers of the whole and of a part", () => {
  const folder = mkdtempSync(join(tmpdir(), "huisheng-parts-"));
  const report = tinyReport({
    ...files,
    "exports/calls.csv": `${files["exports/calls.csv"]}CX,SOUTHID101,SOUTHAGENT1,some day,1\n`,
    "report.yaml": yaml(
      "  south: {label: {zh: 南区, en: South}, where: {region: south}, lists: true}\n  most: {where: {region: [south, north]}}\nlists: false\n",
    ),
  });
  const out = join(folder, "site");
  const read = (...path: string[]) => readFileSync(join(out, ...path), "utf8");
  beforeAll(async () => {
    const {code} = await run(["publish", "--report", report, "--out", out], {env});
    expect(code).toBe(0);
  });
  afterAll(() => {
    for (const each of [folder, report]) rmSync(each, {recursive: true, force: true});
  });
  const cells = (html: string, row: string) =>
    new RegExp(`<tr><th scope="row">(?:<a [^>]*>)?${row}(?:</a>)?</th>(.*?)</tr>`).exec(html)?.[1]?.split("</td>") ??
    [];

  it("have a page that leads to all parts, with what heads each of them", () => {
    const front = read("en", "audiences.html");
    expect(front).toMatch(/href="\.\.\/audiences\/south\/index\.html">South</);
    const [whole, south] = [cells(front, "The whole company"), cells(front, "South")];
    expect(whole.length).toBeGreaterThan(2);
    expect(south).toHaveLength(whole.length);
    expect(south.join()).not.toBe(whole.join());
    expect(read("en", "overview.html")).toContain('href="../en/audiences.html"');
  });

  it("see single customers and records only where these may be listed; elsewhere it is said that they are not", async () => {
    const texts = [...(await textsOf(out))];
    const within = (of: RegExp) => holding(new Map(texts.filter(([name]) => of.test(name))), /(SOUTH|NORTH)ID\d/);
    expect(within(/^audiences\/south\//).length).toBeGreaterThan(3);
    expect(within(/^(?!audiences\/south\/)/)).toEqual([]);
    expect(existsSync(join(out, "downloads", "rejects-listed"))).toBe(false);
    expect(readFileSync(join(`${out}.rejects`, "rejects-desk-calls.csv"), "utf8")).toContain("SOUTHID101");
    const monthly = read("en", "monthly.html");
    expect(monthly).toContain("This report does not list <span>single customers and records");
    expect(monthly).not.toContain('href="monthly.html#month-complaints"');
    expect(read("audiences", "south", "en", "monthly.html")).not.toContain("does not list");
  });

  it("see a part beside the whole, but where the rest would be few", () => {
    const answered = cells(read("audiences", "south", "en", "beside-whole.html"), "Answer rate");
    expect(answered[0]).toMatch(/\d/);
    expect(answered[1]).toMatch(/\d/);
    // Nobody is left beside those of both regions.
    const most = cells(read("audiences", "most", "en", "beside-whole.html"), "Answer rate");
    expect(most[0]).toMatch(/\d/);
    expect(most[1]).toContain("–");
  });

  it("find the editions of each part, and an edition of the whole leads to those", async () => {
    const edition = read("editions", "2026-04", "en", "overview.html");
    const [link] = /[^"]*audiences\/south\/[^"]*/.exec(edition) ?? [""];
    expect(existsSync(join(out, "editions", "2026-04", "en", link))).toBe(true);
    expect(link).toContain("/editions/2026-04/");
    expect(read("audiences", "south", "en", "overview.html")).toContain('href="../editions/2026-04/index.html"');
    const before = read("audiences", "south", "editions", "2026-04", "en", "overview.html");
    expect((await run(["build", "--full", "--report", report, "--out", out], {env})).code).toBe(0);
    expect(read("audiences", "south", "editions", "2026-04", "en", "overview.html")).toBe(before);
  });
});

describe("an audience that the records do not know", () => {
  const build = async (audiences: string, own: NodeJS.ProcessEnv = {}) => {
    const report = tinyReport({...files, "report.yaml": yaml(audiences)});
    const ran = await run(["build", "--report", report, "--out", join(report, "..", "huisheng-never")], {
      env: {...env, ...own},
    });
    rmSync(report, {recursive: true});
    return ran;
  };

  it("is told with the names that are near", async () => {
    const column = await build("  south: {where: {regoin: south}}\n");
    expect(column.text).toContain('Did you mean "region"?');
    expect(column.text).toContain("(audience_column)");
    const value = await build("  south: {where: {region: soth}}\n");
    expect(value.text).toContain('Did you mean "south"');
    expect([column.code, value.code]).toEqual([1, 1]);
  });

  it("has a password of its own where the report is locked", async () => {
    const {code, text} = await build("  south: {where: {region: south}}\nlock: {password_env: HUISHENG_PASSWORD}\n", {
      HUISHENG_PASSWORD: "four quiet words more",
    });
    expect(text).toContain("(lock_audience)");
    expect(code).toBe(1);
  });

  it("has no password that another has, nor that of the whole under another name", async () => {
    const two =
      "  south: {where: {region: south}, password_env: SOUTH}\n  north: {where: {region: north}, password_env: NORTH}\nlock: {password_env: WHOLE}\n";
    const env = {WHOLE: "four quiet words more", SOUTH: "ｆｉｖｅ loud words", NORTH: "five loud words"};
    const same = await build(two, env);
    expect(same.text).toContain("audiences.north: has the password of south");
    expect(same.text).toContain("(lock_same)");
    expect(same.text).not.toContain("loud words");
    const whole = await build(two, {...env, NORTH: "four quiet words more"});
    expect(whole.text).toContain("(lock_audience)");
    expect([same.code, whole.code]).toEqual([1, 1]);
  });
});
