import {mkdirSync, writeFileSync} from "node:fs";
import {join} from "node:path";
import type {Tile} from "../../src/figures/overview/tile-shape.js";
import type {Published} from "../../src/marts/list.js";
import type {Drawn} from "../../src/report.js";
import {smallN} from "../../src/stats/privacy/small-n.js";
import type {Bilingual, Language} from "../../src/words/language.js";
import {escapeHtml} from "./html/escape.js";

/** The measures of a report by language. */
interface Measured {
  readonly drawn: Partial<Record<Language, Pick<Drawn, "boards">>>;
}

/** The same, and what they were counted from. */
export interface Reported extends Measured {
  readonly published: Published;
}

/** The measures of an audience's report, and what it is called. */
export interface Part extends Measured {
  readonly name: string;
  readonly label: Bilingual;
}

/** What is kept of an audience's report when all else of it has been written. */
export const partOf = ({name, label}: Pick<Part, "name" | "label">, drawn: Partial<Record<Language, Drawn>>): Part => ({
  ...{name, label},
  drawn: Object.fromEntries(Object.entries(drawn).map(([language, {boards}]) => [language, {boards}])),
});

/** More columns than these no page holds. */
const mostColumns = 6;

const tilesOf = ({drawn}: Measured, language: Language): readonly Tile[] =>
  drawn[language]?.boards.overview?.measures ?? [];

/** A page for whoever reads the whole: the sites of all audiences, with the measures that head each of them. */
export function writeFrontPages(workspace: string, {whole, parts}: {whole: Measured; parts: readonly Part[]}) {
  for (const language of languagesOf(whole)) {
    const zh = language === "zh";
    const heads = tilesOf(whole, language).slice(0, mostColumns);
    const cells = (of: Measured) =>
      heads.map(({id, label}) => {
        const own = tilesOf(of, language).find((tile) => tile.id === id);
        // Of a part the last whole month may be another; its name says which.
        const month = own && own.label !== label ? `<br><small>${escapeHtml(own.label)}</small>` : "";
        return `${cellHtml(own)}${month}`;
      });
    const rows = [
      [zh ? "全公司" : "The whole company", ...cells(whole)],
      ...parts.map((part) => [
        `<a href="../audiences/${part.name}/index.html">${escapeHtml(part.label[language])}</a>`,
        ...cells(part),
      ]),
    ];
    writePage(workspace, {
      language,
      name: "audiences",
      title: zh ? "各部分一览" : "All parts",
      order: 12,
      lead: zh
        ? "每一部分只用自己的记录算出，各有网站、演示文稿和工作簿；点名称打开。"
        : "Each part is made from its own records, with a site, deck and workbook of its own; its name opens it.",
      heads: [zh ? "部分" : "Part", ...heads.map(({label}) => escapeHtml(label))],
      rows,
    });
  }
}

/**
 * A page of an audience's site that sets its measures beside those of the whole company. Of the whole nothing is told
 * from which, less the part, few others could be told.
 */
export function writeBesidePages(workspace: string, {whole, part}: {whole: Reported; part: Part & Reported}): void {
  for (const language of languagesOf(whole)) {
    const zh = language === "zh";
    const all = new Map(tilesOf(whole, language).map((tile) => [tile.id, tile]));
    const rows = tilesOf(part, language).flatMap((own) => {
      const other = all.get(own.id);
      if (!other || other.label !== own.label) return [];
      const shown = areManyOthers(own.id, {whole: whole.published, part: part.published}) ? cellHtml(other) : "–";
      return [[escapeHtml(own.label), cellHtml(own), shown]];
    });
    if (rows.length === 0) continue;
    writePage(workspace, {
      language,
      name: "beside-whole",
      title: zh ? "与全公司相比" : "Beside the whole company",
      order: 12,
      lead: zh
        ? "左为本部分，右为全公司（含本部分）；其余部分不足 10 时不列全公司的数。"
        : "This part, and the whole company with it; where the rest is under 10 the whole is not told.",
      heads: zh ? ["指标", part.label.zh, "全公司"] : ["Measure", part.label.en, "Whole company"],
      rows,
    });
  }
}

const languagesOf = ({drawn}: Measured): Language[] => Object.keys(drawn) as Language[];

const cellHtml = (tile: Tile | undefined): string =>
  tile === undefined
    ? "–"
    : `${escapeHtml(tile.value)}${tile.small === "" ? "" : `<br><small>${escapeHtml(tile.small)}</small>`}`;

/** Whether those of the whole who are not of the part are as many as the rule asks, in every month of both. */
function areManyOthers(metric: string, {whole, part}: {whole: Published; part: Published}): boolean {
  const own = basesOf(metric, part);
  return [...basesOf(metric, whole)].every(([month, n]) => {
    const others = n - (own.get(month) ?? 0);
    return smallN({n: others, customers: others, kind: "mean"}).flag !== "suppressed";
  });
}

/** How many a measure was counted from, by month: people where it is of people. */
function basesOf(metric: string, published: Published): Map<string, number> {
  const rows =
    metric === "complaint_rate"
      ? published.complaints_by_month.map(({month, customers}) => [month, customers] as const)
      : metric === "churn_rate"
        ? published.churn_by_month.map(({month, opening_customers}) => [month, opening_customers] as const)
        : published.metric_by_segment
            .filter((row) => row.metric === metric && row.dimension === "all")
            .map(({period, customers, n}) => [period, customers ?? n] as const);
  return new Map(rows.flatMap(([month, n]) => (n === null ? [] : [[month, n]])));
}

function writePage(
  workspace: string,
  {
    language,
    name,
    title,
    order,
    lead,
    heads,
    rows,
  }: {
    language: Language;
    name: string;
    title: string;
    order: number;
    lead: string;
    heads: readonly string[];
    rows: readonly (readonly string[])[];
  },
): void {
  const head = heads.map((text) => `<th scope="col">${text}</th>`).join("");
  const body = rows.map(
    ([first, ...cells]) => `<tr><th scope="row">${first}</th>${cells.map((cell) => `<td>${cell}</td>`).join("")}</tr>`,
  );
  mkdirSync(join(workspace, language), {recursive: true});
  writeFileSync(
    join(workspace, language, `${name}.md`),
    `---\ntitle: ${title}\norder: ${order}\n---\n\n# ${title}\n\n${lead}\n\n<div class="table-box"><table>\n<thead><tr>${head}</tr></thead>\n<tbody>\n${body.join("\n")}\n</tbody>\n</table></div>\n`,
  );
}
