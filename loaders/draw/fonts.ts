import {existsSync, rmSync, statSync, writeFileSync} from "node:fs";
import {join} from "node:path";
import {tempFolder} from "../database/work-folder.js";
import {fontCutter} from "./font-subset.js";

/** Chinese fonts that systems bring along, ordinary and bold, and the face for simplified Chinese within the file. */
const known = [
  {folder: "/usr/share/fonts/opentype/noto/", files: ["NotoSansCJK-Regular.ttc", "NotoSansCJK-Bold.ttc"], index: 2},
  {folder: "/usr/share/fonts/google-noto-cjk/", files: ["NotoSansCJK-Regular.ttc", "NotoSansCJK-Bold.ttc"], index: 2},
  {folder: "/usr/share/fonts/noto-cjk/", files: ["NotoSansCJK-Regular.ttc", "NotoSansCJK-Bold.ttc"], index: 2},
  {folder: "C:/Windows/Fonts/", files: ["msyh.ttc", "msyhbd.ttc"], index: 0},
  {folder: "/System/Library/Fonts/", files: ["PingFang.ttc"], index: 0},
];

const fontsFound = () => known.find(({folder, files}) => existsSync(join(folder, files[0] ?? "")));

/** What the look of a text depends on, whatever characters are cut: the fonts of this machine; undefined where none is known. */
export const fontsMeant = (): string | undefined => {
  const {folder = "", files = []} = fontsFound() ?? {};
  const found = files.flatMap((file) => statSync(join(folder, file), {throwIfNoEntry: false}) ?? []);
  return found.length > 0 ? JSON.stringify([folder, found.map(({size, mtimeMs}) => [size, mtimeMs])]) : undefined;
};

/**
 * Small fonts that hold the characters of a text, cut from those of this machine, for each text: a whole one would cost
 * seconds per picture. Paths of files, which go when this process does; none where the machine has no font that is known.
 */
export async function cutFonts(texts: readonly string[]): Promise<string[][]> {
  const found = fontsFound();
  const ascii = String.fromCharCode(...Array.from({length: 95}, (_, index) => index + 32));
  const characters = texts.map((text) => [...new Set(text + ascii)].join(""));
  const cut: string[][] = texts.map(() => []);
  const cutFont = await fontCutter();
  for (const file of found?.files ?? []) {
    const path = join(found?.folder ?? "", file);
    if (!existsSync(path)) continue;
    const fonts = await cutFont(path, {index: found?.index ?? 0, texts: characters});
    for (const [at, font] of fonts.entries()) cut[at]!.push(fontFile(font));
  }
  return cut;
}

let folder: string | undefined;
let fontsWritten = 0;

/** The renderer reads fonts from files. */
function fontFile(font: Uint8Array): string {
  if (folder === undefined) {
    const made = tempFolder("font");
    process.once("exit", () => rmSync(made, {recursive: true, force: true}));
    folder = made;
  }
  const path = join(folder, `${fontsWritten++}.otf`);
  writeFileSync(path, font);
  return path;
}
