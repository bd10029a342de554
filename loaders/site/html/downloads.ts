import {pages} from "../../../src/pages.js";
import {formatDate} from "../../../src/words/format.js";
import {words} from "../../../src/words/interface.js";
import type {Language} from "../../../src/words/language.js";
import type {DownloadList, ListedDownload} from "../content/data.js";
import {escapeHtml, rootOf} from "./escape.js";

const kinds: Readonly<Record<Language, Readonly<Record<string, string>>>> = {
  zh: {
    deck: "演示文稿（先是汇报，再是附录；图表可编辑）",
    workbook: "工作簿（先是本月数字，再每图一张表）",
    summary: "单文件摘要（可直接打开、可随邮件发送）",
    text: "月报全文（纯文字，发邮件或聊天）",
    numbers: "数字与结论（填公司自己的演示文稿用）",
    rejects: "剔除的记录",
    parquet: "已发布的数据表（Parquet）",
    datapackage: "数据说明（Frictionless）",
  },
  en: {
    deck: "Deck (a briefing, then an appendix; editable charts)",
    workbook: "Workbook (headline numbers, then a sheet per figure)",
    summary: "One-file summary (opens by itself, travels by mail)",
    text: "The monthly report as plain text, for mail or chat",
    numbers: "Numbers and findings (to fill a deck of your own)",
    rejects: "Rejected rows",
    parquet: "Published tables (Parquet)",
    datapackage: "Description of the data (Frictionless)",
  },
};

/** What most readers come for, in this order; published tables and the like stand at the end. */
const order: readonly string[] = ["text", "summary", "deck", "workbook", "rejects"];

/** Every file of the report with its size and the day its data end; files of one figure share a row. */
export function downloadsHtml(
  {files, date}: DownloadList,
  {language, path}: {language: Language; path: string},
): string {
  const mine = files.filter((file) => file.language === undefined || file.language === language);
  const link = (file: ListedDownload, text: string) =>
    `<a href="${rootOf(path)}downloads/${encodeURI(file.file)}" download>${escapeHtml(text)}</a> <span class="size">${size(file.bytes)}</span>`;
  const row = (file: ListedDownload) =>
    `<tr><td>${escapeHtml(kinds[language][file.kind] ?? file.kind)}</td><td>${link(file, file.file)}</td></tr>`;
  const whole = mine.filter((file) => file.figure === undefined);
  const first = order.flatMap((kind) => whole.filter((file) => file.kind === kind)).map(row);
  const rest = whole.filter(({kind}) => !order.includes(kind)).map(row);
  const drawn = new Set(mine.flatMap(({figure}) => (figure === undefined ? [] : [figure])));
  const figureRow = (figure: string): string => {
    const links = mine.filter((file) => file.figure === figure).map((file) => link(file, file.kind.toUpperCase()));
    return `<tr><td>${escapeHtml(titleOf(mine, figure))}</td><td>${links.join(" ")}</td></tr>`;
  };
  // Each under the first page that shows it; what no page shows stands at the end.
  const groups = [...pages, {title: elsewhere, figures: [...drawn]}].map(({title, figures}) => ({
    title: title[language],
    rows: figures.filter((figure) => drawn.delete(figure)).map(figureRow),
  }));
  const head = language === "zh" ? ["内容", "文件"] : ["What", "File"];
  const until = date
    ? `<p>${language === "zh" ? `数据截至 ${formatDate(date, {language})}` : `Data to ${formatDate(date, {language})}`}</p>`
    : "";
  const table = (rows: readonly string[], label: string) =>
    `<div class="files scroll" tabindex="0" role="region" aria-label="${words[language].columns_scroll}${words[language].colon}${label}"><table><thead><tr>${head.map((word) => `<th scope="col">${word}</th>`).join("")}</tr></thead><tbody>${rows.join("")}</tbody></table></div>`;
  const folded = (rows: readonly string[], title: string) =>
    `<details class="analyst"><summary><strong>${escapeHtml(title)}</strong><span>${rows.length}</span></summary>${table(rows, title)}</details>`;
  const [charts, tables] = language === "zh" ? ["各页图表", "数据表"] : ["Charts, by page", "Tables"];
  return [
    until,
    table(first, head[0]!),
    groups.some(({rows}) => rows.length > 0) ? `<h2>${charts}</h2>` : "",
    ...groups.filter(({rows}) => rows.length > 0).map(({title, rows}) => folded(rows, title)),
    rest.length > 0 ? `<h2>${tables}</h2>${folded(rest, tables!)}` : "",
  ].join("");
}

const elsewhere = {zh: "其他", en: "Others"};

const titleOf = (files: readonly ListedDownload[], figure: string): string =>
  files.find((file) => file.figure === figure && file.title)?.title ?? figure;

const size = (bytes: number): string =>
  bytes < 1e6 ? `${Math.max(1, Math.round(bytes / 1000))} kB` : `${(bytes / 1e6).toFixed(1)} MB`;
