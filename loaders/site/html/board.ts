import type {Board, BoardLine, Matter, Picture} from "../../../src/figures/overview/board-shape.js";
import {textWidth, wrapText} from "../../../src/figures/specs/parts/text-width.js";
import {fill, words} from "../../../src/words/interface.js";
import type {Language} from "../../../src/words/language.js";
import {escapeHtml} from "./escape.js";
import {safeLink} from "./links.js";
import {sparkKey, tilesHtml, verdictHtml} from "./tiles.js";

/** The manager's page: what matters most, the measures, what changed, who must act, what is missing. */
export function boardHtml(board: Board, {language}: {language: Language}): string {
  const word = words[language];
  const {matters, tiles, further} = board;
  const hero = matters.length
    ? `<li class="hero"><h2>${word.matters}</h2>${matters.map(matterHtml).join("")}</li>`
    : "";
  return [
    `<h1 class="board-title">${escapeHtml(board.title)}</h1>`,
    hero || tiles.length
      ? `<ul class="tiles${hero ? "" : " plain"}">${hero}${tilesHtml(tiles, {language})}</ul>`
      : `<p class="missing">${word.board_empty}</p>`,
    `<div class="under">${further.length ? `<p class="further">${further.map(furtherHtml).join("")}</p>` : ""}${tiles.some(({spark}) => spark) ? sparkKey(tiles, {language}) : ""}</div>`,
    `<div class="below">${[changedHtml(board, language), actsHtml(board, language), missingHtml(board, language)].join("")}</div>`,
  ].join("\n");
}

const link = ({href}: {href: string}, html: string): string => `<a href="${escapeHtml(safeLink(href))}">${html}</a>`;

const matterHtml = (matter: Matter): string =>
  link(
    matter,
    `<p><b>${escapeHtml(matter.head)}</b><span>${escapeHtml(matter.text)}</span></p>${pictureSvg(matter.picture)}`,
  );

/** 260 × 78: small enough that two stand in the height of two tiles. */
function pictureSvg({form, bars, note, alt}: Picture): string {
  const most = Math.max(...bars.map(({value}) => value), 0) || 1;
  const marks = form === "columns" ? columnMarks(bars, {most, note}) : barMarks(bars, {most, note});
  return `<svg class="pic" viewBox="0 0 260 78" role="img" aria-label="${escapeHtml(alt)}">${marks.join("")}</svg>`;
}

function columnMarks(bars: Picture["bars"], {most, note}: {most: number; note: string}): string[] {
  const step = Math.min(18, 238 / Math.max(1, bars.length));
  const foot = 59;
  const marks = bars.map(({value}, index) => {
    const height = Math.max(3, Math.round((value / most) * 51));
    const isLast = index === bars.length - 1;
    const width = isLast ? step * 1.2 : step * 0.56;
    return `<rect class="${isLast ? "hot" : "grey"}" x="${round(4 + index * step)}" y="${foot - height}" width="${round(width)}" height="${height}"/>`;
  });
  const last = bars.at(-1);
  const right = round(4 + (bars.length - 1) * step);
  return [
    ...marks,
    last ? `<text class="big" x="${right - 6}" y="24" text-anchor="end">${escapeHtml(last.text)}</text>` : "",
    `<text x="4" y="74">${escapeHtml(bars[0]?.label ?? "")}</text>`,
    `<text x="${round(right / 2)}" y="46" text-anchor="middle">${escapeHtml(note)}</text>`,
    last ? `<text x="${round(right + step * 1.2)}" y="74" text-anchor="end">${escapeHtml(last.label)}</text>` : "",
  ];
}

function barMarks(bars: Picture["bars"], {most, note}: {most: number; note: string}): string[] {
  const wide = bars.some(({label}) => textWidth(label, {size: 12}) > 70);
  const left = wide ? 104 : 74;
  // The longest bar leaves room for its number.
  const room = Math.min(136, 252 - left - Math.max(...bars.map(({text}) => textWidth(text, {size: 17, bold: true}))));
  return [
    ...bars.flatMap(({label, value, text}, index) => {
      const width = Math.max(3, Math.round((value / most) * room));
      const isLast = index === bars.length - 1;
      const y = 3 + index * 29;
      return [
        `${labelText(label, {y: y + 15, width: left - 4})}`,
        `<rect class="${isLast ? "hot" : "grey"}" x="${left}" y="${y}" width="${width}" height="20"/>`,
        `<text class="${isLast ? "big" : "num"}" x="${left + width + 6}" y="${y + 16}">${escapeHtml(text)}</text>`,
      ];
    }),
    `<text x="${left}" y="73">${escapeHtml(note)}</text>`,
  ];
}

/** A label beside its bar, on two lines where one is too short: the whole of it stands in the sentence above. */
function labelText(label: string, {y, width}: {y: number; width: number}): string {
  const lines = wrapText(label, {width, size: 12, lines: 2});
  const first = lines.length === 1 ? y : y - 6;
  return lines.map((line, at) => `<text x="0" y="${first + 13 * at}">${escapeHtml(line)}</text>`).join("");
}

const round = (value: number): number => Math.round(value * 10) / 10;

/** A measure without a tile in one line, with the target that it is held against. */
function furtherHtml(tile: Board["further"][number]): string {
  const target = tile.cells.find(({id}) => id === "target");
  const against = target ? ` (${target.label.toLowerCase()} ${target.value})` : "";
  return link(
    tile,
    `<span class="${tile.state}"><b>${escapeHtml(tile.label)}</b> ${escapeHtml(`${tile.value}${against}`)} · ${verdictHtml(tile)}</span>`,
  );
}

const signs = {worse: "▼", better: "▲", moved: "•", weak: "■", unsure: "~"} as const;

function changedHtml({changed}: Board, language: Language): string {
  const word = words[language];
  if (changed.length === 0) return "";
  const isWeak = changed.every(({direction}) => direction === "weak");
  const groups = changed.map(
    ({direction, period = "", lines}) =>
      `${isWeak && period === "" ? "" : `<h3>${fill(word[`changed ${direction}`], {period}).trim()}</h3>`}<ul>${lines
        .map(
          (line) =>
            `<li class="${direction}">${link(line, `<b aria-hidden="true">${signs[direction]}</b>${escapeHtml(line.text)}`)}</li>`,
        )
        .join("")}</ul>`,
  );
  return `<section class="changed"><h2>${isWeak ? word.changed_none : word.changed}</h2>${groups.join("")}</section>`;
}

function actsHtml({acts}: Board, language: Language): string {
  if (acts.length === 0) return "";
  const items = acts.map(
    (act) =>
      `<li${act.isLate ? ' class="late"' : ""}><span class="when">${escapeHtml(act.when)}</span>${link(act, escapeHtml(act.what))}<small>${act.isDecision ? `<b>${words[language].decide}</b> · ` : ""}${escapeHtml(act.who)}</small></li>`,
  );
  return `<section class="who"><h2>${words[language].acts}</h2><ul>${items.join("")}</ul></section>`;
}

function missingHtml({missing}: Board, language: Language): string {
  // What is said on top of the page has no head.
  const lines = missing.filter(({head}) => head !== undefined);
  if (lines.length === 0) return "";
  const item = (line: BoardLine) =>
    `<li>${link(line, escapeHtml(line.head ?? ""))}${words[language].colon}${escapeHtml(line.text)}</li>`;
  return `<section class="missing-list"><h2>${words[language].board_missing}</h2><ul>${lines.map(item).join("")}</ul></section>`;
}
