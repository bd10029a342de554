/** Rules of Western Electric (1956) and Nelson (1984) that may be switched on; the report's default is not this. */
export const runRuleNames = [
  "beyond_3_sigma",
  "two_of_three_beyond_2",
  "four_of_five_beyond_1",
  "eight_on_one_side",
  "nine_on_one_side",
  "six_trending",
  "fourteen_alternating",
  "fifteen_within_1",
  "eight_beyond_1",
] as const;
export type RunRule = (typeof runRuleNames)[number];

export const isRunRule = (name: string): name is RunRule => (runRuleNames as readonly string[]).includes(name);

/**
 * Positions (from 1, the last point of the pattern) where each rule fires on a standardised series. Every rule added
 * adds false alarms: the four Western Electric rules together cut the run length of a quiet process from 370 to 92
 * points (Champ & Woodall 1987), a 23 % chance of a false alarm in 24 months. `expected_false` is for all points.
 * @example runRules([0.2, 3.1, -0.4], {rules: ["beyond_3_sigma"]}).positions // => {beyond_3_sigma: [2]}
 */
export function runRules(
  z: readonly number[],
  {
    rules = westernElectric,
  }: {/** defaults to the four Western Electric rules */ readonly rules?: readonly RunRule[]} = {},
): {readonly positions: Readonly<Partial<Record<RunRule, readonly number[]>>>; readonly expected_false: number} {
  const found = rules.map((rule) => [rule, z.flatMap((_, i) => (fires[rule](z, i) ? [i + 1] : []))] as const);
  const expected_false = rules.reduce((sum, rule) => sum + chance[rule] * z.length, 0);
  return {positions: Object.fromEntries(found), expected_false};
}

const westernElectric: readonly RunRule[] = [
  "beyond_3_sigma",
  "two_of_three_beyond_2",
  "four_of_five_beyond_1",
  "eight_on_one_side",
];

type Fires = (z: readonly number[], i: number) => boolean;

/** At least `need` of the last `of` points beyond the limit, on the side of the last one. */
function some(need: number, of: number, {beyond}: {beyond: number}): Fires {
  return (z, i) => {
    const side = Math.sign(z[i]!);
    const isOut = (value: number) => side * value > beyond;
    return i >= of - 1 && isOut(z[i]!) && z.slice(i - of + 1, i + 1).filter(isOut).length >= need;
  };
}

function all(of: number, test: (window: readonly number[]) => boolean): Fires {
  return (z, i) => i >= of - 1 && test(z.slice(i - of + 1, i + 1));
}

const steps = (window: readonly number[]) => window.slice(1).map((value, i) => value - window[i]!);

const fires: Readonly<Record<RunRule, Fires>> = {
  beyond_3_sigma: (z, i) => Math.abs(z[i]!) > 3,
  two_of_three_beyond_2: some(2, 3, {beyond: 2}),
  four_of_five_beyond_1: some(4, 5, {beyond: 1}),
  eight_on_one_side: some(8, 8, {beyond: 0}),
  nine_on_one_side: some(9, 9, {beyond: 0}),
  six_trending: all(6, (window) => steps(window).every((step) => step > 0) || steps(window).every((step) => step < 0)),
  fourteen_alternating: all(14, (window) => steps(window).every((step, i, list) => i === 0 || step * list[i - 1]! < 0)),
  fifteen_within_1: all(15, (window) => window.every((value) => Math.abs(value) < 1)),
  eight_beyond_1: all(8, (window) => window.every((value) => Math.abs(value) > 1)),
};

/** Chance that a rule fires at a given point of a quiet normal process (positions overlap, so this is per point). */
const chance: Readonly<Record<RunRule, number>> = {
  beyond_3_sigma: 0.0027,
  two_of_three_beyond_2: 0.00204,
  four_of_five_beyond_1: 0.00444,
  eight_on_one_side: 2 * 0.5 ** 8,
  nine_on_one_side: 2 * 0.5 ** 9,
  six_trending: 2 / 720,
  fourteen_alternating: 0.0046,
  fifteen_within_1: 0.00326,
  eight_beyond_1: 0.0001,
};
