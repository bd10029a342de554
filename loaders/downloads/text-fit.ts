const wide =
  /[\u1100-\u115f\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe4f\uff00-\uff60\uffe0-\uffe6\u2014\u2018-\u201d\u2026]|\p{Extended_Pictographic}/u;

/** Width of a text in em: CJK is 1, Latin as in Arial; the same on every machine. */
export const textWidth = (text: string): number => {
  let width = 0;
  for (const character of text) {
    if (wide.test(character)) width += 1;
    else if (/[mwMW%@]/.test(character)) width += 0.86;
    else if (/[A-Z]/.test(character)) width += 0.69;
    else if (/[ijl.,:;'|!()[\] ]/.test(character)) width += 0.29;
    else width += 0.54;
  }
  return width;
};

/** Lines that a text takes, with words kept whole. `width` and `size` in the same unit. */
export const lineCount = (text: string, {width, size}: {width: number; size: number}): number => {
  let lines = 0;
  for (const paragraph of text.split("\n")) {
    let used = 0;
    lines += 1;
    for (const word of paragraph.match(/[!-~]+ ?|./gu) ?? []) {
      const length = textWidth(word) * size;
      if (used > 0 && used + length > width) {
        lines += 1;
        used = 0;
      }
      used += length;
    }
  }
  return lines;
};

/** The largest size, from `size` down to `smallest` in points, at which the text keeps to `lines`. */
export const fitSize = (
  text: string,
  {width, lines, size, smallest}: {width: number; lines: number; size: number; smallest: number},
): number => {
  for (let points = size; points > smallest; points -= 1) {
    if (lineCount(text, {width, size: points}) <= lines) return points;
  }
  return smallest;
};
