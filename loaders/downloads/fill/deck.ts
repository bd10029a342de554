import {type Document, type Element, XMLSerializer} from "@xmldom/xmldom";
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
import {fillFigures} from "./figures.js";
import {partsToFill, tagsOutside} from "./places.js";
import {type Filled, fillShape, readDescription, writeDescription} from "./text.js";

/** Where something stands: the number of a slide, 0 for a layout or master. */
interface Place {
  readonly slide: number;
}

export interface DeckFill {
  readonly bytes: Uint8Array;
  /** How many tags were filled, and which figures. */
  readonly texts: number;
  readonly figures: readonly string[];
  /** Tags that no number or finding has, with the names nearest to them. */
  readonly unknown: readonly (Place & {readonly tag: string; readonly near: readonly string[]})[];
  /** Shapes named nearly like a figure, or filled with one that this month does not have. */
  readonly unnamed: readonly (Place & {readonly name: string; readonly near: readonly string[]})[];
  /** Tags in the data of a chart or in SmartArt, which are not filled. */
  readonly outside: readonly (Place & {readonly tag: string})[];
  /** Values of an earlier month that are not in their shape any more. */
  readonly lost: readonly (Place & {readonly tag: string; readonly text: string})[];
  /** Charts and tables that a person made into something else. */
  readonly kept: readonly (Place & {readonly name: string; readonly reason: string})[];
  /** Tables whose place had no room for all rows and columns, with how many it had none for. */
  readonly cut: readonly (Place & {readonly name: string; readonly rows: number; readonly columns: number})[];
}

/**
 * A company's own deck with this month's numbers in place of its tags and in its placeholders; sentences, fonts and layout
 * stay as they are, and parts without tags stay byte for byte. What was filled is kept in the description of each shape, so
 * that the next month finds it again.
 * @throws ReportError where the file is no deck.
 */
export function fillDeck(
  bytes: Uint8Array,
  numbers: Numbers,
  {
    name = "deck.pptx",
    picture = () => undefined,
  }: {
    name?: string /** PNG of a figure that is no chart of an office. */;
    picture?: (id: string) => Uint8Array | undefined;
  } = {},
): DeckFill {
  const file = open(bytes, name);
  const memory = readMemory(file);
  const known = [...Object.keys(numbers.tags), ...Object.keys(numbers.figures)];
  const result = {
    texts: 0,
    figures: [] as string[],
    unknown: [] as DeckFill["unknown"][number][],
    unnamed: [] as DeckFill["unnamed"][number][],
    outside: [] as DeckFill["outside"][number][],
    lost: [] as DeckFill["lost"][number][],
    kept: [] as DeckFill["kept"][number][],
    cut: [] as DeckFill["cut"][number][],
  };
  for (const {path, slide: number, kind} of partsToFill(file)) {
    const part = parseXml(partText(file, path));
    const before = serialized(part);
    if (kind === "slide") {
      const {filled, unnamed} = fillFigures({
        file,
        path,
        slide: part,
        numbers,
        memory,
        number,
        picture,
        date: monthEnd(numbers.month),
        onKept: (slide, shape, reason) => result.kept.push({slide, name: shape, reason}),
        onCut: (shape, {rows, columns}) => {
          if (rows + columns > 0) result.cut.push({slide: number, name: shape, rows, columns});
        },
      });
      result.figures.push(...filled);
      result.unnamed.push(...unnamed.map((each) => ({slide: number, ...each})));
      result.outside.push(...tagsOutside(file, path).map((tag) => ({slide: number, tag})));
    }
    for (const shape of [...elementsOf(part, "p:sp"), ...elementsOf(part, "p:graphicFrame")])
      result.texts += fillTexts(shape, {
        numbers,
        onUnknown: (tag) => {
          if (!result.unknown.some((each) => each.slide === number && each.tag === tag))
            result.unknown.push({slide: number, tag, near: nearestNames(tag, known, {most: 1})});
        },
        onLost: ({tag, text}) => result.lost.push({slide: number, tag, text}),
      });
    const after = serialized(part);
    if (after !== before) setPart(file, path, {content: after});
  }
  if (memory.size > 0) writeMemory(file, memory);
  dropUnreachable(file);
  return {...result, bytes: writePackage(file)};
}

const serialized = (part: Document): string => new XMLSerializer().serializeToString(part);

/** Fills the texts of one shape; returns how many tags. */
function fillTexts(
  shape: Element,
  {numbers, onUnknown, onLost}: {numbers: Numbers; onUnknown: (tag: string) => void; onLost: (filled: Filled) => void},
): number {
  const [properties] = elementsOf(shape, "p:cNvPr");
  if (!properties) return 0;
  const description = properties.getAttribute("descr") ?? "";
  const {own, filled: before} = readDescription(description);
  const {filled, kept} = fillShape(shape, {
    before,
    onUnknown,
    onLost,
    said: (tag) => (Object.hasOwn(numbers.tags, tag) ? numbers.tags[tag] : undefined),
  });
  const next = writeDescription(own, [...filled, ...kept]);
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
