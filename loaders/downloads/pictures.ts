import type {Figure} from "../../src/figures/figure.js";
import type {Language} from "../../src/words/language.js";
import {cutFonts} from "../draw/fonts.js";
import type {Pictures} from "../draw/pictures.js";
import type {Threads} from "../program/threads.js";
import {hasNativeChart} from "./chart/chart.js";
import {type DownloadInput, figuresOf} from "./contents/input.js";
import type {downloadTasks} from "./tasks.js";

/** The pictures of a figure in a language; undefined where it has none. */
type Find = (id: string, language: Language) => Pictures | undefined;

/** The pictures of every figure, as they are drawn. */
export interface PictureBook {
  /** Those of one figure. */
  drawn(id: string, language: Language): Promise<Pictures | undefined>;
  /** Kept when all are drawn that stand on a slide, which come first. */
  readonly slides: Promise<Find>;
  /** Kept when all are drawn. */
  readonly whole: Promise<Find>;
}

interface Order {
  readonly figure: Figure;
  readonly language: Language;
}

/**
 * Draws every figure of the downloads once, for pages, files and slides alike, by all threads; the fonts are cut once for
 * each language, for all characters that occur in it.
 */
export function drawBook(
  input: DownloadInput,
  {
    threads,
    faces = new Set(),
  }: {
    threads: Threads<Pick<typeof downloadTasks, "pictures">>;
    /** Ids of the figures on the first depth of a page; defaults to none. */
    faces?: ReadonlySet<string>;
  },
): PictureBook {
  const orders = input.languages.flatMap((language) =>
    figuresOf(input, language).map((figure): Order => ({figure, language})),
  );
  const [deck, pictures] = [input.wanted.includes("deck"), input.wanted.includes("pictures")];
  const texts = input.languages.map((own) => JSON.stringify(orders.filter(({language}) => language === own)));
  const cut = deck || pictures ? cutFonts(texts) : Promise.resolve([]);
  const isSlide = ({figure}: Order): boolean => deck && !hasNativeChart(figure);
  const draw = async (order: Order): Promise<Pictures | undefined> => {
    const {figure, language} = order;
    const fonts = (await cut)[input.languages.indexOf(language)] ?? [];
    const wanted = {png: pictures, slide: isSlide(order), face: faces.has(figure.id)};
    return threads.run("pictures", {figure, language, fonts, ...wanted});
  };
  const inTurn = [...orders.filter(isSlide), ...orders.filter((order) => !isSlide(order))];
  const promised = new Map(inTurn.map((order) => [nameOf(order.figure.id, order.language), draw(order)]));
  return {
    drawn: async (id, language) => promised.get(nameOf(id, language)),
    slides: found(promised, orders.filter(isSlide)),
    whole: found(promised, orders),
  };
}

async function found(
  promised: ReadonlyMap<string, Promise<Pictures | undefined>>,
  orders: readonly Order[],
): Promise<Find> {
  const names = orders.map(({figure, language}) => nameOf(figure.id, language));
  const drawn = new Map(await Promise.all(names.map(async (name) => [name, await promised.get(name)] as const)));
  return (id, language) => drawn.get(nameOf(id, language));
}

const nameOf = (id: string, language: Language): string => `${id}.${language}`;
