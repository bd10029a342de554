import {createHash} from "node:crypto";
import {copyFileSync, existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync} from "node:fs";
import {dirname, join, resolve} from "node:path";
import {type Figure, type FigureTable, isMissing} from "../../src/figures/figure.js";
import type {Language} from "../../src/words/language.js";
import type {DownloadInput} from "./contents/input.js";
import {exportTable} from "./contents/table.js";
import {deck} from "./deck/deck.js";
import {csv} from "./files/csv.js";
import {dataPackage, type PackageResource} from "./files/data-package.js";
import {drawPictures} from "./files/pictures.js";
import {summary} from "./files/summary.js";
import {workbook} from "./workbook/workbook.js";

export type {DownloadInput} from "./contents/input.js";

export interface Download {
  /** Path inside the folder of downloads. */
  readonly file: string;
  readonly bytes: number;
  readonly kind: "deck" | "workbook" | "csv" | "svg" | "png" | "summary" | "parquet" | "datapackage";
  readonly language?: Language;
  /** Id of the figure that the file is about. */
  readonly figure?: string;
}

/**
 * Writes every file of the report into `outDir`: deck, workbook and summary per language; CSV, SVG and PNG per figure
 * and language; the published tables as Parquet; `datapackage.json`. Equal input gives equal bytes, but for the PNG,
 * which are drawn with the machine's fonts.
 * @throws ReportError where the company's template cannot be used.
 */
export async function writeDownloads(input: DownloadInput, outDir: string): Promise<Download[]> {
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
  const template = input.template ? readFileSync(input.template) : undefined;
  const drawn = await drawPictures(
    input.languages.flatMap((language) => figuresOf(input, language).map((figure) => ({figure, language}))),
  );
  for (const language of input.languages) {
    const pictures = new Map<string, string>();
    const inDeck = new Map<string, Uint8Array>();
    for (const figure of figuresOf(input, language)) {
      const about = {language, figure: figure.id};
      const name = `${figure.id}.${language}`;
      const table = exportTable(figure, {language});
      write(`${name}.csv`, csv(table), {...about, kind: "csv", table, title: figure.title});
      const picture = drawn.get(figure);
      if (!picture) continue;
      pictures.set(figure.id, picture.svg);
      write(`${name}.svg`, picture.titledSvg, {...about, kind: "svg", title: figure.title});
      write(`${name}.png`, picture.png, {...about, kind: "png", title: figure.title});
      if (picture.slide) inDeck.set(figure.id, picture.slide);
    }
    write(`report.${language}.pptx`, deck(input, language, {...(template && {template}), pictures: inDeck}), {
      kind: "deck",
      language,
    });
    write(`report.${language}.xlsx`, workbook(input, language), {kind: "workbook", language});
    write(`summary.${language}.html`, summary(input, language, {pictures}), {kind: "summary", language});
  }
  for (const file of input.martsParquet ? parquetFiles(input.martsParquet) : []) {
    const from = join(input.martsParquet ?? "", file);
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

const parquetFiles = (folder: string): string[] =>
  existsSync(folder)
    ? readdirSync(folder)
        .filter((file) => file.endsWith(".parquet"))
        .sort()
    : [];

/** Each figure once, in the order of the pages. */
const figuresOf = (input: DownloadInput, language: Language): Figure[] =>
  [...new Set(input.sections.flatMap(({figures}) => figures))].flatMap((id) => {
    const figure = input.figures[language].figures[id];
    // The id names files: nothing but a plain name may get there.
    return figure && !isMissing(figure) && /^[a-z0-9][a-z0-9-]*$/.test(figure.id) ? [figure] : [];
  });
