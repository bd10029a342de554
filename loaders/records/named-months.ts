import {note} from "../readers/intake/notes.js";
import type {Said} from "../readers/intake/types.js";
import type {MonthCounts} from "./month-counts.js";

/** 2026-10, 202610, 2026年10月 and no day behind it. */
const monthName = /(?<!\d)((?:19|20)\d\d)(?:[-_. ]?(0[1-9]|1[0-2])(?![-_. ]?\d)|年(0?[1-9]|1[0-2])月(?!\d))/g;

/**
 * The only month that a file's name says; undefined where it says none, several, or a day.
 * @example namedMonth("tickets_2026-10.csv") // => "2026-10"
 * @example namedMonth("tickets_2026-10-05.csv") // => undefined
 */
export function namedMonth(file: string): string | undefined {
  const found = [...file.matchAll(monthName)].map(
    ([, year, digits, word]) => `${year}-${(digits ?? word)!.padStart(2, "0")}`,
  );
  return found.length === 1 ? found[0] : undefined;
}

/** A file named for a month of which it holds nothing, where the other files hold the months of their names. */
export function namedMonthNotes({rows}: MonthCounts): Said[] {
  const files = new Map<string, Map<string, number>>();
  for (const {file, month, records} of rows)
    if (month !== "")
      files.set(
        String(file),
        (files.get(String(file)) ?? new Map<string, number>()).set(String(month), Number(records)),
      );
  const named = [...files].flatMap(([file, months]) => {
    const own = namedMonth(file);
    return own === undefined ? [] : {file, own, months};
  });
  const strange = named.filter(({own, months}) => !months.has(own));
  if (strange.length * 3 > named.length) return []; // names are not months of records here
  return strange.map(({file, own, months}) => ({
    file,
    note: note("other_month", {month: own, found: [...months.keys()].slice(0, 3).join(", ")}),
  }));
}
