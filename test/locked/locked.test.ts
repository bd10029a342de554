import {mkdtempSync, readdirSync, readFileSync, rmSync, statSync} from "node:fs";
import {tmpdir} from "node:os";
import {join} from "node:path";
import {Uint8ArrayReader, Uint8ArrayWriter, ZipReader} from "@zip.js/zip.js";
import type {Browser, BrowserContext, Page} from "playwright-core";
import {afterAll, beforeAll, describe, expect, it} from "vitest";
import {type ServedSite, serveSite} from "../../loaders/cli/serve.js";
import {type Lock, lockOf} from "../../loaders/locked/lock.js";
import {keyOf, openedCopy} from "../../src/components/locked.js";
import {launchBrowser} from "../browser.js";
import {run} from "../build/command.js";
import {tinyReport} from "../build/tiny-report.js";
import {unzip} from "../downloads/open-office.js";

const password = "云杉 four quiet words";
const env = {HUISHENG_PASSWORD: password, LANG: "en_US.UTF-8"};
const yaml =
  "company: {zh: 小样示例公司（虚构）, en: Tiny Sample Company (made up)}\nmonth: 2026-04\naccounts: true\nlock: {password_env: HUISHENG_PASSWORD}\n";
const own = `# 自己的页

\`\`\`js
const rows = await FileAttachment("branches.csv").csv({typed: true});
\`\`\`

<p id="sum">\${d3.sum(rows, (row) => row.value)}</p>

![分店](branch.svg)
`;

/** Customers with ids that no chance writes, of whom the best have pages of their own. */
const tables = {
  "report.yaml": yaml,
  "mappings/crm.yaml": [
    "label: {zh: 客户系统, en: CRM}",
    "tables:",
    "  - entity: customers",
    "    files: crm.csv",
    "    columns: {customer_id: id, region: region, joined_date: joined}",
    "  - entity: orders",
    "    files: orders.csv",
    "    columns: {order_id: id, customer_id: customer, ordered_at: day, amount: amount}",
    "",
  ].join("\n"),
  "exports/crm.csv": `id,region,joined\n${Array.from({length: 30}, (_, at) => `CUSTOMER-${1000 + at},Northwest,2025-06-01`).join("\n")}\n`,
  "exports/orders.csv": `id,customer,day,amount\n${Array.from({length: 60}, (_, at) => `O${at},CUSTOMER-${1000 + (at % 30)},2026-0${1 + (at % 4)}-1${at % 9},${at % 30 < 3 ? 9000 : 10}`).join("\n")}\n`,
  "rules/tiers.yaml":
    "version: 2026-01\nwindow_months: 12\nlevels:\n  - {code: key, min_revenue: 10000, label_zh: 重点, label_en: Key}\n  - {code: normal, min_revenue: 0, label_zh: 普通, label_en: Normal}\n",
  "pages/zh/own.md": own,
  "pages/zh/branches.csv": "name,value\n静安分店,41\n徐汇分店,1\n",
  "pages/zh/branch.svg":
    '<svg xmlns="http://www.w3.org/2000/svg" width="40" height="20"><title>branch-of-jingan</title></svg>',
};

const filesUnder = (root: string): string[] =>
  (readdirSync(root, {recursive: true, encoding: "utf8"}) as string[]).filter((name) =>
    statSync(join(root, name)).isFile(),
  );

/** What a locked page or file says, by the same password. */
function lockOfSite(site: string): Lock {
  const html = readFileSync(join(site, "index.html"), "utf8");
  const [, salt = "", rounds = ""] = / data-salt="([^"]*)" data-rounds="(\d+)"/.exec(html) ?? [];
  return lockOf(password, {salt: Buffer.from(salt, "base64"), rounds: Number(rounds)});
}

const unlockedFile = (site: string, path: string): Buffer => {
  const lock = lockOfSite(site);
  return Buffer.from(lock.open(path, readFileSync(join(site, "locked", `${lock.nameOf(path)}.bin`))));
};

