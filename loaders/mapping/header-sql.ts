import {identifier} from "../database/sql-text.js";
import {ReportError} from "../messages/errors.js";
import {normalHeader} from "./spelling.js";

/**
 * The cell under the first of these headers that the file has; compared trimmed, folded and width-normalised.
 *
 * @throws ReportError `column_missing`
 */
export function headerSql(
  headers: readonly string[],
  {rawColumns, raw, optional}: {rawColumns: readonly string[]; raw: string; optional: boolean},
): string {
  const byName = new Map(rawColumns.map((header) => [normalHeader(header), header]));
  const present = headers.map((header) => byName.get(normalHeader(header))).filter((header) => header !== undefined);
  if (present.length === 1) return identifier(present[0]!);
  if (present.length > 1)
    return `coalesce(${present.map((header) => `nullif(trim(${identifier(header)}), '')`).join(", ")})`;
  if (optional) return "cast(null as varchar)";
  const wanted = headers.join(" / ");
  throw new ReportError("column_missing", raw.replace(/^raw_/, "").replace("__", " → "), {
    what: {
      zh: `没有 "${wanted}" 这一列；文件里有：${rawColumns.join("、")}。`,
      en: `there is no column "${wanted}"; the file has: ${rawColumns.join(", ")}.`,
    },
    fix: {
      zh: "在映射文件的 from: 里写上现在的列名；若本来就可能没有，加 optional: true。",
      en: "put the present header under from: in the mapping, or add optional: true where it may be absent.",
    },
  });
}
