import {elementsOf} from "../deck/memory.js";
import {parseXml} from "../deck/slots.js";
import {type OfficePackage, partText, related, relationsOf, relationType} from "../office/package.js";
import {slidePaths} from "../update/deck.js";
import {tagPattern} from "./text.js";

/** A part of a deck whose texts are filled; figures stand on slides only. */
export interface Part {
  readonly path: string;
  /** Of the slide, counted from 1; 0 for a layout or master. */
  readonly slide: number;
  readonly kind: "slide" | "notes" | "layout";
}

/** Slides with their notes in their order, then the layouts and masters that they stand on, each once. */
export function partsToFill(file: OfficePackage): Part[] {
  const slides = slidePaths(file);
  const layouts = slides.flatMap((path) => related(file, path, "slideLayout") ?? []);
  const masters = layouts.flatMap((path) => related(file, path, "slideMaster") ?? []);
  return [
    ...slides.flatMap((path, at): Part[] => {
      const notes = related(file, path, "notesSlide");
      const own: Part = {path, slide: at + 1, kind: "slide"};
      return notes ? [own, {path: notes, slide: at + 1, kind: "notes"}] : [own];
    }),
    ...[...new Set([...layouts, ...masters])].map((path): Part => ({path, slide: 0, kind: "layout"})),
  ].filter(({path}) => file.parts.has(path));
}

/** Tags in what hangs on a slide beside its shapes: the data and titles of charts, SmartArt. */
export function tagsOutside(file: OfficePackage, slide: string): string[] {
  return relationsOf(file, slide)
    .filter(({type, target}) => (type === relationType("chart") || /diagram/.test(type)) && file.parts.has(target))
    .flatMap(({target}) => {
      const texts = elementsOf(parseXml(partText(file, target)), "*")
        .filter(({nodeName}) => ["a:t", "c:v"].includes(nodeName))
        .map(({textContent}) => textContent ?? "");
      return Array.from(texts.join("").matchAll(tagPattern), ([, tag = ""]) => tag);
    });
}
