import type {FigureTable} from "../../../src/figures/figure.js";
import {xmlText} from "../../draw/xml.js";

/** Spreadsheets run a text that starts so, full-width signs in Chinese and Japanese versions too. */
const startsFormula = /^\s*[=+\-@|%＝＋－＠]|^[\t\r\n]/;

const field = (value: string | number | null): string => {
  if (value === null) return "";
  if (typeof value === "number") return Number.isFinite(value) ? String(value) : "";
  const clean = xmlText(value);
  const inert = startsFormula.test(clean) ? `'${clean}` : clean;
  return /[",\n\t;]/.test(inert) || inert !== inert.trim() ? `"${inert.replaceAll('"', '""')}"` : inert;
};

/**
 * A table as CSV that opens right by double-click: UTF-8 with byte-order mark, CRLF, texts that look like formulas
 * made inert by an apostrophe.
 */
export const csv = ({columns, rows}: FigureTable): string => {
  const lines = [columns.map(({label}) => label), ...rows].map((row) =>
    columns.map((_, at) => field(row[at] ?? null)).join(","),
  );
  return `\ufeff${lines.join("\r\n")}\r\n`;
};
