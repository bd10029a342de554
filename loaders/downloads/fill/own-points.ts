import type {Element} from "@xmldom/xmldom";
import type {Figure, Point} from "../../../src/figures/figure.js";
import type {Language} from "../../../src/words/language.js";
import type {Unit} from "../../../src/words/unit.js";
import {chartCells, chartData, numberReference, seriesName} from "../chart/data.js";
import {shown} from "../chart/series.js";
import {downloadWords} from "../contents/words.js";
import {elementsOf} from "../deck/memory.js";
import {formatCode} from "../office/number-format.js";
import type {AxisValues} from "./own-axes.js";
import {anotherSeries, children, dropPointsBeyond, setParts} from "./own-series.js";

/** Figures that are points with a place on two axes. */
export const xyForms: readonly Figure["form"][] = ["scatter", "funnel", "steps"];

interface Spot {
  readonly name: string;
  readonly x: number | null;
  readonly y: number | null;
}

/** One series of points: dots where they stand, a limit from left to right, a curve as stairs. */
interface Spots {
  readonly name: string;
  readonly spots: readonly Spot[];
}

/** The points of a figure, series by series; those withheld on one axis are withheld on both. */
function spotsOf({form, series, categories, across}: Figure): Spots[] {
  const at = (x: number | null | undefined, point: Point | undefined, row: number): Spot[] => {
    const y = point ? shown(point) : null;
    return typeof x !== "number" || y === null ? [] : [{name: categories[row] ?? "", x, y}];
  };
  return series.map(({name, role, points}) => {
    if (form === "scatter") {
      const place = (row: number) => across?.points[row] && shown(across.points[row]);
      // A row for each name in every series, or an office drops those of one dot.
      const none = (row: number): Spot => ({name: categories[row] ?? "", x: null, y: null});
      return {name, spots: points.map((point, row) => at(place(row), point, row)[0] ?? none(row))};
    }
    if (form === "funnel") {
      const spots = points.flatMap((point, row) => at(point.n, point, row));
      return {name, spots: role === "context" ? spots.sort((one, other) => (one.x ?? 0) - (other.x ?? 0)) : spots};
    }
    const stairs = points.flatMap((point, row) => at(Number(categories[row]), point, row));
    return {
      name,
      spots: stairs.flatMap((spot, row) => (row === 0 ? [spot] : [{...spot, y: stairs[row - 1]!.y}, spot])),
    };
  });
}

/** The points of each series in the look of theirs in the same place; names of points stand in the sheet behind. */
export function putPoints(
  theirs: readonly Element[],
  {figure, language}: {figure: Figure; language: Language},
): ReturnType<typeof chartCells> {
  const [data, words] = [chartData(), downloadWords[language].chart];
  const [x, y] = [xUnit(figure), figure.unit];
  for (const extra of theirs.slice(figure.series.length)) extra.parentNode?.removeChild(extra);
  for (const [index, {name, spots}] of spotsOf(figure).entries()) {
    const own = theirs[index];
    const series = own ?? anotherSeries(theirs, index);
    data.add(
      words.category,
      spots.map((spot) => spot.name),
    );
    const across = data.add(
      figure.category_title ?? words.position,
      spots.map((spot) => spot.x),
      {kind: x, format: formatCode(x)},
    );
    const up = data.add(
      name,
      spots.map((spot) => spot.y),
      {kind: y, format: formatCode(y)},
    );
    setParts(series, {
      // Dots are joined by no line; a limit and a curve are.
      ...(own || figure.form !== "scatter" ? {} : {"c:spPr": noLine}),
      "c:tx": seriesName(up),
      "c:errBars": undefined,
      "c:xVal": `<c:xVal>${numberReference(across)}</c:xVal>`,
      "c:yVal": `<c:yVal>${numberReference(up)}</c:yVal>`,
    });
    dropPointsBeyond(series, spots.length);
    // Names that were read from their sheet would stand beside other points.
    if (elementsOf(series, "c15:datalabelsRange").length > 0)
      for (const part of ["c:dLbls", "c:extLst"].flatMap((tag) => children(series, tag))) series.removeChild(part);
  }
  return chartCells(data);
}

const noLine = '<c:spPr><a:ln w="19050"><a:noFill/></a:ln></c:spPr>';

const xUnit = ({form, across}: Figure): Unit => (form === "scatter" && across ? across.unit : "count");

/** What each of the two axes has to hold: the one below or above the points, and the one at their side. */
export function xyAxes(figure: Figure): (axis: Element | null) => AxisValues {
  const spots = spotsOf(figure).flatMap((each) => each.spots);
  const known = (values: readonly (number | null)[]) => values.filter((value) => value !== null);
  return (axis) => {
    const place = axis && elementsOf(axis, "c:axPos")[0]?.getAttribute("val");
    return place === "b" || place === "t"
      ? {values: known(spots.map(({x}) => x)), unit: xUnit(figure)}
      : {values: known(spots.map(({y}) => y)), unit: figure.unit};
  };
}
