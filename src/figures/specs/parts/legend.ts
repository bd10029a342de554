import {asIs, type Canvas, colourOf, type Label, type Layer, labelLayers, lineLayer} from "./canvas.js";
import {textWidth} from "./text-width.js";

/** An entry of a key: a filled shape, or a piece of line where `dash` is given ([] is a solid line). */
export interface KeyEntry {
  readonly name: string;
  readonly colour: string;
  readonly dash?: readonly number[];
}

/** A key above the plot, in as many rows as it needs; `height` is the room it takes. */
export function legend(
  items: readonly KeyEntry[],
  {canvas, left, shape = "square"}: {canvas: Canvas; left: number; shape?: string},
): {layers: (top: number) => Layer[]; height: number} {
  if (items.length === 0) return {layers: () => [], height: 0};
  const {size, width} = canvas;
  const rowHeight = size + 9;
  let x = -left;
  let row = 0;
  const places = items.map((item) => {
    const indent = item.dash ? 26 : 16;
    const itemWidth = indent + textWidth(item.name, {size});
    if (x > -left && x + itemWidth > width - left) {
      x = -left;
      row += 1;
    }
    const place = {...item, x, row, indent};
    x += itemWidth + 18;
    return place;
  });
  const layers = (top: number): Layer[] => {
    const at = (place: {row: number}) => top + place.row * rowHeight + rowHeight / 2;
    const labels: Label[] = places.map((place) => ({x: place.x + place.indent, y: at(place), text: place.name}));
    const shapes = places
      .filter(({dash}) => !dash)
      .map((place) => ({x: place.x + 6, y: at(place), colour: place.colour}));
    return [
      {
        data: {values: shapes},
        mark: {type: "point", filled: true, shape, size: 90, opacity: 1, aria: false},
        encoding: {x: asIs("x"), y: asIs("y"), color: colourOf("colour")},
      },
      ...places.flatMap((place) =>
        place.dash
          ? [
              lineLayer([{x: place.x, y: at(place), x2: place.x + 20, y2: at(place)}], {
                colour: place.colour,
                width: 1.5,
                dash: place.dash,
              }),
            ]
          : [],
      ),
      ...labelLayers(labels, {size}),
    ];
  };
  return {layers, height: (row + 1) * rowHeight + 4};
}
