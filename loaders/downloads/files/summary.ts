import {type Figure, isMissing} from "../../../src/figures/figure.js";
import {formatDate, formatMonth} from "../../../src/words/format.js";
import type {Language} from "../../../src/words/language.js";
import {escapeXml} from "../../draw/xml.js";
import {type DownloadInput, monthEnd} from "../contents/input.js";
import {downloadWords} from "../contents/words.js";
import {tableTexts} from "../office/number-format.js";

/** Pictures stop here, so that the file stays under 500 KB with all its texts. */
const pictureBudget = 380_000;
const tableRows = 12;

const style =
  "body{margin:0 auto;max-width:46rem;padding:1.5rem 1rem;color:#17212B;background:#fff;line-height:1.6;" +
  'font-family:"PingFang SC","Microsoft YaHei","Noto Sans CJK SC","Source Han Sans SC",sans-serif}' +
  "h1{font-size:1.5rem;color:#12436D;margin:0}h2{font-size:1.15rem;color:#12436D;border-top:2px solid #12436D;padding-top:.8rem;margin-top:2rem}" +
  "h3{font-size:1.05rem;margin:1.6rem 0 .2rem}p{margin:.4rem 0}.m{color:#56616C;font-size:.85rem}img{max-width:100%;height:auto}" +
  "table{border-collapse:collapse;font-size:.85rem;width:100%}th,td{border-bottom:1px solid #E3E8EC;padding:.25rem .5rem;text-align:left;vertical-align:top}" +
  "td.n,th.n{text-align:right;font-variant-numeric:tabular-nums}.t{overflow-x:auto}li{margin:.3rem 0}";

/**
 * The report in one HTML file without script: opens by double-click, as an attachment of a mail and in WeChat. What
 * each picture shows stands under it in words, for readers whose mail shows no pictures.
 */
export const summary = (
  input: DownloadInput,
  language: Language,
  {pictures}: {pictures: ReadonlyMap<string, string>},
): string => {
  const words = downloadWords[language];
  const {figures, passages} = input.figures[language];
  const company = input.report.company[language];
  let budget = pictureBudget;
  const picture = (figure: Figure): string => {
    const svg = pictures.get(figure.id);
    const source = svg ? `data:image/svg+xml,${encodeSvg(svg)}` : "";
    if (source === "" || source.length > budget) return "";
    budget -= source.length;
    return `<img src="${source}" alt="${escapeXml(figure.alt)}">`;
  };
  const one = (figure: Figure): string => {
    const image = picture(figure);
    return `<h3>${escapeXml(figure.title)}</h3><p class="m">${escapeXml(figure.subtitle)}</p>${image || rows(figure, language)}<p>${escapeXml(figure.alt)}</p>${[...(figure.remarks ?? []), ...figure.notes].map((note) => `<p class="m">${escapeXml(note)}</p>`).join("")}<p class="m">n = ${figure.n.toLocaleString("en")} · ${escapeXml(figure.method)}</p>`;
  };
  const sections = input.sections.flatMap((section) => {
    const sentences = (section.passages ?? []).flatMap((id) => passages[id] ?? []);
    const shown = (section.slides ?? section.figures).flatMap((id) => {
      const figure = figures[id];
      return figure && !isMissing(figure) ? [one(figure)] : [];
    });
    if (sentences.length + shown.length === 0) return [];
    const list =
      sentences.length > 0 ? `<ul>${sentences.map((text) => `<li>${escapeXml(text)}</li>`).join("")}</ul>` : "";
    return [`<h2>${escapeXml(section.title[language])}</h2>${list}${shown.join("")}`];
  });
  const title = escapeXml(`${company} · ${words.report} · ${formatMonth(input.report.month, {language})}`);
  return `<!doctype html><html lang="${language === "zh" ? "zh-CN" : "en"}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width,initial-scale=1"><meta http-equiv="Content-Security-Policy" content="default-src 'none'; img-src data:; style-src 'unsafe-inline'"><title>${title}</title><style>${style}</style></head><body><h1>${title}</h1><p class="m">${words.data_to(formatDate(monthEnd(input.report.month), {language}))}</p>${sections.join("")}${definitions(input, language)}</body></html>\n`;
};

/** Only what an attribute and a data address cannot hold; the rest stays readable and small. */
const encodeSvg = (svg: string): string =>
  svg
    .replace(/\s+/g, " ")
    .replaceAll("'", "%27")
    .replaceAll('"', "'")
    .replace(/[%#<>&{}]/g, (character) => (character === "%" ? "%" : encodeURIComponent(character)));

const rows = ({table}: Figure, language: Language): string => {
  const words = downloadWords[language];
  const side = (at: number): string =>
    ["text", "date", "month"].includes(table.columns[at]?.unit ?? "text") ? "" : ' class="n"';
  const head = table.columns.map(({label}, at) => `<th${side(at)}>${escapeXml(label)}</th>`).join("");
  const body = tableTexts({...table, rows: table.rows.slice(0, tableRows)}, {language}).map(
    (row) => `<tr>${row.map((text, at) => `<td${side(at)}>${escapeXml(text)}</td>`).join("")}</tr>`,
  );
  const more = table.rows.length > tableRows ? `<p class="m">${words.more_rows}</p>` : "";
  return `<div class="t"><table><tr>${head}</tr>${body.join("")}</table></div>${more}`;
};

const definitions = (input: DownloadInput, language: Language): string => {
  const words = downloadWords[language];
  const shown = new Set(
    Object.values(input.figures[language].figures).flatMap((figure) => (isMissing(figure) ? [] : figure.metrics)),
  );
  const used = input.definitions.filter(({id}) => shown.has(id));
  if (used.length === 0) return "";
  const lines = used.map(
    ({name, formula}) => `<tr><td>${escapeXml(name[language])}</td><td>${escapeXml(formula[language])}</td></tr>`,
  );
  return `<h2>${words.method}</h2><div class="t"><table><tr><th>${words.definition}</th><th>${words.formula}</th></tr>${lines.join("")}</table></div>`;
};
