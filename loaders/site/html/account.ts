import type {AccountPage} from "../../../src/figures/value/account-pages.js";
import {formatMonth} from "../../../src/words/format.js";
import {words} from "../../../src/words/interface.js";
import type {Language} from "../../../src/words/language.js";
import {escapeHtml} from "./escape.js";
import {tableHtml} from "./table.js";

/** A key account: a few sentences, two years as a picture of four lanes, then event by event. */
export function accountHtml(page: AccountPage, {language}: {language: Language}): string {
  const title = escapeHtml(page.title);
  return [
    `<h1>${title}</h1>`,
    `<ul class="said">${page.said.map((text) => `<li>${escapeHtml(text)}</li>`).join("")}</ul>`,
    `<div class="figure account">${lanesSvg(page, {language})}`,
    tableHtml(page.table, {language, caption: page.title}),
    `</div><p><a href="value.html#key-accounts">${words[language].accounts}</a></p>`,
  ].join("\n");
}

const [left, width, lane] = [58, 292, 24];

function lanesSvg({title, lanes, months}: AccountPage, {language}: {language: Language}): string {
  const height = lanes.length * lane;
  const marks = lanes.flatMap(({name, events}, at) => {
    const y = at * lane + lane / 2;
    return [
      `<text x="0" y="${y + 4}">${escapeHtml(name)}</text>`,
      `<path class="rail" d="M${left},${y}h${width}"/>`,
      ...events.map(
        (event) =>
          `<circle class="${event.isBad ? "bad" : "event"}" cx="${Math.round(10 * (left + event.at * width)) / 10}" cy="${y}" r="${event.isBad ? 4.2 : 3.2}"><title>${escapeHtml(event.text)}</title></circle>`,
      ),
    ];
  });
  const month = (value: string) => escapeHtml(value ? formatMonth(value, {language}) : "");
  return [
    `<svg class="lanes" viewBox="0 0 ${left + width + 8} ${height + 18}" role="img" aria-label="${escapeHtml(title)}">`,
    ...marks,
    `<text x="${left}" y="${height + 13}">${month(months.first)}</text>`,
    `<text x="${left + width}" y="${height + 13}" text-anchor="end">${month(months.last)}</text></svg>`,
  ].join("");
}
