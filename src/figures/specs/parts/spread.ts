/** Something that wants its middle at `at` and is `height` tall. */
export interface Block {
  readonly at: number;
  readonly height: number;
}

/**
 * Tops for blocks in one column: each as near its place as it can be without touching another or leaving `from` … `to`.
 *
 * @example spread([{at: 10, height: 8}, {at: 12, height: 8}], {from: 0, to: 40, gap: 2}) // [6, 16]
 */
export function spread(blocks: readonly Block[], {from, to, gap}: {from: number; to: number; gap: number}): number[] {
  const order = blocks.map((_, index) => index).sort((one, other) => (blocks[one]?.at ?? 0) - (blocks[other]?.at ?? 0));
  const tops = blocks.map(({at, height}) => at - height / 2);
  let end = from;
  for (const index of order) {
    tops[index] = Math.max(tops[index] ?? 0, end);
    end = (tops[index] ?? 0) + (blocks[index]?.height ?? 0) + gap;
  }
  let limit = to;
  for (const index of order.toReversed()) {
    tops[index] = Math.min(tops[index] ?? 0, limit - (blocks[index]?.height ?? 0));
    limit = (tops[index] ?? 0) - gap;
  }
  return tops;
}
