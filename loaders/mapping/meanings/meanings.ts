import type {Bilingual} from "../../../src/words/language.js";
import {customerMeanings} from "./customers.js";
import {relationMeanings} from "./relations.js";
import {serviceMeanings} from "./service.js";
import {shared} from "./shared.js";

/** Meanings of columns by entity; what is not here may stand in `shared`. */
export const ownMeanings: Readonly<Record<string, Readonly<Record<string, Bilingual>>>> = {
  ...customerMeanings,
  ...serviceMeanings,
  ...relationMeanings,
};

/**
 * What a column of an entity means, as data/README.md and the messages say it.
 * @example meaningOf("tickets", "created_at") // => {zh: "建单时间", en: "when the ticket was opened"}
 */
export const meaningOf = (entity: string, column: string): Bilingual | undefined =>
  ownMeanings[entity]?.[column] ?? shared[column];
