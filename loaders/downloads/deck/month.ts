import type {Tile, TileState} from "../../../src/figures/overview/tile-shape.js";
import {type SparkPlaces, sparkPlaces} from "../../../src/figures/specs/spark.js";
import {escapeXml} from "../../draw/xml.js";
import {fingerprint} from "./memory.js";
import {type Box, emu, paragraphXml, transform} from "./shapes.js";
import type {OpenSlide, Shape} from "./slide-context.js";

/** Measures in one picture: three across, two rows. */
const [across, most] = [3, 6];
/** Room between tiles, in inches. */
const gap = 0.28;

/** The measures of the month as one group of shapes that can be edited: value, verdict, two years with band and target. */
export function monthPicture({slide, slots, words: {language}, remember}: OpenSlide): Shape[] {
  const place = slots.Picture;
  const tiles = (slide.tiles ?? []).slice(0, most);
  if (!place || tiles.length === 0) return [];
  const {box} = place;
  const rows = Math.ceil(tiles.length / across);
  const size = {w: (box.w - gap * (across - 1)) / across, h: (box.h - gap * 0.6 * (rows - 1)) / rows};
  const name = `${slide.id} picture`;
  const drawn = (id: number): string =>
    tiles
      .map((tile, at) =>
        tileShapes(tile, {
          language,
          id: id * 1000 + at * 100,
          box: {
            x: box.x + (at % across) * (size.w + gap),
            y: box.y + Math.floor(at / across) * (size.h + gap * 0.6),
            ...size,
          },
        }),
      )
      .join("");
  const texts = Array.from(drawn(1).matchAll(/<a:t>(.*?)<\/a:t>/g), ([, text = ""]) => text);
  remember(name, fingerprint(texts.join("")));
  const frame = `<a:off x="${emu(box.x)}" y="${emu(box.y)}"/><a:ext cx="${emu(box.w)}" cy="${emu(box.h)}"/>`;
  const alt = tiles.map((tile) => tileLines(tile).join(" ")).join("; ");
  return [
    (id) =>
      `<p:grpSp><p:nvGrpSpPr><p:cNvPr id="${id}" name="${escapeXml(name)}" descr="${escapeXml(alt)}"/><p:cNvGrpSpPr/><p:nvPr/></p:nvGrpSpPr><p:grpSpPr><a:xfrm>${frame}${frame.replace("a:off", "a:chOff").replace("a:ext", "a:chExt")}</a:xfrm></p:grpSpPr>${drawn(id)}</p:grpSp>`,
  ];
}

const bad: readonly TileState[] = ["bad", "bad-year", "worse"];
const good: readonly TileState[] = ["good", "good-year", "better"];
const signs: Readonly<Partial<Record<TileState, string>>> = {
  bad: "▼ ",
  worse: "▼ ",
  "bad-year": "▽ ",
  good: "▲ ",
  better: "▲ ",
  "good-year": "△ ",
  unsure: "○ ",
};

/** Name with the same month last year, then value with verdict. */
const tileLines = (tile: Tile): string[] => {
  const year = tile.cells.find(({id}) => id === "year") ?? tile.cells.find(({id}) => id === "month");
  return [
    tile.label,
    year ? `${year.label} ${year.value}` : "",
    tile.value,
    tile.verdict === "" ? "" : `${signs[tile.state] ?? ""}${tile.verdict}`,
  ];
};

function tileShapes(tile: Tile, {language, id, box}: {language: "zh" | "en"; id: number; box: Box}): string {
  const [label = "", beside = "", value = "", verdict = ""] = tileLines(tile);
  const colour = bad.includes(tile.state) ? "hot" : good.includes(tile.state) ? "accent1" : "muted";
  const isBad = bad.includes(tile.state);
  const text = (at: number, own: Box, runs: Run[]): string => textBox(id + at, {box: own, runs});
  const top = [
    `<p:cxnSp><p:nvCxnSpPr><p:cNvPr id="${id}" name="rule ${id}"/><p:cNvCxnSpPr/><p:nvPr/></p:nvCxnSpPr><p:spPr>${transform({...box, h: 0})}<a:prstGeom prst="line"><a:avLst/></a:prstGeom><a:ln w="28575">${solid(colour)}</a:ln></p:spPr></p:cxnSp>`,
    text(1, {...box, y: box.y + 0.04, h: 0.27}, [{text: label, size: 14, colour: "tx1", bold: true}]),
    text(2, {...box, y: box.y + 0.31, h: 0.4}, [
      {text: value, size: 24, colour: isBad ? "hot" : "tx1", bold: true},
      ...(beside ? [{text: `\u2002${beside}`, size: 14, colour: "muted"}] : []),
    ]),
    ...(verdict ? [text(3, {...box, y: box.y + 0.71, h: 0.26}, [{text: verdict, size: 14, colour, bold: true}])] : []),
  ];
  const below = {...box, y: box.y + 1, h: Math.max(0.3, box.h - 1)};
  if (tile.spark)
    return [...top, ...sparkShapes(sparkPlaces(tile.spark, {language}), {id: id + 10, box: below, isBad})].join("");
  const groups = (tile.groups ?? []).slice(0, 2).map(({name, text: said}) => `${name} ${said}`);
  return [
    ...top,
    ...(groups.length > 0
      ? [
          text(
            3,
            below,
            groups.map((said, at) => ({
              text: said + (at === 0 && groups.length > 1 ? "\n" : ""),
              size: 14,
              colour: "tx1",
            })),
          ),
        ]
      : []),
  ].join("");
}

