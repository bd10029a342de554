import type {FigureTable} from "../../../src/figures/figure.js";
import {longestWord, textWidth} from "../../../src/figures/specs/parts/text-width.js";
import type {Language} from "../../../src/words/language.js";
import {tableTexts} from "../office/number-format.js";
import {type Box, emu, paragraphXml} from "./shapes.js";
import {lineCount} from "./text-fit.js";

const border = (tag: string, colour: string): string =>
  `<a:${tag} w="6350"><a:solidFill>${colour}</a:solidFill></a:${tag}>`;
const none = (tag: string): string => `<a:${tag} w="0"><a:noFill/></a:${tag}>`;
const pale = '<a:schemeClr val="tx1"><a:lumMod val="25000"/><a:lumOff val="75000"/></a:schemeClr>';
const accent = '<a:schemeClr val="accent1"/>';

const cellXml = (
  text: string,
  {size, bold, align, line, padding}: {size: number; bold: boolean; align: "l" | "r"; line: string; padding: number},
): string =>
  `<a:tc><a:txBody><a:bodyPr/><a:lstStyle/>${paragraphXml({text, size, bold, align, colour: bold ? "accent1" : "tx1"})}</a:txBody><a:tcPr marL="91440" marR="182880" marT="${padding}" marB="${padding}" anchor="ctr">${none("lnL")}${none("lnR")}${none("lnT")}${border("lnB", line)}<a:noFill/></a:tcPr></a:tc>`;

/** A table with thin rules: header in the strong colour, numbers to the right, columns as wide as their texts. */
export const slideTable = (
  {columns, rows}: FigureTable,
  {
    box,
    language,
    largest = 13,
    smallest = 8,
    wider = 1,
    more,
  }: {
    box: Box;
    language: Language;
    /** Points. */
    largest?: number;
    smallest?: number;
    /** How many times as wide as ours the letters of a font may be that is not known. */
    wider?: number;
    /** What a last row says of rows that are left out. */
    more?: string;
  },
): {xml: string; height: number /** Whether words are broken to fit. */; is_broken: boolean} => {
  const last = more === undefined ? [] : [columns.map((_, at) => (at === 0 ? more : ""))];
  const texts = [...tableTexts({columns, rows}, {language}), ...last];
  const all = [columns.map(({label}) => label), ...texts];
  const {size, widths, is_broken} = sizeAndWidths(all, box, {largest, smallest, wider});
  const bare = rowHeights(all, {size, widths, wider});
  // Few rows stand apart rather than huddled at the top.
  const spare = largest > 13 ? Math.min(0.45, Math.max(0, (box.h * 0.85 - sum(bare)) / bare.length)) : 0;
  const tall = bare.map((height) => height + spare);
  const align = (at: number): "l" | "r" =>
    ["text", "date", "month"].includes(columns[at]?.unit ?? "text") ? "l" : "r";
  const row = (cells: readonly string[], index: number): string =>
    `<a:tr h="${emu(tall[index] ?? 0.3)}">${cells.map((text, at) => cellXml(text, {size, bold: index === 0, align: align(at), line: index === 0 ? accent : pale, padding: 36_000})).join("")}</a:tr>`;
  const grid = widths.map((width) => `<a:gridCol w="${emu(width)}"/>`).join("");
  return {
    xml: `<a:tbl><a:tblPr firstRow="1"/><a:tblGrid>${grid}</a:tblGrid>${[columns.map(({label}) => label), ...texts].map(row).join("")}</a:tbl>`,
    height: sum(tall),
    is_broken,
  };
};

const sum = (numbers: readonly number[]): number => numbers.reduce((total, number) => total + number, 0);

/** Left and right of a text in its cell, in points. */
const padding = 22;
/** Fonts of other machines are a little wider than the table of widths. */
const allowance = 1.08;
/** Rows are high enough for a break that comes sooner, as where signs and letters stand apart. */
const caution = 1.08;

/** In inches. */
const rowHeights = (
  rows: readonly (readonly string[])[],
  {size, widths, wider}: {size: number; widths: readonly number[]; wider: number},
): number[] =>
  rows.map((row) => {
    const lines = row.map((text, at) =>
      lineCount(text, {
        width: ((widths[at] ?? 1) * 72 - padding) / caution / wider,
        size,
      }),
    );
    const leading = /\p{Script=Han}/u.test(row.join("")) ? 1.45 : 1.22; // as Chinese fonts are cut
    return (Math.max(...lines) * size * leading + 8) / 72;
  });

/** The largest text at which no word is broken and all rows fit; else the smallest, whatever it breaks. */
const sizeAndWidths = (
  rows: readonly (readonly string[])[],
  box: Box,
  {largest, smallest, wider}: {largest: number; smallest: number; wider: number},
): {size: number; widths: number[]; is_broken: boolean} => {
  for (let size = largest; size > smallest; size -= 0.5) {
    const widths = columnWidths(rows, {size, room: box.w, wider});
    if (widths && sum(rowHeights(rows, {size, widths, wider})) <= box.h) return {size, widths, is_broken: false};
  }
  const widths = columnWidths(rows, {size: smallest, room: box.w, wider});
  const alike = (rows[0] ?? []).map((_, __, all) => box.w / all.length);
  return {size: smallest, widths: widths ?? alike, is_broken: widths === undefined};
};

/** Texts of so many ems are not broken: "15 Nov", "9 月 30 日". */
const shortText = 5.5;

/** Each column as wide as its longest word, and more the longer its texts; undefined where the words do not fit. */
const columnWidths = (
  rows: readonly (readonly string[])[],
  {size, room, wider}: {size: number; room: number; wider: number},
): number[] | undefined => {
  const inches = (width: number): number => (width * allowance * wider + padding) / 72;
  const widest = (widthOf: (text: string) => number): number[] =>
    (rows[0] ?? []).map((_, at) => inches(Math.max(size * 2.5, ...rows.map((row) => widthOf(row[at] ?? "")))));
  const texts = widest((text) => textWidth(text, {size}));
  const words = widest((text) => {
    const whole = textWidth(text, {size});
    return whole <= size * shortText ? whole : longestWord(text, {size});
  });
  if (sum(words) > room) return undefined;
  const wanted = texts.map((width, at) => width - (words[at] ?? 0));
  const left = room - sum(words);
  // Room to spare goes to all columns alike in proportion; where it is short, to those whose texts are long.
  if (sum(wanted) <= left) return texts.map((width) => (width / sum(texts)) * room);
  return words.map((width, at) => width + ((wanted[at] ?? 0) / sum(wanted)) * left);
};
