import type {Language} from "../../src/words/language.js";

/** A page of the site as the book holds it: what stands in its place, and charts too tall to share a page. */
export interface Arranged {
  readonly html: string;
  readonly plates: readonly string[];
}

/** Figures one after the other. */
const runs = /(?:<figure class="figure[\s\S]*?<\/figure>\s*)+/g;
const figuresOf = (run: string): string[] => Array.from(run.matchAll(/<figure[\s\S]*?<\/figure>/g), ([each]) => each);

/** Taller than so many hundredths of its width a chart is too tall for half of a page's width, or to share a page. */
const tall = {half: 120, page: 72};

/**
 * The figures of a page's first depth two by two; a broad table has the full width, a chart that is left over its words
 * beside it.
 *
 * @example
 * ```ts
 * arrangeFaces('<figure class="figure face"><svg/></figure>')
 * // → '<figure class="figure face alone"><svg/></figure>'
 * ```
 */
export const arrangeFaces = (html: string): string =>
  html.replaceAll(runs, (run) =>
    twoByTwo(figuresOf(run).map((figure) => ({figure, isHalf: figure.includes("<svg") || isSlim(figure)})))
      .map(({figures: [first = "", second]}) => (second === undefined ? alone(first) : pair(first, second)))
      .join("\n"),
  );

const alone = (figure: string): string =>
  figure.includes("<svg") ? figure.replace('class="figure face', 'class="figure face alone') : figure;

/** Signs that a line of half a page holds. */
const halfLine = 58;

/** Whether the first columns of a table, which it shows in short, fit into half of a page's width. */
function isSlim(figure: string): boolean {
  const widest: number[] = [];
  for (const [, row = ""] of figure.matchAll(/<tr[^>]*>([\s\S]*?)<\/tr>/g)) {
    const shown = Array.from(row.matchAll(/<t[dh]([^>]*)>([\s\S]*?)<\/t[dh]>/g)).filter(
      ([, attributes = ""]) => !/class="[^"]*\brest\b/.test(attributes),
    );
    for (const [at, [, , cell = ""]] of shown.entries())
      widest[at] = Math.max(widest[at] ?? 0, signs(cell.replaceAll(/<[^>]*>/g, "")) + 2);
  }
  return widest.reduce((sum, each) => sum + each, 0) <= halfLine;
}

/** Letters, where a Chinese one takes the room of two. */
const signs = (text: string): number => text.length + (text.match(/[\u2E80-\uFFEF]/g)?.length ?? 0);

/**
 * The figures of the second depth: small charts two by two, tables and broad charts in the full width. A chart that
 * fills a page stands at the end of the book; its title says where.
 *
 * @param options.pageOf the page that the figure of an id stands on, once it is known
 */
export function arrangeAppendix(
  html: string,
  {language, pageOf}: {language: Language; pageOf: (id: string) => number | undefined},
): Arranged {
  const plates: string[] = [];
  const arranged = html.replaceAll(runs, (run) => {
    const placed = figuresOf(run).map((figure) => {
      const size = sizeOf(figure);
      if (size.isPlate) plates.push(drawn(figure, "wide"));
      return {figure: size.isPlate ? reference(figure, {language, pageOf}) : figure, isHalf: size.isHalf};
    });
    return twoByTwo(placed)
      .map(({figures: [first = "", second]}) =>
        second === undefined ? drawn(first, "wide") : pair(drawn(first, "narrow"), drawn(second, "narrow")),
      )
      .join("\n");
  });
  return {html: arranged, plates};
}

const pair = (first: string, second: string): string => `<div class="pair">${first}\n${second}</div>`;

interface Placed {
  readonly figure: string;
  readonly isHalf: boolean;
}

/** Rows of one or two figures: a half stands beside the next half, in the row of the first. */
function twoByTwo(placed: readonly Placed[]): {figures: string[]}[] {
  const rows: {figures: string[]}[] = [];
  let open: {figures: string[]} | undefined;
  for (const {figure, isHalf} of placed) {
    if (isHalf && open) {
      open.figures.push(figure);
      open = undefined;
      continue;
    }
    const row = {figures: [figure]};
    rows.push(row);
    if (isHalf) open = row;
  }
  return rows;
}

function sizeOf(figure: string): {isHalf: boolean; isPlate: boolean} {
  const ratio = (kind: string): number | undefined => {
    const [, width, height] =
      new RegExp(`<div class="chart ${kind}"><svg[^>]*? viewBox="0 0 ([\\d.]+) ([\\d.]+)"`).exec(figure) ?? [];
    return width === undefined ? undefined : (100 * Number(height)) / Number(width);
  };
  const [wide, narrow] = [ratio("wide"), ratio("narrow")];
  return {
    isHalf: narrow !== undefined && narrow <= tall.half,
    isPlate: wide !== undefined && wide > tall.page,
  };
}

/** Of the two drawings of a chart the one for this width. */
const drawn = (figure: string, kind: "wide" | "narrow"): string =>
  figure.includes('<div class="chart narrow">')
    ? figure
        .replaceAll(
          new RegExp(`<div class="chart ${kind === "wide" ? "narrow" : "wide"}">[\\s\\S]*?</svg></div>`, "g"),
          "",
        )
        .replaceAll('<div class="chart narrow">', '<div class="chart">')
    : figure;

/** Title and subtitle in the place of a chart that stands at the end. */
function reference(
  figure: string,
  {language, pageOf}: {language: Language; pageOf: (id: string) => number | undefined},
): string {
  const [, id = ""] = / id="([^"]+)"/.exec(figure) ?? [];
  const head = /<h(\d)[^>]*>[\s\S]*?<\/h\1>\s*(?:<p class="subtitle">[\s\S]*?<\/p>)?/.exec(figure)?.[0] ?? "";
  const page = pageOf(id) ?? "  ";
  const where = language === "zh" ? `全图见第 ${page} 页` : `The chart of all groups: page ${page}`;
  return `<div class="figure elsewhere">${head.replaceAll(/ id="[^"]*"/g, "")}<p class="reason"><a href="#${id}">${where}</a></p></div>`;
}
