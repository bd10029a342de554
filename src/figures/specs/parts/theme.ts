import type {Language} from "../../../words/language.js";
import type {Series} from "../../figure.js";

/** No web font: what the reader's machine has, Chinese first. */
export const fontFamily = '"PingFang SC","Microsoft YaHei","Noto Sans CJK SC","Source Han Sans SC",sans-serif';

/** Chinese fonts draw “ ” and · a whole em wide, which is wrong in English: there a Latin font comes first. */
export const fontFamilies: Readonly<Record<Language, string>> = {
  zh: fontFamily,
  en: `"Helvetica Neue",Arial,"Liberation Sans",${fontFamily}`,
};

/** Analysis Function colours (British government statistics), plus greys that pass for text on white. */
export const colours = {
  blue: "#12436D",
  teal: "#28A197",
  plum: "#801650",
  orange: "#F46A25",
  charcoal: "#3D3D3D",
  lilac: "#A285D1",
  context: "#A3ACB5",
  /** Rows beside the one that the title names. */
  quiet: "#858F99",
  hot: "#D9560F",
  hotText: "#B8430B",
  ink: "#17212B",
  muted: "#56616C",
  grid: "#E3E8EC",
  axis: "#8A949E",
  paper: "#FFFFFF",
} as const;

const four = [colours.blue, colours.teal, colours.plum, colours.orange, colours.charcoal, colours.lilac];

/** One colour per series: blue and orange for two, grey for context, the set in order for more. */
export function seriesColours(series: readonly Pick<Series, "role">[]): string[] {
  const coloured = series.filter(({role}) => role !== "context").length;
  const palette = coloured === 2 ? [colours.blue, colours.orange] : four;
  let next = 0;
  return series.map(({role}) =>
    role === "context"
      ? colours.context
      : role === "main" && coloured === 1
        ? colours.blue
        : (palette[next++ % palette.length] ?? colours.blue),
  );
}

/** Black or white, whichever reads better on the colour. */
export function textOn(colour: string): string {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((start) => {
    const channel = Number.parseInt(colour.slice(start, start + 2), 16) / 255;
    return channel <= 0.04045 ? channel / 12.92 : ((channel + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue > 0.2 ? "#0B0C0C" : "#FFFFFF";
}
