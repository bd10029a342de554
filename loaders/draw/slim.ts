import {xmlText} from "./xml.js";

/** Leaves the marks' labels, which hover text reads, and takes out what the picture does not need. */
export function slim(svg: string): string {
  const short = (numbers: string) =>
    numbers.replaceAll(/-?\d+\.\d{2,}/g, (number) => String(Math.round(Number(number) * 10) / 10));
  return (
    // Texts come from exported files: what XML forbids would make the picture unreadable.
    xmlText(svg)
      .replaceAll(/ (?:d|transform|x|y|x1|y1|x2|y2|width|height|stroke-width)="[^"]*"/g, short)
      .replaceAll(/ (?:class|role|aria-roledescription|pointer-events|aria-hidden|font-family)="[^"]*"/g, "")
      .replaceAll(' opacity="1"', "")
      // An image has no parts to name for a reader's machine: the label becomes data, for hover text.
      .replaceAll(' aria-label="', ' data-tip="')
  );
}
