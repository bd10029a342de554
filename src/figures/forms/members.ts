import type {Report} from "../../words/report.js";
import {say} from "../../words/say.js";

/** Of many groups those that are drawn, in their order, and how many are not. */
export interface Drawn<Row> {
  readonly drawn: readonly Row[];
  /** Groups left out: none of them is different, unless there are more of those than places. */
  readonly left: number;
  readonly leftDifferent: number;
}

/** The groups that differ come first, then the largest: what a title can name is never left out while there is a place. */
export function drawnMembers<Row extends {readonly n: number | null}>(
  rows: readonly Row[],
  {most, isDifferent}: {most: number; isDifferent: (row: Row) => boolean},
): Drawn<Row> {
  if (rows.length <= most) return {drawn: rows, left: 0, leftDifferent: 0};
  const place = new Map(rows.map((row, index) => [row, index]));
  const ranked = [...rows].sort(
    (one, other) =>
      Number(isDifferent(other)) - Number(isDifferent(one)) ||
      (other.n ?? 0) - (one.n ?? 0) ||
      place.get(one)! - place.get(other)!,
  );
  const kept = new Set(ranked.slice(0, most));
  const rest = ranked.slice(most);
  return {
    drawn: rows.filter((row) => kept.has(row)),
    left: rest.length,
    leftDifferent: rest.filter(isDifferent).length,
  };
}

/** "14 more groups, none clearly different": the last row of a chart that does not draw all. */
export function leftText(report: Report, {left, leftDifferent}: Pick<Drawn<never>, "left" | "leftDifferent">): string {
  const groups = left === 1 ? "group" : "groups";
  return leftDifferent === 0
    ? say(report, {zh: `另有 ${left} 组，都看不出差别`, en: `${left} more ${groups}, none clearly different`})
    : say(report, {
        zh: `另有 ${left} 组，其中 ${leftDifferent} 组有明显差别`,
        en: `${left} more ${groups}, ${leftDifferent} clearly different`,
      });
}
