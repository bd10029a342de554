import * as vega from "vega";
import {compile} from "vega-lite";
import type {ChartSpec} from "../../src/figures/specs/chart.js";
import {textWidth} from "../../src/figures/specs/parts/text-width.js";
import {fontFamilies} from "../../src/figures/specs/parts/theme.js";
import type {Language} from "../../src/words/language.js";
import {escapeXml, xmlText} from "./xml.js";

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

/** Draws without a browser. Vega would guess text widths from Latin letters, so it is given our table. */
export function drawSvg(chart: ChartSpec, {label, language}: {label: string; language: Language}): string {
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
  // Texts come from exported files: what XML forbids would make the picture unreadable.
  const text = xmlText(renderer.svg());
  view.finalize();
  return slim(text, {label, language, width, height});
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

/** Leaves the marks' labels, which hover text reads, and takes out what the picture does not need. */
function slim(
  svg: string,
  {label, language, width, height}: {label: string; language: Language; width: number; height: number},
): string {
  const attributes = [
    'xmlns="http://www.w3.org/2000/svg"',
    `viewBox="0 0 ${width} ${height}" width="${width}" height="${height}"`,
    `role="img" aria-label="${escapeXml(label)}"`,
    `font-family="${escapeXml(fontFamilies[language])}"`,
  ];
  const short = (numbers: string) =>
    numbers.replaceAll(/-?\d+\.\d{2,}/g, (number) => String(Math.round(Number(number) * 10) / 10));
  return (
    svg
      .replaceAll(/ (?:d|transform|x|y|x1|y1|x2|y2|width|height|stroke-width)="[^"]*"/g, short)
      .replaceAll(/ (?:class|role|aria-roledescription|pointer-events|aria-hidden|font-family)="[^"]*"/g, "")
      .replaceAll(' opacity="1"', "")
      // An image has no parts to name for a reader's machine: the label becomes data, for hover text.
      .replaceAll(' aria-label="', ' data-tip="')
      .replace(/^<svg[^>]*>/, () => `<svg ${attributes.join(" ")}>`)
  );
}
