import {createHash} from "node:crypto";
import type {Figure} from "../../src/figures/figure.js";
import {chartSpec} from "../../src/figures/specs/chart.js";
import type {Language} from "../../src/words/language.js";
import {drawPng} from "./png.js";
import {drawSvg} from "./svg.js";

interface RenderOptions {
  /** Language of numbers and labels; defaults to that of the figure's title. */
  readonly language?: Language;
  /** Whole picture in pixels, below 520 in the layout for telephones; defaults to 760. */
  readonly width?: number;
  /** With title, subtitle, base, method and caveats, for a picture that leaves its page. */
  readonly titled?: boolean;
}

/**
 * The picture of a figure as SVG text, equal on every machine; "" where the figure has none (a table, no points).
 * `titled` defaults to false.
 */
export async function renderSvg(figure: Figure, options: RenderOptions = {}): Promise<string> {
  return svgOf(figure, options);
}

/** Pictures drawn so far, the last 1,000: page, file and slide show the same ones. */
const drawn = new Map<string, string>();

/** As `renderSvg`, at once: Markdown rules cannot wait. */
export function svgOf(
  figure: Figure,
  {language = languageOf(figure), width = 760, titled = false}: RenderOptions = {},
): string {
  const key = createHash("sha256")
    .update(JSON.stringify([figure, language, width, titled]))
    .digest("base64");
  const known = drawn.get(key);
  if (known !== undefined) return known;
  const chart = chartSpec(figure, {language, width, titled});
  const svg = chart ? drawSvg(chart, {label: figure.alt, language}) : "";
  drawn.set(key, svg);
  if (drawn.size > 1000) drawn.delete(drawn.keys().next().value ?? "");
  return svg;
}

/**
 * The titled picture as PNG, twice the size, on white, with the machine's fonts (so it may differ from machine to
 * machine, unlike the SVG); empty where the figure has none. `titled` defaults to true.
 */
export async function renderPng(figure: Figure, {titled = true, ...options}: RenderOptions = {}): Promise<Uint8Array> {
  const svg = svgOf(figure, {...options, titled});
  return svg ? drawPng(svg) : new Uint8Array();
}

/** A figure does not say its language; its title shows it. */
export function languageOf({title, subtitle}: Pick<Figure, "title" | "subtitle">): Language {
  return /\p{Script=Han}/u.test(title + subtitle) ? "zh" : "en";
}
