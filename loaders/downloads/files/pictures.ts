import {setImmediate} from "node:timers/promises";
import type {Figure} from "../../../src/figures/figure.js";
import type {Language} from "../../../src/words/language.js";
import {expectText} from "../../draw/png.js";
import {renderPng, svgOf} from "../../draw/render.js";
import {hasNativeChart} from "../chart/chart.js";

/** The pictures of one figure in one language. */
export interface Pictures {
  readonly svg: string;
  /** With title, base and method, for a picture that leaves its page. */
  readonly titledSvg: string;
  readonly png: Uint8Array;
  /** For a slide, where PowerPoint has no chart of this form. */
  readonly slide?: Uint8Array;
}

/**
 * Draws all pictures, in order. PNG are painted beside this thread while it draws the next SVG; no more than four at a
 * time, since one takes some 10 MB until it is packed.
 */
export async function drawPictures(
  figures: readonly {readonly figure: Figure; readonly language: Language}[],
): Promise<Map<Figure, Pictures>> {
  expectText(JSON.stringify(figures));
  const pictures = new Map<Figure, Pictures>();
  const painting = new Set<Promise<unknown>>();
  const paint = async (figure: Figure, options: {language: Language; titled: boolean}): Promise<Uint8Array> => {
    const png = renderPng(figure, options);
    painting.add(png);
    return png.finally(() => painting.delete(png));
  };
  const waiting: Promise<unknown>[] = [];
  for (const {figure, language} of figures) {
    const svg = svgOf(figure, {language});
    if (svg === "") continue;
    const titledSvg = svgOf(figure, {language, titled: true});
    const drawn = Promise.all([
      paint(figure, {language, titled: true}),
      hasNativeChart(figure) ? undefined : paint(figure, {language, titled: false}),
    ]).then(([png, slide]) => pictures.set(figure, {svg, titledSvg, png, ...(slide && {slide})}));
    waiting.push(drawn);
    await setImmediate();
    while (painting.size >= 4) await Promise.race(painting);
  }
  await Promise.all(waiting);
  return pictures;
}
