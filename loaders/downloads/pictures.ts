import type {Figure} from "../../src/figures/figure.js";
import type {Language} from "../../src/words/language.js";
import {cutFonts} from "../draw/fonts.js";
import type {Pictures} from "../draw/pictures.js";
import type {Threads} from "../program/threads.js";
import {hasNativeChart} from "./chart/chart.js";
import {type DownloadInput, figuresOf} from "./contents/input.js";
import type {downloadTasks} from "./tasks.js";

/** The pictures of every figure by language and id; nothing where a figure has none. */
export interface PictureBook {
  find(id: string, language: Language): Pictures | undefined;
}

/**
 * Draws every figure of the downloads once, for pages, files and slides alike, by all threads; the fonts are cut once, for
 * all characters that occur.
 */
export async function drawBook(
  input: DownloadInput,
  {
    threads,
    faces = new Set(),
  }: {
    threads: Threads<Pick<typeof downloadTasks, "pictures">>;
    /** Ids of the figures on the first depth of a page; defaults to none. */
    faces?: ReadonlySet<string>;
  },
): Promise<PictureBook> {
  const orders = input.languages.flatMap((language) =>
    figuresOf(input, language).map((figure): {figure: Figure; language: Language} => ({figure, language})),
  );
  const [deck, pictures] = [input.wanted.includes("deck"), input.wanted.includes("pictures")];
  const fonts = deck || pictures ? await cutFonts(JSON.stringify(orders)) : [];
  const drawn = await Promise.all(
    orders.map(async ({figure, language}) => {
      const wanted = {png: pictures, slide: deck && !hasNativeChart(figure), face: faces.has(figure.id)};
      return [`${figure.id}.${language}`, await threads.run("pictures", {figure, language, fonts, ...wanted})] as const;
    }),
  );
  const book = new Map(drawn);
  return {find: (id, language) => book.get(`${id}.${language}`)};
}
