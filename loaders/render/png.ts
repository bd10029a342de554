import {existsSync} from "node:fs";
import {mkdtemp, rm, writeFile} from "node:fs/promises";
import {tmpdir} from "node:os";
import {join} from "node:path";
import {Resvg} from "@resvg/resvg-js";
import {type FontCutter, fontCutter} from "./font-subset.js";

/** Chinese fonts that systems bring along, ordinary and bold, and the face for simplified Chinese within the file. */
const known = [
  {folder: "/usr/share/fonts/opentype/noto/", files: ["NotoSansCJK-Regular.ttc", "NotoSansCJK-Bold.ttc"], index: 2},
  {folder: "/usr/share/fonts/google-noto-cjk/", files: ["NotoSansCJK-Regular.ttc", "NotoSansCJK-Bold.ttc"], index: 2},
  {folder: "/usr/share/fonts/noto-cjk/", files: ["NotoSansCJK-Regular.ttc", "NotoSansCJK-Bold.ttc"], index: 2},
  {folder: "C:/Windows/Fonts/", files: ["msyh.ttc", "msyhbd.ttc"], index: 0},
  {folder: "/System/Library/Fonts/", files: ["PingFang.ttc"], index: 0},
];

/** The fonts of this machine and what was cut from them so far; opened once, since reading them takes as long as a picture. */
let opened: Promise<{cutters: readonly FontCutter[]; characters: string; cuts: readonly Uint8Array[]}> | undefined;

/** PNG of an SVG at twice its size, on white. */
export async function drawPng(svg: string): Promise<Uint8Array> {
  const fonts = await fontsFor(svg.replaceAll(/<[^>]*>/g, ""));
  const folder = await mkdtemp(join(tmpdir(), "huisheng-font-"));
  try {
    const fontFiles = fonts.map((_, index) => join(folder, `${index}.otf`));
    await Promise.all(fontFiles.map((path, index) => writeFile(path, fonts[index] ?? "")));
    const font = {fontFiles, loadSystemFonts: fontFiles.length === 0, defaultFontFamily: "Noto Sans CJK SC"};
    return new Resvg(svg, {fitTo: {mode: "zoom", value: 2}, background: "#ffffff", font}).render().asPng();
  } finally {
    await rm(folder, {recursive: true, force: true});
  }
}

/** Fonts that hold these characters: the last cut if it does, else a new one that also holds all that came before. */
async function fontsFor(text: string): Promise<readonly Uint8Array[]> {
  opened ??= openFonts().then((cutters) => ({cutters, characters: "", cuts: []}));
  const {cutters, characters, cuts} = await opened;
  if (cuts.length === cutters.length && [...text].every((character) => characters.includes(character))) return cuts;
  const ascii = String.fromCharCode(...Array.from({length: 95}, (_, index) => index + 32));
  const all = [...new Set(characters + text + ascii)].join("");
  const next = cutters.map((font) => font.cut(all));
  opened = Promise.resolve({cutters, characters: all, cuts: next});
  return next;
}

async function openFonts(): Promise<FontCutter[]> {
  const found = known.find(({folder, files}) => existsSync(join(folder, files[0] ?? "")));
  const paths = (found?.files ?? []).map((file) => join(found?.folder ?? "", file)).filter((path) => existsSync(path));
  return Promise.all(paths.map((path) => fontCutter(path, {index: found?.index ?? 0})));
}
