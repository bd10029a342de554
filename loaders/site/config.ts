import {existsSync} from "node:fs";
import {join} from "node:path";
import type {Drawn} from "../../src/report.js";
import type {Language} from "../../src/words/language.js";
import {pageDataReader, readDownloads, readManifest} from "./content/data.js";
import type {MarkdownIt} from "./content/markdown.js";
import {listPages} from "./content/pages.js";
import {type Directive, directiveHtml, directiveRule} from "./directives.js";
import {headingIdRule} from "./heading-ids.js";
import {downloadsHtml} from "./html/downloads.js";
import {rootOf} from "./html/escape.js";
import type {PagePictures} from "./html/figure.js";
import {doorHtml, type Frame, footerHtml, headerHtml, isDoor} from "./html/frame.js";

/** Two arcs of an echo; in the page itself, so that no file is asked for. */
const icon = `<link rel="icon" href="data:image/svg+xml,${encodeURIComponent('<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 16 16" fill="none" stroke="#12436D" stroke-width="2" stroke-linecap="round"><circle cx="4" cy="8" r="1.6" fill="#12436D"/><path d="M8 4a6 6 0 0 1 0 8M11.5 2a10 10 0 0 1 0 12"/></svg>')}">`;

interface PageContext {
  readonly path: string;
}

/** A piece of a page that is made from the data. */
export type Piece =
  | {readonly part: "directive"; readonly directive: Directive}
  | {readonly part: "header"; readonly path: string; readonly language: Language}
  | {readonly part: "footer"; readonly language: Language};

interface PieceOptions {
  /** Source root: `zh/`, `en/`, `index.md`, `components/`, `data/`. */
  readonly root: string;
  readonly languages: readonly Language[];
  /** Reads the figures; defaults to those of the source root. */
  readonly read?: (language: Language) => Drawn;
  /** Pictures that are drawn already; defaults to none. */
  readonly pictures?: PagePictures | undefined;
  /** For the preview: pages change as soon as their data do; defaults to false. */
  readonly watch?: boolean;
}

/** Makes pieces of pages from what lies in the source root. */
export function pieceMaker({
  root,
  languages,
  read = pageDataReader(root),
  pictures,
  watch = false,
}: PieceOptions): (piece: Piece) => string {
  const made = (): Frame => ({
    languages,
    manifest: readManifest(root),
    pages: {zh: listPages(root, "zh"), en: listPages(root, "en")},
    exists: (path) => existsSync(join(root, `${path}.md`)),
  });
  let known: Frame | undefined;
  const frame = (): Frame => {
    if (watch || !known) known = made();
    return known;
  };
  const directive = (asked: Directive): string => {
    if (asked.name === "door") return doorHtml(frame());
    if (asked.name === "downloads") return downloadsHtml(readDownloads(root), asked);
    return directiveHtml(asked, read(asked.language), pictures);
  };
  return (piece) => {
    if (piece.part === "header") return headerHtml(piece.path, {language: piece.language, frame: frame()});
    if (piece.part === "footer") return footerHtml({language: piece.language});
    return directive(piece.directive);
  };
}

export interface SiteOptions extends PieceOptions {
  readonly output?: string;
  /** Says what Framework gets to see of a piece; defaults to its HTML. */
  readonly hold?: (piece: Piece) => string;
}

/**
 * Framework's configuration for this report: our frame, our style, no theme, no fonts, no date, no request. Shared by the
 * build and by the preview (`observablehq.config.ts`).
 */
export function siteConfig({
  root,
  languages,
  output,
  pictures,
  watch = false,
  hold = pieceMaker({root, languages, pictures, watch}),
}: SiteOptions): object {
  const languageOf = (path: string): Language =>
    path.startsWith("/en/") ? "en" : path.startsWith("/zh/") ? "zh" : (languages[0] ?? "zh");
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
    head: ({path}: PageContext) =>
      `${icon}${watch ? dataLink(languageOf(path)) : ""}<script type="module" src="${rootOf(path)}components/page.js"></script>${path.endsWith("/explore") ? `<script type="module" src="${rootOf(path)}components/explore.js"></script>` : ""}`,
    header: ({path}: PageContext) => hold({part: "header", path, language: languageOf(path)}),
    footer: ({path}: PageContext) =>
      isDoor(path) || path.endsWith("/overview") ? "" : hold({part: "footer", language: languageOf(path)}),
    markdownIt: (md: MarkdownIt) => {
      headingIdRule(md);
      directiveRule(md, {languageOf, render: (directive) => hold({part: "directive", directive})});
      return md;
    },
  };
}

/** Framework watches the files that a page links to. */
const dataLink = (language: Language) => `<link rel="prefetch" href="/data/figures.${language}.json">`;
