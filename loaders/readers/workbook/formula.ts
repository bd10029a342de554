/** Computes cells of one row: a column's letters → its value, undefined = not a number. */
export type CellValue = (column: string, row: number) => number | undefined;

const token = /\s*(?:(\d+\.?\d*(?:e[-+]?\d+)?)|\$?([A-Z]{1,3})\$?(\d+)|([-+*/()]))/iy;

/**
 * The value of a simple formula: + − * / and brackets over numbers and cells. Anything else gives undefined.
 * @example evaluate("X2-Y2+Z2", (column) => row[column]) // 12.5
 */
export function evaluate(formula: string, cellAt: CellValue): number | undefined {
  if (formula.length > 500) return undefined;
  const tokens: (number | string)[] = [];
  token.lastIndex = 0;
  while (token.lastIndex < formula.length) {
    const match = token.exec(formula);
    if (!match) return undefined;
    const [, constant, column, row, sign] = match;
    if (constant !== undefined) tokens.push(Number(constant));
    else if (column !== undefined) {
      const value = cellAt(column.toUpperCase(), Number(row));
      if (value === undefined) return undefined;
      tokens.push(value);
    } else tokens.push(sign!);
  }
  let at = 0;
  const sum = (): number => {
    let total = product();
    while (tokens[at] === "+" || tokens[at] === "-") total += tokens[at++] === "+" ? product() : -product();
    return total;
  };
  const product = (): number => {
    let total = factor();
    while (tokens[at] === "*" || tokens[at] === "/") total = tokens[at++] === "*" ? total * factor() : total / factor();
    return total;
  };
  const factor = (): number => {
    const next = tokens[at++];
    if (typeof next === "number") return next;
    if (next === "-") return -factor();
    if (next === "+") return factor();
    if (next !== "(") return Number.NaN;
    const inner = sum();
    return tokens[at++] === ")" ? inner : Number.NaN;
  };
  const result = sum();
  if (at !== tokens.length || !Number.isFinite(result)) return undefined;
  // a spreadsheet keeps fifteen digits
  return Number(result.toPrecision(15));
}
