import type {Figure} from "../figure.js";

/**
 * What a chart draws and its table does not hold: names of categories, lines and flows, and values. The series of a
 * scatter chart are colours, not names.
 * @example notInTable({...figure, form: "bars", category_kind: "text", categories: ["North"], series: [], table: {columns: [], rows: []}}) // => ["North"]
 */
export function notInTable(figure: Figure): string[] {
  const {form, category_kind, categories, series, flows = [], table} = figure;
  if (form === "table") return [];
  const cells = table.rows.flat();
  const texts = new Set([
    ...cells.filter((cell) => typeof cell === "string"),
    ...table.columns.map(({label}) => label),
  ]);
  // "Scan check (complaints about leaks)" is held where its first part is.
  const isHeld = (name: string) =>
    texts.has(name) || texts.has(name.split(/（| \(/)[0]!) || [...texts].some((text) => text.includes(name));
  const names = [
    ...(category_kind === "text" ? categories : []),
    ...(series.length > 1 && form !== "scatter" ? series.map(({name}) => name) : []),
    ...flows.flatMap(({from, to}) => [from, to]),
  ];
  const numbers = [...new Set(cells.filter((cell) => typeof cell === "number"))].sort((a, b) => a - b);
  const values = [
    ...series.flatMap(({points}) => points.flatMap(({value}) => (value === null ? [] : [value]))),
    ...flows.map(({value}) => value),
  ];
  return [
    ...new Set([
      ...names.filter((name) => name !== "" && !isHeld(name)),
      ...values.filter((value) => !isNear(numbers, value)).map(String),
    ]),
  ];
}

/** Whether a sorted list holds a value, up to what rounding leaves. */
function isNear(sorted: readonly number[], value: number): boolean {
  const reach = 1e-6 * Math.max(1, Math.abs(value));
  let [low, high] = [0, sorted.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (sorted[middle]! < value - reach) low = middle + 1;
    else high = middle;
  }
  return low < sorted.length && sorted[low]! <= value + reach;
}
