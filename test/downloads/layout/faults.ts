import type {Slide} from "./slide-texts.js";
import {labelFaults} from "./slide-texts.js";

/** Where the foot of a slide begins, in points. */
const foot = 6.84 * 72;
/** Slides that are read from the back of the room. */
const far = new Set(["Month", "Message", "Rows"]);
export const isFar = ({layout}: Slide): boolean => far.has(layout);

/** What a reader of the slides would stumble over: texts cut, on each other or outside their place, and small ones. */
export const faultsOf = (slides: readonly Slide[]): string[] =>
  slides.flatMap((slide) => {
    const {number, shapes} = slide;
    const own = shapes.flatMap(({name, y, h, w, needs, rows, broken, chart, smallest}) => {
      const at = `${number} ${name}`;
      return [
        ...(rows === undefined && needs > h + 1 ? [`${at}: ${Math.round(needs)} pt of text in ${Math.round(h)}`] : []),
        ...(rows !== undefined && y + needs > foot ? [`${at}: its table runs into the foot`] : []),
        ...(broken ? [`${at}: a word broken in “${broken}”`] : []),
        ...(chart ? labelFaults(chart, {w, h}).map((fault) => `${at}: ${fault}`) : []),
        ...(isFar(slide) && smallest < 14 ? [`${at}: type of ${smallest} pt`] : []),
        ...(isFar(slide) && (rows ?? 0) > 8 ? [`${at}: ${rows} rows`] : []),
      ];
    });
    const solid = shapes.filter(({needs, chart, name}) => needs > 0 || chart !== undefined || name.endsWith(" chart"));
    const pairs = solid.flatMap((one, at) =>
      solid
        .slice(at + 1)
        .filter(
          (other) =>
            Math.min(one.x + one.w, other.x + other.w) - Math.max(one.x, other.x) > 2 &&
            Math.min(one.y + one.h, other.y + other.h) - Math.max(one.y, other.y) > 2,
        )
        .map((other) => `${number} ${one.name} lies on ${other.name}`),
    );
    return [...own, ...pairs];
  });
