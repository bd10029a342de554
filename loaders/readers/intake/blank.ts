const blank = /^[\s\u00a0\u3000\ufeff]*$/u;

/** Nothing to see: empty, or only blanks (full-width ones too). */
export const isBlank = (cell: string | null | undefined): boolean =>
  cell === null ||
  cell === undefined ||
  cell === "" ||
  (cell.charCodeAt(0) <= 32 || cell.charCodeAt(0) > 127 ? blank.test(cell) : false);
