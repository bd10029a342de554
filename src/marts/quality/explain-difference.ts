/** A record that may stand behind a difference between a control total and ours. */
export interface CountedRecord {
  readonly id: string;
  /** As recorded; null where the cell was unreadable. For counts 1. */
  readonly amount: number | null;
  /** In the month · in the day before or after it · rejected, so that we do not count it · unknown to the other source. */
  readonly place: "month" | "before" | "after" | "dropped" | "unmatched";
  /** Of a rejected earlier version: the amount of the version that was kept. */
  readonly keptAmount?: number | null;
  /** Another record of the same customer, moment and amount exists. */
  readonly hasTwin?: boolean;
  /** Some cell of the record could not be read. */
  readonly isUnreadable?: boolean;
  /** Distance to the edge of the month. */
  readonly edgeMinutes?: number;
}

/** The likeliest first. */
export const suspectKinds = [
  "changed",
  "missing",
  "unmatched",
  "duplicated",
  "wrong_month",
  "factor_100",
  "wrong_sign",
  "factor_10",
  "digits_swapped",
  "unreadable",
  "extra",
  "unusual",
] as const;
export type SuspectKind = (typeof suspectKinds)[number];

export interface Suspect<T extends CountedRecord> {
  readonly record: T;
  readonly kind: SuspectKind;
  /** What the record should add to the month; 0 where it does not belong there. */
  readonly corrected: number | null;
  /** Putting this one record right closes the difference. */
  readonly explainsAll: boolean;
}

const dayMinutes = 24 * 60;

/**
 * Records that explain a difference (ours − ledger), the likeliest first: those that close it alone before those that
 * only may, then by kind, then by how usual the corrected amount is beside the other amounts. A record may be suspected
 * of several kinds; its likeliest is kept. "unusual" is what is left where nothing closes the difference.
 *
 * @param usual a usual amount, e.g. the median, to weigh corrections; defaults to the median of the records given
 * @example explainDifference([{id: "a", amount: 26800, place: "month"}], {difference: 26532})[0]?.kind // => "factor_100"
 */
export function explainDifference<T extends CountedRecord>(
  records: readonly T[],
  {difference, isCount = false, usual = median(records)}: {difference: number; isCount?: boolean; usual?: number},
): Suspect<T>[] {
  if (isSame(difference, 0)) return [];
  const found = records.flatMap((record) => likeliest(suspicions(record, {difference, isCount})));
  const closing = found.filter(({explainsAll}) => explainsAll);
  const rest = found.filter(({explainsAll, kind}) => !explainsAll && (closing.length === 0 || kind !== "unusual"));
  const odd = ({corrected, record}: Suspect<T>) =>
    Math.abs(Math.log((Math.abs(corrected || record.amount || 0) + 1) / (usual + 1)));
  const rank = (a: Suspect<T>, b: Suspect<T>) =>
    suspectKinds.indexOf(a.kind) - suspectKinds.indexOf(b.kind) ||
    (a.record.edgeMinutes ?? 0) * Number(isCount) - (b.record.edgeMinutes ?? 0) * Number(isCount) ||
    odd(a) - odd(b) ||
    // Of two entries alike the later one is the slip.
    (a.record.id < b.record.id ? -1 : 1) * (a.kind === "duplicated" ? -1 : 1);
  return [...closing.sort(rank), ...rest.sort(rank)];
}

const likeliest = <T extends CountedRecord>(all: readonly Suspect<T>[]): Suspect<T>[] =>
  [...all]
    .sort(
      (a, b) =>
        Number(b.explainsAll) - Number(a.explainsAll) || suspectKinds.indexOf(a.kind) - suspectKinds.indexOf(b.kind),
    )
    .slice(0, 1);

/** Every kind of slip that this record could be. */
function suspicions<T extends CountedRecord>(
  record: T,
  {difference, isCount}: {difference: number; isCount: boolean},
): Suspect<T>[] {
  const {amount, place, keptAmount, hasTwin, isUnreadable, edgeMinutes} = record;
  const all: Suspect<T>[] = [];
  const add = (kind: SuspectKind, corrected: number | null, effect: number) => {
    // For counts several records of the kind may close the difference together.
    const explainsAll = isSame(effect, difference);
    if (explainsAll || (isCount && Math.sign(effect) === Math.sign(difference)))
      all.push({record, kind, corrected, explainsAll});
  };
  if (amount === null) {
    if (isUnreadable) all.push({record, kind: "unreadable", corrected: null, explainsAll: false});
    return all;
  }
  if (place === "unmatched") {
    add("unmatched", amount, -amount);
    return all;
  }
  if (place === "dropped") {
    if (keptAmount != null) add("changed", amount, keptAmount - amount);
    else add("missing", amount, -amount);
    return all;
  }
  if (place !== "month") {
    add("wrong_month", amount, -amount);
    return all;
  }
  if (hasTwin) add("duplicated", 0, amount);
  if (!isCount && amount !== 0)
    for (const [kind, corrected] of corrections(amount, difference)) add(kind, corrected, amount - corrected);
  if (isUnreadable) add("unreadable", 0, amount);
  add((edgeMinutes ?? dayMinutes) < dayMinutes ? "wrong_month" : "extra", 0, amount);
  if (!isCount && all.length === 0) all.push({record, kind: "unusual", corrected: null, explainsAll: false});
  return all;
}

const corrections = (amount: number, difference: number): (readonly [SuspectKind, number])[] => [
  ["factor_100", amount / 100],
  ["factor_100", amount * 100],
  ["wrong_sign", -amount],
  ["factor_10", amount / 10],
  ["factor_10", amount * 10],
  ...(isSwapped(amount, amount - difference) ? ([["digits_swapped", amount - difference]] as const) : []),
];

/** Two amounts of equal length whose digits differ in two places only, exchanged. */
export function isSwapped(one: number, other: number): boolean {
  const [a, b] = [cents(one), cents(other)];
  if (a.length !== b.length || Math.sign(one) !== Math.sign(other)) return false;
  const places = [...a].flatMap((digit, index) => (digit === b[index] ? [] : [index]));
  const [first, second] = places;
  return places.length === 2 && a[first!] === b[second!] && a[second!] === b[first!];
}

const cents = (value: number): string => String(Math.round(Math.abs(value) * 100));
const isSame = (a: number, b: number): boolean => Math.abs(a - b) < 0.005;

function median(records: readonly CountedRecord[]): number {
  const sizes = records.map(({amount}) => Math.abs(amount ?? 0)).sort((a, b) => a - b);
  return sizes[Math.floor(sizes.length / 2)] ?? 0;
}
