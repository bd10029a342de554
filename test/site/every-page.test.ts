import {mkdtempSync, readdirSync, readFileSync, rmSync} from "node:fs";
import {createRequire} from "node:module";
import {tmpdir} from "node:os";
import {join} from "node:path";
import {transform} from "esbuild";
import type {Browser} from "playwright-core";
import {afterAll, beforeAll, describe, expect, it} from "vitest";
import {type ServedSite, serveSite} from "../../loaders/cli/serve.js";
import {drawReport} from "../../loaders/draw/draw.js";
import {silentProgress} from "../../loaders/messages/progress.js";
import {readReport} from "../../loaders/read-report.js";
import {buildSite} from "../../loaders/site/build.js";
import {fillWorkspace, writeData} from "../../loaders/site/content/write.js";
import {launchBrowser} from "../browser.js";
import {project} from "../imports.js";

const languages = ["zh", "en"] as const;
/** Those whose layout is their own; the others are made of the same parts. */
const pages = ["calls", "field", "relations", "monthly", "orders", "explore", "value", "account"];

/*
 * The pages of the sample report as a build lays them out, without downloads: read by the newest browser there is, held
 * against what the oldest of the stated ones know.
 */
describe("the pages of the sample report", () => {
  const folder = mkdtempSync(join(tmpdir(), "huisheng-every-page-"));
  const [workspace, output] = [join(folder, "src"), join(folder, "site")];
  let browser: Browser;
  let site: ServedSite;
  beforeAll(async () => {
    const read = await readReport(join(project, "data"), {temp: join(folder, "duck"), progress: silentProgress});
    fillWorkspace(workspace, {report: read.folder.path, languages});
    writeData(join(workspace, "data"), read, {drawn: drawReport(read)});
    await buildSite({workspace, output, languages});
    [browser, site] = await Promise.all([launchBrowser(), serveSite(output, {port: 3940})]);
  });
  afterAll(async () => {
    await browser?.close();
    await site?.close();
    rmSync(folder, {recursive: true, force: true});
  });

  const fileOf = (language: string, page: string): string => {
    if (page !== "account") return `${language}/${page}.html`;
    const [first] = readdirSync(join(output, language)).filter((name) => name.startsWith("account-"));
    return `${language}/${first}`;
  };

  it.each(languages.flatMap((language) => pages.map((page) => [language, page] as const)))(
    "%s/%s: no error, nothing asked elsewhere, nothing serious for axe, wide and on a telephone, where it never scrolls sideways",
    async (language, name) => {
      const axe = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
      const context = await browser.newContext({viewport: {width: 1366, height: 768}, bypassCSP: true});
      const page = await context.newPage();
      const faults: string[] = [];
      page.on("console", (message) => message.type() === "error" && faults.push(message.text()));
      page.on("pageerror", (error) => faults.push(error.message));
      page.on("request", (request) => {
        if (!/^(data|blob):/.test(request.url()) && !request.url().startsWith(site.address))
          faults.push(`asks ${request.url()}`);
      });
      await page.goto(`${site.address}${fileOf(language, name)}`, {waitUntil: "networkidle"});
      await page.evaluate(axe);
      for (const width of [1366, 375]) {
        await page.setViewportSize({width, height: 800});
        faults.push(...((await page.evaluate(seriousFaults)) as string[]).map((fault) => `${width}: ${fault}`));
      }
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(375);
      await context.close();
      expect(faults).toEqual([]);
    },
  );

  it("the scripts that these pages load have no syntax and no option that the oldest stated browsers lack", async () => {
    const {browserslist} = JSON.parse(readFileSync(join(project, "package.json"), "utf8")) as {browserslist: string[]};
    const target = browserslist.map((name) => name.replace(" ", ""));
    const loaded = new Set(
      languages.flatMap((language) =>
        pages.flatMap((page) =>
          [
            ...readFileSync(join(output, fileOf(language, page)), "utf8").matchAll(
              /(?:href|src)="\.\.\/(_[^"]+\.js)"/g,
            ),
          ].map(([, file]) => file!),
        ),
      ),
    );
    expect([...loaded].some((file) => file.includes("words/format"))).toBe(true);
    for (const file of loaded) {
      const code = readFileSync(join(output, file), "utf8");
      const to = async (wanted: string[] | string) =>
        (
          await transform(code, {
            loader: "js",
            target: wanted,
            minifyWhitespace: true,
            supported: {destructuring: true, "optional-chain": true},
          })
        ).code;
      expect(await to(target), file).toBe(await to("esnext"));
      // Chrome 106 and Safari 15.4 were the first to know it; before, it is a RangeError.
      expect(code, file).not.toMatch(/signDisplay:[^}]*"negative"|["']negative["']/);
      expect(code, file).not.toMatch(/\.at\(|\.findLast|\.toSorted|Object\.hasOwn|structuredClone|\(\?<[=!]/);
    }
  });
});

const seriousFaults =
  "axe.run().then(({violations}) => violations.filter(({impact}) => impact === 'serious' || impact === 'critical').map(({id, nodes}) => id + ': ' + nodes.slice(0, 3).map(({html}) => html.slice(0, 160)).join(' | ')))";
