import {Resvg} from "@resvg/resvg-js";
import {pngFile} from "./png-file.js";

/**
 * PNG of an SVG at twice its size, on white.
 *
 * @param fonts files with the characters of the picture; with none, the fonts of the machine are searched through
 */
export function drawPng(svg: string, {fonts}: {fonts: readonly string[]}): Uint8Array {
  const image = new Resvg(svg, {
    fitTo: {mode: "zoom", value: 2},
    background: "#ffffff",
    font: {fontFiles: [...fonts], loadSystemFonts: fonts.length === 0, defaultFontFamily: "Noto Sans CJK SC"},
  }).render();
  return pngFile(image.pixels, image);
}
