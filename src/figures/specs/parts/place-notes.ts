import {textWidth, wrapText} from "./text-width.js";

export interface Note {
  /** From 0, among the categories of the axis. */
  readonly index: number;
  readonly label: string;
  readonly is_break?: boolean;
}

export interface PlacedNote {
  readonly index: number;
  readonly x: number;
  readonly start: number;
  readonly end: number;
  readonly lines: readonly string[];
  /** Of its last line; 0 is nearest to the plot. */
  readonly level: number;
  /** Its text stands to the left of its line. */
  readonly is_flipped: boolean;
  readonly is_break: boolean;
}

/**
 * Each text to the right of its line, or to the left at the edge, in rows that do not touch. From right to left, since
 * a line comes down from its text and must not run through one below it.
 */
export function placeNotes(
  notes: readonly Note[],
  {
    at,
    width,
    size,
    gap = 4,
    most = Number.POSITIVE_INFINITY,
  }: {
    at: (index: number) => number;
    width: number;
    size: number;
    gap?: number;
    /** Lines a text may take; defaults to as many as it needs. */
    most?: number;
  },
): PlacedNote[] {
  const found = notes.map(({index, label, is_break = false}) => {
    const lines = wrapText(label, {width: width * 0.8, size, lines: most});
    const wide = Math.max(...lines.map((line) => textWidth(line, {size})));
    const x = at(index);
    const is_flipped = x + gap + wide > width + 8;
    const start = is_flipped ? Math.max(0, x - gap - wide) : x + gap;
    return {index, x, start, end: start + wide, lines, is_flipped, is_break};
  });
  const placed: PlacedNote[] = [];
  for (const note of found.sort((one, other) => Number(one.is_flipped) - Number(other.is_flipped) || other.x - one.x)) {
    const below = placed.filter(
      (one) =>
        (one.start < note.end + 8 && note.start < one.end + 8) || (one.x > note.start - 3 && one.x < note.end + 3),
    );
    placed.push({...note, level: Math.max(0, ...below.map(({level, lines}) => level + lines.length))});
  }
  return placed;
}
