import type {Board, Matter} from "../figures/overview/board-shape.js";
import type {Tile} from "../figures/overview/tile-shape.js";
import {capital, inside} from "../words/capital.js";
import type {Report} from "../words/report.js";
import {say} from "../words/say.js";

type Speaker = Pick<Report, "language">;

/** More is not heard. */
const most = 3;

/**
 * What a manager would say of a page, in three sentences: what is new there, how its measure stands against last month,
 * last year and target, which group is weak, then whatever its own sentences begin with. No intervals, no bases: those
 * stand below.
 */
export function aloud(
  view: Speaker,
  {page, board, sentences}: {page: string; board: Board; sentences: readonly string[]},
): string[] {
  const here = ({href}: {href: string}) => href.startsWith(`${page}.html`);
  const tiles = [...board.tiles, ...board.further].filter(here);
  const worst = tiles.find(({state}) => state === "bad") ?? tiles.find(({state}) => state === "bad-year") ?? tiles[0];
  const lines = board.changed
    .filter(({direction}) => direction === "worse" || direction === "weak")
    .flatMap(({period = "", lines: all}) => all.filter(here).map(({text}) => ({text, period})));
  // How a group stands all along is among the lines.
  const news = board.matters.filter((matter) => here(matter) && matter.line === undefined);
  const own = [
    ...news.map((matter) => matterSentence(view, matter)),
    ...(worst ? tileSentence(view, worst) : []),
    ...lines
      .filter(({text}) => !news.some(({short}) => short.toLowerCase() === text.toLowerCase()))
      .map(({text, period}) => lineSentence(view, text, period)),
  ];
  const said = own.slice(0, most);
  // What a measure's sentence said already is not said again with its interval.
  const told = [
    ...(worst && worst.value !== "–" ? [worst.value] : []),
    ...news.flatMap(({picture}) => picture.bars.at(-1)?.text ?? []),
  ];
  const rest = sentences.filter((text) => !told.some((number) => holds(text, number)));
  return [...said, ...rest.map(spoken)].slice(0, most);
}

/** Whether a text has this number, and not only as a part of a longer one. */
const holds = (text: string, number: string): boolean => {
  const at = text.indexOf(number);
  if (at < 0) return false;
  return !/[\d.,]/.test(text.charAt(at - 1)) && !/\d/.test(text.charAt(at + number.length));
};

/** A sentence without its intervals and bases: "接通率 92.3%" of "接通率 92.3%（89.6–94.4%，n=470）". */
export const spoken = (sentence: string): string =>
  sentence.replace(/（[^（）]*(?:\d%?–[\d.]|n=)[^（）]*）| ?\([^()]*(?:\d%?–[\d.]|n=)[^()]*\)/g, "");

const stop = (view: Speaker): string => say(view, {zh: "。", en: "."});

const matterSentence = (view: Speaker, {said, act}: Matter): string =>
  `${capital(said)}${act === "" ? "" : `${say(view, {zh: "，", en: "; "})}${act}`}${stop(view)}`;

/** "每万户投诉 455.9（9月 370.2，去年10月 395.2），目标 350.0，未达标。" */
function tileSentence(view: Speaker, {label, value, cells, verdict, response}: Tile): string[] {
  if (value === "–") return [];
  const past = cells.filter(({id}) => id === "month" || id === "year").map((cell) => `${cell.label} ${cell.value}`);
  const beside = past.length === 0 ? "" : say(view, {zh: `（${past.join("，")}）`, en: ` (${past.join(", ")})`});
  const target = cells.find(({id}) => id === "target")?.value;
  const aim = target === undefined ? "" : say(view, {zh: `，目标 ${target}`, en: `, target ${target}`});
  const short = verdict.replace(/^Target /, "");
  const verdictText = short === "" ? "" : say(view, {zh: `，${short}`, en: `: ${inside(short)}`});
  const name = say(view, {zh: `${label} `.replace("） ", "）"), en: `${label}: `});
  const answered = response === undefined ? "" : say(view, {zh: `；${response}`, en: `; ${response}`});
  return [`${name}${value}${beside}${aim}${verdictText}${answered}${stop(view)}`];
}

const lineSentence = (view: Speaker, text: string, period: string): string =>
  period === ""
    ? `${text}${stop(view)}`
    : say(view, {
        zh: `${period}${text}。`,
        en: `${capital(period)} ${text}.`,
      });
