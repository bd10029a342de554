import {scaleLinear} from "d3-scale";
import {attributes, paint} from "./paint.js";
import {areaPath, linePath, type Place, rectPath, symbolPath} from "./paths.js";
import {escapeXml} from "./xml.js";

export interface Size {
  readonly width: number;
  readonly height: number;
}

type Row = Readonly<Record<string, unknown>>;

interface Channel {
  readonly field: string;
  readonly type?: string;
  readonly scale?: null | {readonly domain: readonly [number, number]};
  readonly axis?: null;
}

/** A layer of marks at places in pixels; `x` alone may be on a scale of values. */
export interface PlainLayer {
  readonly data: {readonly values: readonly Row[]};
  readonly mark: Row & {readonly type: string};
  readonly encoding: Readonly<Record<string, Channel>>;
}

/** A mark: which of its settings and channels are known here, and how it is drawn. */
interface Mark {
  readonly settings: readonly string[];
  readonly channels: readonly string[];
  /** What Vega would else fill in. */
  readonly isWhole: (layer: PlainLayer) => boolean;
  readonly draw: (layer: PlainLayer, size: Size) => string;
}

const anchors: Readonly<Record<string, string>> = {left: "start", center: "middle", right: "end"};

const marks: Readonly<Record<string, Mark>> = {
  text: {
    settings: ["align", "baseline", "fontSize", "fontWeight"],
    channels: ["x", "y", "text", "color"],
    isWhole: ({mark: {align, baseline, fontSize}, encoding: {text, color}}) =>
      String(align) in anchors && baseline === "middle" && typeof fontSize === "number" && !!text && !!color,
    draw: (layer, size) => {
      const {mark, encoding} = layer;
      const down = Math.round(0.3 * Number(mark.fontSize));
      const style = attributes({"font-size": `${mark.fontSize}px`, "font-weight": mark.fontWeight});
      return each(layer, size, ({x, y}, row) => {
        const look = style + paint({fill: of(row, encoding.color)}, mark);
        const text = escapeXml(String(of(row, encoding.text))).replaceAll("&quot;", '"');
        return `<text text-anchor="${anchors[String(mark.align)]}" transform="translate(${x},${y + down})"${look}>${text}</text>`;
      });
    },
  },
  rule: {
    settings: ["color", "strokeWidth", "strokeCap", "strokeDash"],
    channels: ["x", "y", "x2", "y2", "color"],
    isWhole: ({mark, encoding}) => "color" in mark !== "color" in encoding && "strokeWidth" in mark,
    draw: (layer, size) =>
      each(layer, size, ({x, y, x2 = x, y2 = y}, row) => {
        const look = paint({stroke: of(row, layer.encoding.color) ?? layer.mark.color}, layer.mark);
        return `<line transform="translate(${x},${y})" x2="${x2 - x}" y2="${y2 - y}"${look}/>`;
      }),
  },
  point: {
    settings: ["filled", "shape", "size", "strokeWidth"],
    channels: ["x", "y", "color", "fill", "stroke", "description"],
    isWhole: ({mark: {filled, shape = "circle", size}, encoding: {color, fill, stroke}}) =>
      (shape === "circle" || shape === "square") &&
      typeof size === "number" &&
      (filled ? !!color && !fill && !stroke : !color && !!fill && !!stroke),
    draw: (layer, size) => {
      const {mark, encoding} = layer;
      const d = symbolPath(mark.shape === "square" ? "square" : "circle", Number(mark.size));
      return each(layer, size, ({x, y}, row) => {
        const colours = {fill: of(row, encoding.fill ?? encoding.color), stroke: of(row, encoding.stroke)};
        return `<path${tip(row, encoding)} transform="translate(${x},${y})" d="${d}"${paint(colours, {strokeWidth: 2, ...mark})}/>`;
      });
    },
  },
  rect: {
    settings: ["stroke", "strokeWidth", "strokeDash", "cornerRadius"],
    channels: ["x", "y", "x2", "y2", "fill", "stroke", "opacity", "description"],
    isWhole: ({encoding: {x2, y2, fill}}) => !!x2 && !!y2 && !!fill,
    draw: (layer, size) => {
      const {mark, encoding} = layer;
      return each(layer, size, ({x, y, x2 = x, y2 = y}, row) => {
        const d = rectPath({x, y, x2, y2}, Number(mark.cornerRadius ?? 0));
        const colours = {fill: of(row, encoding.fill), stroke: of(row, encoding.stroke) ?? mark.stroke};
        const opacity = of(row, encoding.opacity) ?? mark.opacity;
        return `<path${tip(row, encoding)} d="${d}"${paint(colours, {...mark, opacity})}/>`;
      });
    },
  },
  line: {
    settings: ["color", "strokeWidth", "strokeCap", "strokeDash", "interpolate"],
    channels: ["x", "y", "detail", "order"],
    isWhole: ({mark}) => "color" in mark && "strokeWidth" in mark && isLinearOrStep(mark),
    draw: (layer, size) => runs(layer, size, {path: linePath, look: paint({stroke: layer.mark.color}, layer.mark)}),
  },
  area: {
    settings: ["color", "interpolate"],
    channels: ["x", "y", "y2", "detail"],
    isWhole: ({mark, encoding: {y2}}) => "color" in mark && !!y2 && isLinearOrStep(mark),
    draw: (layer, size) => runs(layer, size, {path: areaPath, look: paint({fill: layer.mark.color}, layer.mark)}),
  },
};

