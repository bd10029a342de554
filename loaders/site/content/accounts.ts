import {closeSync, mkdirSync, openSync, rmSync, writeSync} from "node:fs";
import {join} from "node:path";
import {accountPages} from "../../../src/figures/value/account-pages.js";
import type {Language} from "../../../src/words/language.js";
import type {ReadReport} from "../../publish/report.js";
import {reportView} from "../../publish/view.js";

/** Where it stands what the pages of key accounts say, a line each. */
export const accountsFile = (data: string, language: Language): string => join(data, `accounts.${language}.jsonl`);

/** Writes what the page of each key account says: at no time are there two of them in memory. What an earlier report left is removed. */
export function writeAccounts(data: string, read: ReadReport): void {
  mkdirSync(data, {recursive: true});
  for (const language of ["zh", "en"] as const) rmSync(accountsFile(data, language), {force: true});
  if (read.published.key_accounts.length === 0) return;
  for (const language of read.folder.settings.languages) {
    const file = openSync(accountsFile(data, language), "w");
    try {
      for (const page of accountPages(reportView(language, read))) writeSync(file, `${JSON.stringify(page)}\n`);
    } finally {
      closeSync(file);
    }
  }
}
