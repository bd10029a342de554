import {words} from "../../../words/interface.js";
import {type Canvas, type Label, type Layer, labelLayers} from "./canvas.js";
import {wrapText} from "./text-width.js";
import {colours} from "./theme.js";

/** Title and subtitle above, base, method and caveats below, for a picture that leaves its page. */
export interface TitleBlock {
  readonly layers: (place: {left: number; top: number; end: number}) => readonly Layer[];
  readonly top: number;
  readonly bottom: number;
}

export function titleBlock({figure, language, width, size}: Canvas): TitleBlock {
  const word = words[language];
  const title = wrapText(figure.title, {width, size: size + 4, bold: true});
  const subtitle = wrapText(figure.subtitle, {width, size});
  const foot = [
    `n=${figure.n.toLocaleString("en-US")} · ${word.method}${word.colon}${figure.method}`,
    ...figure.notes,
  ].flatMap((text) => wrapText(text, {width, size: size - 2}));
  const lines = [
    ...title.map((text) => ({text, size: size + 4, bold: true, colour: colours.ink})),
    ...subtitle.map((text) => ({text, size, bold: false, colour: colours.muted})),
  ];
  const tall = (fontSize: number) => fontSize + 7;
  const top = lines.reduce((sum, line) => sum + tall(line.size), 0) + 12;
  const bottom = foot.length * tall(size - 2) + 12;
  const layers = (place: {left: number; top: number; end: number}): Layer[] => {
    let y = place.top;
    const labels: Label[] = lines.map((line) => {
      y += tall(line.size);
      return {...line, x: place.left, y: y - tall(line.size) / 2};
    });
    y = place.end + 10;
    for (const text of foot) {
      y += tall(size - 2);
      labels.push({x: place.left, y: y - tall(size - 2) / 2, text, colour: colours.muted, size: size - 2});
    }
    return labelLayers(labels, {size});
  };
  return {layers, top, bottom};
}