describe("a locked copy", () => {
  const folder = mkdtempSync(join(tmpdir(), "huisheng-locked-"));
  const report = tinyReport(tables);
  const out = join(folder, "reports", "april");
  let browser: Browser;
  let served: ServedSite;
  let context: BrowserContext;
  beforeAll(async () => {
    const {code, text} = await run(["publish", "--report", report, "--out", out], {env});
    expect(text).toContain("Site:");
    expect(code).toBe(0);
    [browser, served] = await Promise.all([launchBrowser(), serveSite(folder, {port: 4500})]);
  });
  afterAll(async () => {
    await browser?.close();
    await served?.close();
    for (const each of [folder, report]) rmSync(each, {recursive: true, force: true});
  });

  /** A page of the site, below a path of the server, with what went wrong on it. */
  async function open(path: string): Promise<{page: Page; problems: string[]}> {
    context = await browser.newContext({acceptDownloads: true});
    const page = await context.newPage();
    const problems: string[] = [];
    page.on("pageerror", (error) => problems.push(error.message));
    page.on("console", (message) => message.type() === "error" && problems.push(message.text()));
    page.on("request", (request) => {
      if (!/^(data|blob):/.test(request.url()) && !request.url().startsWith(served.address))
        problems.push(request.url());
    });
    await page.goto(`${served.address}reports/april/${path}`);
    return {page, problems};
  }

  async function unlock(page: Page, typed = password): Promise<void> {
    await page.fill("input[type=password]", typed);
    await page.click("button");
  }

  it("asks for the password, says that a wrong one is wrong, and opens with the right one", async () => {
    const {page, problems} = await open("en/overview.html");
    expect(await page.title()).toBe("Locked · 已加密");
    expect(await page.textContent("body")).not.toMatch(/Tiny|2026/);
    await unlock(page, "another four words");
    await page.waitForFunction(() => document.querySelector("[role=alert]")?.textContent !== "");
    expect(await page.textContent("[role=alert]")).toBe("Wrong password · 密码不对");
    await unlock(page);
    await page.waitForSelector("ul.tiles");
    expect(await page.title()).toContain("Tiny Sample Company (made up)");
    // The style and the scripts of the page itself are at work.
    expect(await page.evaluate(() => getComputedStyle(document.body).getPropertyValue("--blue"))).not.toBe("");
    await page.waitForSelector(".menu.ready");
    expect(problems).toEqual([]);
    await context.close();
  });

  it("opens what links lead to without asking again, at the place that they name, and finds by search", async () => {
    const {page, problems} = await open("en/overview.html");
    await unlock(page);
    await page.waitForSelector("ul.tiles");
    await page.click('nav a[href$="complaints.html"]');
    await page.waitForURL(/complaints\.html$/);
    await page.waitForSelector("figure#complaint-categories");
    await page.waitForSelector(".menu.ready"); // the scripts are at work
    await page.fill(".search input", "satisfaction");
    await page.waitForSelector(".results a");
    await page.click(".results a");
    await page.waitForURL(/\/en\/[\w-]+\.html/);
    await page.waitForSelector("main h1");
    await page.goto(`${served.address}reports/april/en/complaints.html#complaint-categories`);
    await page.waitForSelector("figure#complaint-categories");
    expect(
      await page.evaluate(() => document.querySelector("#complaint-categories")!.getBoundingClientRect().top),
    ).toBeLessThan(400);
    await page.goto(`${served.address}reports/april/en/explore.html`);
    await page.waitForSelector(".explored table");
    expect(problems).toEqual([]);
    await context.close();
  });

  it("saves the workbook as it was before it was locked", async () => {
    const {page, problems} = await open("zh/downloads.html");
    await unlock(page);
    const link = page.locator('a[href$="report.zh.xlsx"]');
    const [download] = await Promise.all([page.waitForEvent("download"), link.click()]);
    expect(download.suggestedFilename()).toBe("report.zh.xlsx");
    const bytes = readFileSync((await download.path())!);
    expect(Object.keys(unzip(bytes))).toContain("xl/workbook.xml");
    expect(bytes.equals(unlockedFile(out, "downloads/report.zh.xlsx"))).toBe(true);
    expect(problems).toEqual([]);
    await context.close();
  });

  it("runs an analyst's page with its files and pictures", async () => {
    const {page, problems} = await open("zh/own.html");
    await unlock(page);
    await page.waitForFunction(() => document.querySelector("#sum")?.textContent === "42");
    expect(await page.getAttribute('img[alt="分店"]', "src")).toMatch(/^data:image\/svg\+xml;base64,/);
    expect(problems).toEqual([]);
    await context.close();
  });

  it("keeps the summary locked when it travels alone, and opens it from a disk", async () => {
    context = await browser.newContext();
    const page = await context.newPage();
    await page.goto(`file://${join(out, "downloads", "summary.en.html")}`);
    await unlock(page);
    await page.waitForSelector("h2");
    expect(await page.textContent("h1")).toContain("Tiny Sample Company (made up)");
    await context.close();
  });

  it("holds nothing of the report in any byte or file name", () => {
    const index = JSON.parse(unlockedFile(out, "search.en.json").toString()) as {entries: {title: string}[]};
    const titles = index.entries.map(({title}) => title).filter((title) => title.length > 8);
    expect(titles.length).toBeGreaterThan(30);
    const wanted = [
      ...titles,
      "CUSTOMER-10",
      "Northwest",
      "小样示例公司",
      "Tiny Sample",
      "静安分店",
      "branch-of-jingan",
    ];
    const found = filesUnder(out).flatMap((name) => {
      const bytes = readFileSync(join(out, name));
      return wanted.filter((text) => bytes.includes(text) || name.includes(text)).map((text) => `${name}: ${text}`);
    });
    // A title may be nothing but the name of a page, which the page's file is called after.
    expect(found).toEqual([]);
    expect(readFileSync(join(out, ".huisheng"), "utf8")).toBe("");
    expect(filesUnder(out).filter((name) => /\.(json|csv|svg|png|parquet|xlsx|pptx|txt)$/.test(name))).toEqual([]);
    expect(filesUnder(out).some((name) => /zh\/account-[0-9a-f]{12}\.html/.test(name))).toBe(true);
  });

  it("puts deck, workbook, summary and text into a zip that opens with the password alone", async () => {
    const bytes = readFileSync(`${out}.en.zip`);
    const read = async (typed: string) => {
      const reader = new ZipReader(new Uint8ArrayReader(bytes), {password: typed, useWebWorkers: false});
      const entries = await reader.getEntries();
      expect(entries.every(({encrypted, zipCrypto}) => encrypted && !zipCrypto)).toBe(true);
      return Promise.all(
        entries.map(async (entry) => ({
          name: entry.filename,
          bytes: entry.directory ? new Uint8Array() : await entry.getData(new Uint8ArrayWriter()),
        })),
      );
    };
    const files = await read(password);
    expect(files.map(({name}) => name)).toEqual([
      "report.en.pptx",
      "report.en.xlsx",
      "summary.en.html",
      "report.en.txt",
    ]);
    expect(Object.keys(unzip(files[1]!.bytes))).toContain("xl/workbook.xml");
    await expect(read("another four words")).rejects.toThrow(/password/i);
  });

  it("is not read by commands that read a site", async () => {
    const {code, text} = await run(["why", "complaint-categories", "--out", out], {env});
    expect(code).toBe(1);
    expect(text).toContain("(site_locked)");
  });

  it("carries earlier editions over, and says so where another password locked them", async () => {
    const again = await run(["build", "--report", report, "--out", out], {env});
    expect(again.text).toContain("Site:");
    const {page, problems} = await open("editions/2026-04/en/complaints.html");
    await unlock(page);
    await page.waitForSelector("figure#complaint-categories");
    expect(problems).toEqual([]);
    await context.close();
    const other = await run(["build", "--report", report, "--out", out], {
      env: {...env, HUISHENG_PASSWORD: "another four words"},
    });
    expect(other.text).toContain("(lock_editions)");
    expect(other.code).toBe(1);
  });
});

