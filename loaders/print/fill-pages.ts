import type {Page} from "playwright-core";

/** What a sheet of A4 leaves to the text; as the style sheet has it. */
const sheet = {width: "182mm", height: "263mm"};

/** The same in pixels, which what asks for the width of a screen goes by. */
const screen = {width: 688, height: 994};

/** A page less full than this share takes in what stands first on the next, if its charts can be that much smaller. */
const least = {full: 0.55, chart: 0.7};

/** So often a chart is made smaller, the last time it is left as it was: other words may need room, too. */
const most = 5;

/**
 * Draws charts a little smaller where a page would be left half empty because the next figure has no room on it. Pages
 * are found by setting the text in columns of the size of a page, which the browser breaks by the rules of pages.
 */
export async function fillPages(page: Page): Promise<void> {
  await page.setViewportSize(screen);
  await page.emulateMedia({media: "print"});
  await page.evaluate(
    ({width, height, full, chart, most}) => {
      const main = document.querySelector<HTMLElement>("main");
      if (!main) return;
      const style = document.createElement("style");
      style.textContent = `main { padding: 0 !important; max-width: none !important; width: ${width}; height: ${height}; columns: ${width}; column-gap: 0; column-fill: auto; } .part:not(.appendix) + .appendix, #plates ~ .figure + .figure { break-before: column !important; }`;
      document.head.append(style);
      const {left, top, width: wide, height: high} = main.getBoundingClientRect();
      const pageOf = (box: DOMRect) => Math.floor((box.left - left + 1) / wide);
      const boxes = (each: Element) => Array.from(each.getClientRects()).filter((box) => box.height > 0);
      const fills = (): number[] => {
        const found: number[] = [];
        for (const each of main.querySelectorAll("h1, h2, h3, h4, p, li, tr, svg, figcaption"))
          for (const box of boxes(each)) {
            const at = pageOf(box);
            found[at] = Math.max(found[at] ?? 0, box.bottom - top);
          }
        return found;
      };
      // What stands below each other: headings, figures, pairs of them.
      const blocks = Array.from(main.querySelectorAll(".part > :not(.faces), .part .faces > *"));
      const tried = new Map<Element, number>();
      const room = 12;
      /** Makes the first block with a chart on a page fit below what stands on the page before; each time a little smaller. */
      const draw = (at: number, below: number): boolean => {
        const first = blocks.find(
          (each) => each.querySelector("svg") && pageOf(boxes(each)[0] ?? new DOMRect(-1)) === at,
        );
        const times = first ? (tried.get(first) ?? 0) : most;
        if (!first || times === most) return false;
        tried.set(first, times + 1);
        const charts = Array.from(first.querySelectorAll("svg"), (svg) => ({
          svg,
          high: svg.getBoundingClientRect().height,
        }));
        const ends = boxes(first).filter((box) => pageOf(box) === at);
        const over = Math.max(...ends.map((box) => box.bottom)) - top - (high - below) + room * (times + 1);
        const tallest = Math.max(...charts.map((each) => each.high));
        const isSmall = times === 0 && over > (1 - chart) * tallest;
        if (isSmall) tried.set(first, most);
        for (const each of charts)
          if (times + 1 === most || isSmall) each.svg.style.removeProperty("max-height");
          else if (each.high > tallest - over)
            each.svg.style.setProperty("max-height", `${Math.max(tallest - over, 0)}px`, "important");
        return !isSmall;
      };
      const isLow = (bottom: number, at: number, all: readonly number[]): boolean =>
        at + 1 < all.length && bottom < full * high;
      let rounds = 0;
      while (rounds < 200 && fills().some((bottom, at, all) => isLow(bottom, at, all) && draw(at + 1, bottom)))
        rounds++;
      style.remove();
    },
    {...sheet, ...least, most},
  );
}
