import type {Letter, Line, Part} from "../../../src/narrative/monthly/letter.js";
import {capital} from "../../../src/words/capital.js";
import {words} from "../../../src/words/interface.js";
import type {Language} from "../../../src/words/language.js";
import {escapeHtml} from "./escape.js";
import {safeLink} from "./links.js";

/**
 * The monthly report in two depths: what is new in three sentences, the five parts as cards with what they rest on behind
 * one word, what to do; at the end the same as text to copy.
 */
export function letterHtml(
  letter: Letter & {readonly text: string},
  {language, level}: {language: Language; level: number},
): string {
  const word = words[language];
  const text = "letter-text";
  return [
    `<ul class="said">${letter.first.map((each) => `<li>${escapeHtml(sentence(each, language))}</li>`).join("")}</ul>`,
    letter.next
      ? `<p class="letter-next"><b>${word.letter_next}${word.colon}</b>${escapeHtml(sentence(letter.next, language))}</p>`
      : "",
    `<div class="faces">${letter.parts.map((part) => partHtml(part, {language, level})).join("\n")}</div>`,
    `<p class="links letter-links"><button type="button" class="copy" data-from="${text}" data-copied="${word.letter_copied}" data-failed="${word.letter_not_copied}" hidden>${word.letter_copy}</button> <a href="../downloads/report.${language}.txt" download>${word.letter_file}</a></p>`,
    `<details class="letter-text"><summary>${word.letter_text}</summary>`,
    // A blank line would end the block for Markdown, and what follows would be read as text of a page.
    `<pre id="${text}">${escapeHtml(letter.text).replaceAll("\n", "&#10;")}</pre></details>`,
  ]
    .filter(Boolean)
    .join("\n");
}

const sentence = (text: string, language: Language): string => `${capital(text)}${language === "zh" ? "。" : "."}`;

function partHtml({id, name, lines}: Part, {language, level}: {language: Language; level: number}): string {
  const evidence = lines.map((line) => line.evidence).filter(Boolean);
  const how = evidence.length
    ? `<details class="how"><summary>${words[language].how}</summary><ul>${evidence.map((text) => `<li>${escapeHtml(text)}</li>`).join("")}</ul></details>`
    : "";
  return `<section class="letter-part" id="${id}"><h${level}>${escapeHtml(name)}</h${level}><ul>${lines.map((line) => lineHtml(line, language)).join("")}</ul>${how}</section>`;
}

function lineHtml({text, href, records, news}: Line, language: Language): string {
  const word = words[language];
  const link = (to: string, label: string) => `<a href="${escapeHtml(safeLink(to))}">${label}</a>`;
  const links = [link(href, word.letter_figure), ...(records ? [link(records, word.letter_records)] : [])].join(" · ");
  const mark = news === undefined ? "" : `<b class="new">${word.letter_new}</b> `;
  return `<li>${mark}${escapeHtml(sentence(text, language))} <small>${links}</small></li>`;
}
