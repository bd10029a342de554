/**
 * The confidence at which the limits of a family are to be shown so that limits and verdict agree: 1 − R·q/m, with R the
 * largest number of members whose limits at that confidence leave out "no difference" (Benjamini & Yekutieli, JASA 2005:
 * the dual of the Benjamini–Hochberg procedure). Where none does, 1 − q/m. What is found is then exactly what the shown
 * limits leave out, and of the statements made at most q are false on average.
 * @example familyConfidence(3, Object.is) // => 0.9833333333
 */
export function familyConfidence(
  members: number,
  isDifferent: (member: number, confidence: number) => boolean,
  {q = 0.05}: {/** share of false statements; defaults to 0.05 */ readonly q?: number} = {},
): number {
  let candidates = Array.from({length: Math.max(0, members)}, (_, member) => member);
  // Limits only widen as confidence grows: who is not different at one level is not at any higher one.
  for (let found = members; found > 1; found = candidates.length) {
    const confidence = 1 - (found * q) / members;
    candidates = candidates.filter((member) => isDifferent(member, confidence));
    if (candidates.length === found) return confidence;
  }
  return members > 0 ? 1 - q / members : 1 - q;
}
