import type {Language} from "../../words/language.js";
import {type DrawnFigures, isMissing} from "../figure.js";
import {notInTable} from "./chart.js";
import {claimsOfAll, wrongCount} from "./claims.js";
import {strayNames} from "./names.js";
import {unfoundedNumbers} from "./numbers.js";
import {falseClaims, unclaimed} from "./superlatives.js";

/** What of a figure does not agree: a number or name of its title, a claim of all rows, what it calls the most, or something drawn. */
export interface Disagreement {
  readonly id: string;
  readonly language: Language;
  readonly kind: "number" | "name" | "claim" | "most" | "chart";
  /** What is said or drawn and does not stand in the table. */
  readonly said: string;
}

/**
 * Title, chart and table of every figure, laid beside each other: what a reader who looks a title up would not find.
 * Names can only be told from words where the report is drawn in both languages.
 */
export function disagreements(drawn: Partial<Record<Language, DrawnFigures>>): Disagreement[] {
  const own = (["zh", "en"] as const).flatMap((language) =>
    Object.values(drawn[language] ?? {}).flatMap((figure) => {
      if (isMissing(figure)) return [];
      const found = (kind: Disagreement["kind"], said: readonly string[]) =>
        said.map((each): Disagreement => ({id: figure.id, language, kind, said: each}));
      return [
        ...found("number", unfoundedNumbers(figure)),
        ...found("claim", [...claimsOfAll(figure), ...wrongCount(figure)]),
        ...found("most", [...unclaimed(figure), ...falseClaims(figure)]),
        ...found("chart", notInTable(figure)),
      ];
    }),
  );
  const names = drawn.zh && drawn.en ? strayNames(drawn.zh, drawn.en) : [];
  return [...own, ...names.map(({id, name}): Disagreement => ({id, language: "zh", kind: "name", said: name.zh}))];
}
