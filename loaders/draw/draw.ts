import type {Card} from "../../src/figures/card.js";
import type {FigureOrMissing} from "../../src/figures/figure.js";
import {allCards, allFigures, allPassages} from "../../src/report.js";
import type {Language} from "../../src/words/language.js";
import type {ReadReport} from "../publish/report.js";
import {reportView} from "../publish/view.js";

/** Everything the pages of one language show. */
export interface Drawn {
  readonly figures: Readonly<Record<string, FigureOrMissing>>;
  readonly passages: Readonly<Record<string, readonly string[]>>;
  readonly cards: Readonly<Record<string, readonly Card[]>>;
}

/** Turns published tables into figures, sentences and cards, once per language. */
export function drawReport(read: ReadReport): Partial<Record<Language, Drawn>> {
  return Object.fromEntries(
    read.folder.settings.languages.map((language) => {
      const view = reportView(language, read);
      return [language, {figures: allFigures(view), passages: allPassages(view), cards: allCards(view)}];
    }),
  );
}
