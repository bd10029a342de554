import {textWidth} from "../text-width.js";
import {asIs, type Canvas, colourOf, type Label, type Layer, labelLayers} from "./canvas.js";

/** A key above the plot, in as many rows as it needs; `height` is the room it takes. */
export function legend(
  items: readonly {readonly name: string; readonly colour: string}[],
  {canvas, left, shape = "square"}: {canvas: Canvas; left: number; shape?: string},
): {layers: (top: number) => Layer[]; height: number} {
  if (items.length === 0) return {layers: () => [], height: 0};
  const {size, width} = canvas;
  const rowHeight = size + 9;
  let x = -left;
  let row = 0;
  const places = items.map(({name, colour}) => {
    const itemWidth = 16 + textWidth(name, {size}) + 18;
    if (x > -left && x + itemWidth - 18 > width - left) {
      x = -left;
      row += 1;
    }
    const place = {x, row, name, colour};
    x += itemWidth;
    return place;
  });
  const height = (row + 1) * rowHeight + 4;
  const layers = (top: number): Layer[] => {
    const at = (place: {row: number}) => top + place.row * rowHeight + rowHeight / 2;
    const labels: Label[] = places.map((place) => ({x: place.x + 16, y: at(place), text: place.name}));
    return [
      {
        data: {values: places.map((place) => ({x: place.x + 6, y: at(place), colour: place.colour}))},
        mark: {type: "point", filled: true, shape, size: 90, opacity: 1, aria: false},
        encoding: {x: asIs("x"), y: asIs("y"), color: colourOf("colour")},
      },
      ...labelLayers(labels, {size}),
    ];
  };
  return {layers, height};
}
