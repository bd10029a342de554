import type {ReportView} from "../../facts/view.js";
import {say} from "../../words/say.js";

/** The rises and falls of a table of moves, added up from its cells: rows are tiers before, columns those after, best first. */
export function movesAdded(
  view: ReportView,
  {body, codes, up, down}: {body: readonly (readonly number[])[]; codes: readonly string[]; up: number; down: number},
): string[] {
  const rises = cellSum(body, (row, at) => at < row);
  const falls = cellSum(body, (row, at) => at > row && at < codes.length);
  return [
    say(view, {
      zh: `升级（对角线左下各格）：${rises} = ${up}`,
      en: `Rises (cells below the diagonal): ${rises} = ${up}`,
    }),
    say(view, {
      zh: `降级（对角线右上各格）：${falls} = ${down}`,
      en: `Falls (cells above the diagonal): ${falls} = ${down}`,
    }),
  ];
}

const cellSum = (body: readonly (readonly number[])[], isPart: (row: number, at: number) => boolean): string =>
  body.flatMap((cells, row) => cells.filter((cell, at) => cell > 0 && isPart(row, at))).join(" + ") || "0";
