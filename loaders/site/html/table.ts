import type {FigureTable, TableColumn} from "../../../src/figures/figure.js";
import {textWidth} from "../../../src/figures/specs/parts/text-width.js";
import {columnFormat, formatDate, formatMonth} from "../../../src/words/format.js";
import {fill, words} from "../../../src/words/interface.js";
import type {Language} from "../../../src/words/language.js";
import {escapeHtml} from "./escape.js";
import {shortTable} from "./short-table.js";

interface TableOptions {
  readonly language: Language;
  readonly caption: string;
  /** Rows can be linked to by what stands in their column "id"; defaults to false. */
  readonly anchors?: boolean;
  /** On the first depth of a page: rows shown at first, and the columns that tell most; defaults to 15 of more than 20, and all. */
  readonly face?: {readonly rows: number; readonly columns?: readonly string[] | undefined};
  /** Customers with a page of their own, and its file; defaults to none. */
  readonly accounts?: Readonly<Record<string, string>> | undefined;
}

/** A table of more rows than `long` shows the first `usual`, the others on request. */
const [long, usual] = [20, 15];

/** Longer lists stand whole in their files: a page of thousands of rows opens slowly and nobody reads it. */
const most = 300;

/** A wide table on a telephone shows the first cells of the first rows, the others on request: see the style sheet. */
const [briefRows, briefCells] = [3, 4];

/**
 * A figure's rows as an HTML table. In a row flagged "suppressed" the withheld numbers read "n<10", and the reason
 * stands under the table, as do the meanings of other flags that occur. A long one is folded, and one that is too wide
 * for a telephone is marked, so that the style sheet can put its cells below each other and show the first of them.
 */
export function tableHtml(
  whole: FigureTable,
  {language, caption, anchors = false, face, accounts = {}}: TableOptions,
): string {
  const word = words[language];
  const isCut = !anchors && whole.rows.length > most;
  const table = isCut ? {...whole, rows: whole.rows.slice(0, most)} : whole;
  const anchorColumn = anchors ? table.columns.findIndex(({id}) => id === "id") : -1;
  const short = table.columns.map((_, index) => table.rows.every((row) => isShort(row[index] ?? "")));
  const flagColumn = table.columns.findIndex(({id}) => id === "flag");
  const flags = new Set(table.rows.map((row) => (flagColumn < 0 ? "" : String(row[flagColumn] ?? ""))));
  const texts = cellTexts(table, {language});
  // A folded row could not be linked to.
  const shown = face?.rows ?? usual;
  const {isWide, isSlim, isLead, isFirst} = shortTable(table, {
    texts,
    isFace: face !== undefined,
    named: face?.columns,
  });
  const hasMoreRows = !anchors && table.rows.length > (face?.rows ?? long);
  const isFolded = hasMoreRows || isLead.includes(false);
  const isBrief = !anchors && isWide && (table.rows.length > briefRows || table.columns.length > briefCells);
  const seen = (index: number): string => (isLead[index] ? (isFirst[index] || anchors ? "" : "rest") : "spare");
  const head = table.columns
    .map((column, index) => {
      const kind = [numeric(column) ? "number" : "", seen(index)].filter(Boolean).join(" ");
      return `<th scope="col"${kind ? ` class="${kind}"` : ""}>${escapeHtml(column.label)}</th>`;
    })
    .join("");
  const body = texts.map((row, number) => {
    const cells = table.columns.map((column, index) => {
      const text = linked(row[index] ?? "", isCustomer(column) ? accounts : {});
      return index === 0 && !numeric(column)
        ? `<th scope="row"${short[index] ? ' class="short"' : ""}>${text}</th>`
        : `<td class="${[cellClass(column, {isShort: short[index] ?? false}), seen(index)].filter(Boolean).join(" ")}" data-label="${escapeHtml(column.label)}">${text}</td>`;
    });
    const anchor = anchorColumn < 0 ? "" : ` id="${escapeHtml(String(table.rows[number]?.[anchorColumn] ?? ""))}"`;
    return `<tr${anchor}${hasMoreRows && number >= shown ? ' class="more"' : ""}>${cells.join("")}</tr>`;
  });
  const reasons = (["suppressed", "hollow", "provisional", "partial", "missing"] as const).filter((flag) =>
    flags.has(flag),
  );
  const scroll = [
    `<div class="scroll" tabindex="0" role="region" aria-label="${escapeHtml(`${word.columns_scroll}${word.colon}${caption}`)}">`,
    `<table${isWide ? ` class="wide${isSlim ? " slim" : ""}"` : ""}><thead><tr>${head}</tr></thead><tbody>${body.join("")}</tbody></table></div>`,
  ].join("");
  return [
    isFolded || isBrief
      ? `<div class="folds"><details class="rows${isFolded ? "" : " narrow"}"><summary><span class="all">${hasMoreRows || (table.rows.length > briefRows && !isSlim) ? fill(word.rows_all, {n: table.rows.length}) : word.rows_cells}</span><span class="few">${word.rows_few}</span></summary></details>${scroll}</div>`
      : scroll,
    isCut ? `<p class="reason">${fill(word.rows_rest, {n: most, all: whole.rows.length})}</p>` : "",
    ...reasons.map((flag) => `<p class="reason">${escapeHtml(word[`${flag}_reason`])}</p>`),
  ].join("");
}

/** The width of what the first depth of a page shows of a table, in pixels. */
export const faceWidth = (
  table: FigureTable,
  {language, columns}: {language: Language; columns: readonly string[] | undefined},
): number => shortTable(table, {texts: cellTexts(table, {language}), isFace: true, named: columns}).width;

function cellTexts({columns, rows}: FigureTable, {language}: {language: Language}): string[][] {
  const flagColumn = columns.findIndex(({id}) => id === "flag");
  const formats = columns.map(({unit}, at) => columnFormat(unit, {values: rows.map((row) => row[at]), language}));
  return rows.map((row) => {
    const flag = flagColumn < 0 ? "" : String(row[flagColumn] ?? "");
    return columns.map((column, at) => cellText(row[at] ?? null, column, {language, flag, format: formats[at]!}));
  });
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

/** Short enough to stand on one line even on a telephone: about eight Chinese characters. */
const isShort = (value: string | number): boolean => textWidth(String(value), {size: 1}) <= 8;

const numeric = ({unit}: TableColumn) => unit !== "text" && unit !== "date" && unit !== "month";

function cellText(
  value: string | number | null,
  {id, unit}: TableColumn,
  {language, flag, format}: {language: Language; flag: string; format: (value: number) => string},
): string {
  const word = words[language];
  if (id === "flag") return flag in flagWords ? word[flagWords[flag as keyof typeof flagWords]] : String(value ?? "");
  if (value === null && (flag === "suppressed" || flag === "missing") && unit !== "text") return word[flagWords[flag]];
  if (value === null) return unit === "text" ? "" : "–";
  if (unit === "month") return formatMonth(String(value), {language});
  if (unit === "date") return formatDate(String(value), {language});
  return typeof value === "string" ? value : format(value);
}

const flagWords = {
  suppressed: "suppressed",
  hollow: "hollow",
  provisional: "provisional",
  partial: "partial",
  missing: "missing",
} as const;
