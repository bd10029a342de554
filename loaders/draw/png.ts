import {existsSync, mkdtempSync, rmSync, writeFileSync} from "node:fs";
import {tmpdir} from "node:os";
import {join} from "node:path";
import {renderAsync} from "@resvg/resvg-js";
import {type FontCutter, fontCutter} from "./font-subset.js";
import {pngFile} from "./png-file.js";

/** Chinese fonts that systems bring along, ordinary and bold, and the face for simplified Chinese within the file. */
const known = [
  {folder: "/usr/share/fonts/opentype/noto/", files: ["NotoSansCJK-Regular.ttc", "NotoSansCJK-Bold.ttc"], index: 2},
  {folder: "/usr/share/fonts/google-noto-cjk/", files: ["NotoSansCJK-Regular.ttc", "NotoSansCJK-Bold.ttc"], index: 2},
  {folder: "/usr/share/fonts/noto-cjk/", files: ["NotoSansCJK-Regular.ttc", "NotoSansCJK-Bold.ttc"], index: 2},
  {folder: "C:/Windows/Fonts/", files: ["msyh.ttc", "msyhbd.ttc"], index: 0},
  {folder: "/System/Library/Fonts/", files: ["PingFang.ttc"], index: 0},
];

/** The fonts of this machine, opened once: reading them takes as long as a picture. */
let opened: Promise<readonly FontCutter[]> | undefined;
/** What was cut from them last. */
let cut: {readonly characters: ReadonlySet<string>; readonly files: readonly string[]} | undefined;
let expected = "";

/** Says which characters will be drawn, so that one cut of the fonts serves all pictures. */
export function expectText(text: string): void {
  expected += text;
}

/** PNG of an SVG at twice its size, on white; drawn beside this thread. */
export async function drawPng(svg: string): Promise<Uint8Array> {
  const fontFiles = await fontsFor(svg.replaceAll(/<[^>]*>/g, ""));
  const font = {fontFiles, loadSystemFonts: fontFiles.length === 0, defaultFontFamily: "Noto Sans CJK SC"};
  const image = await renderAsync(svg, {fitTo: {mode: "zoom", value: 2}, background: "#ffffff", font});
  return pngFile(image.pixels, image);
}

/** Fonts that hold these characters: the last cut if it does, else a new one that also holds all that came before. */
async function fontsFor(text: string): Promise<string[]> {
  opened ??= openFonts();
  const cutters = await opened;
  if (!cut || ![...text].every((character) => cut?.characters.has(character))) {
    const ascii = String.fromCharCode(...Array.from({length: 95}, (_, index) => index + 32));
    const characters = new Set([...(cut?.characters ?? []), ...expected, ...text, ...ascii]);
    cut = {characters, files: cutters.map((font) => fontFile(font.cut([...characters].join(""))))};
    expected = "";
  }
  return [...cut.files];
}

let folder: string | undefined;
let fontsWritten = 0;

/** The renderer reads fonts from files; they go when this process does. */
function fontFile(font: Uint8Array): string {
  if (folder === undefined) {
    const made = mkdtempSync(join(tmpdir(), "huisheng-font-"));
    process.once("exit", () => rmSync(made, {recursive: true, force: true}));
    folder = made;
  }
  const path = join(folder, `${fontsWritten++}.otf`);
  writeFileSync(path, font);
  return path;
}

async function openFonts(): Promise<FontCutter[]> {
  const found = known.find(({folder, files}) => existsSync(join(folder, files[0] ?? "")));
  const paths = (found?.files ?? []).map((file) => join(found?.folder ?? "", file)).filter((path) => existsSync(path));
  return Promise.all(paths.map((path) => fontCutter(path, {index: found?.index ?? 0})));
}
