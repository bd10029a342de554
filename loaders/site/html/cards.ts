import type {Card} from "../../../src/figures/card.js";
import {words} from "../../../src/words/interface.js";
import type {Language} from "../../../src/words/language.js";
import {escapeHtml} from "./escape.js";

/** Shapes that say good or bad without colour. */
const shapes = {good: "▲", bad: "▼", same: "●", unknown: "○"} as const;

/** The numbers of the overview as a grid of cards, in the order given. */
export function cardsHtml(cards: readonly Card[], {language}: {language: Language}): string {
  return `<ul class="cards">${cards.map((card) => `<li>${cardHtml(card, {language})}</li>`).join("")}</ul>`;
}

function cardHtml(card: Card, {language}: {language: Language}): string {
  const {verdict, interval, base, change} = card;
  const word = words[language];
  const small = [interval, base].filter(Boolean).join(" · ");
  const parts = [
    `<h3>${escapeHtml(card.label)}</h3>`,
    `<p class="value">${escapeHtml(card.value)}</p>`,
    verdict && `<p class="verdict ${verdict}"><span aria-hidden="true">${shapes[verdict]}</span> ${word[verdict]}</p>`,
    small && `<p class="base">${escapeHtml(small)}</p>`,
    change && `<p class="change">${escapeHtml(change.charAt(0).toUpperCase() + change.slice(1))}</p>`,
    card.sentence && `<p class="sentence">${escapeHtml(card.sentence)}</p>`,
  ].join("");
  return card.href
    ? `<a class="card" href="${escapeHtml(safeLink(card.href))}">${parts}</a>`
    : `<div class="card">${parts}</div>`;
}

/** Links stay inside the site. */
const safeLink = (href: string) => (/^[\w./#-]+$/.test(href) && !href.startsWith("//") ? href : "#");
