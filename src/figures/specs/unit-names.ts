import {textWidth, wrapText} from "../text-width.js";
import type {Label} from "./canvas.js";

/** Names beside the dots outside the limits, where they touch neither each other nor the edge. */
export function unitNames(
  values: readonly {x: number; y: number; outside: boolean; category: string}[],
  {size, width}: {size: number; width: number},
): Label[] {
  const taken: {x: number; end: number; y: number}[] = [];
  return values
    .filter(({outside}) => outside)
    .flatMap(({x, y, category}): Label[] => {
      const [text = ""] = wrapText(category, {width: width * 0.45, size, lines: 1});
      const wide = textWidth(text, {size});
      const start = x + 9 + wide <= width ? x + 9 : x - 9 - wide;
      const free = [y, y - size - 2, y + size + 2].find((place) =>
        taken.every((one) => one.end + 4 < start || start + wide + 4 < one.x || Math.abs(one.y - place) > size + 2),
      );
      if (free === undefined || start < 0) return [];
      taken.push({x: start, end: start + wide, y: free});
      return [{x: start, y: free, text, size}];
    });
}
