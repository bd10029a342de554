import {readFileSync, rmSync} from "node:fs";
import {createRequire} from "node:module";
import {join} from "node:path";
import {pathToFileURL} from "node:url";
import {DuckDBInstance} from "@duckdb/node-api";
import type {Browser, BrowserContextOptions, Page} from "playwright-core";
import {afterAll, beforeAll, describe, expect, it} from "vitest";
import {type ServedSite, serveSite} from "../../loaders/cli/serve.js";
import {literal} from "../../loaders/database/sql-text.js";
import {buildSite} from "../../loaders/site/build.js";
import {launchBrowser} from "../browser.js";
import {makeWorkspace} from "./fixtures/workspace.js";
import {givenByServers} from "./servers.js";

const pages = [
  "index",
  "zh/overview",
  "zh/satisfaction",
  "zh/complaints",
  "en/overview",
  "en/satisfaction",
  "en/complaints",
];
const own = `# 自己的页

\`\`\`js
import * as aq from "npm:arquero";
import {sum} from "npm:d3";
const rows = await FileAttachment("rows.csv").csv({typed: true});
display(Plot.plot({marks: [Plot.barY(rows, {x: "name", y: "value"})]}));
const top = view(Inputs.range([0, 10], {value: 4, step: 1}));
\`\`\`

<p id="total">\${sum(rows, (row) => row.value)}</p>
<p id="rows">\${aq.from(rows).filter((row) => row.value > 1).numRows()}</p>
<p id="d3">\${d3.format(".1%")(0.861)}</p>
<p id="top">\${top}</p>
<p id="parquet">\${(await FileAttachment("rows.parquet").parquet()).numRows}</p>
<div id="vl">\${vl.markBar().data(rows).encode(vl.x().fieldN("name"), vl.y().fieldQ("value")).render()}</div>
<div id="html">\${html\`<b>\${rows.length}</b>\`}</div>
`;

/** Three rows, written by DuckDB. */
async function writeParquet(path: string): Promise<void> {
  const connection = await (await DuckDBInstance.create(":memory:")).connect();
  await connection.run(`copy (select range as value from range(3)) to ${literal(path)} (format parquet)`);
  connection.closeSync();
}

