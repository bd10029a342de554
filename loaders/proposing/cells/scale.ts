import {bareAnswer, foldValue, scoreWords} from "../words/values.js";
import type {ColumnProfile} from "./profile.js";

/** How a column of answers is counted. */
export interface Scale {
  readonly low: number;
  readonly high: number;
  /** Points of answers in words. */
  readonly values: Readonly<Record<string, number>>;
  /** Codes and words for "not asked", "skipped", "not applicable". */
  readonly na: readonly string[];
  /** Answers that tell no point. */
  readonly unknown: readonly string[];
  readonly distinct: number;
}

const skipped =
  /^(跳过|空|不适用|不清楚|不知道|没用过|未使用|未评价|未评分|未回答|拒答|无|na|notapplicable|notused|dontknow|don’tknow|blank|neverused|unoffered|offered|notoffered|unrated|notrated|none|null|nan|refused|noanswer|unknown|unsurveyed|未知|-|\?)$/;

/**
 * The scale of a column of answers in numbers, in words or in both; undefined where it holds none.
 */
export function scaleOf(profile: ColumnProfile): Scale | undefined {
  if (profile.values.length === 0 || profile.distinct > 40) return undefined;
  const numbers: number[] = [];
  const [na, words]: [string[], string[]] = [[...profile.na], []];
  for (const cell of profile.values) {
    const value = Number(cell);
    if (cell !== "" && Number.isFinite(value)) {
      if (value < 0 || /^(88|98|99|888|998|999)$/.test(cell)) na.push(cell);
      else numbers.push(value);
    } else if (skipped.test(foldValue(bareAnswer(cell)))) na.push(cell);
    else words.push(cell);
  }
  const told = words.length > 0 ? scoreWords(words) : undefined;
  const mixed = numbers.length > 0 && words.length > 0 ? fiveWords(words) : undefined;
  const values = numbers.length > 0 ? (mixed ?? {}) : (told?.values ?? {});
  const unknown = words.filter((word) => !(word in values));
  const rows = (cells: readonly string[]) => cells.reduce((sum, cell) => sum + (profile.counts.get(cell) ?? 1), 0);
  if (rows(unknown) > 0.1 * rows([...profile.values])) return undefined;
  if (numbers.length === 0)
    return told && {low: told.scale[0], high: told.scale[1], values, na, unknown, distinct: words.length};
  const [least, most] = [Math.min(...numbers), Math.max(...numbers)];
  if (most > 10 || numbers.some((value) => value * 2 !== Math.round(value * 2))) return undefined;
  return {low: least, high: most, values, na, unknown, distinct: numbers.length};
}

/** Words of a five-point scale among numbers: "A.非常满意" beside 1 … 5. */
function fiveWords(words: readonly string[]): Record<string, number> | undefined {
  const told = scoreWords([...words, "非常满意", "非常不满意"]);
  if (!told) return undefined;
  return Object.fromEntries(Object.entries(told.values).filter(([word]) => words.includes(word)));
}
