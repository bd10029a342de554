import {markWord} from "../../../src/figures/overview/mark-word.js";
import type {Spark, Tile, TileState} from "../../../src/figures/overview/tile-shape.js";
import {wrapText} from "../../../src/figures/specs/parts/text-width.js";
import {sparkPlaces} from "../../../src/figures/specs/spark.js";
import {fill, words} from "../../../src/words/interface.js";
import type {Language} from "../../../src/words/language.js";
import {escapeHtml} from "./escape.js";
import {safeLink} from "./links.js";

/** Shapes that say how it stands without colour. */
const shapes: Readonly<Record<TileState, string>> = {
  bad: "▼",
  good: "▲",
  "bad-year": "▽",
  "good-year": "△",
  unsure: "○",
  worse: "▼",
  better: "▲",
  plain: "",
  few: "○",
  withheld: "",
  partial: "",
  missing: "",
};

/** The measures of the overview as tiles, in the order given. */
export const tilesHtml = (tiles: readonly Tile[], {language}: {language: Language}): string =>
  tiles.map((tile) => tileHtml(tile, {language})).join("\n");

function tileHtml(tile: Tile, {language}: {language: Language}): string {
  const parts = [
    `<h3>${escapeHtml(tile.label)}</h3>`,
    `<p class="value">${escapeHtml(tile.value)}${tile.small ? `<small>${escapeHtml(tile.small)}${tile.response ? `<span>${escapeHtml(tile.response)}</span>` : ""}</small>` : ""}</p>`,
    `<p class="verdict">${verdictHtml(tile) || "&nbsp;"}</p>`,
    tile.spark ? sparkHtml(tile.spark, {language}) : "",
    tile.groups ? groupsHtml(tile.groups) : "",
    tile.cells.length > 0
      ? `<dl>${tile.cells
          .map(
            (cell) =>
              `<div class="${cell.id}${cell.isBad ? " sure" : ""}"><dt>${escapeHtml(cell.label)}</dt><dd>${escapeHtml(cell.value)}${markHtml(cell, tile, language)}</dd></div>`,
          )
          .join("")}</dl>`
      : "",
  ];
  const {href, records} = tile;
  const list = records
    ? `<a class="records" href="${escapeHtml(safeLink(records.href))}" title="${escapeHtml(records.text)}">${words[language].letter_records}</a>`
    : "";
  return `<li class="tile ${tile.state}${records ? " listed" : ""}"><a class="whole" href="${escapeHtml(safeLink(href))}">${parts.join("")}</a>${list}</li>`;
}

const markHtml = (cell: Tile["cells"][number], {better, number}: Tile, language: Language): string => {
  const text = markWord(cell, {better, unit: number.unit, language});
  const title = cell.mark === "~" ? ` title="${words[language]["mark ~"]}"` : "";
  return text ? ` <i${title}>${text}</i>` : "";
};

/** How it stands, in words, after a shape that says it without colour. */
export function verdictHtml({state, verdict}: Pick<Tile, "state" | "verdict">): string {
  const shape = shapes[state];
  return `${shape ? `<b aria-hidden="true">${shape}</b> ` : ""}${escapeHtml(verdict)}`;
}

/** One key for all tiles, of what occurs in them. */
export function sparkKey(tiles: readonly Tile[], {language}: {language: Language}): string {
  const word = words[language];
  const isMarked = tiles.some(({cells}) => cells.some(({mark}) => mark === "~"));
  const drawn = (svg: string, text: string) => `<span>${svg}${text}</span>`;
  const parts = [
    drawn(
      '<svg viewBox="0 0 26 12" aria-hidden="true"><path class="band" d="M0,2H26V10H0z"/><path class="line" d="M0,6H26"/></svg>',
      fill(word.key_line, {n: Math.max(...tiles.map(({spark}) => spark?.points.length ?? 0))}),
    ),
    tiles.some(({spark}) => spark?.target !== undefined)
      ? drawn('<svg viewBox="0 0 26 12" aria-hidden="true"><path class="goal" d="M0,6H26"/></svg>', word.key_target)
      : "",
    tiles.some(({spark}) => spark?.yearAgo !== undefined)
      ? drawn(
          '<svg viewBox="0 0 12 12" aria-hidden="true"><circle class="then" cx="6" cy="6" r="3.4"/></svg>',
          word.key_then,
        )
      : "",
    tiles.some(({spark}) => spark?.points.some(({isOpen}) => isOpen))
      ? drawn(
          '<svg viewBox="0 0 12 12" aria-hidden="true"><rect class="open" x="1" y="1" width="10" height="10"/></svg>',
          word.key_open,
        )
      : "",
    isMarked ? `<span><b>~</b> ${word["mark ~"]}</span>` : "",
  ];
  return `<p class="key">${parts.join("")}</p>`;
}

/** Two years: band, line, target, the same month last year, now; a dashed box for each month not there yet. */
export function sparkHtml(spark: Spark, {language}: {language: Language}): string {
  const places = sparkPlaces(spark, {language});
  const {now, yearAgo} = places;
  const marks = [
    ...places.bands.map((d) => `<path class="band" d="${d}"/>`),
    ...places.goals.map((points) => `<polyline class="goal" points="${points}"/>`),
    ...places.lines.map((points) => `<polyline class="line" points="${points}"/>`),
    ...places.dots.map(({x, y}) => `<circle class="lone" cx="${x}" cy="${y}" r="2"/>`),
    ...places.open.map((x) => `<rect class="open" x="${x}" y="2" width="10" height="${places.height - 4}"/>`),
    yearAgo ? `<circle class="then" cx="${yearAgo.x}" cy="${yearAgo.y}" r="3.2"/>` : "",
    now ? `<circle class="now" cx="${now.x}" cy="${now.y}" r="3.8"/>` : "",
    ...places.outliers.map(({x, isTop, text}) => {
      const end = x > places.width / 2;
      return `<text x="${end ? x - 7 : x + 7}" y="${isTop ? 11 : places.height - 3}"${end ? ' text-anchor="end"' : ""}>${escapeHtml(text)} ${isTop ? "↑" : "↓"}</text>`;
    }),
  ];
  return `<svg class="spark" viewBox="0 0 ${places.width} ${places.height}" role="img" aria-label="${escapeHtml(spark.alt)}">${marks.join("")}</svg>`;
}

/** Two lines of the name of a group: a longer one goes on in its title. */
const nameRoom = {width: 96, size: 13, lines: 2};

function groupName(name: string): string {
  const lines = wrapText(name, nameRoom);
  if (!lines.at(-1)!.endsWith("…")) return `<span>${breakable(name)}</span>`;
  const text = lines.join(/\p{Script=Han}/u.test(name) ? "" : " ");
  return `<span title="${escapeHtml(name)}">${breakable(text)}</span>`;
}

/** Names joined without a blank may be parted there, rather than within a word. */
const breakable = (text: string): string =>
  text
    .split(/([^,;/|&]*[,;/|&])(?=\p{L})/u)
    .filter(Boolean)
    .map(escapeHtml)
    .join("<wbr>");

const groupsHtml = (groups: NonNullable<Tile["groups"]>): string =>
  `<ul class="groups">${groups
    .map(
      ({name, text, share, isWorst}) =>
        `<li${isWorst ? ' class="worst"' : ""}>${groupName(name)}<svg viewBox="0 0 100 10" preserveAspectRatio="none" aria-hidden="true"><rect width="${Math.round(share * 100)}" height="10"/></svg><b>${escapeHtml(text)}</b></li>`,
    )
    .join("")}</ul>`;
