import {type SankeyGraph, sankey, sankeyLinkHorizontal} from "d3-sankey";
import type {Spec} from "vega";
import {formatNumber} from "../../words/format.js";
import {words} from "../../words/interface.js";
import type {Flow} from "../figure.js";
import type {Canvas} from "./parts/canvas.js";
import {spread} from "./parts/spread.js";
import {wrapText} from "./parts/text-width.js";
import {colours, fontFamily} from "./parts/theme.js";
import type {TitleBlock} from "./parts/title-block.js";

interface Node {
  readonly id: string;
}
interface Flowing {
  readonly source: string;
  readonly target: string;
  readonly value: number;
}

type Graph = SankeyGraph<Node, Flowing>;

/** From → to flows as a Vega spec: d3-sankey places them, names stand beside their bars. */
export function sankeySpec(
  canvas: Canvas,
  {block, margin}: {block: Pick<TitleBlock, "top" | "bottom" | "layers">; margin: number},
): Spec {
  const {figure, compact, width} = canvas;
  const flows = (figure.flows ?? []).filter(({value}) => value > 0);
  const from = [...new Set(flows.map((flow) => flow.from))];
  const to = [...new Set(flows.map((flow) => flow.to))];
  const room = compact ? width * 0.3 : 190;
  const height = Math.max(200, Math.max(from.length, to.length) * (compact ? 58 : 52));
  const inner = width - 2 * room;
  const graph = placed({flows, from, to}, {inner, height, padding: compact ? 30 : 26});
  const colour = (id: string) => palette[Math.max(0, from.indexOf(id.slice(2))) % palette.length] ?? colours.blue;
  const texts = block.layers({left: -room, top: -block.top, end: height}).flatMap(blockTexts);
  return {
    $schema: "https://vega.github.io/schema/vega/v6.json",
    autosize: "none",
    width: inner,
    height,
    padding: {left: room + margin, right: room + margin, top: block.top + margin, bottom: block.bottom + margin},
    config: {text: {font: fontFamily}},
    data: [
      {name: "links", values: linksOf(graph, {canvas, colour})},
      {name: "nodes", values: nodesOf(graph, {canvas, colour})},
      {name: "labels", values: ["a:", "b:"].flatMap((side) => names(graph, {canvas, side, room, inner, height}))},
      {name: "texts", values: texts},
    ],
    marks: [linkMark, nodeMark, textMark("labels"), textMark("texts")],
  } as Spec;
}

const palette = [colours.blue, colours.teal, colours.plum, colours.orange, colours.charcoal, colours.lilac];

/** Nodes and links with their places. The same name on both sides is two nodes: flows go from left to right only. */
const placed = (
  {flows, from, to}: {flows: readonly Flow[]; from: readonly string[]; to: readonly string[]},
  {inner, height, padding}: {inner: number; height: number; padding: number},
): Graph =>
  sankey<Node, Flowing>()
    .nodeId(({id}) => id)
    .nodeWidth(12)
    .nodePadding(padding)
    .nodeSort(() => 0)
    .extent([
      [0, 14],
      [inner, height - 14],
    ])({
    nodes: [...from.map((name) => ({id: `a:${name}`})), ...to.map((name) => ({id: `b:${name}`}))],
    links: flows.map((flow) => ({source: `a:${flow.from}`, target: `b:${flow.to}`, value: flow.value})),
  });

interface Look {
  readonly canvas: Canvas;
  readonly colour: (id: string) => string;
}

function linksOf(graph: Graph, {canvas: {figure, language}, colour}: Look) {
  const path = sankeyLinkHorizontal();
  return graph.links.map((link) => {
    const [source, target] = [link.source as unknown as Node, link.target as unknown as Node];
    return {
      path: path(link as never) ?? "",
      width: Math.max(1, link.width ?? 1),
      colour: colour(source.id),
      tip: `${source.id.slice(2)} → ${target.id.slice(2)}${words[language].colon}${formatNumber(link.value, figure.unit, {language})}`,
    };
  });
}

const nodesOf = (graph: Graph, {canvas: {figure, language}, colour}: Look) =>
  graph.nodes.map((node) => ({
    x: node.x0 ?? 0,
    x2: node.x1 ?? 0,
    y: node.y0 ?? 0,
    y2: Math.max((node.y0 ?? 0) + 1, node.y1 ?? 0),
    colour: node.id.startsWith("a:") ? colour(node.id) : colours.charcoal,
    tip: `${node.id.slice(2)}${words[language].colon}${formatNumber(node.value, figure.unit, {language})}`,
  }));

/** Name and value beside each bar of one side, pushed apart where they would touch. */
function names(
  graph: Graph,
  {
    canvas: {figure, language, size},
    side,
    room,
    inner,
    height,
  }: {canvas: Canvas; side: string; room: number; inner: number; height: number},
) {
  const line = size + 3;
  const blocks = graph.nodes
    .filter(({id}) => id.startsWith(side))
    .map((node) => {
      const lines = [
        ...wrapText(node.id.slice(2), {width: room - 8, size, lines: 2}),
        formatNumber(node.value ?? 0, figure.unit, {language}),
      ];
      return {at: ((node.y0 ?? 0) + (node.y1 ?? 0)) / 2, height: lines.length * line, lines};
    });
  const tops = spread(blocks, {from: 4, to: height - 4, gap: 2});
  return blocks.flatMap(({lines}, number) =>
    lines.map((label, index) => ({
      x: side === "a:" ? -6 : inner + 6,
      y: (tops[number] ?? 0) + (index + 0.5) * line,
      label,
      align: side === "a:" ? "right" : "left",
      colour: index === lines.length - 1 ? colours.muted : colours.ink,
      size,
    })),
  );
}

/** A mark whose looks stand in the fields of its data. */
const mark = (type: string, {data, fields, fixed = {}}: {data: string; fields: object; fixed?: object}) => ({
  type,
  from: {data},
  encode: {update: {...Object.fromEntries(Object.entries(fields).map(([name, field]) => [name, {field}])), ...fixed}},
});

const linkMark = mark("path", {
  data: "links",
  fields: {path: "path", stroke: "colour", strokeWidth: "width", description: "tip"},
  fixed: {strokeOpacity: {value: 0.35}},
});

const nodeMark = mark("rect", {
  data: "nodes",
  fields: {x: "x", x2: "x2", y: "y", y2: "y2", fill: "colour", description: "tip"},
});

const textMark = (data: string) => ({
  ...mark("text", {
    data,
    fields: {x: "x", y: "y", text: "label", align: "align", fill: "colour", fontSize: "size", fontWeight: "weight"},
    fixed: {baseline: {value: "middle"}},
  }),
  aria: false,
});

/** The rows of a text layer, for Vega. */
function blockTexts(layer: object) {
  const {data, mark} = layer as {
    data: {values: {x: number; y: number; text: string; colour: string}[]};
    mark: {align: string; fontSize: number; fontWeight?: number};
  };
  return data.values.map(({x, y, text, colour}) => ({
    x,
    y,
    label: text,
    align: mark.align,
    colour,
    size: mark.fontSize,
    weight: mark.fontWeight ?? 400,
  }));
}
