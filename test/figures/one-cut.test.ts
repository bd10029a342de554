import {expect, it} from "vitest";
import type {Figure} from "../../src/figures/figure.js";
import {oneCut} from "../../src/figures/forms/one-cut.js";

const figure = (rows: Record<string, number>, rest: Partial<Figure> = {}): Figure =>
  ({
    form: "dots",
    categories: Object.keys(rows),
    series: [{id: "value", name: "Share", points: Object.values(rows).map((value) => ({value}))}],
    reference: {value: 0.7, label: "All"},
    ...rest,
  }) as unknown as Figure;
const kept = ({categories, focus}: Figure) => ({categories, focus});

it("keeps the cut of the worst group and what else stands out, without the name of the cut, the worst on top", () => {
  const rows = {"Tier · One": 0.65, "Team · B": 0.8, "Team · A": 0.4, "Team · C": 0.75, "Product · X": 0.5};
  expect(kept(oneCut(figure(rows, {focus: ["Team · A", "Product · X"]})))).toEqual({
    categories: ["A", "X", "C", "B"],
    focus: ["A", "X"],
  });
  expect(
    kept(oneCut(figure({"Team · A": 0.9, "Team · B": 0.8, "Tier · A": 0.85}, {focus: ["Team · A", "Tier · A"]}))),
  ).toEqual({
    categories: ["Team · A", "Tier · A", "Team · B"],
    focus: ["Team · A", "Tier · A"],
  });
});

it("leaves a chart alone whose title names no group, or that has several series", () => {
  const plain = figure({"Team · A": 0.4, "Tier · B": 0.5});
  expect(oneCut(plain)).toBe(plain);
  const two = {...figure({A: 0.4}, {focus: ["A"]}), series: [...plain.series, ...plain.series]};
  expect(oneCut(two)).toBe(two);
});
