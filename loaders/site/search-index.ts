import type {Entry, SearchIndex} from "../../src/components/search-rank.js";
import {isMissing} from "../../src/figures/figure.js";
import {metrics} from "../../src/metrics/catalogue.js";
import {pages} from "../../src/pages.js";
import type {Drawn} from "../../src/report.js";
import type {Language} from "../../src/words/language.js";
import {synonyms} from "../../src/words/synonyms.js";

/** The figures that pages answer with. */
const isFront = new Set(pages.flatMap(({front = []}) => front.map(({figure}) => figure)));

/** Letters of a page's text that are searched: what stands further down is found by its figures. */
const mostText = 3000;

/**
 * What can be found in one language, and which words mean the same: those of the glossary in both languages. Search looks
 * for words anywhere in the text, so that 投诉 finds 客户投诉处理 without word boundaries, which Chinese does not write.
 */
export function searchIndex(
  written: ReadonlyMap<string, string>,
  {language, data}: {language: Language; data: Drawn},
): SearchIndex {
  const entries = [...written].flatMap(([path, html]) =>
    path.startsWith(`/${language}/`) ? entriesOf(path, html, data) : [],
  );
  return {entries, alike: [...synonyms, ...metrics.map(({zh, en}) => [zh.name, en.name])]};
}

function entriesOf(path: string, html: string, data: Drawn): Entry[] {
  const href = `${path.slice(1)}.html`;
  const main = /<main[^>]*>([\s\S]*)<\/main>/.exec(html)?.[1] ?? "";
  const title = plain(/<h1[^>]*>([\s\S]*?)<\/h1>/.exec(main)?.[1] ?? /<title>([^<]*)/.exec(html)?.[1] ?? path);
  const last = path.endsWith("/downloads") ? {last: true} : {};
  const text = plain(
    main.replaceAll(/<figure[\s\S]*?<\/figure>|<svg[\s\S]*?<\/svg>|<script[\s\S]*?<\/script>/g, " "),
  ).slice(0, mostText);
  const figures = [...main.matchAll(/<figure class="figure[^"]*" id="([\w-]+)"/g)].flatMap(([, id = ""]) => {
    const figure = data.figures[id];
    if (!figure || isMissing(figure)) return [];
    const words = [
      figure.subtitle,
      ...figure.categories.filter(() => figure.category_kind === "text"),
      ...figure.series.map(({name}) => name),
      ...figure.notes,
    ];
    const measures = metrics.filter((metric) => figure.metrics.includes(metric.id));
    const keys = [id.replaceAll("-", " "), ...measures.slice(0, 3).flatMap(({zh, en}) => [zh.name, en.name])].join(" ");
    const front = isFront.has(id) ? {front: true} : {};
    return [{href: `${href}#${id}`, title: figure.title, page: title, text: words.join(" "), keys, ...front, ...last}];
  });
  return [{href, title, text, ...last}, ...figures];
}

function plain(html: string): string {
  const entities: Record<string, string> = {
    "&lt;": "<",
    "&gt;": ">",
    "&quot;": '"',
    "&#39;": "'",
    "&nbsp;": " ",
    "&amp;": "&",
  };
  return html
    .replaceAll(/<[^>]+>/g, " ")
    .replaceAll(/&(?:lt|gt|quot|#39|nbsp|amp);/g, (entity) => entities[entity] ?? entity)
    .replaceAll(/\s+/g, " ")
    .trim();
}
