interface MonthRows {
  readonly month: string;
  readonly rows: number;
}

/** Months from which on two lie far apart. */
const far = 4;

const place = (month: string): number => Number(month.slice(0, 4)) * 12 + Number(month.slice(5, 7));

/**
 * The size of the middle month, the lower of two; 0 for none. Strays far from every month that holds much (slips of the year,
 * however many of them) are no months of the records.
 */
export function usualMonth(months: readonly MonthRows[]): number {
  const large = halfHeldBy(months.map(({rows}) => rows));
  const holding = months.filter(({rows}) => rows > large / 20).map(({month}) => place(month));
  const near = months.filter(
    ({month, rows}) => rows > large / 5 || holding.some((other) => Math.abs(other - place(month)) < far),
  );
  const sizes = near.map(({rows}) => rows).sort((a, b) => a - b);
  return sizes[Math.floor((sizes.length - 1) / 2)] ?? 0;
}

/** The smallest of the largest months that together hold half of all records. */
function halfHeldBy(sizes: readonly number[]): number {
  const half = sizes.reduce((sum, size) => sum + size, 0) / 2;
  let held = 0;
  for (const size of [...sizes].sort((a, b) => b - a)) {
    held += size;
    if (held >= half) return size;
  }
  return 0;
}
