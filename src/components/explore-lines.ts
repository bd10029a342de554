import type {ExploreRow} from "../figures/overview/explore.js";
import {formatMonth, formatNumber} from "../words/format.js";
import type {Language} from "../words/language.js";
import type {Unit} from "../words/unit.js";

const [left, right, top, foot, height] = [52, 112, 12, 24, 260];
const colours = ["#12436D", "#D9560F", "#28A197", "#801650"];

/** Round numbers around both, some four steps apart: 1, 2 or 5 times a power of ten. */
function roundTicks(low: number, high: number): number[] {
  const rough = (high - low) / 4;
  const power = 10 ** Math.floor(Math.log10(rough));
  const step = power * ([1, 2, 5].find((factor) => factor * power >= rough) ?? 10);
  const [first, last] = [Math.floor(low / step), Math.ceil(high / step)];
  return Array.from({length: last - first + 1}, (_, at) => (first + at) * step);
}

/** A line a group over the months, four groups at most: those with the largest base; a gap stays a gap. */
export function monthLines(
  rows: readonly ExploreRow[],
  {
    title,
    unit,
    language,
    room,
  }: {
    title: string /** What it is called to those who cannot see it. */;
    unit: Unit;
    language: Language;
    room: number /** Pixels across, so that letters keep their size. */;
  },
): HTMLElement {
  const width = Math.max(300, Math.min(720, room));
  const months = Array.from(new Set(rows.map(([, , period]) => period))).sort();
  const groups = Array.from(new Set(rows.map(([, member]) => member)))
    .map((member) => ({member, own: rows.filter((row) => row[1] === member)}))
    .sort((a, b) => baseOf(b.own) - baseOf(a.own))
    .slice(0, colours.length);
  const values = groups.flatMap(({own}) => own.flatMap(([, , , value]) => (value === null ? [] : [value])));
  const ticks = roundTicks(Math.min(0, ...values), Math.max(0, ...values) || 1);
  const [least, most] = [ticks[0]!, ticks[ticks.length - 1]!];
  const x = (month: string) => left + (months.indexOf(month) / Math.max(1, months.length - 1)) * (width - left - right);
  const y = (value: number) => top + (1 - (value - least) / (most - least)) * (height - top - foot);
  const svg = drawing("svg", {viewBox: `0 0 ${width} ${height}`, role: "img", "aria-label": title});
  for (const tick of ticks) {
    svg.append(
      drawing("path", {class: "rail", d: `M${left},${y(tick)}H${width - right}`}),
      label(formatNumber(tick, unit, {language}), {x: left - 6, y: y(tick) + 4, anchor: "end"}),
    );
  }
  for (const [at, month] of [months[0], months[months.length - 1]].entries())
    if (month)
      svg.append(label(formatMonth(month, {language}), {x: x(month), y: height - 6, anchor: at ? "end" : "start"}));
  const ends: number[] = [];
  for (const [at, {member, own}] of groups.entries()) {
    const colour = colours[at] ?? "";
    const points = months.map((month) => own.find(([, , period]) => period === month)?.[3] ?? null);
    svg.append(
      drawing("path", {
        d: pathOf(points, (index) => x(months[index] ?? ""), y),
        fill: "none",
        stroke: colour,
        "stroke-width": "2",
      }),
    );
    const last = points
      .map((value, index) => ({value, index}))
      .filter(({value}) => value !== null)
      .pop();
    if (!last || last.value === null) continue;
    let end = y(last.value) + 4;
    while (ends.some((other) => Math.abs(other - end) < 15)) end += 15;
    ends.push(end);
    const text = groups.length > 1 ? member : formatNumber(last.value, unit, {language});
    svg.append(label(text, {x: width - right + 8, y: end, anchor: "start", colour}));
  }
  const chart = document.createElement("div");
  chart.className = "chart lines";
  chart.append(svg);
  return chart;
}

const baseOf = (rows: readonly ExploreRow[]): number => rows.reduce((sum, [, , , , , , n]) => sum + (n ?? 0), 0);

function pathOf(
  points: readonly (number | null)[],
  x: (index: number) => number,
  y: (value: number) => number,
): string {
  let path = "";
  let isOpen = false;
  for (const [index, value] of points.entries()) {
    if (value !== null) path += `${isOpen ? "L" : "M"}${x(index).toFixed(1)},${y(value).toFixed(1)}`;
    isOpen = value !== null;
  }
  return path;
}

function label(
  text: string,
  {x, y, anchor, colour}: {x: number; y: number; anchor: "start" | "end"; colour?: string},
): SVGElement {
  const made = drawing("text", {
    x: String(x),
    y: String(y),
    "text-anchor": anchor,
    "font-size": "13",
    ...(colour ? {fill: colour} : {}),
  });
  made.textContent = text;
  return made;
}

/** An element of a drawing with its attributes. */
export function drawing(name: string, attributes: Record<string, string>): SVGElement {
  const made = document.createElementNS("http://www.w3.org/2000/svg", name);
  for (const key of Object.keys(attributes)) made.setAttribute(key, attributes[key] ?? "");
  return made;
}
