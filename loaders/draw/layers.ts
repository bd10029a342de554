import type {ChartSpec} from "../../src/figures/specs/chart.js";
import {markSvg, type PlainLayer, type Size, viewSvg} from "./marks.js";

/** What stands in the SVG of a chart, and its whole size. */
export interface DrawnChart extends Size {
  readonly svg: string;
}

/**
 * Draws a spec whose places are computed already, as those of `src/figures/specs` are: the bytes are Vega's, in a tenth
 * of its time. undefined where it asks for more than marks at places; Vega draws it then.
 */
export function drawLayers({kind, spec}: ChartSpec): DrawnChart | undefined {
  if (kind !== "vega-lite") return undefined;
  const {width, height, padding, layer} = spec as unknown as Size & {
    readonly padding: Readonly<Record<"left" | "right" | "top" | "bottom", number>>;
    readonly layer: readonly PlainLayer[];
  };
  const scales = new Set(layer.flatMap(({encoding: {x}}) => (x?.scale ? [JSON.stringify(x.scale)] : [])));
  if (scales.size > 1) return undefined;
  const groups: string[] = [];
  for (const each of layer) {
    const marks = markSvg(each, {width, height});
    if (marks === undefined) return undefined;
    groups.push(marks === "" ? "<g/>" : `<g>${marks}</g>`);
  }
  const view = viewSvg(groups.join(""), {width, height});
  return {
    svg: `<g fill="none" stroke-miterlimit="4" transform="translate(${padding.left},${padding.top})"><g>${view}</g></g>`,
    width: width + padding.left + padding.right,
    height: height + padding.top + padding.bottom,
  };
}
