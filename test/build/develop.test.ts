import {type ChildProcess, spawn} from "node:child_process";
import {mkdirSync, readFileSync, writeFileSync} from "node:fs";
import {join} from "node:path";
import {afterAll, beforeAll, describe, expect, test} from "vitest";
import {redoFor, redoForAll} from "../../loaders/preview/steps.js";
import {cloneProject} from "./clone.js";

const {clone, remove} = cloneProject();
let child: ChildProcess;
let address: string;
let text = "";
let seen = 0;
const waiting = new Set<() => void>();

/** What the command says from the last answer on, as soon as it matches. */
function answer(pattern: RegExp): Promise<string> {
  return new Promise((done, fail) => {
    const look = (): void => {
      const rest = text.slice(seen);
      const found = pattern.exec(rest);
      if (!found) {
        if (child.exitCode !== null) fail(new Error(`the preview ended: ${text}`));
        return;
      }
      seen += found.index + found[0].length;
      waiting.delete(look);
      done(rest.slice(0, found.index + found[0].length));
    };
    waiting.add(look);
    look();
  });
}

const page = async (path: string): Promise<string> => (await fetch(new URL(path, address))).text();
const edit = (file: string, change: (text: string) => string): void => {
  const path = join(clone, file);
  writeFileSync(path, change(readFileSync(path, "utf8")));
};
/** Waits for the event by which open pages learn that there is something newer. */
async function nextEvent(): Promise<() => Promise<string>> {
  const {body} = await fetch(new URL("/_preview/events", address));
  const reader = body!.getReader();
  await reader.read();
  return async () => {
    const {value} = await reader.read();
    await reader.cancel();
    return new TextDecoder().decode(value);
  };
}

beforeAll(async () => {
  child = spawn("npm", ["run", "dev", "--", "--lang", "en"], {
    cwd: clone,
    detached: true,
    shell: process.platform === "win32",
    stdio: ["ignore", "pipe", "pipe"],
  });
  const hear = (chunk: Buffer): void => {
    text += chunk;
    for (const look of waiting) look();
  };
  child.stdout?.on("data", hear);
  child.stderr?.on("data", hear);
  child.on("exit", () => hear(Buffer.from("")));
  [, address = ""] = /(http:\S+)/.exec(await answer(/preview is at http:\S+/)) ?? [];
});

afterAll(() => {
  // The group: npm, what it started, and that one's worker.
  if (child.pid !== undefined && child.exitCode === null) process.kill(-child.pid, "SIGTERM");
  remove();
});

