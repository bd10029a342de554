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
 * expects a number, so "M/d/yyyy" and "MM/dd/yyyy" read the same cells. Without a half of the day (a), hh is an hour of
 * 24; what stands between quotes ('T') is no letter of the format.
 *
 * @example strptimePattern("dd/MM/yyyy HH:mm") // => "%d/%m/%Y %H:%M"
 */
export function strptimePattern(format: string): string {
  let pattern = "";
  const isHalved = /(?<![a-zA-Z'])a(?![a-zA-Z'])/.test(format);
  for (let rest = format; rest !== ""; ) {
    const quoted = /^'([^']*)'/.exec(rest);
    if (quoted) {
      pattern += quoted[1]!.replaceAll("%", "%%");
      rest = rest.slice(quoted[0].length);
      continue;
    }
    const token = tokens.find(([name]) => rest.startsWith(name));
    const code = token?.[1] === "%I" && !isHalved ? "%H" : token?.[1];
    pattern += code ?? (rest[0] === "%" ? "%%" : rest[0]);
    rest = rest.slice(token ? token[0].length : 1);
  }
  return pattern;
}
