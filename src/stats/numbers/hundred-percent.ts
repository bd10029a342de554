/**
 * What a perfect score is worth: exact 95 % upper limit of the dissatisfied share, 1 - 0.05^(1/n), and whether the
 * score is implausible, that is p0^n < 0.01 with p0 the share in the unit's own history.
 * @example hundredPercent({n: 200, history: 0.95}) // => {upper_dissatisfied: 0.014867, probability: 0.0000350527, implausible: true}
 */
export function hundredPercent(
  {n, history}: {readonly n: number; readonly history: number},
  {limit = 0.01}: {/** probability below which it is implausible; defaults to 0.01 */ readonly limit?: number} = {},
): {readonly upper_dissatisfied: number; readonly probability: number; readonly implausible: boolean} {
  const probability = history ** n;
  return {upper_dissatisfied: -Math.expm1(Math.log(0.05) / n), probability, implausible: probability < limit};
}
