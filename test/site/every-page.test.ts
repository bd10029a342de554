import {mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync} from "node:fs";
import {createRequire} from "node:module";
import {tmpdir} from "node:os";
import {join} from "node:path";
import {gzipSync} from "node:zlib";
import {transform} from "esbuild";
import type {Browser} from "playwright-core";
import {afterAll, beforeAll, describe, expect, it} from "vitest";
import {type ServedSite, serveSite} from "../../loaders/cli/serve.js";
import {printReport} from "../../loaders/print/command.js";
import {pageOfNames} from "../../loaders/print/pdf-pages.js";
import {buildSite} from "../../loaders/site/build.js";
import {fillWorkspace, writeData} from "../../loaders/site/content/write.js";
import {pages as tableOfContents} from "../../src/pages.js";
import {launchBrowser} from "../browser.js";
import {project} from "../imports.js";
import {readByOldBrowser} from "../old-browser/pages.js";
import {pageFill, withoutPoppler} from "../print/page-fill.js";
import {sampleOf} from "../sample-report.js";
import {textFaults} from "./text-faults.js";

const languages = ["zh", "en"] as const;
/** Every page of the report, and one of a key account. */
const pages = [...tableOfContents.map(({id}) => id), "explore", "downloads", "account"];
/** Of a page itself and of its scripts, compressed; the page for exploring computes in the browser. */
const most = {page: 100_000, script: 10_000};

/*
 * The pages of the sample report as a build lays them out, without downloads: read by the newest browser there is and by
 * the oldest that they are for, and held against what the other stated ones know.
 */
describe("the pages of the sample report", () => {
  const folder = mkdtempSync(join(tmpdir(), "huisheng-every-page-"));
  const [workspace, output] = [join(folder, "src"), join(folder, "site")];
  let browser: Browser;
  let site: ServedSite;
  beforeAll(async () => {
    const sample = await sampleOf(join(folder, "duck"));
    fillWorkspace(workspace, {report: sample.folder.path, languages});
    writeData(join(workspace, "data"), sample, sample);
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

  // Each language in one theme and at one width for axe: what it looks at is the same text or the same colours in the other.
  it.each(languages.flatMap((language) => pages.map((page) => [language, page] as const)))(
    "%s/%s: no error, nothing asked elsewhere, nothing serious for axe, no text cut or over another at three widths, never scrolled sideways",
    async (language, name) => {
      const axe = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
      const isWide = language === "zh";
      const context = await browser.newContext({
        viewport: {width: 1366, height: 768},
        colorScheme: isWide ? "light" : "dark",
        bypassCSP: true,
      });
      const page = await context.newPage();
      const faults: string[] = [];
      const loaded: Loaded[] = [];
      page.on("console", (message) => message.type() === "error" && faults.push(message.text()));
      page.on("pageerror", (error) => faults.push(error.message));
      page.on("request", (request) => {
        if (!/^(data|blob):/.test(request.url()) && !request.url().startsWith(site.address))
          faults.push(`asks ${request.url()}`);
      });
      page.on("requestfinished", (request) => {
        const path = request
          .url()
          .slice(site.address.length)
          .replace(/[?#].*$/, "");
        if (path !== "" && !path.startsWith("explore/")) loaded.push({kind: request.resourceType(), path});
      });
      await page.goto(`${site.address}${fileOf(language, name)}`, {waitUntil: "networkidle"});
      const paint = Number(await page.evaluate(largestPaint));
      for (const width of [1366, 768, 375]) {
        await page.setViewportSize({width, height: 800});
        faults.push(...((await page.evaluate(textFaults)) as string[]).map((fault) => `${width}: ${fault}`));
        const wide = await page.evaluate(() => document.documentElement.scrollWidth);
        if (wide > width) faults.push(`${width}: ${wide} wide`);
        if (width !== (isWide ? 1366 : 375)) continue;
        await page.evaluate(axe);
        faults.push(...((await page.evaluate(seriousFaults)) as string[]).map((fault) => `${width}: ${fault}`));
      }
      await context.close();
      const weight = weightOf(output, loaded);
      console.log(
        `${language}/${name}: ${(weight.page / 1000).toFixed(1)} kB, with all that it loads ${(weight.all / 1000).toFixed(1)} kB, of it script ${(weight.script / 1000).toFixed(1)} kB; largest paint after ${(paint / 1000).toFixed(2)} s`,
      );
      if (weight.page > most.page) faults.push(`${weight.page} bytes`);
      if (weight.script > most.script && name !== "explore") faults.push(`${weight.script} bytes of script`);
      expect(faults).toEqual([]);
    },
  );

  readByOldBrowser({
    address: () => site.address,
    pages: languages.flatMap((language) => pages.map((page) => [language, page] as const)),
    fileOf,
  });

  it.skipIf(withoutPoppler)(
    `printed as a book no page stands less than half full but the last before another part${withoutPoppler && ` (skipped: ${withoutPoppler})`}`,
    async () => {
      const company = {zh: "云杉", en: "Yunshan"};
      writeFileSync(join(output, "manifest.json"), JSON.stringify({languages, company, month: "2026-10"}));
      await printReport(output, {language: "en"});
      for (const language of languages) {
        const pdf = readFileSync(`${output}.${language}.pdf`);
        const begun = new Set(
          [...pageOfNames(pdf)].flatMap(([name, at]) => (/^part-|^appendix-|^plates/.test(name) ? [at] : [])),
        );
        const low = pageFill(pdf).flatMap((share, at) =>
          share < 0.5 && !begun.has(at + 2) ? [`page ${at + 1}: ${share}`] : [],
        );
        expect(low, language).toEqual([]);
      }
    },
  );

  it("every page stands whole without JavaScript", async () => {
    const context = await browser.newContext({viewport: {width: 1366, height: 768}, javaScriptEnabled: false});
    const page = await context.newPage();
    for (const name of pages.filter((each) => each !== "explore")) {
      await page.goto(`${site.address}${fileOf("zh", name)}`);
      const html = readFileSync(join(output, fileOf("zh", name)), "utf8");
      expect(await page.locator("h1").first().isVisible(), name).toBe(true);
      expect(await page.locator("main .figure").count(), name).toBe(html.match(/class="figure[ "]/g)?.length ?? 0);
      expect(await page.locator(".search").first().isVisible(), name).toBe(false);
    }
    await context.close();
  });

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

interface Loaded {
  readonly kind: string;
  readonly path: string;
}

/** Bytes of the files of a site that a page loaded, as a server sends them. */
function weightOf(output: string, loaded: readonly Loaded[]): {page: number; all: number; script: number} {
  const sum = (files: readonly Loaded[]): number =>
    files.reduce(
      (total, {path}) => total + gzipSync(readFileSync(join(output, decodeURIComponent(path))), {level: 9}).length,
      0,
    );
  const of = (wanted: string) => sum(loaded.filter(({kind}) => kind === wanted));
  return {page: of("document"), all: sum(loaded), script: of("script")};
}

/** When the largest thing on the page was painted, in milliseconds. */
const largestPaint =
  "new Promise((done) => new PerformanceObserver((list) => done(list.getEntries().at(-1).startTime)).observe({type: 'largest-contentful-paint', buffered: true}))";
