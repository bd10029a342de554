import type {Paragraph} from "./shapes.js";
import {lineCount} from "./text-fit.js";

/** The text of a slide, in points. */
const box = {width: 12.1 * 72, height: 4.5 * 72};
/** Smaller does not read from the back of the room. */
const smallest = 13;
const space = 8;
/** Few sentences stand apart rather than huddled at the top. */
const mostSpare = 16;

const height = (sentences: readonly string[], size: number): number =>
  sentences.reduce((sum, text) => sum + lineCount(text, {width: box.width - 14, size}) * size * 1.25 + space, 0);

/** The largest size at which the sentences fit on one slide, fewer of them larger. */
const sizeOf = (sentences: readonly string[]): number | undefined => {
  const largest = sentences.length > 6 ? 16 : sentences.length > 4 ? 18 : 20;
  for (let size = largest; size >= smallest; size--) if (height(sentences, size) <= box.height) return size;
  return undefined;
};

/** As even parts as their number allows, so that no slide is left with one sentence. */
const evenParts = (sentences: readonly string[], parts: number): string[][] => {
  const ends = Array.from({length: parts + 1}, (_, part) => Math.round((part * sentences.length) / parts));
  return ends.slice(1).map((end, part) => sentences.slice(ends[part], end));
};

const partsNeeded = (sentences: readonly string[]): number => {
  for (let parts = 1; parts < sentences.length; parts++)
    if (evenParts(sentences, parts).every((part) => sizeOf(part) !== undefined)) return parts;
  return sentences.length;
};

/**
 * Sentences as bullets on as few slides as they fit. `twin` are the sentences of the other language: where there are
 * as many, both take as many slides.
 */
export const bulletPages = (
  sentences: readonly string[],
  {twin = []}: {twin?: readonly string[]} = {},
): Paragraph[][] => {
  const alike = twin.length === sentences.length ? partsNeeded(twin) : 0;
  return evenParts(sentences, Math.max(partsNeeded(sentences), alike)).map((part) => {
    const size = sizeOf(part) ?? smallest;
    const spare = (box.height * 0.9 - height(part, size)) / part.length;
    const before = space + Math.floor(Math.min(mostSpare, Math.max(0, spare)));
    return part.map((text) => ({text, size, bullet: true, before}));
  });
};
