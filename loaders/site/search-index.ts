import {isMissing} from "../../src/figures/figure.js";
import type {Drawn} from "../../src/report.js";
import type {Language} from "../../src/words/language.js";

/** A place that search can lead to: a page or a figure in it. */
export interface SearchEntry {
  /** From the root of the site, e.g. "zh/complaints.html#complaint-rate". */
  readonly href: string;
  readonly title: string;
  /** Title of the page, for a figure. */
  readonly page?: string;
  readonly text: string;
}

/**
 * What can be found in one language. Search looks for the words anywhere in the text, so that 投诉 finds 客户投诉处理
 * without word boundaries, which Chinese does not write.
 */
export function searchIndex(
  pages: ReadonlyMap<string, string>,
  {language, data}: {language: Language; data: Drawn},
): SearchEntry[] {
  return [...pages].flatMap(([path, html]) => {
    if (!path.startsWith(`/${language}/`)) return [];
    const href = `${path.slice(1)}.html`;
    const main = /<main[^>]*>([\s\S]*)<\/main>/.exec(html)?.[1] ?? "";
    const title = plain(/<h1[^>]*>([\s\S]*?)<\/h1>/.exec(main)?.[1] ?? /<title>([^<]*)/.exec(html)?.[1] ?? path);
    const text = plain(
      main.replaceAll(/<figure[\s\S]*?<\/figure>|<svg[\s\S]*?<\/svg>|<script[\s\S]*?<\/script>/g, " "),
    );
    const figures = [...main.matchAll(/<figure class="figure[^"]*" id="([\w-]+)"/g)].flatMap(([, id = ""]) => {
      const figure = data.figures[id];
      if (!figure || isMissing(figure)) return [];
      const words = [
        figure.subtitle,
        ...figure.categories.filter(() => figure.category_kind === "text"),
        ...figure.series.map(({name}) => name),
        ...figure.notes,
      ];
      return [{href: `${href}#${id}`, title: figure.title, page: title, text: words.join(" ")}];
    });
    return [{href, title, text}, ...figures];
  });
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
