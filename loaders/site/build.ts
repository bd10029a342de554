import {copyFileSync, existsSync, linkSync, mkdirSync, readdirSync, readFileSync, statSync} from "node:fs";
import {writeFile} from "node:fs/promises";
import {dirname, join, relative, resolve} from "node:path";
import {formatMonth} from "../../src/words/format.js";
import type {Language} from "../../src/words/language.js";
import {collectAll} from "../program/young.js";
import {writeAccountPages} from "./accounts.js";
import {type Piece, pieceMaker, siteConfig} from "./config.js";
import {pageDataReader, readManifest} from "./content/data.js";
import {finishPages} from "./finish.js";
import {buildWithFramework} from "./framework.js";
import type {PagePictures} from "./html/figure.js";
import {prepareOfflineModules} from "./offline-modules.js";
import {finishStyles} from "./older-styles.js";
import {searchIndex} from "./search-index.js";

interface PagesInput {
  /** A source root: `zh/`, `en/`, `index.md`, `components/`; its `data/` may come later. */
  readonly workspace: string;
  /** A folder that is empty or does not exist yet. */
  readonly output: string;
  readonly languages: readonly Language[];
}

/**
 * Lays the pages out by Framework, with a mark in place of each piece that is made from the data, and says what the
 * pieces are. Can be done by any thread, before there are data.
 *
 * @throws ReportError where a page asks for a library from the network.
 */
export async function layPages({workspace, output, languages}: PagesInput): Promise<Piece[]> {
  await prepareOfflineModules(workspace);
  const pieces: Piece[] = [];
  const hold = (piece: Piece) => `<!--held:${pieces.push(piece) - 1}-->`;
  await buildWithFramework(siteConfig({root: fromHere(workspace), languages, output: fromHere(output), hold}), {
    cache: join(workspace, ".observablehq", "cache"),
    log: () => {},
  });
  return pieces;
}

/** The same by a thread that rests afterwards. */
export async function layPagesAside(input: PagesInput): Promise<Piece[]> {
  const pieces = await layPages(input);
  collectAll();
  return pieces;
}

interface SiteInput extends PagesInput {
  /** Waits until the files in the workspace's `downloads/` are whole, and gives the pictures drawn for them; defaults to: they are, and none. */
  readonly downloads?: () => Promise<PagePictures | undefined>;
  /** The pieces of pages that are laid out in the output; defaults to doing it. */
  readonly laid?: Promise<readonly Piece[]> | undefined;
}

/**
 * Builds the static site; the downloads go along and are linked from their figures. What comes from the data is put into
 * the pages at the end, so that Framework works while records are counted, pictures drawn and files written.
 *
 * @throws ReportError where a page has an error, names a figure that does not exist, or asks for a library from the network.
 */
export async function buildSite({
  workspace,
  output,
  languages,
  downloads = async () => undefined,
  laid,
}: SiteInput): Promise<void> {
  const before = refersToDownloads(workspace) ? await downloads() : undefined;
  const pieces = await (laid ?? layPages({workspace, output, languages}));
  const pictures = before ?? (await downloads());
  const read = pageDataReader(workspace);
  const make = pieceMaker({root: workspace, languages, read, pictures});
  const release = (html: string) =>
    html.replaceAll(/<!--held:(\d+)-->/g, (_, index: string) => {
      const piece = pieces[Number(index)];
      return piece ? make(piece) : "";
    });
  linkFiles(join(workspace, "downloads"), join(output, "downloads"));
  linkFiles(join(workspace, "data", "explore"), join(output, "explore"));
  finishStyles(output);
  const {company, month} = readManifest(workspace);
  const name = (language: Language) =>
    [company?.[language], month && formatMonth(month, {language})].filter(Boolean).join(" · ") || undefined;
  const pages = await finishPages({output, languages, release, name});
  await writeAccountPages(output, {data: join(workspace, "data"), languages, frame: (path) => pages.get(path)});
  for (const language of languages) {
    const index = searchIndex(pages, {language, data: read(language)});
    await writeFile(join(output, `search.${language}.json`), JSON.stringify(index));
  }
}

/** Gives every file of a folder a second place, without a copy where the disk allows it. */
export function linkFiles(from: string, to: string): void {
  for (const {name, parentPath} of existsSync(from) ? readdirSync(from, {recursive: true, withFileTypes: true}) : []) {
    const file = join(parentPath, name);
    const place = join(to, relative(from, file));
    if (!statSync(file).isDirectory()) linkFile(file, place);
  }
}

export function linkFile(file: string, place: string): void {
  mkdirSync(dirname(place), {recursive: true});
  try {
    linkSync(file, place);
  } catch {
    copyFileSync(file, place);
  }
}

/** Whether a page or a script beside it reads or links a file of the downloads itself: Framework wants it to be there. */
function refersToDownloads(root: string): boolean {
  return readdirSync(root, {recursive: true, encoding: "utf8"})
    .filter((file) => /\.(md|m?js|ts|html)$/.test(file) && !file.startsWith(".observablehq"))
    .some((file) => /downloads(?:\/|\.json)/.test(readFileSync(join(root, file), "utf8")));
}

/** Framework wants paths from the working folder, with slashes. */
const fromHere = (path: string) => relative(process.cwd(), resolve(path)).replaceAll("\\", "/") || ".";
