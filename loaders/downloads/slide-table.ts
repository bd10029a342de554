import type {FigureTable, Language} from "../../src/figures/figure.js";
import {textWidth} from "../../src/figures/text-width.js";
import {formatCell} from "./number-format.js";
import {type Box, emu, paragraphXml} from "./slide-shapes.js";
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
  {box, language}: {box: Box; language: Language},
): {xml: string; height: number} => {
  const texts = rows.map((row) => columns.map(({unit}, at) => formatCell(row[at] ?? null, unit, {language})));
  const natural = columns.map(
    ({label}, at) =>
      Math.max(textWidth(label, {size: 1}), 4, ...texts.map((row) => textWidth(row[at] ?? "", {size: 1}))) * 1.08 + 2.6,
  );
  const start = Math.max(9.5, Math.min(13, Math.floor((box.w * 72) / sum(natural))));
  const widths = shareWidth(natural, {room: (box.w * 72) / start}).map((width, _, all) => (width / sum(all)) * box.w);
  const heights = (size: number): number[] =>
    [columns.map(({label}) => label), ...texts].map(
      (row) =>
        (Math.max(...row.map((text, at) => lineCount(text, {width: (widths[at] ?? 1) * 72 - 22, size}))) * size * 1.22 +
          8) /
        72,
    );
  let size = start;
  while (size > 8 && sum(heights(size)) > box.h) size -= 0.5;
  const tall = heights(size);
  const align = (at: number): "l" | "r" =>
    ["text", "date", "month"].includes(columns[at]?.unit ?? "text") ? "l" : "r";
  const row = (cells: readonly string[], index: number): string =>
    `<a:tr h="${emu(tall[index] ?? 0.3)}">${cells.map((text, at) => cellXml(text, {size, bold: index === 0, align: align(at), line: index === 0 ? accent : pale, padding: 36_000})).join("")}</a:tr>`;
  const grid = widths.map((width) => `<a:gridCol w="${emu(width)}"/>`).join("");
  return {
    xml: `<a:tbl><a:tblPr firstRow="1"/><a:tblGrid>${grid}</a:tblGrid>${[columns.map(({label}) => label), ...texts].map(row).join("")}</a:tbl>`,
    height: sum(tall),
  };
};

const sum = (numbers: readonly number[]): number => numbers.reduce((total, number) => total + number, 0);

/** Columns as wide as their texts; where room is short, only the wide ones give way. */
const shareWidth = (natural: readonly number[], {room}: {room: number}): number[] => {
  if (sum(natural) <= room) return [...natural];
  const narrow = natural.filter((width) => width <= 15);
  const left = Math.max(room - sum(narrow), room * 0.3);
  const wide = sum(natural) - sum(narrow);
  return natural.map((width) => (width <= 15 ? width : Math.max(15, (width / wide) * left)));
};
