/** Widths in 1/1000 em of " " to "~", the wider of Helvetica and Noto Sans CJK: other fonts of the stack lie between or below. */
const latin = [
  278, 323, 474, 556, 556, 921, 680, 278, 338, 338, 467, 584, 278, 347, 278, 392, 556, 556, 556, 556, 556, 556, 556,
  556, 556, 556, 278, 278, 584, 584, 584, 556, 1015, 667, 667, 722, 722, 667, 611, 778, 728, 293, 535, 667, 556, 833,
  723, 778, 667, 778, 722, 667, 611, 722, 667, 944, 667, 667, 611, 338, 392, 338, 555, 559, 606, 563, 618, 510, 620,
  556, 325, 564, 607, 275, 275, 552, 284, 926, 610, 606, 620, 620, 388, 500, 377, 607, 521, 802, 500, 521, 500, 338,
  270, 338, 584,
];

/** CJK, kana, hangul, full-width forms, and the dashes, quotes and dots that Chinese fonts draw a whole em wide. */
const wide =
  /[\u00b1\u00b7\u00d7\u00f7\u1100-\u115f\u2014\u2018-\u201d\u2022\u2026\u2190-\u2211\u2213-\u22ff\u2460-\u24ff\u2500-\u27bf\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe4f\uff00-\uff60\uffe0-\uffe6]/;

/**
 * Width of a line of text in pixels from a fixed table, where a Chinese character is 1 em: the same on every machine,
 * unlike what a machine's own fonts measure.
 *
 * @example textWidth("满意率", {size: 12}) // 36
 */
export function textWidth(
  text: string,
  {size, bold = false}: {size: number /** Defaults to false. */; bold?: boolean},
): number {
  let width = 0;
  for (const character of text) {
    const code = character.codePointAt(0) ?? 0;
    if (code >= 32 && code <= 126) width += (latin[code - 32] ?? 556) * (bold ? 1.1 : 1);
    else if (code >= 0x300 && code <= 0x36f) width += 0;
    else width += wide.test(character) || code > 0xffff ? 1000 : 620;
  }
  return (width * size) / 1000;
}

/**
 * Lines no wider than `width`, broken after Chinese characters and punctuation or between words; what does not fit in
 * `lines` ends in "…". Closing punctuation never starts a line.
 */
export function wrapText(
  text: string,
  {
    width,
    size,
    lines = Number.POSITIVE_INFINITY,
    bold = false,
  }: {width: number; size: number; lines?: number; bold?: boolean},
): string[] {
  const fits = (line: string) => textWidth(line, {size, bold}) <= width;
  const wrapped: string[] = [];
  let line = "";
  for (const piece of pieces(text).flatMap((one) => (fits(one.trimEnd()) ? [one] : [...one]))) {
    if (line !== "" && !fits((line + piece).trimEnd())) {
      wrapped.push(line.trimEnd());
      line = piece.trimStart();
    } else line += piece;
  }
  if (line.trim() !== "" || wrapped.length === 0) wrapped.push(line.trimEnd());
  if (wrapped.length <= lines) return wrapped;
  let last = wrapped[lines - 1] ?? "";
  while (last !== "" && !fits(`${last}…`)) last = [...last].slice(0, -1).join("");
  return [...wrapped.slice(0, lines - 1), `${last.trimEnd()}…`];
}

/**
 * Width of the longest part of a text that no line may break.
 *
 * @example longestWord("满意率", {size: 12}) // 12
 */
export const longestWord = (text: string, {size}: {size: number}): number =>
  Math.max(0, ...pieces(text).map((piece) => textWidth(piece.trimEnd(), {size})));

/** Where a word of Latin letters may be broken: after a blank, a hyphen, and what joins two names without a blank. */
const isJoint = (before: string, after: string): boolean =>
  before === " " || before === "-" || (/[,;/|&]/.test(before) && /\p{L}/u.test(after));

/** The parts between which a line may end. */
function pieces(text: string): string[] {
  const opening = "（《“‘【([";
  const closing = "，。、；：！？）》”’】%℃…,.;:!?)]·";
  const parts: string[] = [];
  for (const character of text) {
    const last = parts.at(-1);
    const before = last?.at(-1) ?? "";
    const joins =
      last !== undefined &&
      (closing.includes(character) ||
        opening.includes(before) ||
        (!wide.test(character) && !wide.test(before) && !isJoint(before, character)));
    if (joins) parts[parts.length - 1] = last + character;
    else parts.push(character);
  }
  return parts;
}
