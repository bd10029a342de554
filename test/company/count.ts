/** Small countings for the truths: plain loops over the generator's own records, no pipeline. */
export const countBy = <T>(records: readonly T[], key: (record: T) => string): Record<string, number> =>
  sumBy(records, {key, value: () => 1});

export function sumBy<T>(
  records: readonly T[],
  {key, value}: {key: (record: T) => string; value: (record: T) => number},
): Record<string, number> {
  const sums: Record<string, number> = {};
  for (const record of records) sums[key(record)] = (sums[key(record)] ?? 0) + value(record);
  return Object.fromEntries(Object.entries(sums).sort(([a], [b]) => (a < b ? -1 : 1)));
}

export function groupBy<T, R>(
  records: readonly T[],
  {key, make}: {key: (record: T) => string; make: (group: readonly T[]) => R},
): Record<string, R> {
  const groups = new Map<string, T[]>();
  for (const record of records) {
    const group = groups.get(key(record));
    if (group) group.push(record);
    else groups.set(key(record), [record]);
  }
  return Object.fromEntries(
    [...groups].sort(([a], [b]) => (a < b ? -1 : 1)).map(([name, group]) => [name, make(group)]),
  );
}

export const count = <T>(records: readonly T[], test: (record: T) => boolean): number => records.filter(test).length;
export const rounded = (value: number, digits = 4): number => Math.round(value * 10 ** digits) / 10 ** digits;
export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = Math.floor(sorted.length / 2);
  return sorted.length % 2 === 1 ? sorted[middle]! : (sorted[middle - 1]! + sorted[middle]!) / 2;
}
export const mean = (values: readonly number[]): number =>
  values.reduce((sum, value) => sum + value, 0) / values.length;
