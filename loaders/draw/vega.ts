import * as vega from "vega";
import {compile} from "vega-lite";
import type {ChartSpec} from "../../src/figures/specs/chart.js";
import {textWidth} from "../../src/figures/specs/parts/text-width.js";
import type {DrawnChart} from "./layers.js";

/** What vega exports but does not declare. */
const {textMetrics, SVGStringRenderer} = vega as unknown as {
  readonly textMetrics: {width: (item: TextItem, text?: string) => number};
  readonly SVGStringRenderer: new (
    loader: unknown,
  ) => {
    initialize: (element: null, width: number, height: number, origin: readonly [number, number]) => void;
    render: (scene: unknown) => void;
    svg: () => string;
  };
};

/** A message of Vega-Lite about a spec: always our mistake. */
export class SpecWarning extends Error {}

/** Draws any chart without a browser. Vega would guess text widths from Latin letters, so it is given our table. */
export function drawByVega(chart: ChartSpec): DrawnChart {
  textMetrics.width = (item, text) =>
    textWidth(text ?? String(item.text ?? ""), {
      size: item.fontSize ?? 11,
      bold: Number(item.fontWeight ?? 400) >= 600,
    });
  const spec = chart.kind === "vega" ? chart.spec : compile(chart.spec, {logger: strict}).spec;
  vega.resetSVGDefIds();
  const view = new vega.View(vega.parse(spec), {renderer: "none", logger: strict as never});
  view.run();
  const renderer = new SVGStringRenderer(view.loader());
  const scene = view.scenegraph() as unknown as {root: unknown};
  const padding = view.padding() as {left: number; right: number; top: number; bottom: number};
  const width = view.width() + padding.left + padding.right;
  const height = view.height() + padding.top + padding.bottom;
  renderer.initialize(null, width, height, [padding.left, padding.top]);
  renderer.render(scene.root);
  const svg = renderer.svg().replace(/^<svg[^>]*>|<\/svg>$/g, "");
  view.finalize();
  return {svg, width, height};
}

interface TextItem {
  readonly text?: unknown;
  readonly fontSize?: number;
  readonly fontWeight?: number | string;
}

const strict = {
  level: () => strict,
  error: fail,
  warn: fail,
  info: () => strict,
  debug: () => strict,
};

function fail(...parts: unknown[]): never {
  throw new SpecWarning(parts.map(String).join(" "));
}
