import {expect, it} from "vitest";
import {placeLabels} from "../../../loaders/downloads/chart/place-labels.js";

const label = (x: number, y: number) => ({
  width: 40,
  height: 12,
  spots: (["t", "b", "r", "l"] as const).map((position) => ({x, y, position})),
});
const plot = {lines: [], width: 400, height: 300};

it("sets a label above its point, unless it would leave the plot", () => {
  expect(placeLabels([label(200, 150)], plot)).toEqual([0]);
  expect(placeLabels([label(200, 5)], plot)).toEqual([1]);
});

it("keeps labels off a line and off each other", () => {
  const level = [[0, 138, 400, 138]] as const;
  expect(placeLabels([label(205, 150)], {...plot, lines: level})).toEqual([1]);
  const taken = placeLabels([label(200, 150), label(205, 148)], plot);
  expect(taken[0]).not.toBe(taken[1]);
});