const isLinearOrStep = ({interpolate}: PlainLayer["mark"]): boolean =>
  interpolate === undefined || interpolate === "step-after";

/** The marks of a layer; undefined where it asks for something that is not known here. */
export function markSvg(layer: PlainLayer, size: Size): string | undefined {
  const mark = marks[layer.mark.type];
  return mark && isKnown(layer, mark) ? mark.draw(layer, size) : undefined;
}

/** A view: its ground, what stands on it, and a foreground that shows nothing. */
export const viewSvg = (inner: string, {width, height}: Size): string =>
  `<g transform="translate(0,0)"><path d="M0,0h${width}v${height}h${-width}Z"/><g>${inner}</g><path d="" display="none"/></g>`;

function isKnown(layer: PlainLayer, {settings, channels, isWhole}: Mark): boolean {
  const {data, mark, encoding} = layer;
  const fields = (names: readonly string[]) => names.flatMap((name) => encoding[name]?.field ?? []);
  const numbers = fields(["x", "y", "x2", "y2", "order", "opacity"]);
  const texts = fields(["text", "color", "fill", "stroke", "description"]);
  return (
    Object.keys(mark).every((name) => ["type", "aria", "opacity"].includes(name) || settings.includes(name)) &&
    Object.entries(encoding).every(([name, channel]) => channels.includes(name) && isPlain(name, channel)) &&
    !!encoding.x &&
    !!encoding.y &&
    // Else Vega makes a label of its own.
    (mark.aria === false) !== "description" in encoding &&
    isWhole(layer) &&
    data.values.every(
      (row) =>
        numbers.every((field) => Number.isFinite(row[field])) &&
        texts.every((field) => typeof row[field] === "string" && row[field] !== ""),
    )
  );
}

/** A place or look as it stands in the row; `x` may be a value on a scale. */
const isPlain = (name: string, {field, type, scale, axis}: Channel): boolean => {
  if (typeof field !== "string") return false;
  if (["x2", "y2", "text", "detail", "order", "description"].includes(name)) return scale === undefined;
  return scale === null || (name === "x" && type === "quantitative" && scale !== undefined && axis === null);
};

/** Draws a mark for each row, at its place. */
const each = ({data, encoding}: PlainLayer, size: Size, draw: (place: Place, row: Row) => string): string => {
  const at = placesOf(encoding, size);
  return data.values.map((row) => draw(at(row), row)).join("");
};

function placesOf({x, y, x2, y2}: PlainLayer["encoding"], {width}: Size): (row: Row) => Place {
  const scale = x?.scale ? scaleLinear().domain(x.scale.domain).range([0, width]) : (value: number) => value;
  return (row) => ({
    x: scale(Number(of(row, x))),
    y: Number(of(row, y)),
    ...(x2 && {x2: scale(Number(of(row, x2)))}),
    ...(y2 && {y2: Number(of(row, y2))}),
  });
}

/** Lines and areas: one alone, or one for each run of `detail`, in a view of its own. */
function runs(
  {data: {values}, mark, encoding}: PlainLayer,
  size: Size,
  {path, look}: {path: typeof linePath; look: string},
): string {
  const {detail, order = encoding.x} = encoding;
  const at = placesOf(encoding, size);
  const draw = (rows: readonly Row[]): string => {
    const sorted = [...rows].sort((a, b) => Number(of(a, order)) - Number(of(b, order)));
    return `<path d="${path(sorted.map(at), {isStep: mark.interpolate === "step-after"})}"${look}/>`;
  };
  if (!detail) return values.length > 0 ? draw(values) : "";
  const groups = new Map<unknown, Row[]>();
  for (const row of values) {
    const group = groups.get(of(row, detail)) ?? [];
    groups.set(of(row, detail), group);
    group.push(row);
  }
  return [...groups.values()].map((rows) => viewSvg(`<g>${draw(rows)}</g>`, size)).join("");
}

const of = (row: Row, channel: Channel | undefined): unknown => (channel ? row[channel.field] : undefined);

const tip = (row: Row, {description}: PlainLayer["encoding"]): string =>
  description ? ` aria-label="${escapeXml(String(of(row, description)))}"` : "";
