import type {FigureTable, TableColumn} from "../../../src/figures/figure.js";
import {columnFormat, formatDate, formatMonth} from "../../../src/words/format.js";
import {words} from "../../../src/words/interface.js";
import type {Language} from "../../../src/words/language.js";

const flagWords = {suppressed: 1, hollow: 1, provisional: 1, partial: 1, missing: 1} as const;

/** Format code of Excel and of chart labels: the decimals and signs that `formatNumber` gives. */
export const formatCode = (unit: TableColumn["unit"]): string => {
  switch (unit) {
    case "share":
      return "0.0%";
    case "score":
    case "ratio":
      return "0.00";
    case "p":
      return '[<0.001]"<0.001";0.000';
    case "per_10000":
    case "hours":
    case "days":
    case "minutes":
      return "#,##0.0";
    case "points":
      return "+0.0;-0.0;0.0";
    case "nps":
      return "+0;-0;0";
    case "count":
    case "money":
    case "seconds":
    case "months":
      return "#,##0";
    case "date":
      return "yyyy-mm-dd";
    case "month":
      return "yyyy-mm";
    case "id":
      return "0";
    case "text":
      return "General";
  }
};

/** The rows of a table as shown on slides and in the summary, a text for each cell. */
export const tableTexts = ({columns, rows}: FigureTable, {language}: {language: Language}): string[][] => {
  const formats = columns.map(({unit}, at) => columnFormat(unit, {values: rows.map((row) => row[at]), language}));
  return rows.map((row) =>
    columns.map(({unit}, at) => formatCell(row[at] ?? null, unit, {language, format: formats[at]!})),
  );
};

/** What is withheld is a dash. */
const formatCell = (
  value: string | number | null,
  unit: TableColumn["unit"],
  {language, format}: {language: Language; format: (value: number) => string},
): string => {
  if (value === null || value === "") return "–";
  if (unit === "month") return formatMonth(String(value), {language});
  if (unit === "date") return formatDate(String(value), {language});
  if (unit === "id") return String(value);
  if (typeof value === "string" && value in flagWords) return words[language][value as keyof typeof flagWords];
  return typeof value === "string" || unit === "text" ? String(value) : format(value);
};
