import type {Figure} from "../figure.js";

/** Titles that speak of all groups, and the words in a row that deny them. */
const denied: readonly {readonly title: RegExp; readonly cell: RegExp}[] = [
  {title: /no group is clearly worse/, cell: /^clearly worse$|, \d+ clearly different$/},
  {title: /没有明显更差的组/, cell: /^明显更差$|其中 \d+ 组有明显差别$/},
  {title: /No clear gap/, cell: /^clearly (?:worse|better)$/},
  {title: /看不出差别/, cell: /^明显更[差好]$/},
];

/**
 * Rows that deny what a title says of all: "no group is clearly worse" over one that is, drawn or counted in the last row.
 * @example claimsOfAll({...figure, title: "Satisfied: no group is clearly worse", table: {columns: [], rows: [["North", "clearly worse"]]}}) // => ["North"]
 */
export function claimsOfAll({title, table: {rows}}: Figure): string[] {
  const claims = denied.filter((each) => each.title.test(title));
  return rows
    .filter((row) => row.some((cell) => typeof cell === "string" && claims.some((claim) => claim.cell.test(cell))))
    .map(([first]) => String(first));
}

/** "3 other groups clearly worse too": so many besides the one that is named. */
const more = /另有 (\d+) 组也明显更差|(\d+) other groups clearly worse too/;
const left = /其中 (\d+) 组有明显差别|, (\d+) clearly different$/;

/**
 * How many more groups a title counts, where the table has another number of them: those marked as clearly worse, and at
 * most as many again as the last row says to differ.
 * @example wrongCount({...figure, title: "E-mail: 22%; 3 other groups clearly worse too", table: {columns: [], rows: [["E-mail", "clearly worse"], ["Chat", "clearly worse"]]}}) // => ["3"]
 */
export function wrongCount({title, table: {rows}}: Figure): string[] {
  const said = numberOf(more.exec(title));
  if (said === undefined) return [];
  const texts = rows.map((row) => row.filter((cell) => typeof cell === "string"));
  const worse = texts.filter((cells) => cells.some((cell) => cell === "明显更差" || cell === "clearly worse")).length;
  const hidden = texts.flatMap((cells) => cells.flatMap((cell) => numberOf(left.exec(cell)) ?? []))[0] ?? 0;
  return said + 1 >= worse && said + 1 <= worse + hidden ? [] : [String(said)];
}

const numberOf = (found: RegExpExecArray | null): number | undefined =>
  found ? Number(found[1] ?? found[2]) : undefined;
