import {sankey, sankeyLinkHorizontal} from "d3-sankey";
import type {Spec} from "vega";
import {formatNumber} from "../../words/format.js";
import {words} from "../../words/interface.js";
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

/** From → to flows as a Vega spec: d3-sankey places them, names stand beside their bars. */
export function sankeySpec(
  canvas: Canvas,
  {block, margin}: {block: Pick<TitleBlock, "top" | "bottom" | "layers">; margin: number},
): Spec {
  const {figure, language, size, compact, width} = canvas;
  const flows = (figure.flows ?? []).filter(({value}) => value > 0);
  // The same name on both sides is two places: flows go from left to right only.
  const from = [...new Set(flows.map((flow) => flow.from))];
  const to = [...new Set(flows.map((flow) => flow.to))];
  const room = compact ? width * 0.3 : 190;
  const text = (id: string, value: number) => [
    ...wrapText(id.slice(2), {width: room - 8, size, lines: 2}),
    formatNumber(value, figure.unit, {language}),
  ];
  const height = Math.max(200, Math.max(from.length, to.length) * (compact ? 58 : 52));
  const inner = width - 2 * room;
  const graph = sankey<Node, Flowing>()
    .nodeId(({id}) => id)
    .nodeWidth(12)
    .nodePadding(compact ? 30 : 26)
    .nodeSort(() => 0)
    .extent([
      [0, 14],
      [inner, height - 14],
    ])({
    nodes: [...from.map((name) => ({id: `a:${name}`})), ...to.map((name) => ({id: `b:${name}`}))],
    links: flows.map((flow) => ({source: `a:${flow.from}`, target: `b:${flow.to}`, value: flow.value})),
  });
  const path = sankeyLinkHorizontal();
  const palette = [colours.blue, colours.teal, colours.plum, colours.orange, colours.charcoal, colours.lilac];
  const colour = (id: string) => palette[Math.max(0, from.indexOf(id.slice(2))) % palette.length] ?? colours.blue;
  const links = graph.links.map((link) => {
    const [source, target] = [link.source as unknown as Node, link.target as unknown as Node];
    return {
      path: path(link as never) ?? "",
      width: Math.max(1, link.width ?? 1),
      colour: colour(source.id),
      tip: `${source.id.slice(2)} → ${target.id.slice(2)}${words[language].colon}${formatNumber(link.value, figure.unit, {language})}`,
    };
  });
  const nodes = graph.nodes.map((node) => ({
    x: node.x0 ?? 0,
    x2: node.x1 ?? 0,
    y: node.y0 ?? 0,
    y2: Math.max((node.y0 ?? 0) + 1, node.y1 ?? 0),
    colour: node.id.startsWith("a:") ? colour(node.id) : colours.charcoal,
    tip: `${node.id.slice(2)}${words[language].colon}${formatNumber(node.value, figure.unit, {language})}`,
  }));
  const labels = ["a:", "b:"].flatMap((side) => {
    const column = graph.nodes.filter(({id}) => id.startsWith(side));
    const line = size + 3;
    const blocks = column.map((node) => {
      const lines = text(node.id, node.value ?? 0);
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
  });
  const texts = block.layers({left: -room, top: -block.top, end: height}).flatMap(blockTexts);
  return {
    $schema: "https://vega.github.io/schema/vega/v6.json",
    autosize: "none",
    width: inner,
    height,
    padding: {left: room + margin, right: room + margin, top: block.top + margin, bottom: block.bottom + margin},
    config: {text: {font: fontFamily}},
    data: [
      {name: "links", values: links},
      {name: "nodes", values: nodes},
      {name: "labels", values: labels},
      {name: "texts", values: texts},
    ],
    marks: [
      {
        type: "path",
        from: {data: "links"},
        encode: {
          update: {
            path: {field: "path"},
            stroke: {field: "colour"},
            strokeWidth: {field: "width"},
            strokeOpacity: {value: 0.35},
            description: {field: "tip"},
          },
        },
      },
      {
        type: "rect",
        from: {data: "nodes"},
        encode: {
          update: {
            x: {field: "x"},
            x2: {field: "x2"},
            y: {field: "y"},
            y2: {field: "y2"},
            fill: {field: "colour"},
            description: {field: "tip"},
          },
        },
      },
      ...["labels", "texts"].map((data) => ({
        type: "text" as const,
        aria: false,
        from: {data},
        encode: {
          update: {
            x: {field: "x"},
            y: {field: "y"},
            text: {field: "label"},
            align: {field: "align"},
            baseline: {value: "middle"},
            fill: {field: "colour"},
            fontSize: {field: "size"},
            fontWeight: {field: "weight"},
          },
        },
      })),
    ],
  } as Spec;
}

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
