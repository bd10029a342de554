import {formatMonthName, formatNumber} from "../../words/format.js";
import type {Language} from "../../words/language.js";
import type {Spark} from "../overview/tile-shape.js";

/** Places of a spark line in its own units, for a page's SVG and a slide's picture alike. */
export interface SparkPlaces {
  readonly width: number;
  readonly height: number;
  /** Closed outline of the interval, one for each run of months. */
  readonly bands: readonly string[];
  /** The line, one for each run of months. */
  readonly lines: readonly string[];
  /** Months that stand alone between gaps. */
  readonly dots: readonly Place[];
  /** The target from left to right, in steps where it changed. */
  readonly goals: readonly string[];
  readonly now?: Place;
  readonly yearAgo?: Place;
  /** Left edges of the months that are not whole or not final. */
  readonly open: readonly number[];
  readonly step: number;
  /** Values beyond the drawing, cut at its edge and named. */
  readonly outliers: readonly {readonly x: number; readonly isTop: boolean; readonly text: string}[];
}

interface Place {
  readonly x: number;
  readonly y: number;
}

const [width, height, edge] = [240, 60, 6] as const;

/**
 * Lays out two years in 240 × 60: interval, value and target inside; a single month far off is cut at the edge and named
 * rather than flattening all others. Gaps stay gaps.
 */
export function sparkPlaces(
  {points, target, targets, breaks = [], now, yearAgo, unit}: Spark,
  {language}: {language: Language},
): SparkPlaces {
  const aims = targets ?? (target === undefined ? [] : [target]);
  const step = points.length > 1 ? (width - 2 * edge) / (points.length - 1) : 0;
  const x = (index: number) => edge + index * step;
  const [low, high] = extent(points, aims);
  const y = (value: number) =>
    round(height - 3 - ((Math.max(low, Math.min(high, value)) - low) / (high - low || 1)) * (height - 9));
  const runs = runsOf(points, breaks);
  const place = (index: number | undefined): Place | undefined => {
    const value = index === undefined ? undefined : points[index]?.value;
    return value == null ? undefined : {x: round(x(index!)), y: y(value)};
  };
  const line = (run: readonly number[]) =>
    run.map((index) => `${round(x(index))},${y(points[index]!.value!)}`).join(" ");
  const band = (run: readonly number[]) => {
    const known = run.filter((index) => points[index]!.lo !== null && points[index]!.hi !== null);
    const top = known.map((index) => `${round(x(index))},${y(points[index]!.hi!)}`);
    const bottom = known.map((index) => `${round(x(index))},${y(points[index]!.lo!)}`).reverse();
    return known.length > 1 ? `M${[...top, ...bottom].join(" ")}z` : "";
  };
  const [atNow, atThen] = [place(now), place(yearAgo)];
  return {
    width,
    height,
    bands: runs.map(band).filter(Boolean),
    lines: runs.filter((run) => run.length > 1).map(line),
    dots: runs.filter((run) => run.length === 1).map(([index]) => place(index)!),
    goals: targets
      ? levels(targets).map(
          ({value, from, to}) => `${round(x(from) - step / 2)},${y(value)} ${round(x(to) + step / 2)},${y(value)}`,
        )
      : aims.map((each) => `0,${y(each!)} ${width},${y(each!)}`),
    ...(atNow ? {now: atNow} : {}),
    ...(atThen ? {yearAgo: atThen} : {}),
    open: points.flatMap(({isOpen}, index) => (isOpen ? [round(x(index) - 5)] : [])),
    step: round(step),
    outliers: points.flatMap(({value, month}, index) =>
      value === null || (value >= low && value <= high)
        ? []
        : [
            {
              x: round(x(index)),
              isTop: value > high,
              text: `${formatMonthName(month, {language})} ${formatNumber(value, unit, {language})}`,
            },
          ],
    ),
  };
}

/** Stretches of months with one target. */
function levels(targets: readonly (number | null)[]): {value: number; from: number; to: number}[] {
  const found: {value: number; from: number; to: number}[] = [];
  targets.forEach((value, index) => {
    const last = found.at(-1);
    if (value === null) return;
    if (last?.value === value && last.to === index - 1) last.to = index;
    else found.push({value, from: index, to: index});
  });
  return found;
}

/** Neighbouring months that have a value and are counted alike. */
function runsOf(points: Spark["points"], breaks: readonly number[]): number[][] {
  const runs: number[][] = [];
  points.forEach(({value}, index) => {
    if (value === null) return;
    if (index > 0 && points[index - 1]!.value !== null && !breaks.includes(index)) runs.at(-1)!.push(index);
    else runs.push([index]);
  });
  return runs;
}

/**
 * The range drawn: all values, limits and the target, but for single months more than four quartile ranges off the middle
 * half; several in a row are no stray, they are the news.
 */
function extent(points: Spark["points"], targets: readonly (number | null)[]): [number, number] {
  const values = points.flatMap(({value}) => (value === null ? [] : [value])).sort((one, other) => one - other);
  const quartile = (share: number) => values[Math.round((values.length - 1) * share)] ?? 0;
  const reach = 4 * (quartile(0.75) - quartile(0.25)) || Number.POSITIVE_INFINITY;
  const [least, most] = [quartile(0.25) - reach, quartile(0.75) + reach];
  const isOff = (at: number) => {
    const value = points[at]?.value ?? null;
    return values.length >= 8 && value !== null && (value < least || value > most);
  };
  const shown = points.filter(({value}, at) => value !== null && (!isOff(at) || isOff(at - 1) || isOff(at + 1)));
  const all = [
    ...shown.flatMap(({value, lo, hi}) => [value!, lo ?? value!, hi ?? value!]),
    ...targets.filter((each) => each !== null),
  ];
  return all.length > 0 ? [Math.min(...all), Math.max(...all)] : [0, 1];
}

const round = (value: number): number => Math.round(value * 10) / 10;
