import type {MissingFigure} from "../../../src/figures/figure.js";
import {words} from "../../../src/words/interface.js";
import type {Language} from "../../../src/words/language.js";
import {escapeHtml} from "./escape.js";

/** What stands where a figure would: what is missing, and what would appear. */
export function missingHtml(
  {id, missing, parts: [before, shows, after]}: MissingFigure,
  {language}: {language: Language},
): string {
  const word = words[language];
  // What the report is asked to leave out is not lacking.
  const lead = missing.length > 0 ? `<strong>${word.no_figure}</strong>${word.colon}` : "";
  return `<p class="missing" id="${escapeHtml(id)}">${lead}${escapeHtml(before)}<span>${escapeHtml(shows)}</span>${escapeHtml(after)}</p>`;
}

const one = /<p class="missing" id="([^"]*)">(.*)<span>(.*)<\/span>(.*)<\/p>/;
const run = /(?:<p class="missing" id="[^"]*">.*<\/p>\s*){2,}/g;

/** Neighbours on a page that lack the same records, told in one sentence; their addresses stay. */
export const joinMissing = (html: string, {language}: {language: Language}): string =>
  html.replaceAll(run, (neighbours) => {
    const joined: string[] = [];
    for (const line of neighbours.trim().split(/\s*\n\s*/)) {
      const [, id, before, shows, after] = one.exec(line) ?? [];
      const [, firstId, firstBefore, firstShows, firstAfter] = one.exec(joined.at(-1) ?? "") ?? [];
      if (before !== firstBefore || after !== firstAfter) joined.push(line);
      else {
        const [between, said] = shows === firstShows ? ["", ""] : [words[language].list_semicolon, shows];
        const list = `${firstShows}${between}<a id="${id}"></a>${said}`;
        joined[joined.length - 1] = `<p class="missing" id="${firstId}">${before}<span>${list}</span>${after}</p>`;
      }
    }
    return `${joined.join("\n")}\n`;
  });
