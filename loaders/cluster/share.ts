import {ReportError} from "../messages/errors.js";

/** Some of the customers whose records stay: those whose ids lie between two texts, or the records of nobody. */
export type Share = "nobody" | {readonly first: string | undefined; readonly end: string | undefined};

/** How records can be asked for customers by customers: texts that cut their ids into pieces of about as many records each. */
export interface Pieces {
  readonly bounds: readonly string[];
  /** How many pieces are asked for at once. */
  readonly atOnce: number;
  /** Whether some records name no customer. */
  readonly hasNobody: boolean;
}

/** Pieces that lie side by side, from one on and before another. */
export interface Span {
  readonly from: number;
  readonly to: number;
}

/**
 * The pieces in spans of so many.
 * @example spansOf(5, 2) // => [{from: 0, to: 2}, {from: 2, to: 4}, {from: 4, to: 5}]
 */
export const spansOf = (pieces: number, atOnce: number): readonly Span[] =>
  Array.from({length: Math.ceil(pieces / atOnce)}, (_, at) => ({
    from: at * atOnce,
    to: Math.min(pieces, (at + 1) * atOnce),
  }));

/**
 * A span as two, or nothing where it is but one piece.
 * @example halvesOf({from: 2, to: 5}) // => [{from: 2, to: 4}, {from: 4, to: 5}]
 */
export function halvesOf({from, to}: Span): readonly Span[] | undefined {
  const middle = Math.ceil((from + to) / 2);
  return to - from > 1
    ? [
        {from, to: middle},
        {from: middle, to},
      ]
    : undefined;
}

/** @example shareOf({from: 1, to: 2}, ["b", "c"]) // => {first: "b", end: "c"} */
export const shareOf = ({from, to}: Span, bounds: readonly string[]): Share => ({
  first: bounds[from - 1],
  end: bounds[to - 1],
});

/**
 * The condition, in the SQL of either engine, that a column holds the id of a share's customer.
 *
 * @param quote how a text is written
 * @example isOf({first: "b", end: undefined}, "id", (text) => `'${text}'`) // => "id >= 'b'"
 */
export function isOf(share: Share, column: string, quote: (text: string) => string): string {
  if (share === "nobody") return `${column} is null`;
  const {first, end} = share;
  const from = first === undefined ? `${column} > ''` : `${column} >= ${quote(first)}`;
  return end === undefined ? from : `${from} and ${column} < ${quote(end)}`;
}

/** Asks for all shares, those that are more than a node can hold by halves. */
export async function askInShares(
  {bounds, atOnce, hasNobody}: Pieces,
  ask: (share: Share) => Promise<void>,
): Promise<void> {
  if (hasNobody) await ask("nobody");
  await askByHalves(spansOf(bounds.length + 1, atOnce), {halvesOf, ask: (span) => ask(shareOf(span, bounds))});
}

/**
 * Asks for one part after the other; one that is more than a node can hold is asked for as two, and so are those that
 * follow.
 *
 * @param halvesOf a part as two, or nothing where it cannot be less
 */
export async function askByHalves<Part>(
  parts: readonly Part[],
  {halvesOf, ask}: {halvesOf: (part: Part) => readonly Part[] | undefined; ask: (part: Part) => Promise<void>},
): Promise<void> {
  let left = parts;
  for (;;) {
    const [part, ...others] = left;
    if (part === undefined) return;
    try {
      await ask(part);
      left = others;
    } catch (error) {
      const halves = error instanceof ReportError && error.code === "cluster_memory" ? halvesOf(part) : undefined;
      if (!halves) throw error;
      left = left.flatMap((each) => halvesOf(each) ?? [each]);
    }
  }
}
