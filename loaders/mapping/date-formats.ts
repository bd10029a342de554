export const tokens: readonly (readonly [string, string])[] = [
  ["yyyy", "%Y"],
  ["yy", "%y"],
  ["MMMM", "%B"],
  ["MMM", "%b"],
  ["MM", "%m"],
  ["M", "%m"],
  ["dd", "%d"],
  ["d", "%d"],
  ["HH", "%H"],
  ["H", "%H"],
  ["hh", "%I"],
  ["h", "%I"],
  ["mm", "%M"],
  ["m", "%M"],
  ["ss", "%S"],
  ["s", "%S"],
  ["SSS", "%g"],
  ["EEE", "%a"],
  ["a", "%p"],
  ["XXX", "%z"],
  ["X", "%z"],
];

/**
 * The strptime pattern for a date format as people write it. Reading accepts one or two digits wherever it
 * expects a number, so "M/d/yyyy" and "MM/dd/yyyy" read the same cells.
 *
 * @example strptimePattern("dd/MM/yyyy HH:mm") // => "%d/%m/%Y %H:%M"
 */
export function strptimePattern(format: string): string {
  let pattern = "";
  for (let rest = format; rest !== ""; ) {
    const token = tokens.find(([name]) => rest.startsWith(name));
    pattern += token ? token[1] : rest[0] === "%" ? "%%" : rest[0];
    rest = rest.slice(token ? token[0].length : 1);
  }
  return pattern;
}
