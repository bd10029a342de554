import {doubleText, plainDecimal} from "../intake/numbers.js";

/** A record's values by dotted name. */
export type Flat = Map<string, string | null>;

const longNumber = /\d{16}|\d\.\d|\d[eE][-+\d]/;
const token = /"[^"\\]*(?:\\[\s\S][^"\\]*)*"|-?\d+(?:\.\d+)?(?:[eE][-+]?\d+)?/g;
const mark = "\u0000#";

/**
 * Parses JSON with every number kept to the last digit: those a double could change are read as text.
 * @throws SyntaxError where it is not JSON
 */
export function parseExact(text: string): unknown {
  if (!longNumber.test(text)) return JSON.parse(text);
  JSON.parse(text); // wrong JSON must not become right by the quoting below
  return JSON.parse(
    text.replace(token, (found) => (found.startsWith('"') ? found : `"\\u0000#${plainDecimal(found)}"`)),
  );
}

/** One object as columns: nested names joined by a dot, lists of plain values by "|", lists of objects kept as JSON. */
export function flatten(value: Record<string, unknown>): Flat {
  const flat: Flat = new Map();
  const walk = (prefix: string, inner: Record<string, unknown>, depth: number) => {
    for (const [key, each] of Object.entries(inner)) {
      const name = prefix === "" ? key : `${prefix}.${key}`;
      if (isObject(each) && depth < 20) walk(name, each, depth + 1);
      else flat.set(name, asText(each));
    }
  };
  walk("", value, 0);
  return flat;
}

export const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === "object" && value !== null && !Array.isArray(value);

function asText(value: unknown): string | null {
  if (value === null || value === undefined) return null;
  if (typeof value === "string") return value.startsWith(mark) ? value.slice(mark.length) : value;
  if (typeof value === "number") return doubleText(value);
  if (Array.isArray(value) && value.every((each) => typeof each !== "object" || each === null))
    return value.map((each) => asText(each) ?? "").join("|");
  if (typeof value === "object") return JSON.stringify(value).replace(/"\\u0000#([^"]*)"/g, "$1");
  return String(value);
}
