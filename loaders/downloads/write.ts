import {createHash} from "node:crypto";
import {copyFileSync, existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync} from "node:fs";
import {basename, dirname, join, resolve} from "node:path";
import type {FigureTable} from "../../src/figures/figure.js";
import type {Language} from "../../src/words/language.js";
import type {Threads} from "../program/threads.js";
import {type DownloadInput, type DownloadKind, figuresOf} from "./contents/input.js";
import {exportTable} from "./contents/table.js";
import {csv} from "./files/csv.js";
import {dataPackage, type PackageResource} from "./files/data-package.js";
import {numbers} from "./files/numbers.js";
import type {PictureBook} from "./pictures.js";
import type {downloadTasks} from "./tasks.js";

export type {DownloadInput} from "./contents/input.js";

export interface Download {
  /** Path inside the folder of downloads. */
  readonly file: string;
  readonly bytes: number;
  readonly kind:
    | "deck"
    | "workbook"
    | "csv"
    | "svg"
    | "png"
    | "summary"
    | "text"
    | "numbers"
    | "parquet"
    | "datapackage";
  readonly language?: Language;
  /** Id of the figure that the file is about. */
  readonly figure?: string;
}

/**
 * Writes the files that are wanted of the report into `outDir`: deck, workbook and summary per language; CSV, SVG and PNG
 * per figure and language; the published tables as Parquet; always the text, the numbers and `datapackage.json`. Equal input gives equal bytes, but for the PNG,
 * which are drawn with the machine's fonts.
 *
 * @throws ReportError where the company's template cannot be used.
 */
export async function writeDownloads(
  input: DownloadInput,
  outDir: string,
  {threads, book}: {threads: Threads<typeof downloadTasks>; book: PictureBook},
): Promise<Download[]> {
  mkdirSync(outDir, {recursive: true});
  const written: Download[] = [];
  const resources: PackageResource[] = [];
  const write = (
    file: string,
    content: string | Uint8Array,
    {table, title, ...about}: Omit<Download, "file" | "bytes"> & {table?: FigureTable; title?: string},
  ): void => {
    const bytes = typeof content === "string" ? new TextEncoder().encode(content) : content;
    mkdirSync(dirname(join(outDir, file)), {recursive: true});
    writeFileSync(join(outDir, file), bytes);
    written.push({file, bytes: bytes.length, ...about});
    const hash = createHash("sha256").update(bytes).digest("hex");
    const {language} = about;
    resources.push({
      file,
      bytes: bytes.length,
      hash,
      ...(title && {title}),
      ...(language && {language}),
      ...(table && {table}),
    });
  };
  const wants = (kind: DownloadKind): boolean => input.wanted.includes(kind);
  const documents = input.languages.map((language) => makeDocuments(input, {language, threads, book}));
  for (const promised of [...documents, book.whole]) promised.catch(() => {}); // they are awaited when they are written
  for (const [at, language] of input.languages.entries()) {
    for (const figure of figuresOf(input, language)) {
      const about = {language, figure: figure.id, title: figure.title};
      const name = `${figure.id}.${language}`;
      const table = exportTable(figure, {language});
      if (wants("tables")) write(`${name}.csv`, csv(table), {...about, kind: "csv", table});
      const {titled, png} = (await book.drawn(figure.id, language)) ?? {};
      if (titled && wants("pictures")) write(`${name}.svg`, titled, {...about, kind: "svg"});
      if (png) write(`${name}.png`, png, {...about, kind: "png"});
    }
    const {deck, workbook, summary} = await documents[at]!;
    for (const message of deck?.messages ?? []) input.onMessage?.(message);
    if (deck) write(`report.${language}.pptx`, deck.bytes, {kind: "deck", language});
    if (workbook) write(`report.${language}.xlsx`, workbook, {kind: "workbook", language});
    if (summary) write(`summary.${language}.html`, summary, {kind: "summary", language});
    const text = input.figures[language].letters?.monthly?.text;
    if (text) write(`report.${language}.txt`, text, {kind: "text", language});
    write(`numbers.${language}.json`, `${JSON.stringify(numbers(input, language))}\n`, {kind: "numbers", language});
  }
  const tables = wants("tables") ? await input.martsParquet : undefined;
  for (const file of tables === undefined ? [] : parquetFiles(tables)) {
    const from = join(tables ?? "", file);
    const to = join(outDir, file);
    if (resolve(from) !== resolve(to)) copyFileSync(from, to);
    const bytes = readFileSync(to);
    written.push({file, bytes: bytes.length, kind: "parquet"});
    resources.push({file, bytes: bytes.length, hash: createHash("sha256").update(bytes).digest("hex")});
  }
  const described = dataPackage(input, resources);
  write("datapackage.json", described, {kind: "datapackage"});
  return written;
}

/**
 * Deck, workbook and summary of a language, those that are wanted, each by whichever thread is free: what takes long is
 * done before the many pictures, so that no thread waits for another in the end.
 */
async function makeDocuments(
  {onMessage, martsParquet, template: templatePath, ...input}: DownloadInput,
  {language, threads, book}: {language: Language; threads: Threads<typeof downloadTasks>; book: PictureBook},
) {
  const empty = {figures: {}, passages: {}};
  const name = templatePath ? {template: basename(templatePath)} : {};
  const own = {...input, ...name, figures: {zh: empty, en: empty, [language]: input.figures[language]}};
  const template = templatePath ? readFileSync(templatePath) : undefined;
  const wants = (kind: DownloadKind): boolean => input.wanted.includes(kind);
  const picturesOf = <Part extends "slide" | "wide">(part: Part, find: Awaited<PictureBook["whole"]>) =>
    new Map(
      figuresOf(input, language).flatMap(({id}) => {
        const picture = find(id, language)?.[part];
        return picture ? [[id, picture] as const] : [];
      }),
    );
  const makeDeck = async () => {
    const pictures = picturesOf("slide", await book.slides);
    return threads.run("deck", {input: own, language, ...(template && {template}), pictures}, {isNext: true});
  };
  const makeSummary = async () => {
    const pictures = picturesOf("wide", await book.whole);
    return threads.run("summary", {input: own, language, pictures});
  };
  const [workbook, deck, summary] = await Promise.all([
    wants("workbook") ? threads.run("workbook", {input: own, language}) : undefined,
    wants("deck") ? makeDeck() : undefined,
    wants("summary") ? makeSummary() : undefined,
  ]);
  return {deck, summary, workbook};
}

const parquetFiles = (folder: string): string[] =>
  existsSync(folder)
    ? readdirSync(folder)
        .filter((file) => file.endsWith(".parquet"))
        .sort()
    : [];
