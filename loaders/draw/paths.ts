/** A place in pixels; `x2` and `y2` are its other end. */
export interface Place {
  readonly x: number;
  readonly y: number;
  readonly x2?: number;
  readonly y2?: number;
}

/** As d3 writes numbers into paths. */
const digits = (value: number): number => Math.round(value * 1000) / 1000;

/** A line through places, or steps that hold a value up to the next. */
export const linePath = (places: readonly Place[], {isStep}: {isStep: boolean}): string =>
  `M${through(places, {isStep})}${places.length === 1 ? "Z" : ""}`;

/** The room between `y` and `y2`. */
export function areaPath(places: readonly Place[], {isStep}: {isStep: boolean}): string {
  const other = places.map(({x, y, y2 = y}) => ({x, y: y + (y2 - y)})).reverse();
  return `M${through(places, {isStep})}L${through(other, {isStep, isBack: true})}Z`;
}

/** Steps hold the value of their left end, from wherever they are drawn. */
function through(places: readonly Place[], {isStep, isBack = false}: {isStep: boolean; isBack?: boolean}): string {
  return places
    .map(({x, y}, index) => {
      const before = isStep ? places[index - 1] : undefined;
      const corner = before && (isBack ? `${digits(before.x)},${digits(y)}L` : `${digits(x)},${digits(before.y)}L`);
      return `${corner ?? ""}${digits(x)},${digits(y)}`;
    })
    .join("L");
}

/** A rectangle, its corners cut by Bézier curves. */
export function rectPath({x, y, x2, y2}: Required<Place>, corner: number): string {
  const [left, top] = [Math.min(x, x2), Math.min(y, y2)];
  const [width, height] = [Math.max(x, x2) - left, Math.max(y, y2) - top];
  const r = Math.max(0, Math.min(corner, Math.min(width, height) / 2));
  if (r <= 0) return `M${left},${top}h${width}v${height}h${-width}Z`;
  const c = 0.448084975506 * r;
  const [right, bottom] = [left + width, top + height];
  return [
    `M${left + r},${top}L${right - r},${top}`,
    `C${right - c},${top},${right},${top + c},${right},${top + r}`,
    `L${right},${bottom - r}`,
    `C${right},${bottom - c},${right - c},${bottom},${right - r},${bottom}`,
    `L${left + r},${bottom}`,
    `C${left + c},${bottom},${left},${bottom - c},${left},${bottom - r}`,
    `L${left},${top + r}`,
    `C${left},${top + c},${left + c},${top},${left + r},${top}Z`,
  ].join("");
}

/** A dot or a square of so many square pixels about 0,0. */
export function symbolPath(shape: "circle" | "square", size: number): string {
  const side = digits(Math.sqrt(size));
  const half = digits(Math.sqrt(size) / 2);
  if (shape === "square") return `M${-half},${-half}h${side}v${side}h${-side}Z`;
  return `M${half},0A${half},${half},0,1,1,${-half},0A${half},${half},0,1,1,${half},0`;
}
