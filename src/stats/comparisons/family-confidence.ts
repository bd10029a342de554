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
  if (!(members > 0)) return 1 - q;
  for (let found = members; found > 1; found--) {
    const confidence = 1 - (found * q) / members;
    let different = 0;
    for (let member = 0; member < members; member++) if (isDifferent(member, confidence)) different++;
    if (different >= found) return confidence;
  }
  return 1 - q / members;
}
