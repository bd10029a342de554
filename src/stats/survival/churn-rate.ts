/**
 * Yearly churn from a monthly rate: by months passed one after the other, and by a constant hazard. Never 12 times.
 * @example yearlyChurn(0.02) // => {geometric: 0.2152832763, constant_hazard: 0.2133721389}
 */
export function yearlyChurn(monthly: number): {readonly geometric: number; readonly constant_hazard: number} {
  return {geometric: 1 - (1 - monthly) ** 12, constant_hazard: -Math.expm1(-12 * monthly)};
}
