import {createReadStream, existsSync} from "node:fs";
import {mkdir, open, writeFile} from "node:fs/promises";
import {join} from "node:path";
import {createInterface} from "node:readline";
import {type AccountPage, accountPages} from "../../src/figures/value/accounts.js";
import type {Language} from "../../src/words/language.js";
import type {ReadReport} from "../publish/report.js";
import {reportView} from "../publish/view.js";
import {accountHtml} from "./html/account.js";
import {escapeHtml} from "./html/escape.js";

const pathOf = (data: string, language: Language) => join(data, `accounts.${language}.jsonl`);

/** Writes what the page of each key account says, a line each: at no time are there two of them in memory. */
export async function writeAccounts(data: string, read: ReadReport): Promise<void> {
  if (read.published.key_accounts.length === 0) return;
  await mkdir(data, {recursive: true});
  for (const language of read.folder.settings.languages) {
    const file = await open(pathOf(data, language), "w");
    try {
      for (const page of accountPages(reportView(language, read))) await file.write(`${JSON.stringify(page)}\n`);
    } finally {
      await file.close();
    }
  }
}

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
    const path = pathOf(data, language);
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
