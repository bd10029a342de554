import {createHash} from "node:crypto";
import type {Figure} from "../../src/figures/figure.js";
import {chartSpec} from "../../src/figures/specs/chart.js";
import type {Language} from "../../src/words/language.js";
import {drawSvg} from "./svg.js";

/** Widths of the two pictures of a chart in pixels: for a page, and for a telephone. */
export const widths = {wide: 760, narrow: 343};

/** Groups of a chart on the first depth of a page: the furthest from the whole; all of them stand in its rows. */
export const faceRows = 8;

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

/** Pictures drawn so far, the last 1,000: a preview shows most of them again. */
const drawn = new Map<string, string>();

/** As `renderSvg`, at once: Markdown rules cannot wait. */
export function svgOf(figure: Figure, options: RenderOptions = {}): string {
  const key = createHash("sha256")
    .update(JSON.stringify([figure, options]))
    .digest("base64");
  const known = drawn.get(key);
  if (known !== undefined) return known;
  const svg = pictureOf(figure, options);
  drawn.set(key, svg);
  if (drawn.size > 1000) drawn.delete(drawn.keys().next().value ?? "");
  return svg;
}

/** As `svgOf`, for a picture that is asked for once. */
export function pictureOf(
  figure: Figure,
  {language = languageOf(figure), width = widths.wide, titled = false}: RenderOptions = {},
): string {
  const chart = chartSpec(figure, {language, width, titled});
  return chart ? drawSvg(chart, {label: figure.alt, language}) : "";
}

/** A figure does not say its language; its title shows it. */
export function languageOf({title, subtitle}: Pick<Figure, "title" | "subtitle">): Language {
  return /\p{Script=Han}/u.test(title + subtitle) ? "zh" : "en";
}
