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

/** The fonts of this machine, read when the first picture is drawn; reading them for each would take seconds. */
let cutters: Promise<readonly FontCutter[]> | undefined;

/** PNG of an SVG at twice its size, on white. */
export async function drawPng(svg: string): Promise<Uint8Array> {
  cutters ??= openFonts();
  const fonts = await cutters;
  const folder = await mkdtemp(join(tmpdir(), "huisheng-font-"));
  try {
    const characters = [...new Set(svg.replaceAll(/<[^>]*>/g, ""))].join("") + "<>&\"'…";
    const fontFiles = await Promise.all(
      fonts.map(async (font, index) => {
        const path = join(folder, `${index}.otf`);
        await writeFile(path, font.cut(characters));
        return path;
      }),
    );
    const font = {fontFiles, loadSystemFonts: fontFiles.length === 0, defaultFontFamily: "Noto Sans CJK SC"};
    return new Resvg(svg, {fitTo: {mode: "zoom", value: 2}, background: "#ffffff", font}).render().asPng();
  } finally {
    await rm(folder, {recursive: true, force: true});
  }
}

async function openFonts(): Promise<FontCutter[]> {
  const found = known.find(({folder, files}) => existsSync(join(folder, files[0] ?? "")));
  const paths = (found?.files ?? []).map((file) => join(found?.folder ?? "", file)).filter((path) => existsSync(path));
  return Promise.all(paths.map((path) => fontCutter(path, {index: found?.index ?? 0})));
}
