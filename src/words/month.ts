/** The month before, or the same month a year earlier, as "yyyy-MM". */
export function shiftMonth(month: string, by: number): string {
  const index = Number(month.slice(0, 4)) * 12 + Number(month.slice(5)) - 1 + by;
  return `${Math.floor(index / 12)}-${String((index % 12) + 1).padStart(2, "0")}`;
}

/**
 * How many months from one to another, both counted.
 *
 * @example monthsBetween("2026-07", "2026-10") // 4
 */
export function monthsBetween(first: string, last: string): number {
  const index = (month: string) => Number(month.slice(0, 4)) * 12 + Number(month.slice(5));
  return index(last) - index(first) + 1;
}
