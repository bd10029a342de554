import {createRequire} from "node:module";
import {pngFile} from "./png-file.js";

// A picture has 6 MB of pixels, new ones each time. In pages of 4 kB the system hands them over in 2,300 pieces, which
// takes longer than to draw; the renderer asks for large pages if it is told to before it is loaded.
process.env.MIMALLOC_ALLOW_LARGE_OS_PAGES ??= "1";
process.env.MIMALLOC_ARENA_RESERVE ??= "0"; // else it keeps all that it ever held
process.env.MIMALLOC_EAGER_COMMIT_DELAY ??= "0";
const {Resvg} = createRequire(import.meta.url)("@resvg/resvg-js") as typeof import("@resvg/resvg-js");

/**
 * PNG of an SVG at twice its size, on white.
 *
 * @param fonts files with the characters of the picture; with none, the fonts of the machine are searched through
 */
export function drawPng(svg: string, {fonts}: {fonts: readonly string[]}): Uint8Array {
  const image = new Resvg(withoutLayers(svg), {
    fitTo: {mode: "zoom", value: 2},
    background: "#ffffff",
    font: {fontFiles: [...fonts], loadSystemFonts: fonts.length === 0, defaultFontFamily: "Noto Sans CJK SC"},
  }).render();
  return pngFile(image.pixels, image);
}

/**
 * Resvg ends the whole process where a half-transparent shape lies outside the picture: it makes a layer of it. Colours
 * that are transparent themselves need no layer.
 */
const withoutLayers = (svg: string): string =>
  svg.replaceAll(/<(?:path|rect|line|circle|text)\b[^>]*? opacity="[^"]*"[^>]*>/g, (tag) => {
    const read = (name: string): number => Number(new RegExp(` ${name}="([^"]*)"`).exec(tag)?.[1] ?? 1);
    const ofColour = (name: string): string => ` ${name}="${read("opacity") * read(name)}"`;
    return tag
      .replaceAll(/ (?:fill-|stroke-)?opacity="[^"]*"/g, "")
      .replace(/^<\w+/, (start) => start + ofColour("fill-opacity") + ofColour("stroke-opacity"));
  });
