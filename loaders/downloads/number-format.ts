import type {Language, TableColumn, Unit} from "../../src/figures/figure.js";

/** Format code of Excel and of chart axes: shares with one decimal, NPS whole. */
export const formatCode = (unit: Unit | "text" | "date" | "month"): string => {
  switch (unit) {
    case "share":
      return "0.0%";
    case "score":
    case "per_10000":
    case "ratio":
      return "0.00";
    case "hours":
    case "days":
    case "minutes":
    case "seconds":
    case "months":
      return "#,##0.0";
    case "points":
      return "0.0";
    case "nps":
      return "0";
    case "count":
    case "money":
      return "#,##0";
    case "date":
      return "yyyy-mm-dd";
    case "month":
      return "yyyy-mm";
    case "text":
      return "General";
  }
};

/** A value as the format code above would show it. */
export const formatValue = (value: number, unit: Unit): string => {
  const code = formatCode(unit);
  const digits = code.split(".")[1]?.replace("%", "").length ?? 0;
  const scaled = code.endsWith("%") ? value * 100 : value;
  const text = new Intl.NumberFormat("en", {
    minimumFractionDigits: digits,
    maximumFractionDigits: digits,
    useGrouping: code.startsWith("#"),
  }).format(scaled);
  return (/[1-9]/.test(text) ? text : text.replace("-", "")).replace("-", "\u2212") + (code.endsWith("%") ? "%" : "");
};

/** A table cell as shown on slides and in the summary; what is withheld is a dash. */
export const formatCell = (value: string | number | null, unit: TableColumn["unit"]): string => {
  if (value === null) return "\u2013";
  if (typeof value === "string") return value;
  return unit === "text" || unit === "date" || unit === "month" ? String(value) : formatValue(value, unit);
};

export const locale = (language: Language): string => (language === "zh" ? "zh-CN" : "en-US");
