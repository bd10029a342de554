import type {Browser, Page} from "playwright-core";
import {afterAll, beforeAll, describe, expect, it} from "vitest";
import {textFaults} from "../site/text-faults.js";
import {isAbsent, launchOldBrowser, suite} from "./browser.js";

interface Site {
  readonly address: () => string;
  /** Language and name of each page. */
  readonly pages: readonly (readonly [language: string, page: string])[];
  readonly fileOf: (language: string, page: string) => string;
}

/** What every page must do in the oldest Chromium that pages are for. */
export function readByOldBrowser({address, pages, fileOf}: Site): void {
  describe.skipIf(isAbsent)(suite("in Chromium 86"), () => {
    let browser: Browser;
    beforeAll(async () => {
      browser = await launchOldBrowser();
    });
    afterAll(() => browser?.close());

    /** Opens a page, runs the check, and returns what went wrong. */
    async function visit(
      path: string,
      check: (page: Page) => Promise<void>,
      waitUntil: "load" | "networkidle" = "load",
    ): Promise<string[]> {
      const page = await browser.newPage({viewport: {width: 1366, height: 768}});
      const faults: string[] = [];
      page.on("console", (message) => message.type() === "error" && faults.push(message.text()));
      page.on("pageerror", (error) => faults.push(error.message));
      page.on("requestfailed", (request) => faults.push(`cannot load ${request.url()}`));
      await page.goto(`${address()}${path}`, {waitUntil});
      await check(page);
      await page.close();
      return faults;
    }

    it("is the one that package.json states", () => expect(browser.version()).toMatch(/^86\./));

    it.each(pages)("%s/%s: no error, no text cut or over another, never scrolled sideways", async (language, name) => {
      const found: string[] = [];
      const faults = await visit(fileOf(language, name), async (page) => {
        for (const width of [1366, 375]) {
          await page.setViewportSize({width, height: 768});
          found.push(...((await page.evaluate(textFaults)) as string[]).map((fault) => `${width}: ${fault}`));
          const [wide, high] = await page.evaluate(() => {
            const {scrollWidth, scrollHeight} = document.documentElement;
            return [scrollWidth, scrollHeight] as const;
          });
          if (wide > width) found.push(`${width}: ${wide} wide`);
          // What is folded is folded here, too: four screens of a telephone, and as much at a desk.
          if (high > 4 * 812) found.push(`${width}: ${high} high`);
        }
      });
      expect([...faults, ...found]).toEqual([]);
    });

    it("a table unfolds, a chart is told by the keys, a link opens what is folded around its place, the dark is dark", async () => {
      const faults = await visit(fileOf("en", "field"), async (page) => {
        const rows = () =>
          page.evaluate(
            () =>
              [...document.querySelectorAll<HTMLElement>("main tr.more")].filter((row) => row.offsetHeight > 0).length,
          );
        expect(await rows()).toBe(0);
        await page.evaluate(() => {
          for (const each of document.querySelectorAll<HTMLElement>(".rows-only > .folds summary")) each.click();
        });
        expect(await rows()).toBeGreaterThan(0);
        await page.evaluate(() => document.querySelector<HTMLElement>(".chart")?.focus());
        await page.keyboard.press("ArrowRight");
        expect(await page.evaluate(() => document.querySelector(".tip")?.textContent)).toMatch(/\d/);
        await page.evaluate(() => {
          location.hash = document.querySelector(".analyst .figure")?.id ?? "";
        });
        await page.waitForTimeout(100);
        expect(await page.evaluate(() => document.querySelector<HTMLDetailsElement>(".analyst")?.open)).toBe(true);
        const ground = () => page.evaluate(() => getComputedStyle(document.documentElement).backgroundColor);
        const day = await ground();
        await page.emulateMedia({colorScheme: "dark"});
        expect(await ground()).not.toBe(day);
      });
      expect(faults).toEqual([]);
    });

    it("search shows its finds over the page and leads to the first", async () => {
      const faults = await visit("en/overview.html", async (page) => {
        await page.evaluate(() => document.querySelector<HTMLElement>(".search input")?.focus());
        await page.keyboard.type("refund");
        await page.waitForFunction(() => document.querySelectorAll(".results a").length > 1);
        // Not cut where the menu ends: its far corner is what one sees there.
        const isWhole = await page.evaluate(() => {
          const results = document.querySelector(".results");
          const {right = 0, top = 0} = results?.getBoundingClientRect() ?? {};
          return right > 300 && results?.contains(document.elementFromPoint(right - 5, top + 5));
        });
        expect(isWhole).toBe(true);
        await page.keyboard.press("ArrowDown");
        const [href] = await Promise.all([
          page.evaluate(() => (document.activeElement as HTMLAnchorElement).href),
          page.keyboard.press("Enter"),
        ]);
        await page.waitForURL(href);
      });
      expect(faults).toEqual([]);
    });

    it("another measure is chosen, drawn and stands in the address", async () => {
      const faults = await visit(
        "en/explore.html",
        async (page) => {
          const drawn = () => page.evaluate(() => document.querySelector(".explored")?.textContent ?? "");
          const before = await drawn();
          expect(before).not.toBe("");
          await page.evaluate(() => {
            const measures = document.querySelector<HTMLSelectElement>(".explore select")!;
            measures.selectedIndex = (measures.selectedIndex + 3) % measures.length;
            measures.dispatchEvent(new Event("change", {bubbles: true}));
          });
          await page.waitForFunction((old) => document.querySelector(".explored")?.textContent !== old, before);
          expect(page.url()).toMatch(/\?m=/);
          const shown = await drawn();
          await page.reload({waitUntil: "networkidle"});
          expect(await drawn()).toBe(shown);
        },
        "networkidle",
      );
      expect(faults).toEqual([]);
    });

    it("prints all rows of its tables on A4, without the menu", async () => {
      const faults = await visit(fileOf("zh", "field"), async (page) => {
        const pdf = (await page.pdf({preferCSSPageSize: true})).toString("latin1");
        expect(pdf).toMatch(/\/MediaBox \[0 0 59[45][\d.]* 84[12][\d.]*\]/);
        await page.emulateMedia({media: "print"});
        const hidden = () =>
          page.evaluate(() =>
            [".menu", ".rows", "tr.more"].map(
              (name) =>
                [...document.querySelectorAll<HTMLElement>(`body ${name}`)].filter((each) => each.offsetHeight > 0)
                  .length,
            ),
          );
        const [menus, folds, rows] = await hidden();
        expect([menus, folds]).toEqual([0, 0]);
        expect(rows).toBeGreaterThan(0);
      });
      expect(faults).toEqual([]);
    });
  });
}