describe("the password of a locked copy", () => {
  const build = async (changes: Record<string, string>, own: NodeJS.ProcessEnv) => {
    const report = tinyReport({"report.yaml": yaml, ...changes});
    const out = join(report, "..", "huisheng-never");
    const ran = await run(["build", "--report", report, "--out", out], {env: {LANG: "en_US.UTF-8", ...own}});
    rmSync(report, {recursive: true});
    return ran;
  };

  it("must be there, and long, before anything is read", async () => {
    const missing = await build({}, {HUISHENG_PASSWORD: ""});
    expect(missing.text).toContain("(lock_password_missing)");
    const short = await build({}, {HUISHENG_PASSWORD: "eleven char"});
    expect(short.text).toContain("(lock_password_short)");
    expect([missing.code, short.code]).toEqual([1, 1]);
  });

  it("never stands in report.yaml", async () => {
    const {code} = await build(
      {"report.yaml": yaml.replace("password_env: HUISHENG_PASSWORD", "password: secret")},
      {},
    );
    expect(code).toBe(1);
  });

  it("is of no use to a script in a file of its own, which would lie open", async () => {
    const {code, text} = await build({"pages/sums.js": "export const sums = 1;"}, {HUISHENG_PASSWORD: password});
    expect(text).toContain("(lock_script)");
    expect(code).toBe(1);
  });
});

describe("what Node locks", () => {
  const lock = lockOf(password, {salt: Buffer.alloc(16, 7), rounds: 1000});
  const key = keyOf(password, {salt: Buffer.alloc(16, 7), rounds: 1000});
  const text = new TextEncoder().encode("投诉 108 件");

  it("the library of the page opens, and calls by the same name", () => {
    const copy = openedCopy(key);
    expect(new TextDecoder().decode(copy.open("zh/a.html", lock.seal("zh/a.html", text)))).toBe("投诉 108 件");
    expect(copy.nameOf("zh/a.html")).toBe(lock.nameOf("zh/a.html"));
  });

  it("opens at its own place alone, unchanged, and where a browser lacks a method the library calls", () => {
    const sealed = lock.seal("zh/a.html", text);
    const copy = openedCopy(key);
    expect(() => copy.open("zh/b.html", sealed)).toThrow();
    sealed[20] = (sealed[20] ?? 0) ^ 1;
    expect(() => copy.open("zh/a.html", sealed)).toThrow();
    const {setBigUint64} = DataView.prototype;
    Reflect.deleteProperty(DataView.prototype, "setBigUint64");
    try {
      expect(new TextDecoder().decode(openedCopy(key).open("a", lock.seal("a", text)))).toBe("投诉 108 件");
    } finally {
      DataView.prototype.setBigUint64 = setBigUint64;
    }
  });
});
