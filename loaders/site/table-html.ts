import type {FigureTable, Language, TableColumn} from "../../src/figures/figure.js";
import {textWidth} from "../../src/figures/text-width.js";
import {formatDate, formatMonth, formatNumber} from "../../src/format.js";
import {words} from "../../src/text.js";
import {escapeHtml} from "./html.js";

/**
 * A figure's rows as an HTML table. In a row flagged "suppressed" the withheld numbers read "n<10", and the reason
 * stands under the table, as do the meanings of other flags that occur.
 */
export function tableHtml(
  table: FigureTable,
  {
    language,
    caption,
    anchors = false,
  }: {
    language: Language;
    caption: string;
    /** Rows can be linked to by what stands in their column "id"; defaults to false. */
    anchors?: boolean;
  },
): string {
  const anchorColumn = anchors ? table.columns.findIndex(({id}) => id === "id") : -1;
  const short = table.columns.map((_, index) => table.rows.every((row) => isShort(row[index] ?? "")));
  const flagColumn = table.columns.findIndex(({id}) => id === "flag");
  const flags = new Set(table.rows.map((row) => (flagColumn < 0 ? "" : String(row[flagColumn] ?? ""))));
  const head = table.columns
    .map((column) => `<th scope="col"${numeric(column) ? ' class="number"' : ""}>${escapeHtml(column.label)}</th>`)
    .join("");
  const body = table.rows.map((row) => {
    const flag = flagColumn < 0 ? "" : String(row[flagColumn] ?? "");
    const cells = table.columns.map((column, index) => {
      const text = escapeHtml(cellText(row[index] ?? null, column, {language, flag}));
      return index === 0 && !numeric(column)
        ? `<th scope="row"${short[index] ? ' class="short"' : ""}>${text}</th>`
        : `<td class="${column.id === "flag" ? "flag" : numeric(column) ? "number" : column.unit !== "text" ? "time" : short[index] ? "short" : "text"}">${text}</td>`;
    });
    const anchor = anchorColumn < 0 ? "" : ` id="${escapeHtml(String(row[anchorColumn] ?? ""))}"`;
    return `<tr${anchor}>${cells.join("")}</tr>`;
  });
  const reasons = (["suppressed", "hollow", "provisional"] as const).filter((flag) => flags.has(flag));
  return [
    `<div class="scroll" tabindex="0" role="region" aria-label="${escapeHtml(`${words[language].columns_scroll}${words[language].colon}${caption}`)}">`,
    `<table><thead><tr>${head}</tr></thead><tbody>${body.join("")}</tbody></table></div>`,
    ...reasons.map((flag) => `<p class="reason">${escapeHtml(words[language][`${flag}_reason`])}</p>`),
  ].join("");
}

/** Short enough to stand on one line even on a telephone: about eight Chinese characters. */
const isShort = (value: string | number): boolean => textWidth(String(value), {size: 1}) <= 8;

const numeric = ({unit}: TableColumn) => unit !== "text" && unit !== "date" && unit !== "month";

function cellText(
  value: string | number | null,
  {id, unit}: TableColumn,
  {language, flag}: {language: Language; flag: string},
): string {
  const word = words[language];
  if (id === "flag") return flag in flagWords ? word[flagWords[flag as keyof typeof flagWords]] : String(value ?? "");
  if (value === null) return flag === "suppressed" && unit !== "text" ? word.suppressed : unit === "text" ? "" : "–";
  if (unit === "month") return formatMonth(String(value), {language});
  if (unit === "date") return formatDate(String(value), {language});
  return unit === "text" || unit === "id" || typeof value === "string"
    ? String(value)
    : formatNumber(value, unit, {language});
}

const flagWords = {suppressed: "suppressed", hollow: "hollow", provisional: "provisional"} as const;
