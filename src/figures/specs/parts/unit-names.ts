import type {Label} from "./canvas.js";
import {textWidth, wrapText} from "./text-width.js";

/** A dot to be named, in pixels of the plot. */
export interface NamedDot {
  readonly x: number;
  readonly y: number;
  readonly category: string;
  readonly colour?: string;
}

/**
 * Names beside dots, where they touch neither each other nor the edge. `lifts` are the places tried, in lines above (−)
 * or below the dot; a name that fits nowhere is left out.
 */
export function unitNames(
  dots: readonly NamedDot[],
  {size, width, height, lifts = [0, -1, 1]}: {size: number; width: number; height: number; lifts?: readonly number[]},
): Label[] {
  const taken: {x: number; end: number; y: number}[] = [];
  const line = size + 2;
  return dots.flatMap(({x, y, category, colour}): Label[] => {
    const [text = ""] = wrapText(category, {width: width * 0.45, size, lines: 1});
    const wide = textWidth(text, {size});
    const sides = [x + 9, x - 9 - wide].filter((start) => start >= 0 && start + wide <= width);
    const isFree = (start: number, place: number) =>
      place >= line / 2 &&
      place <= height - line / 2 &&
      taken.every((one) => one.end + 4 < start || start + wide + 4 < one.x || Math.abs(one.y - place) > line);
    const place = lifts
      .flatMap((lift) => sides.map((start) => ({start, y: y + lift * line})))
      .find((one) => isFree(one.start, one.y));
    if (!place) return [];
    taken.push({x: place.start, end: place.start + wide, y: place.y});
    return [{x: place.start, y: place.y, text, size, ...(colour ? {colour} : {})}];
  });
}