describe("npm run dev", () => {
  test("serves the pages of a build", async () => {
    expect(await page("/en/overview.html")).toContain("Tiny (made up)");
    expect(await page("/zh/complaints.html")).toContain("小样（虚构）");
    expect((await fetch(new URL("/en/nothing.html", address))).status).toBe(404);
  });

  test("shows changed records, says so, and open pages are told", async () => {
    const event = await nextEvent();
    edit("data/exports/tickets.csv", (csv) => csv.replaceAll(",late,", ",parcel lost,"));
    expect(await answer(/again \([\d.]+ s\)/)).toMatch(/Changed: data\/exports\/tickets\.csv\nread, counted, drawn/);
    expect(await event()).toMatch(/^data: [\d.]+\n\n$/);
    expect(await page("/en/complaints.html")).toContain("parcel lost");
  });

  test("shows a mistake in a mapping above the page, and mends it without a restart", async () => {
    edit("data/mappings/desk.yaml", (yaml) => yaml.replace("category: about", "catgory: about"));
    expect(await answer(/\(yaml_value\)/)).toContain("mappings/desk.yaml line 5");
    const told = await page("/en/complaints.html");
    expect(told).toMatch(/<div class="preview-problem" role="alert">[\s\S]*mappings\/desk\.yaml line 5[\s\S]*<\/div>/);
    expect(told).toContain("parcel lost");
    expect(await page("/zh/complaints.html")).toMatch(/preview-problem[\s\S]*处理：/);
    edit("data/mappings/desk.yaml", (yaml) => yaml.replace("catgory: about", "category: type"));
    await answer(/Changed: data\/mappings\/desk\.yaml\nread, counted, drawn and laid out again/);
    const mended = await page("/en/complaints.html");
    expect(mended).not.toContain('class="preview-problem"');
    expect(mended).not.toContain("parcel lost");
  });

  test("shows a changed rule", async () => {
    mkdirSync(join(clone, "data/rules"), {recursive: true});
    writeFileSync(
      join(clone, "data/rules/targets.yaml"),
      "targets: [{metric: complaint_rate, target: 7777, direction: down}]\n",
    );
    await answer(/Changed: data\/rules\/targets\.yaml\nread, counted, drawn and laid out again/);
    expect(await page("/en/complaints.html")).toMatch(/7,?777/);
  });

  test("shows the pages of key accounts that the list leads to, and none once they are switched off", async () => {
    writeFileSync(join(clone, "data/rules/tiers.yaml"), "version: a\nlevels: [{code: gold, min_revenue: 0}]\n");
    edit("data/report.yaml", (yaml) => `${yaml}accounts: true\n`);
    await answer(/Changed: [^\n]*data\/report\.yaml[^\n]*\nread, counted, drawn and laid out again/);
    expect(await page("/en/value.html")).toContain('<a href="account-K1.html">K1</a>');
    expect(await page("/en/account-K1.html")).toMatch(/<h1>K1 · gold[\s\S]*complaint/);
    edit("data/report.yaml", (yaml) => yaml.replace("accounts: true\n", ""));
    await answer(/Changed: data\/report\.yaml\nread, counted, drawn and laid out again/);
    expect(await page("/en/value.html")).not.toContain("account-K1.html");
    expect((await fetch(new URL("/en/account-K1.html", address))).status).toBe(404);
  });

  test("shows a changed page, the report's own and one that comes with the program", async () => {
    edit("src/en/complaints.md", (page) => page.replace(/^# .*$/m, "# Complaints, seen anew"));
    await answer(/Changed: src\/en\/complaints\.md\nlaid out again/);
    expect(await page("/en/complaints.html")).toContain("Complaints, seen anew");
    mkdirSync(join(clone, "data/pages/en"), {recursive: true});
    writeFileSync(join(clone, "data/pages/en/own.md"), "# A page of my own\n\n{{figure glossary}}\n");
    await answer(/Changed: data\/pages\/en\/own\.md\nlaid out again/);
    expect(await page("/en/own.html")).toContain("Name, formula, base");
  });

  test("shows a changed model", async () => {
    edit("loaders/models/marts/service/complaint_categories_by_month.sql", (sql) =>
      sql.replace("select month, category,", "select month, category || ' as counted' as category,"),
    );
    await answer(/Changed: loaders\/models\/\S+\.sql\nread, counted, drawn and laid out again/);
    expect(await page("/en/complaints.html")).toContain("as counted");
  });

  test("shows a changed figure, and outlives one that does not parse", async () => {
    const file = "src/figures/overview/glossary.ts";
    edit(file, (code) => `${code}const wrong = ;\n`);
    expect(await answer(/Unexpected ";"/)).toContain(file);
    expect(await page("/en/own.html")).toMatch(/preview-problem[\s\S]*Unexpected[\s\S]*Name, formula, base/);
    edit(file, (code) => code.replace("const wrong = ;\n", "").replace("Name, formula, base", "Name, formula, ground"));
    await answer(/Changed: src\/figures\/overview\/glossary\.ts\ndrawn and laid out again/);
    expect(await page("/en/own.html")).toContain("Name, formula, ground");
  });
});

describe("what a change asks for", () => {
  const places = {report: "/r", project: "/p"};
  test.each([
    ["/r/exports/a.csv", {from: "read", code: false}],
    ["/r/mappings/desk.yaml", {from: "read", code: false}],
    ["/r/pages/zh/own.md", {from: "site", code: false}],
    ["/p/src/zh/overview.md", {from: "site", code: false}],
    ["/p/src/components/site.css", {from: "site", code: false}],
    ["/p/src/figures/churn/rate.ts", {from: "draw", code: true}],
    ["/p/src/narrative/churn.ts", {from: "draw", code: true}],
    ["/p/src/stats/survival/logrank.ts", {from: "read", code: true}],
    ["/p/loaders/readers/json/json.ts", {from: "read", code: true}],
    ["/p/loaders/models/marts/value/value_by_segment.sql", {from: "read", code: false}],
    ["/elsewhere/exports/a.csv", {from: "read", code: false}],
  ] as const)("%s: %o", (path, redo) => {
    expect(redoFor(path, places)).toEqual(redo);
  });

  test("several changes at once ask for the earliest step and for new code if any of them does", () => {
    expect(redoForAll(["/p/src/figures/card.ts", "/r/exports/a.csv"], places)).toEqual({from: "read", code: true});
    expect(redoForAll(["/p/src/zh/overview.md"], places)).toEqual({from: "site", code: false});
  });
});
