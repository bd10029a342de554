import {ReportError} from "../messages/errors.js";
import {nearestName} from "./nearest.js";
import {normalHeader} from "./spelling.js";

/** A header that stands over several columns: `Labels[*]` is all of them. */
const all = /\[\*\]$/;

export interface FoundColumns {
  /** Columns of the raw table, in its order of preference. */
  readonly names: readonly string[];
  /** All columns of one name are meant, not the first filled of several names. */
  readonly isAll: boolean;
}

/**
 * The columns under these headers; compared as the eye takes them: blanks, width, letter case, invisible characters and
 * what a survey tool asks to be filled in (〖请填写〗) do not count.
 * @throws ReportError `column_missing`
 */
export function headerColumns(
  headers: readonly string[],
  {rawColumns, raw, optional}: {rawColumns: readonly string[]; raw: string; optional: boolean},
): FoundColumns {
  const isAll = headers.some((header) => all.test(header));
  const names = [...new Set(headers.flatMap((header) => matching(header, rawColumns)))];
  if (names.length > 0 || optional) return {names, isAll};
  const wanted = headers.join(" / ");
  const near = nearestName(headers, rawColumns);
  throw new ReportError("column_missing", raw.replace(/^raw_/, "").replace("__", " → "), {
    what: {
      zh: `没有 "${wanted}" 这一列；${near ? `最接近的是 "${near}"；` : ""}文件里有：${rawColumns.join("、")}。`,
      en: `there is no column "${wanted}"; ${near ? `the nearest is "${near}"; ` : ""}the file has: ${rawColumns.join(", ")}.`,
    },
    fix: {
      zh: "在映射文件的 from: 里写上现在的列名；若本来就可能没有，加 optional: true。",
      en: "put the present header under from: in the mapping, or add optional: true where it may be absent.",
    },
  });
}

/** The columns that a header of the mapping means. */
export function matching(header: string, rawColumns: readonly string[]): readonly string[] {
  const wanted = normalHeader(header.replace(all, ""));
  if (all.test(header)) return rawColumns.filter((name) => normalHeader(name.replace(/ \(\d+\)$/, "")) === wanted);
  const exact = rawColumns.find((name) => normalHeader(name) === wanted);
  const bare = (name: string) => normalHeader(name.replace(/〖[^〗]*〗/g, ""));
  const found = exact ?? rawColumns.find((name) => bare(name) !== "" && bare(name) === bare(header));
  return found === undefined ? [] : [found];
}
