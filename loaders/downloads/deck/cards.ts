import type {Card} from "../../../src/figures/card.js";
import type {FigureTable} from "../../../src/figures/figure.js";
import {fill, words} from "../../../src/words/interface.js";
import type {Language} from "../../../src/words/language.js";
import {downloadWords} from "../contents/words.js";
import type {Place, PlannedSlide} from "./planned.js";

/** The numbers of a page on one slide: each with interval, target, verdict and change. */
export const cardsSlide = (
  cards: readonly Card[],
  {id, language, section, source, subtitle}: Place & {id: string; subtitle: string},
): PlannedSlide[] => {
  if (cards.length === 0) return [];
  return [
    {
      id: `${id}-cards`,
      layout: "table",
      section,
      title: cardsTitle(cards, language),
      subtitle,
      table: cardsTable(cards, language),
      source,
      notes: cards.map(
        ({label, value, interval, base}) => `${label} ${[value, interval, base].filter(Boolean).join(" · ")}`,
      ),
    },
  ];
};

/** How many miss their target, how many do not. */
const cardsTitle = (cards: readonly Card[], language: Language): string => {
  const {cards_title: said} = downloadWords[language];
  const judged = cards.filter(({verdict}) => verdict).length;
  if (judged === 0) return said.none;
  const parts = (["bad", "good", "unknown"] as const).flatMap((kind) => {
    const n = cards.filter(({verdict}) => verdict === kind).length;
    return n > 0 ? [fill(said[kind], {n})] : [];
  });
  return fill(said.of, {n: judged}) + parts.join(said.comma);
};

const cardsTable = (cards: readonly Card[], language: Language): FigureTable => {
  const {cards_columns: labels} = downloadWords[language];
  const columns = Object.entries(labels).map(([id, label]) => ({id, label, unit: "text" as const}));
  return {
    columns,
    rows: cards.map(({label, value, interval, base, target, verdict, change, sentence}) => [
      label,
      value,
      [interval, base].filter(Boolean).join(" · "),
      target ?? sentence,
      verdict ? words[language][verdict] : "",
      change ? change.charAt(0).toUpperCase() + change.slice(1) : "",
    ]),
  };
};
