import type {Letter, Line, Part} from "../../../src/narrative/monthly/letter.js";
import {words} from "../../../src/words/interface.js";
import type {Language} from "../../../src/words/language.js";
import {escapeHtml} from "./escape.js";
import {safeLink} from "./links.js";

/** The monthly report in five parts; under each sentence what it rests on; at the end the same as text to copy. */
export function letterHtml(
  letter: Letter & {readonly text: string},
  {language, level}: {language: Language; level: number},
): string {
  const word = words[language];
  const parts = letter.parts.map((part) => partHtml(part, {language, level}));
  const next = letter.next ? said(word.letter_next, letter.next, language) : "";
  const text = "letter-text";
  return [
    `<p class="links letter-links"><button type="button" class="copy" data-from="${text}" data-copied="${word.letter_copied}" data-failed="${word.letter_not_copied}" hidden>${word.letter_copy}</button> <a href="../downloads/report.${language}.txt" download>${word.letter_file}</a></p>`,
    `<div class="letter">${said(word.letter_first, letter.first, language)}`,
    ...parts,
    next,
    `</div><details class="letter-text"><summary>${word.letter_text}</summary>`,
    // A blank line would end the block for Markdown, and what follows would be read as text of a page.
    `<pre id="${text}">${escapeHtml(letter.text).replaceAll("\n", "&#10;")}</pre></details>`,
  ].join("\n");
}

const said = (head: string, text: string, language: Language): string =>
  `<p class="letter-said"><b>${head}${words[language].colon}</b>${escapeHtml(sentence(text, language))}</p>`;

const sentence = (text: string, language: Language): string =>
  `${text.charAt(0).toUpperCase()}${text.slice(1)}${language === "zh" ? "。" : "."}`;

const partHtml = ({id, name, lines}: Part, {language, level}: {language: Language; level: number}): string =>
  `<section class="letter-part" id="${id}"><h${level}>${escapeHtml(name)}</h${level}><ul>${lines.map((line) => lineHtml(line, language)).join("")}</ul></section>`;

function lineHtml({text, evidence, href, records, news}: Line, language: Language): string {
  const word = words[language];
  const link = (to: string, label: string) => `<a href="${escapeHtml(safeLink(to))}">${label}</a>`;
  const basis = [
    ...(evidence ? [escapeHtml(evidence)] : []),
    link(href, word.letter_figure),
    ...(records ? [link(records, word.letter_records)] : []),
  ].join(" · ");
  const mark = news === undefined ? "" : `<b class="new">${word.letter_new}</b> `;
  return `<li>${mark}${escapeHtml(sentence(text, language))}<small>${basis}</small></li>`;
}
