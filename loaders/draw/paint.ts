type Values = Readonly<Record<string, unknown>>;

/** Colours and strokes in Vega's order; nothing is said of what is transparent. */
export function paint(
  {fill, stroke}: {fill?: unknown; stroke?: unknown},
  {strokeWidth, strokeCap, strokeDash, opacity}: Values,
): string {
  return attributes({
    fill: fill === "transparent" ? undefined : fill,
    stroke: stroke === "transparent" ? undefined : stroke,
    "stroke-width": strokeWidth,
    "stroke-linecap": strokeCap,
    "stroke-dasharray": strokeDash,
    opacity,
  });
}

/** Attributes of an element, those that have a value. */
export const attributes = (values: Values): string =>
  Object.entries(values)
    .map(([name, value]) => (value === undefined ? "" : ` ${name}="${value}"`))
    .join("");
