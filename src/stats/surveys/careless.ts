/** One questionnaire: answers in the order asked (null = not answered) and seconds taken, where known. */
export interface Questionnaire {
  readonly answers: readonly (number | null)[];
  readonly seconds?: number;
}

export interface CarelessFlags {
  readonly straight_line: boolean;
  readonly no_variance: boolean;
  readonly speeding: boolean;
}

/**
 * Signs of careless answering (Meade & Craig 2012; Curran 2016), in the order given: one answer throughout at least
 * six items of which one is reversed, spread 0 within the person, less than 0.3 of the median time. They are counted
 * and the headline is shown with and without them; nobody is deleted silently.
 * @example carelessFlags([{answers: [5, 5, 5, 5, 5, 5], seconds: 20}, {answers: [5, 4, 2, 5, 4, 1], seconds: 90}, {answers: [4, 4, 2, 5, 3, 2], seconds: 100}], {hasReversed: true}) // => [{straight_line: true, no_variance: true, speeding: true}, {straight_line: false, speeding: false}, {speeding: false}]
 */
export function carelessFlags(
  questionnaires: readonly Questionnaire[],
  {
    hasReversed = false,
    fastest = 0.3,
  }: {
    /** is one of the items worded the other way round; defaults to false */
    readonly hasReversed?: boolean;
    /** share of the median time below which an answer is too fast; defaults to 0.3 */
    readonly fastest?: number;
  } = {},
): CarelessFlags[] {
  const times = questionnaires.flatMap(({seconds}) => (seconds === undefined ? [] : [seconds])).sort((a, b) => a - b);
  const median = times[Math.floor((times.length - 1) / 2)] ?? Number.NaN;
  return questionnaires.map(({answers, seconds = Number.NaN}) => {
    const given = answers.filter((answer) => answer !== null);
    const same = given.length > 1 && given.every((answer) => answer === given[0]);
    return {
      straight_line: hasReversed && given.length >= 6 && longestRun(answers) === answers.length,
      no_variance: same,
      speeding: seconds < fastest * median,
    };
  });
}

/**
 * Longest run of equal answers; an unanswered item ends it.
 * @example longestRun([5, 5, 4, 4, 4, null, 4]) // => 3
 */
export function longestRun(answers: readonly (number | null)[]): number {
  let [longest, current] = [0, 0];
  for (const [i, answer] of answers.entries()) {
    current = answer === null ? 0 : answer === answers[i - 1] ? current + 1 : 1;
    longest = Math.max(longest, current);
  }
  return longest;
}