describe("in a browser, with no network but the site", () => {
  const {folder, workspace, output} = makeWorkspace({
    pages: {"zh/own.md": own, "zh/rows.csv": "name,value\na,1\nb,2\nc,3\n"},
  });
  let browser: Browser;
  let site: ServedSite;
  beforeAll(async () => {
    await writeParquet(join(workspace, "zh", "rows.parquet"));
    await buildSite({workspace, output, languages: ["zh", "en"]});
    [browser, site] = await Promise.all([launchBrowser(), serveSite(output, {port: 3900})]);
  });
  afterAll(async () => {
    await browser.close();
    await site.close();
    rmSync(folder, {recursive: true, force: true});
  });

  /** Opens a page, runs the check, and returns what went wrong: errors and requests to elsewhere. */
  async function visit(
    path: string,
    check: (page: Page) => Promise<void>,
    options: BrowserContextOptions = {},
  ): Promise<string[]> {
    const context = await browser.newContext({viewport: {width: 1366, height: 768}, ...options});
    const page = await context.newPage();
    const faults: string[] = [];
    page.on("console", (message) => message.type() === "error" && faults.push(`${path}: ${message.text()}`));
    page.on("pageerror", (error) => faults.push(`${path}: ${error.message}`));
    page.on(
      "request",
      (request) =>
        !/^(data|blob):/.test(request.url()) &&
        !request.url().startsWith(site.address) &&
        faults.push(`${path} asks ${request.url()}`),
    );
    page.on("requestfailed", (request) => faults.push(`${path} cannot load ${request.url()}`));
    await page.goto(`${site.address}${path}.html`, {waitUntil: "networkidle"});
    await check(page);
    await context.close();
    return faults;
  }

  it("every page loads without an error and asks nobody else", async () => {
    for (const path of pages)
      expect(await visit(path, async (page) => expect(await page.title()).not.toBe(""))).toEqual([]);
  });

  givenByServers({output, browser: () => browser, pages});

  it("every page stands whole with JavaScript off", async () => {
    await visit(
      "zh/satisfaction",
      async (page) => {
        expect(await page.locator(".chart.wide svg").count()).toBe(7);
        expect(await page.locator(".chart.wide svg").first().isVisible()).toBe(true);
        expect(await page.locator("nav a").first().isVisible()).toBe(true);
        expect(await page.locator(".search").isVisible()).toBe(false);
        await page.locator(".how summary").first().click();
        expect(await page.locator("details.how table").first().isVisible()).toBe(true);
      },
      {javaScriptEnabled: false},
    );
  });

  it("no page scrolls sideways at 375 px, and charts show their narrow layout", async () => {
    for (const path of pages) {
      await visit(
        path,
        async (page) => {
          expect(await page.evaluate(() => document.documentElement.scrollWidth), path).toBe(375);
          if (!path.endsWith("satisfaction")) return;
          expect(await page.locator(".chart.narrow svg").first().isVisible()).toBe(true);
          expect(await page.locator(".chart.wide svg").first().isVisible()).toBe(false);
        },
        {viewport: {width: 375, height: 812}},
      );
    }
  });

  it("a page opened from a disk, where no script of its own runs, shows its menu on a telephone", async () => {
    const page = await browser.newPage({viewport: {width: 375, height: 812}});
    await page.goto(pathToFileURL(join(output, "zh", "overview.html")).href);
    await page.waitForFunction(() => document.querySelector(".menu nav")!.getBoundingClientRect().height > 50);
    await page.close();
  });

  it("the overview fits one screen of 1366 by 768", async () => {
    for (const path of ["zh/overview", "en/overview"]) {
      await visit(path, async (page) =>
        expect(await page.evaluate(() => document.documentElement.scrollHeight), path).toBeLessThanOrEqual(768),
      );
    }
  });

  it("axe finds nothing serious", async () => {
    const axe = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
    for (const width of [1366, 375]) {
      for (const path of pages) {
        await visit(
          path,
          async (page) => {
            await page.evaluate(() => {
              for (const details of document.querySelectorAll("details")) details.open = true;
            });
            await page.evaluate(axe);
            const found = (await page.evaluate(
              "axe.run().then(({violations}) => violations.filter(({impact}) => impact === 'serious' || impact === 'critical').map(({id, nodes}) => id + ': ' + nodes.slice(0, 3).map(({html}) => html.slice(0, 160)).join(' | ')))",
            )) as string[];
            expect(found, `${path} at ${width}`).toEqual([]);
          },
          {viewport: {width, height: 800}, bypassCSP: true},
        );
      }
    }
  });

  it("a mark tells its label to the pointer and to the arrow keys", async () => {
    const faults = await visit("en/satisfaction", async (page) => {
      const chart = page.locator("#csat-by-tier .chart.wide");
      const mark = chart.locator("[data-tip^='Five stars']").first();
      await mark.scrollIntoViewIfNeeded();
      await mark.hover({force: true});
      expect(await chart.locator(".tip").textContent()).toBe("Five stars: 91.4% (95% interval 89.3–93.5%), n=812");
      await page.mouse.move(5, 5);
      await chart.focus();
      await page.keyboard.press("ArrowRight");
      await page.keyboard.press("ArrowRight");
      expect(await chart.locator(".tip").textContent()).toContain("Four stars");
    });
    expect(faults).toEqual([]);
  });

  it("search finds 投诉 inside 客户投诉处理 and leads there", async () => {
    const faults = await visit("zh/overview", async (page) => {
      await page.locator(".search input").fill("投诉");
      await page.locator(".results a").first().waitFor();
      expect(await page.locator(".results a").allTextContents()).toContain("客户投诉处理");
      await page.keyboard.press("Enter");
      await page.waitForURL(/zh\/complaints\.html/);
    });
    expect(faults).toEqual([]);
  });

  it("the language door passes a reader on to the language chosen before", async () => {
    const context = await browser.newContext();
    const page = await context.newPage();
    await page.goto(`${site.address}index.html`);
    await page.locator(".door a[data-language=en]").click();
    await page.waitForURL(/en\/overview\.html/);
    await page.goto("about:blank");
    await page.goto(site.address);
    await page.waitForURL(/en\/overview\.html/);
    await context.close();
  });

  it("an analyst's own page uses d3, Plot, Inputs, html, vl, arquero, a CSV and a Parquet file beside it", async () => {
    const faults = await visit("zh/own", async (page) => {
      await page.locator("#top").getByText("4").waitFor();
      expect(await page.locator("#total").textContent()).toBe("6");
      expect(await page.locator("#rows").textContent()).toBe("2");
      expect(await page.locator("#d3").textContent()).toBe("86.1%");
      expect(await page.locator("#html b").textContent()).toBe("3");
      expect(await page.locator("svg[class^=plot] rect").count()).toBe(3);
      expect(await page.locator("#parquet").textContent()).toBe("3");
      await page.locator("#vl canvas, #vl svg").first().waitFor();
    });
    expect(faults).toEqual([]);
  });

  it("prints charts on A4 without the menu", async () => {
    await visit("zh/satisfaction", async (page) => {
      await page.emulateMedia({media: "print"});
      expect(await page.locator(".menu").isVisible()).toBe(false);
      expect(await page.locator(".chart.wide svg").first().isVisible()).toBe(true);
      const pdf = (await page.pdf({preferCSSPageSize: true})).toString("latin1");
      expect(pdf).toMatch(/\/MediaBox \[0 0 59[45][\d.]* 84[12][\d.]*\]/);
    });
  });
});
