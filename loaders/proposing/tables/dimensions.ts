import type {ColumnProfile} from "../cells/profile.js";
import {slugOf} from "./items.js";
import type {ProposedColumn, Shape} from "./shape.js";

const likeYesNo = /^(yes|no|y|n|true|false|是|否|有|无|0|1|no .*|无.*|不.*|未.*)$/i;
const noAttribute =
  /^(unnamed|index|count|quarter|c\d+)|(^|[^a-z])(id|date|time|lat|lon|latitude|longitude|zip|postal|code)([^a-z]|$)|备注|说明|描述|时间|日期|编号/i;
const mostDimensions = 8;

/**
 * Columns that sort customers into a few groups and have no name in our records: dimensions of the analyst's own. Those
 * told in words are proposed, up to eight; yes/no and small numbers stand as comments.
 */
export function dimensionsOf(
  {profiles, rows}: Pick<Shape, "profiles" | "rows">,
  {taken}: {taken: ReadonlySet<string>},
): ProposedColumn[] {
  const found = profiles.filter((profile) => !taken.has(profile.header) && isAttribute(profile, rows));
  const sure = found.filter(isInWords).slice(0, mostDimensions);
  const names = new Set<string>();
  return found.map((profile) => {
    const column = dimensionName(profile, {names, place: profiles.indexOf(profile)});
    return {column, profile, confidence: sure.includes(profile) ? 0.8 : 0.5};
  });
}

function isAttribute(
  {header, distinct, filled, length, dates, personal, values, counts}: ColumnProfile,
  rows: number,
): boolean {
  if (noAttribute.test(header) || dates > 0.5 || personal || length > 40) return false;
  if (distinct < 2 || distinct > Math.max(2, rows * 0.2) || filled < rows * 0.5 || values.length < 2) return false;
  const most = [...counts.values()].sort((a, b) => b - a).slice(0, 10);
  return distinct <= 12 || (distinct <= 40 && most.reduce((sum, times) => sum + times, 0) >= 0.9 * filled);
}

function isInWords({values, numbers}: ColumnProfile): boolean {
  return numbers < 0.5 && values.filter((value) => !likeYesNo.test(value) && value.length > 1).length >= 2;
}

function dimensionName({header}: ColumnProfile, {names, place}: {names: Set<string>; place: number}): string {
  const slug = slugOf(header.split(" / ")[0]!);
  const base = `dim_${/^[a-z][a-z0-9_]{1,30}$/.test(slug) ? slug : `column_${place + 1}`}`;
  let name = base;
  for (let count = 2; names.has(name); count++) name = `${base}_${count}`;
  names.add(name);
  return name;
}
