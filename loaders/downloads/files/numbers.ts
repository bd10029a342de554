import {type Figure, isMissing} from "../../../src/figures/figure.js";
import type {Language} from "../../../src/words/language.js";
import type {DownloadInput} from "../contents/input.js";
import {tagsOf} from "../contents/tags.js";

/** What fills a company's own slides: texts by their tags, and the figures by their names. */
export interface Numbers {
  readonly language: Language;
  readonly month: string;
  readonly tags: Readonly<Record<string, string>>;
  readonly figures: Readonly<Record<string, Figure>>;
}

export const numbers = (input: DownloadInput, language: Language): Numbers => ({
  language,
  month: input.report.month,
  tags: tagsOf(input, language),
  figures: Object.fromEntries(
    Object.entries(input.figures[language].figures).filter((entry): entry is [string, Figure] => !isMissing(entry[1])),
  ),
});
