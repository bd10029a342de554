import {type Element, XMLSerializer} from "@xmldom/xmldom";
import {ReportError} from "../../messages/errors.js";
import {nearestNames} from "../../messages/nearest.js";
import {monthEnd} from "../contents/input.js";
import {elementsOf, readMemory, writeMemory} from "../deck/memory.js";
import {parseXml} from "../deck/slots.js";
import type {Numbers} from "../files/numbers.js";
import {
  dropUnreachable,
  type OfficePackage,
  partText,
  readPackage,
  related,
  setPart,
  writePackage,
} from "../office/package.js";
import {slidePaths} from "../update/deck.js";
import {fillFigures} from "./figures.js";
import {type Filled, fillShape, readDescription, writeDescription} from "./text.js";

export interface DeckFill {
  readonly bytes: Uint8Array;
  /** How many tags were filled, and which figures. */
  readonly texts: number;
  readonly figures: readonly string[];
  /** Tags that no number or finding has, with the names nearest to them. */
  readonly unknown: readonly {readonly slide: number; readonly tag: string; readonly near: readonly string[]}[];
  /** Values of an earlier month that are not in their shape any more. */
  readonly lost: readonly {readonly slide: number; readonly tag: string; readonly text: string}[];
  /** Charts and tables that a person made into something else. */
  readonly kept: readonly {readonly slide: number; readonly name: string; readonly reason: string}[];
}

/**
 * A company's own deck with this month's numbers in place of its tags and in its placeholders; sentences, fonts and layout
 * stay as they are. What was filled is kept in the description of each shape, so that the next month finds it again.
 * @throws ReportError where the file is no deck.
 */
export function fillDeck(bytes: Uint8Array, numbers: Numbers, {name = "deck.pptx"}: {name?: string} = {}): DeckFill {
  const file = open(bytes, name);
  const memory = readMemory(file);
  const known = [...Object.keys(numbers.tags), ...Object.keys(numbers.figures)];
  const result = {
    texts: 0,
    figures: [] as string[],
    unknown: [] as {slide: number; tag: string; near: string[]}[],
    lost: [] as {slide: number; tag: string; text: string}[],
    kept: [] as {slide: number; name: string; reason: string}[],
  };
  for (const [at, path] of slidePaths(file).entries()) {
    const slide = parseXml(partText(file, path));
    const number = at + 1;
    result.figures.push(
      ...fillFigures({
        file,
        path,
        slide,
        numbers,
        memory,
        number,
        date: monthEnd(numbers.month),
        onKept: (where, shape, reason) => result.kept.push({slide: where, name: shape, reason}),
      }),
    );
    for (const shape of [...elementsOf(slide, "p:sp"), ...elementsOf(slide, "p:graphicFrame")])
      result.texts += fillTexts(shape, {
        numbers,
        onUnknown: (tag) => {
          if (!result.unknown.some((each) => each.slide === number && each.tag === tag))
            result.unknown.push({slide: number, tag, near: nearestNames(tag, known, {most: 1})});
        },
        onLost: ({tag, text}) => result.lost.push({slide: number, tag, text}),
      });
    setPart(file, path, {content: new XMLSerializer().serializeToString(slide)});
  }
  if (memory.size > 0) writeMemory(file, memory);
  dropUnreachable(file);
  return {...result, bytes: writePackage(file)};
}

/** Fills the texts of one shape; returns how many tags. */
function fillTexts(
  shape: Element,
  {numbers, onUnknown, onLost}: {numbers: Numbers; onUnknown: (tag: string) => void; onLost: (filled: Filled) => void},
): number {
  const [properties] = elementsOf(shape, "p:cNvPr");
  if (!properties) return 0;
  const description = properties.getAttribute("descr") ?? "";
  const {own, filled: before} = readDescription(description);
  const filled = fillShape(shape, {
    before,
    onUnknown,
    onLost,
    said: (tag) => (Object.hasOwn(numbers.tags, tag) ? numbers.tags[tag] : undefined),
  });
  const next = writeDescription(own, filled);
  if (next !== description) properties.setAttribute("descr", next);
  return filled.length;
}

const open = (bytes: Uint8Array, name: string): OfficePackage => {
  try {
    const file = readPackage(bytes);
    if (!related(file, "", "officeDocument")?.startsWith("ppt/")) throw new Error("no presentation");
    return file;
  } catch {
    throw new ReportError("deck_unreadable", name, {
      what: {zh: "打不开，或不是演示文稿", en: "cannot be opened, or is no presentation"},
      fix: {
        zh: "用 PowerPoint 或 WPS 另存为 .pptx（不要加密）",
        en: "save it from PowerPoint or WPS as .pptx, without a password",
      },
    });
  }
};
