import {isBare} from "../../words/dimensions.js";
import type {Figure} from "../figure.js";

const separator = " · ";
const cutOf = (category: string): string => category.split(separator)[0] ?? "";

/**
 * Of a chart with several cuts ("Department · Logistics", "Channel · Phone") the one that the title speaks of, with what
 * else stands out, named without their cut where that says enough; the worst on top. Charts of one cut are sorted only, those without a named
 * group and those of several series stay as they are.
 */
export function oneCut(figure: Figure): Figure {
  const {categories, focus = [], form, reference} = figure;
  const [series] = figure.series;
  const [worst] = focus;
  if (form !== "dots" || figure.series.length !== 1 || !series || worst === undefined) return figure;
  const hasCuts = categories.every((category) => category.includes(separator));
  const rows = categories
    .map((category, at) => ({category, point: series.points[at]!}))
    .filter(({category}) => !hasCuts || cutOf(category) === cutOf(worst) || focus.includes(category));
  const short = (category: string): string => {
    const member = category.slice(category.indexOf(separator) + separator.length);
    return isBare(member) ? `${cutOf(category)} ${member}` : member;
  };
  const isUnique = new Set(rows.map(({category}) => short(category))).size === rows.length;
  const name = (category: string): string => (hasCuts && isUnique ? short(category) : category);
  const worstValue = rows.find(({category}) => category === worst)?.point.value ?? 0;
  const side = worstValue < (reference?.value ?? 0) ? 1 : -1;
  const far = Number.MAX_VALUE * side;
  rows.sort((one, other) => side * ((one.point.value ?? far) - (other.point.value ?? far)));
  return {
    ...figure,
    categories: rows.map(({category}) => name(category)),
    focus: focus.map(name),
    series: [{...series, points: rows.map(({point}) => point)}],
  };
}
