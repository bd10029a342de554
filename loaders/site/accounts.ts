import {createReadStream, existsSync} from "node:fs";
import {writeFile} from "node:fs/promises";
import {join} from "node:path";
import {createInterface} from "node:readline";
import type {AccountPage} from "../../src/figures/value/account-pages.js";
import type {Language} from "../../src/words/language.js";
import {accountsFile} from "./content/accounts.js";
import {accountHtml} from "./html/account.js";
import {escapeHtml} from "./html/escape.js";

/**
 * Writes the page of each key account into the site, one after the other, in the frame of the page on value.
 *
 * @param frame the finished page on value, by path
 */
export async function writeAccountPages(
  output: string,
  {data, languages, frame}: {data: string; languages: readonly Language[]; frame: (path: string) => string | undefined},
): Promise<void> {
  for (const language of languages) {
    const path = accountsFile(data, language);
    const html = frame(`/${language}/value`);
    if (html === undefined || !existsSync(path)) continue;
    for await (const line of createInterface({input: createReadStream(path)})) {
      const page = JSON.parse(line) as AccountPage;
      await writeFile(join(output, language, `${page.file}.html`), framed(html, page, language));
    }
  }
}

/** A page with another's frame: title, link to its twin and what stands in the middle are its own. */
const framed = (html: string, page: AccountPage, language: Language): string =>
  html
    .replace(/<title>[^<|]*/, () => `<title>${escapeHtml(page.title)} `)
    .replace(/(class="language" href="[^"]*)value\.html/, (_, before: string) => `${before}${page.file}.html`)
    .replace(
      /(<main[^>]*>)[\s\S]*<\/main>/,
      (_, opening: string) => `${opening}\n${accountHtml(page, {language})}\n</main>`,
    );
