import {textWidth} from "../../src/figures/specs/parts/text-width.js";

/** A text of an SVG with the box it fills, in the coordinates of the picture. */
export interface TextBox {
  readonly text: string;
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

/** Size of the picture and the boxes of its texts, by the table of widths. */
export function svgTexts(svg: string): {width: number; height: number; boxes: TextBox[]} {
  const [, width = "0", height = "0"] = /viewBox="0 0 ([\d.]+) ([\d.]+)"/.exec(svg) ?? [];
  const boxes: TextBox[] = [];
  const shifts: (readonly [number, number])[] = [];
  for (const [, closing, tag, attributes = "", , text] of svg.matchAll(/<(\/?)(g|text)\b([^>]*?)(\/?)>([^<]*)/g)) {
    if (tag === "g" && closing) shifts.pop();
    const [, x = "0", y = "0"] = /transform="translate\((-?[\d.]+),(-?[\d.]+)\)"/.exec(attributes) ?? [];
    if (tag === "g" && !closing) shifts.push([Number(x), Number(y)]);
    if (tag !== "text" || closing || !text) continue;
    const size = Number(/font-size="([\d.]+)px"/.exec(attributes)?.[1]);
    const plain = text
      .replaceAll("&lt;", "<")
      .replaceAll("&gt;", ">")
      .replaceAll("&quot;", '"')
      .replaceAll("&amp;", "&");
    const wide = textWidth(plain, {size, bold: /font-weight="600"/.test(attributes)});
    const anchor = /text-anchor="(\w+)"/.exec(attributes)?.[1] ?? "start";
    const left =
      shifts.reduce((sum, [shift]) => sum + shift, Number(x)) -
      (anchor === "end" ? wide : anchor === "middle" ? wide / 2 : 0);
    // Vega moves a text of baseline "middle" down by 0.3 of its size.
    const middle = shifts.reduce((sum, [, shift]) => sum + shift, Number(y)) - size * 0.3;
    boxes.push({text: plain, left, right: left + wide, top: middle - size * 0.48, bottom: middle + size * 0.48});
  }
  return {width: Number(width), height: Number(height), boxes};
}

/** What is wrong with the texts of a picture: those that leave it, and pairs that overlap. */
export function textFaults(svg: string): string[] {
  const {width, height, boxes} = svgTexts(svg);
  const clipped = boxes
    .filter(({left, right, top, bottom}) => left < -0.5 || right > width + 0.5 || top < -0.5 || bottom > height + 0.5)
    .map(({text, left, right}) => `“${text}” is cut off (${left.toFixed(1)} … ${right.toFixed(1)} of ${width})`);
  const touching = boxes.flatMap((one, index) =>
    boxes
      .slice(index + 1)
      .filter(
        (other) =>
          one.left < other.right - 0.5 &&
          other.left < one.right - 0.5 &&
          one.top < other.bottom - 0.5 &&
          other.top < one.bottom - 0.5,
      )
      .map((other) => `“${one.text}” overlaps “${other.text}”`),
  );
  return [...clipped, ...touching];
}
