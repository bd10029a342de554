import type {ChartSpec} from "../../src/figures/specs/chart.js";
import {fontFamilies} from "../../src/figures/specs/parts/theme.js";
import type {Language} from "../../src/words/language.js";
import {drawLayers} from "./layers.js";
import {slim} from "./slim.js";
import {drawByVega} from "./vega.js";
import {escapeXml} from "./xml.js";

/** Draws without a browser; Vega is asked only for what is more than marks at places. */
export function drawSvg(chart: ChartSpec, {label, language}: {label: string; language: Language}): string {
  const {svg, width, height} = drawLayers(chart) ?? drawByVega(chart);
  const attributes = [
    'xmlns="http://www.w3.org/2000/svg"',
    `viewBox="0 0 ${width} ${height}" width="${width}" height="${height}"`,
    `role="img" aria-label="${escapeXml(label)}"`,
    `font-family="${escapeXml(fontFamilies[language])}"`,
  ];
  return `<svg ${attributes.join(" ")}>${slim(svg)}</svg>`;
}
