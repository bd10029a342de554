import type {FigureTable} from "../../../src/figures/figure.js";
import {longestWord, textWidth} from "../../../src/figures/specs/parts/text-width.js";

/** What a telephone and a card of two thirds of the page show without scrolling sideways, in pixels. */
const [telephone, card] = [320, 720];

/** Columns that a telephone shows beside the first. */
const [most, least] = [3, 2];

/** A table as it is first seen: by column, whether it is of the few, and whether a telephone has room for it. */
export interface ShortTable {
  /** Every row would scroll sideways on a telephone. */
  readonly isWide: boolean;
  readonly isLead: readonly boolean[];
  readonly isFirst: readonly boolean[];
  /** The few that a telephone shows stand beside each other as at a desk. */
  readonly isSlim: boolean;
  /** Of the lead columns together. */
  readonly width: number;
}

/**
 * What of a table is first seen. On the first depth of a page (`isFace`) these are the columns that its page names, the
 * most telling first; else those that are neither limits nor flags, as many from the left as a card has room for.
 */
export function shortTable(
  {columns, rows}: FigureTable,
  {texts, isFace, named = []}: {texts: readonly (readonly string[])[]; isFace: boolean; named?: readonly string[]},
): ShortTable {
  const widths = columns.map(({label}, at) =>
    widthOf(
      label,
      texts.map((row) => row[at] ?? ""),
    ),
  );
  const total = (wanted: readonly number[]): number => wanted.reduce((sum, at) => sum + (widths[at] ?? 0), 0);
  const every = columns.map((_, at) => at);
  const lead = !isFace
    ? every
    : named.length > 0
      ? [0, ...named.map((id) => columns.findIndex((each) => each.id === id)).filter((at) => at > 0)]
      : fitting(
          every.filter(
            (at) =>
              at === 0 ||
              !isSpare(
                columns[at]!.id,
                rows.map((row) => row[at]),
              ),
          ),
          {total},
        );
  const counts = Array.from({length: most - least + 1}, (_, less) => 1 + most - less);
  const slim = isFace ? counts.find((count) => total(lead.slice(0, count)) <= telephone) : undefined;
  const first = lead.slice(0, slim ?? (isFace ? 1 + most : 2 + most));
  return {
    isWide: total(every) > telephone,
    isLead: every.map((at) => lead.includes(at)),
    isFirst: every.map((at) => first.includes(at)),
    isSlim: slim !== undefined,
    width: total(lead),
  };
}

/** As many from the left as a card has room for. */
const fitting = (
  wanted: readonly number[],
  {total}: {total: (wanted: readonly number[]) => number},
): readonly number[] => {
  const over = wanted.findIndex((_, at) => total(wanted.slice(0, at + 1)) > card);
  return over < 0 ? wanted : wanted.slice(0, Math.max(2, over));
};

/** Limits are for the analyst; a flag is for everybody where one is set. */
const isSpare = (id: string, cells: readonly unknown[]): boolean =>
  /(?:^|_)(?:lo|hi)$/.test(id) || (id === "flag" && cells.every((cell) => cell === null || cell === ""));

/** By the widest text: longer ones wrap at nine letters of a Chinese text, as the style sheet has it. */
const widthOf = (label: string, texts: readonly string[]): number => {
  const widest = texts.reduce((width, text) => Math.max(width, textWidth(text, {size: 14})), 0);
  return Math.max(45, longestWord(label, {size: 14}), Math.min(126, widest)) + 13;
};
