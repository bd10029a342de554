/** Where a label may stand: a point in points from the corner of the plot, and the side of it. */
export interface Spot {
  readonly x: number;
  readonly y: number;
  readonly position: "t" | "b" | "r" | "l";
}
export interface LabelToPlace {
  readonly width: number;
  readonly height: number;
  /** The best first. */
  readonly spots: readonly Spot[];
}
type Segment = readonly [x1: number, y1: number, x2: number, y2: number];
interface Edges {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

/** Between a label and its point; offices differ a little. */
const gap = 6;
/** Each label looks again once the others have moved. */
const passes = 4;

/**
 * A spot for each label, so that as few as possible lie on each other, on a line or outside the plot: each takes the best
 * of its own while the others stay, a few times over.
 *
 * @returns the number of the spot taken, by label
 */
export function placeLabels(
  labels: readonly LabelToPlace[],
  {lines, width, height}: {lines: readonly Segment[]; width: number; height: number},
): number[] {
  const edges = labels.map((label) => label.spots.map((spot) => edgesOf(label, spot)));
  const taken = labels.map(() => 0);
  const cost = (label: number, spot: number): number => {
    const own = edges[label]![spot]!;
    const others = taken.filter((at, other) => other !== label && overlaps(own, edges[other]![at]!)).length;
    const under = lines.filter((line) => crosses(line, own)).length;
    const isOut = own.left < 0 || own.right > width || own.top < 0 || own.bottom > height;
    return others * 3 + under * 2 + (isOut ? 2 : 0) + spot * 0.01;
  };
  for (let pass = 0; pass < passes; pass++)
    for (const [label, {spots}] of labels.entries()) {
      const costs = spots.map((_, spot) => cost(label, spot));
      taken[label] = costs.indexOf(Math.min(...costs));
    }
  return taken;
}

function edgesOf({width, height}: LabelToPlace, {x, y, position}: Spot): Edges {
  const left = position === "r" ? x + gap : position === "l" ? x - gap - width : x - width / 2;
  const top = position === "t" ? y - gap - height : position === "b" ? y + gap : y - height / 2;
  return {left, top, right: left + width, bottom: top + height};
}

const overlaps = (one: Edges, other: Edges): boolean =>
  one.left < other.right && other.left < one.right && one.top < other.bottom && other.top < one.bottom;

/** Whether a straight line runs through a box: some of it lies between left and right and between top and bottom. */
function crosses([x1, y1, x2, y2]: Segment, {left, right, top, bottom}: Edges): boolean {
  let [start, end] = [0, 1];
  for (const [from, move, low, high] of [
    [x1, x2 - x1, left, right],
    [y1, y2 - y1, top, bottom],
  ] as const) {
    if (move === 0) {
      if (from < low || from > high) return false;
      continue;
    }
    const [one, other] = [(low - from) / move, (high - from) / move];
    start = Math.max(start, Math.min(one, other));
    end = Math.min(end, Math.max(one, other));
  }
  return start < end;
}
