import type {Element} from "@xmldom/xmldom";
import {elementsOf} from "../deck/memory.js";

/** A tag in a text as somebody writes it. */
export const tagPattern = /\{\{\s*([\p{L}\p{N}_.-]+)\s*\}\}/gu;

/** What stands in a shape in place of a tag: its text, and which of several equal ones it is. */
export interface Filled {
  readonly tag: string;
  readonly text: string;
  readonly place: number;
}

/** Texts of the runs of a paragraph as one, and a way to replace a part of it that keeps the look of each run. */
interface Line {
  readonly text: string;
  replace(from: number, to: number, text: string): void;
}

/** A tag may be cut into several runs: spelling checkers and languages do that. */
const lineOf = (paragraph: Element): Line => {
  const runs = elementsOf(paragraph, "a:t");
  return {
    text: runs.map((run) => run.textContent ?? "").join(""),
    replace(from, to, text) {
      let start = 0;
      let isPut = false;
      for (const run of runs) {
        const own = run.textContent ?? "";
        const end = start + own.length;
        if (end > from && start < to) {
          const [head, tail] = [
            own.slice(0, Math.max(0, from - start)),
            own.slice(Math.max(0, Math.min(own.length, to - start))),
          ];
          run.textContent = `${head}${isPut ? "" : text}${tail}`;
          isPut = true;
        }
        start = end;
      }
    },
  };
};

/**
 * Fills the tags of a shape, new ones and those filled before, and says what now stands for which tag.
 *
 * `before` is what an earlier month put there: it is looked for in the text, wherever the sentence around it has gone.
 * What this month has no number for is `kept`, for the month that has one again.
 */
export const fillShape = (
  shape: Element,
  {
    before,
    said,
    onUnknown,
    onLost,
  }: {
    before: readonly Filled[];
    said: (tag: string) => string | undefined;
    onUnknown: (tag: string) => void;
    onLost: (filled: Filled) => void;
  },
): {filled: Filled[]; kept: Filled[]} => {
  const paragraphs = elementsOf(shape, "a:p");
  // Marks that no text has stand for values while the shape is filled, so that equal values are not mixed up.
  const marks: string[] = [];
  const mark = (tag: string): string => {
    marks.push(tag);
    return `\uE000${marks.length - 1}\uE001`;
  };
  const kept: Filled[] = [];
  for (const filled of [...before].sort((one, other) => other.place - one.place)) {
    const value = said(filled.tag);
    const found = placeOf(paragraphs, filled);
    if (!found) onLost(filled);
    else if (value === undefined) {
      onUnknown(filled.tag);
      kept.push(filled);
    } else lineOf(found.paragraph).replace(found.at, found.at + filled.text.length, mark(filled.tag));
  }
  for (const paragraph of paragraphs) {
    for (;;) {
      const line = lineOf(paragraph);
      const next = Array.from(line.text.matchAll(tagPattern)).find(([, tag = ""]) => said(tag) !== undefined);
      if (!next) break;
      line.replace(next.index, next.index + next[0].length, mark(next[1] ?? ""));
    }
    for (const [, tag = ""] of lineOf(paragraph).text.matchAll(tagPattern)) onUnknown(tag);
  }
  const filled: Filled[] = [];
  const whole = (): string => paragraphs.map((paragraph) => lineOf(paragraph).text).join("\n");
  for (const paragraph of paragraphs) {
    for (;;) {
      const line = lineOf(paragraph);
      const found = /\uE000(\d+)\uE001/.exec(line.text);
      if (!found) break;
      const tag = marks[Number(found[1])] ?? "";
      const text = said(tag) ?? "";
      const place =
        text === ""
          ? 0
          : whole()
              .slice(0, offsetOf(paragraphs, paragraph) + found.index)
              .split(text).length - 1;
      line.replace(found.index, found.index + found[0].length, text);
      filled.push({tag, text, place});
    }
  }
  return {filled, kept};
};

const offsetOf = (paragraphs: readonly Element[], until: Element): number => {
  let offset = 0;
  for (const paragraph of paragraphs) {
    if (paragraph === until) return offset;
    offset += lineOf(paragraph).text.length + 1;
  }
  return offset;
};

/** Where a value stands that was filled in before: the same of several equal ones, else the last of them. */
const placeOf = (
  paragraphs: readonly Element[],
  {text, place}: Filled,
): {paragraph: Element; at: number} | undefined => {
  if (text === "") return undefined;
  const found: {paragraph: Element; at: number}[] = [];
  for (const paragraph of paragraphs) {
    const {text: own} = lineOf(paragraph);
    for (let at = own.indexOf(text); at >= 0; at = own.indexOf(text, at + text.length)) found.push({paragraph, at});
  }
  return found[Math.min(place, found.length - 1)];
};

const [opening, closing] = ["[huisheng ", "]"];
const gap = " ¦ ";

/** The description of a shape without ours, and what ours says was filled in. */
export const readDescription = (description: string): {own: string; filled: Filled[]; figure?: string} => {
  const from = description.lastIndexOf(opening);
  const to = description.lastIndexOf(closing);
  if (from < 0 || to < from) return {own: description, filled: []};
  const own = `${description.slice(0, from)}${description.slice(to + 1)}`.trim();
  const parts = description.slice(from + opening.length, to).split(gap);
  return {
    own,
    filled: parts.flatMap((part) => {
      const [, tag, place, text] = /^\{\{(.+?)\}\}(\d+)=([\s\S]*)$/.exec(part) ?? [];
      return tag === undefined ? [] : [{tag, place: Number(place), text: text ?? ""}];
    }),
  };
};

/** The description with what was filled in: the tag lives on there, and next month finds it. */
export const writeDescription = (own: string, filled: readonly Filled[]): string =>
  filled.length === 0
    ? own
    : [own, `${opening}${filled.map(({tag, place, text}) => `{{${tag}}}${place}=${text}`).join(gap)}${closing}`]
        .filter(Boolean)
        .join(" ");
