import {normalTwoSided} from "../numbers/distributions.js";
import {benjaminiHochberg} from "./benjamini-hochberg.js";

/** How many in each of two groups used a word. */
export interface WordCount {
  readonly word: string;
  readonly a: number;
  readonly b: number;
}

export interface WordOdds extends WordCount {
  /** weighted log-odds ratio, positive where group a uses it more; with the prior's pull it is finite */
  readonly log_odds: number;
  readonly z: number;
  readonly p_adjusted: number;
}

/**
 * Words that tell two groups apart: weighted log-odds with an informative Dirichlet prior (Monroe, Colaresi & Quinn 2008,
 * eq. 22). The prior is the frequency of each word in both groups together, scaled to `tokens`. p after
 * Benjamini–Hochberg over the words given. Give words that enough people used: rare ones have nothing to tell.
 * @example weightedLogOdds([{word: "wait", a: 30, b: 10}, {word: "nice", a: 5, b: 40}, {word: "call", a: 20, b: 20}]).map(({z}) => z) // => [1.9208905, -2.2940592, 0.3720804]
 */
export function weightedLogOdds(
  counts: readonly WordCount[],
  {tokens = 500}: {/** size of the prior; defaults to 500 */ readonly tokens?: number} = {},
): WordOdds[] {
  const sum = (value: (count: WordCount) => number) => counts.reduce((total, count) => total + value(count), 0);
  const [totalA, totalB] = [sum(({a}) => a), sum(({b}) => b)];
  const scale = tokens / (totalA + totalB);
  const made = counts.map((count) => {
    const prior = (count.a + count.b) * scale;
    const odds = (used: number, total: number) => Math.log((used + prior) / (total + tokens - used - prior));
    const log_odds = odds(count.a, totalA) - odds(count.b, totalB);
    const z = log_odds / Math.sqrt(1 / (count.a + prior) + 1 / (count.b + prior));
    return {...count, log_odds, z};
  });
  const adjusted = benjaminiHochberg(made.map(({z}) => (Number.isFinite(z) ? normalTwoSided(z) : 1)));
  return made.map((each, at) => ({...each, p_adjusted: adjusted[at]!}));
}
