import type {FigureTable, TableColumn} from "../../../src/figures/figure.js";
import {longestWord, textWidth} from "../../../src/figures/specs/parts/text-width.js";
import {formatDate, formatMonth, formatNumber} from "../../../src/words/format.js";
import {fill, words} from "../../../src/words/interface.js";
import type {Language} from "../../../src/words/language.js";
import {escapeHtml} from "./escape.js";

interface TableOptions {
  readonly language: Language;
  readonly caption: string;
  /** Rows can be linked to by what stands in their column "id"; defaults to false. */
  readonly anchors?: boolean;
  /** Rows shown at first, where a place has room for no more; defaults to 15 of more than 20. */
  readonly few?: number;
  /** Customers with a page of their own, and its file; defaults to none. */
  readonly accounts?: Readonly<Record<string, string>> | undefined;
}

/** A table of more rows than `long` shows the first `usual`, the others on request. */
const [long, usual] = [20, 15];

/** Longer lists stand whole in their files: a page of thousands of rows opens slowly and nobody reads it. */
const most = 300;

/** A wide table on a telephone shows the first cells of the first rows, the others on request: see the style sheet. */
const [briefRows, briefCells] = [3, 4];

/** What a telephone shows without scrolling sideways, in pixels. */
const telephone = 320;

/**
 * A figure's rows as an HTML table. In a row flagged "suppressed" the withheld numbers read "n<10", and the reason
 * stands under the table, as do the meanings of other flags that occur. A long one is folded, and one that is too wide
 * for a telephone is marked, so that the style sheet can put its cells below each other and show the first of them.
 */
export function tableHtml(
  whole: FigureTable,
  {language, caption, anchors = false, few, accounts = {}}: TableOptions,
): string {
  const word = words[language];
  const isCut = !anchors && whole.rows.length > most;
  const table = isCut ? {...whole, rows: whole.rows.slice(0, most)} : whole;
  const anchorColumn = anchors ? table.columns.findIndex(({id}) => id === "id") : -1;
  const short = table.columns.map((_, index) => table.rows.every((row) => isShort(row[index] ?? "")));
  const flagColumn = table.columns.findIndex(({id}) => id === "flag");
  const flags = new Set(table.rows.map((row) => (flagColumn < 0 ? "" : String(row[flagColumn] ?? ""))));
  const texts = table.rows.map((row) => {
    const flag = flagColumn < 0 ? "" : String(row[flagColumn] ?? "");
    return table.columns.map((column, index) => cellText(row[index] ?? null, column, {language, flag}));
  });
  // A folded row could not be linked to.
  const shown = few ?? usual;
  const isFolded = !anchors && table.rows.length > (few ?? long);
  const wide = isWide(table, texts);
  const isBrief = !anchors && wide && (table.rows.length > briefRows || table.columns.length > briefCells);
  const head = table.columns
    .map((column) => `<th scope="col"${numeric(column) ? ' class="number"' : ""}>${escapeHtml(column.label)}</th>`)
    .join("");
  const body = texts.map((row, number) => {
    const cells = table.columns.map((column, index) => {
      const text = linked(row[index] ?? "", isCustomer(column) ? accounts : {});
      return index === 0 && !numeric(column)
        ? `<th scope="row"${short[index] ? ' class="short"' : ""}>${text}</th>`
        : `<td class="${cellClass(column, {isShort: short[index] ?? false})}" data-label="${escapeHtml(column.label)}">${text}</td>`;
    });
    const anchor = anchorColumn < 0 ? "" : ` id="${escapeHtml(String(table.rows[number]?.[anchorColumn] ?? ""))}"`;
    return `<tr${anchor}${isFolded && number >= shown ? ' class="more"' : ""}>${cells.join("")}</tr>`;
  });
  const reasons = (["suppressed", "hollow", "provisional", "partial", "missing"] as const).filter((flag) =>
    flags.has(flag),
  );
  return [
    `<div class="scroll" tabindex="0" role="region" aria-label="${escapeHtml(`${word.columns_scroll}${word.colon}${caption}`)}">`,
    `<table${wide ? ' class="wide"' : ""}><thead><tr>${head}</tr></thead><tbody>${body.join("")}</tbody></table></div>`,
    isFolded || isBrief
      ? `<details class="rows${isFolded ? "" : " narrow"}"><summary><span class="all">${table.rows.length > briefRows ? fill(word.rows_all, {n: table.rows.length}) : word.rows_cells}</span><span class="few">${word.rows_few}</span></summary></details>`
      : "",
    isCut ? `<p class="reason">${fill(word.rows_rest, {n: most, all: whole.rows.length})}</p>` : "",
    ...reasons.map((flag) => `<p class="reason">${escapeHtml(word[`${flag}_reason`])}</p>`),
  ].join("");
}

const isCustomer = ({id}: TableColumn): boolean => id === "customer_id" || id === "customer";

/** A customer leads to its page, where it has one. */
const linked = (text: string, accounts: Readonly<Record<string, string>>): string =>
  Object.hasOwn(accounts, text)
    ? `<a href="${escapeHtml(encodeURI(accounts[text]!))}.html">${escapeHtml(text)}</a>`
    : escapeHtml(text);

const cellClass = (column: TableColumn, {isShort}: {isShort: boolean}): string => {
  if (column.id === "flag") return "flag";
  if (numeric(column)) return "number";
  return column.unit !== "text" ? "time" : isShort ? "short" : "text";
};

/** By the widest text of each column: longer ones wrap at nine letters of a Chinese text, as the style sheet has it. */
const isWide = ({columns}: FigureTable, rows: readonly (readonly string[])[]): boolean => {
  const widths = columns.map(({label}, at) => {
    const texts = rows.map((row) => textWidth(row[at] ?? "", {size: 14}));
    return Math.max(45, longestWord(label, {size: 14}), Math.min(126, Math.max(0, ...texts))) + 13;
  });
  return widths.reduce((sum, width) => sum + width, 0) > telephone;
};

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
  if (value === null && (flag === "suppressed" || flag === "missing") && unit !== "text") return word[flagWords[flag]];
  if (value === null) return unit === "text" ? "" : "–";
  if (unit === "month") return formatMonth(String(value), {language});
  if (unit === "date") return formatDate(String(value), {language});
  return unit === "text" || unit === "id" || typeof value === "string"
    ? String(value)
    : formatNumber(value, unit, {language});
}

const flagWords = {
  suppressed: "suppressed",
  hollow: "hollow",
  provisional: "provisional",
  partial: "partial",
  missing: "missing",
} as const;
