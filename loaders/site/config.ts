import {existsSync} from "node:fs";
import {join} from "node:path";
import type {Language} from "../../src/figures/figure.js";
import {type Directive, directiveHtml, directiveRule} from "./directives.js";
import {doorHtml, type Frame, footerHtml, headerHtml, isDoor} from "./frame.js";
import {headingIdRule} from "./heading-ids.js";
import {rootOf} from "./html.js";
import type {MarkdownIt} from "./markdown.js";
import {pageDataReader, readManifest} from "./page-data.js";
import {listPages} from "./pages.js";

interface PageContext {
  readonly path: string;
}

export interface SiteOptions {
  /** Source root: `zh/`, `en/`, `index.md`, `components/`, `data/`. */
  readonly root: string;
  readonly languages: readonly Language[];
  readonly output?: string;
  /** Takes the HTML made here and returns what Framework gets to see instead; defaults to the HTML itself. */
  readonly hold?: (html: string) => string;
}

/**
 * Framework's configuration for this report: our frame, our style, no theme, no fonts, no date, no request. Shared by the
 * build and by the preview (`observablehq.config.ts`).
 */
export function siteConfig({root, languages, output, hold = (html) => html}: SiteOptions): object {
  const read = pageDataReader(root);
  const frame = (): Frame => ({
    languages,
    manifest: readManifest(root),
    pages: {zh: listPages(root, "zh"), en: listPages(root, "en")},
    exists: (path) => existsSync(join(root, `${path}.md`)),
  });
  const languageOf = (path: string): Language =>
    path.startsWith("/en/") ? "en" : path.startsWith("/zh/") ? "zh" : (languages[0] ?? "zh");
  const render = (directive: Directive) =>
    hold(directive.name === "door" ? doorHtml(frame()) : directiveHtml(directive, read(directive.language)));
  return {
    root,
    ...(output ? {output} : {}),
    title: readManifest(root).company?.[languages[0] ?? "zh"] ?? "回声 Huisheng",
    style: "components/site.css",
    globalStylesheets: [],
    // Our own navigation and search: Framework's speak English only, and its search splits on spaces.
    sidebar: false,
    pages: [],
    pager: false,
    toc: false,
    search: false,
    preserveExtension: true,
    head: ({path}: PageContext) => `<script type="module" src="${rootOf(path)}components/page.js"></script>`,
    header: ({path}: PageContext) => hold(headerHtml(path, {language: languageOf(path), frame: frame()})),
    footer: ({path}: PageContext) => (isDoor(path) ? "" : hold(footerHtml({language: languageOf(path)}))),
    markdownIt: (md: MarkdownIt) => {
      headingIdRule(md);
      directiveRule(md, {languageOf, render});
      return md;
    },
  };
}
