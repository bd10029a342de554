import {existsSync} from "node:fs";
import {Resvg} from "@resvg/resvg-js";

/** Fonts with Chinese that the systems bring along; naming them spares loading every font of the machine per picture. */
const fonts = [
  "/usr/share/fonts/opentype/noto/NotoSansCJK-Regular.ttc",
  "/usr/share/fonts/opentype/noto/NotoSansCJK-Bold.ttc",
  "/usr/share/fonts/google-noto-cjk/NotoSansCJK-Regular.ttc",
  "/usr/share/fonts/noto-cjk/NotoSansCJK-Regular.ttc",
  "/System/Library/Fonts/PingFang.ttc",
  "C:/Windows/Fonts/msyh.ttc",
  "C:/Windows/Fonts/msyhbd.ttc",
];

/** PNG of an SVG at twice its size, on white. */
export function drawPng(svg: string): Uint8Array {
  const fontFiles = fonts.filter((path) => existsSync(path));
  return new Resvg(svg, {
    fitTo: {mode: "zoom", value: 2},
    background: "#ffffff",
    font: {
      fontFiles,
      loadSystemFonts: fontFiles.length === 0,
      defaultFontFamily: "Noto Sans CJK SC",
      sansSerifFamily: "Noto Sans CJK SC",
    },
  })
    .render()
    .asPng();
}
