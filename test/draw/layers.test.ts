import {expect, test} from "vitest";
import {drawLayers} from "../../loaders/draw/layers.js";
import {slim} from "../../loaders/draw/slim.js";
import {drawByVega} from "../../loaders/draw/vega.js";
import type {Form} from "../../src/figures/figure.js";
import {type ChartSpec, chartSpec} from "../../src/figures/specs/chart.js";
import {fixtureFigures} from "../site/fixtures/figures.js";
import {chineseCharts} from "./chinese-charts.js";

/** Curves and flows, which are more than marks at places. */
const byVega: readonly Form[] = ["funnel", "sankey"];

test("a chart of marks at places has the bytes that Vega draws", () => {
  const figures = [...chineseCharts().slice(0, 9), ...fixtureFigures("en")];
  for (const figure of figures)
    for (const options of [{width: 343}, {titled: true}]) {
      const chart = chartSpec(figure, {language: "zh", ...options});
      if (!chart) continue;
      const drawn = drawLayers(chart);
      expect(drawn === undefined, `${figure.id} ${figure.form}`).toBe(byVega.includes(figure.form));
      if (!drawn) continue;
      const {svg, ...size} = drawByVega(chart);
      expect({...drawn, svg: slim(drawn.svg)}, `${figure.id} ${figure.form}`).toEqual({...size, svg: slim(svg)});
    }
});

test("a chart with a setting, a mark, a place or a scale that is not known is left to Vega", () => {
  const known = {
    data: {values: [{x: 1, y: 2, text: "a", colour: "red"}]},
    mark: {type: "text", align: "left", baseline: "middle", fontSize: 12, aria: false},
    encoding: {
      x: {field: "x", scale: null},
      y: {field: "y", scale: null},
      text: {field: "text"},
      color: {field: "colour", scale: null},
    },
  };
  const drawn = (change: object) =>
    drawLayers({
      kind: "vega-lite",
      spec: {width: 9, height: 9, padding: {left: 0, right: 0, top: 0, bottom: 0}, layer: [{...known, ...change}]},
    } as unknown as ChartSpec);
  expect(drawn({})?.svg).toContain(">a</text>");
  for (const change of [
    {mark: {...known.mark, angle: 90}},
    {mark: {...known.mark, type: "tick"}},
    {mark: {...known.mark, aria: true}},
    {data: {values: [{x: null, y: 2, text: "a", colour: "red"}]}},
    {data: {values: [{x: 1, y: 2, text: "", colour: "red"}]}},
    {encoding: {...known.encoding, x: {field: "x", type: "quantitative", scale: {domain: [0, 1]}}}},
    {encoding: {...known.encoding, y: {field: "y", type: "quantitative", scale: {domain: [0, 1]}, axis: null}}},
    {encoding: {...known.encoding, x: {field: "x", type: "quantitative"}}},
    {encoding: {...known.encoding, size: {field: "x"}}},
  ])
    expect(drawn(change), JSON.stringify(change)).toBeUndefined();
});
