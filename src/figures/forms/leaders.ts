import type {ReportView} from "../../facts/view.js";
import {counted, say} from "../../words/say.js";

/** Who shares the first place: all their names, and what a title says behind the name of one: "等 3 户", " and 2 others". */
export interface Leaders {
  readonly names: readonly string[];
  readonly others: string;
}

/**
 * Those of rows that have the most of something: of small counts there are often several, and none of them is the first.
 *
 * @param options.kind the word by which these are counted in Chinese: "户"
 */
export function leaders<Row>(
  view: Pick<ReportView, "language">,
  rows: readonly Row[],
  {of, name, kind}: {of: (row: Row) => number; name: (row: Row) => string; kind: string},
): Leaders {
  const most = Math.max(...rows.map(of));
  const names = rows.filter((row) => of(row) === most).map(name);
  const others =
    names.length < 2
      ? ""
      : say(view, {zh: `等 ${names.length} ${kind}`, en: ` and ${counted(names.length - 1, "other")}`});
  return {names, others};
}
