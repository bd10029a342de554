import type {Board} from "../../../src/figures/overview/board-shape.js";
import {words} from "../../../src/words/interface.js";
import type {Language} from "../../../src/words/language.js";

/** As sentences: what is missing of the month, then what is not final or not to be trusted whole. */
export const unknownLines = (board: Board | undefined, language: Language): string[] =>
  (board?.missing ?? []).map(({head, text}) => `${head ? `${head}${words[language].colon}` : ""}${text}`);
