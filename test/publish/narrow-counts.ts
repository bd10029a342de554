/** `parts` add up to `total`; a number is known, a text is the name of a count. */
export interface CountSum {
  readonly parts: readonly string[];
  readonly total: string | number;
}

/** Whole numbers between which a count lies. */
export interface CountRange {
  readonly low: number;
  readonly high: number;
}

const unbounded: CountRange = {low: 0, high: Number.POSITIVE_INFINITY};

/**
 * Between which limits each unknown count lies, given the known ones and all sums: what a reader with patience finds.
 * Counts are whole and not negative; limits are carried from sum to sum until nothing narrows (bounds consistency).
 * Sums that contradict each other narrow nothing further.
 * @example narrowCounts(["a", "b"], {known: new Map([["c", 4]]), sums: [{parts: ["a", "b", "c"], total: 4}]}).get("a") // => {low: 0, high: 0}
 */
export function narrowCounts(
  unknown: readonly string[],
  {
    known,
    sums,
    within = new Map(),
  }: {
    readonly known: ReadonlyMap<string, number>;
    readonly sums: readonly CountSum[];
    /** What is known of a count from the start; defaults to 0 and more. */
    readonly within?: ReadonlyMap<string, CountRange>;
  },
): Map<string, CountRange> {
  const ranges = new Map(unknown.map((name) => [name, within.get(name) ?? unbounded]));
  const isOpen = ({parts, total}: CountSum) => ranges.has(String(total)) || parts.some((name) => ranges.has(name));
  const rest = sums.filter(isOpen).map((sum) => left(sum, {known, ranges}));
  const of = new Map<string, number[]>();
  for (const [index, {plus, minus}] of rest.entries())
    for (const name of [...plus, ...minus]) of.set(name, [...(of.get(name) ?? []), index]);
  const waiting = new Set(rest.keys());
  // Limits that creep by ones towards a far end are left where they are: they determine nothing.
  for (let steps = 50 * rest.length; steps > 0 && waiting.size > 0; steps--) {
    const [index] = waiting as Set<number> & Iterable<number>;
    waiting.delete(index!);
    for (const name of narrow(rest[index!]!, ranges))
      for (const other of of.get(name) ?? []) if (other !== index) waiting.add(other);
  }
  return ranges;
}

/** What is left of a sum once the known is taken away: the sum of `plus` less the sum of `minus` is `value`. */
interface Left {
  readonly plus: readonly string[];
  readonly minus: readonly string[];
  readonly value: number;
}

function left(
  {parts, total}: CountSum,
  {known, ranges}: {known: ReadonlyMap<string, number>; ranges: ReadonlyMap<string, CountRange>},
): Left {
  const isOpen = (name: string) => ranges.has(name);
  const value = (name: string) => known.get(name) ?? 0;
  const sum = parts.filter((name) => !isOpen(name)).reduce((all, name) => all + value(name), 0);
  const plus = parts.filter(isOpen);
  if (typeof total === "number") return {plus, minus: [], value: total - sum};
  return isOpen(total) ? {plus, minus: [total], value: -sum} : {plus, minus: [], value: value(total) - sum};
}

/** Narrows each count of one sum by the limits of the others; names of those that changed. */
function narrow({plus, minus, value}: Left, ranges: Map<string, CountRange>): string[] {
  const signed = [...plus.map((name) => limitsOf(name, 1, ranges)), ...minus.map((name) => limitsOf(name, -1, ranges))];
  const least = signed.map(({low}) => low);
  const most = signed.map(({high}) => high);
  return signed
    .filter(({name, sign}, at) => {
      const own = ranges.get(name)!;
      const [low, high] = [value - others(most, at), value - others(least, at)];
      const next = {
        low: Math.max(own.low, Math.ceil(sign > 0 ? low : -high)),
        high: Math.min(own.high, Math.floor(sign > 0 ? high : -low)),
      };
      if (next.low > next.high || (next.low === own.low && next.high === own.high)) return false;
      ranges.set(name, next);
      return true;
    })
    .map(({name}) => name);
}

/** The sum without one of them, which may be without end. */
function others(values: readonly number[], without: number): number {
  let sum = 0;
  for (let at = 0; at < values.length; at++) if (at !== without) sum += values[at]!;
  return sum;
}

function limitsOf(name: string, sign: 1 | -1, ranges: ReadonlyMap<string, CountRange>) {
  const {low, high} = ranges.get(name)!;
  return sign > 0 ? {name, sign, low, high} : {name, sign, low: -high, high: -low};
}