interface Run {
  readonly text: string;
  readonly size: number;
  readonly colour: string;
  readonly bold?: boolean;
}

/** Colours of the theme; what is bad is the orange, darkened for text. */
const solid = (colour: string, alpha = 100): string => {
  const opacity = alpha < 100 ? `<a:alpha val="${alpha * 1000}"/>` : "";
  if (colour === "hot")
    return `<a:solidFill><a:schemeClr val="accent4"><a:lumMod val="80000"/>${opacity}</a:schemeClr></a:solidFill>`;
  if (colour === "muted")
    return `<a:solidFill><a:schemeClr val="tx1"><a:lumMod val="65000"/><a:lumOff val="35000"/>${opacity}</a:schemeClr></a:solidFill>`;
  return `<a:solidFill><a:schemeClr val="${colour}">${opacity}</a:schemeClr></a:solidFill>`;
};

const textBox = (id: number, {box, runs}: {box: Box; runs: readonly Run[]}): string => {
  const lines = runs
    .map(
      ({text, size, colour, bold}) =>
        paragraphXml({text: text.trimEnd(), size, bold: bold ?? false})
          .replace(/<\/?a:p>|<a:pPr>.*?<\/a:pPr>|<a:pPr\/>/g, "")
          .replace(/<a:rPr([^>]*)>/g, `<a:rPr$1>${solid(colour)}`) + (text.endsWith("\n") ? "<a:br/>" : ""),
    )
    .join("");
  return `<p:sp><p:nvSpPr><p:cNvPr id="${id}" name="text ${id}"/><p:cNvSpPr txBox="1"/><p:nvPr/></p:nvSpPr><p:spPr>${transform(box)}<a:prstGeom prst="rect"><a:avLst/></a:prstGeom><a:noFill/></p:spPr><p:txBody><a:bodyPr wrap="square" lIns="0" tIns="0" rIns="0" bIns="0" anchor="ctr"><a:normAutofit/></a:bodyPr><a:lstStyle/><a:p>${lines}</a:p></p:txBody></p:sp>`;
};

function sparkShapes(places: SparkPlaces, {id, box, isBad}: {id: number; box: Box; isBad: boolean}): string[] {
  const {width, height} = places;
  const x = (at: number) => box.x + (at / width) * box.w;
  const y = (at: number) => box.y + (at / height) * box.h;
  let next = id;
  const free = (path: string, look: string, isClosed: boolean): string =>
    `<p:sp><p:nvSpPr><p:cNvPr id="${++next}" name="line ${next}"/><p:cNvSpPr/><p:nvPr/></p:nvSpPr><p:spPr>${transform(box)}<a:custGeom><a:avLst/><a:gdLst/><a:ahLst/><a:cxnLst/><a:rect l="0" t="0" r="r" b="b"/><a:pathLst><a:path w="${width * 10}" h="${height * 10}"${isClosed ? "" : ' fill="none"'}>${pathOf(path)}${isClosed ? "<a:close/>" : ""}</a:path></a:pathLst></a:custGeom>${look}</p:spPr></p:sp>`;
  const dot = (place: {x: number; y: number}, look: string): string => {
    const size = 0.11;
    return `<p:sp><p:nvSpPr><p:cNvPr id="${++next}" name="dot ${next}"/><p:cNvSpPr/><p:nvPr/></p:nvSpPr><p:spPr>${transform({x: x(place.x) - size / 2, y: y(place.y) - size / 2, w: size, h: size})}<a:prstGeom prst="ellipse"><a:avLst/></a:prstGeom>${look}</p:spPr></p:sp>`;
  };
  const stroke = (colour: string, points: number, dash = "") =>
    `<a:ln w="${Math.round(points * 12_700)}">${solid(colour)}${dash ? `<a:prstDash val="${dash}"/>` : ""}<a:round/></a:ln>`;
  return [
    ...places.bands.map((band) =>
      free(band.replace(/[Mz]/g, ""), `${solid("accent1", 18)}<a:ln><a:noFill/></a:ln>`, true),
    ),
    ...places.goals.map((goal) => free(goal, `<a:noFill/>${stroke("muted", 1.25, "dash")}`, false)),
    ...places.lines.map((line) => free(line, `<a:noFill/>${stroke("accent1", 1.75)}`, false)),
    ...places.dots.map((place) => dot(place, `${solid("accent1")}<a:ln><a:noFill/></a:ln>`)),
    ...(places.yearAgo ? [dot(places.yearAgo, `${solid("bg1")}${stroke("accent1", 1.5)}`)] : []),
    ...(places.now ? [dot(places.now, `${solid(isBad ? "hot" : "accent1")}<a:ln><a:noFill/></a:ln>`)] : []),
  ];
}

/** "1,2 3,4" in the units of a path. */
const pathOf = (points: string): string =>
  points
    .trim()
    .split(/\s+/)
    .map((point, at) => {
      const [x = 0, y = 0] = point.split(",").map((value) => Math.round(Number(value) * 10));
      const tag = at === 0 ? "moveTo" : "lnTo";
      return `<a:${tag}><a:pt x="${x}" y="${y}"/></a:${tag}>`;
    })
    .join("");
