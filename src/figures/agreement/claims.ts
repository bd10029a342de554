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
