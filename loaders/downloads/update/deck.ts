import {type Document, type Element, XMLSerializer} from "@xmldom/xmldom";
import {ReportError} from "../../messages/errors.js";
import {type DeckMemory, elementsOf, fingerprint, readMemory, writeMemory} from "../deck/memory.js";
import {parseXml} from "../deck/slots.js";
import {
  dropUnreachable,
  type OfficePackage,
  partText,
  readPackage,
  related,
  relationsOf,
  relationType,
  setPart,
  writePackage,
} from "../office/package.js";
import {type Fresh, nameOf, type UpdateContext, updateFrames, updateGroups} from "./frames.js";
import {paragraphsOf, paragraphText, replaceRun, writtenRun} from "./text.js";

export interface DeckUpdate {
  readonly bytes: Uint8Array;
  /** Shapes, by name, whose data or text is new. */
  readonly updated: readonly string[];
  /** Shapes left alone because a person changed them, and how. */
  readonly kept: readonly {readonly slide: number; readonly name: string; readonly reason: string}[];
  /** Shapes of ours whose figure is not in this month's report. */
  readonly unmatched: readonly string[];
  /** Figures of this month's report that the deck does not show. */
  readonly absent: readonly string[];
}

/**
 * Brings an edited deck up to date with the deck just built: numbers and our own sentences change; place, size,
 * colours, order, added slides, shapes, comments and animations stay, and so does every text that a person changed.
 * @throws ReportError where the deck was not written by this report.
 */
export const updateDeck = (
  edited: Uint8Array,
  built: Uint8Array,
  {name = "deck.pptx"}: {name?: string} = {},
): DeckUpdate => {
  const [file, source] = [open(edited, name), readPackage(built)];
  const [memory, next] = [readMemory(file), readMemory(source)];
  if (memory.size === 0) throw notOurs(name);
  const fresh = freshShapes(source);
  const updated: string[] = [];
  const kept: {slide: number; name: string; reason: string}[] = [];
  const unmatched = new Set<string>();
  const seen = new Set<string>();
  // What was written last time stays as it is until the end: a slide may stand in the deck twice.
  const remembered = new Map(memory);
  const log = {
    updated: (shape: string): void => {
      updated.push(shape);
      const value = next.get(shape);
      if (value !== undefined) remembered.set(shape, value);
    },
    kept: (slide: number, shape: string, reason: string): void => void kept.push({slide, name: shape, reason}),
    unmatched: (shape: string): void => void unmatched.add(shape),
    remember: (key: string): void => void remembered.set(key, next.get(key) ?? ""),
  };
  for (const [at, path] of slidePaths(file).entries()) {
    const slide = parseXml(partText(file, path));
    const notesPath = related(file, path, "notesSlide");
    const notes = notesPath && file.parts.has(notesPath) ? parseXml(partText(file, notesPath)) : undefined;
    const id = slideId(slide, memory, notes);
    if (id === undefined) continue;
    seen.add(id);
    const context = {file, source, memory, fresh, log, number: at + 1, id, month: next.get("month") ?? ""};
    updateTexts(slide, context);
    if (notes) updateTexts(notes, context);
    updateFrames(slide, {...context, path});
    updateGroups(slide, context);
    write(file, path, slide);
    if (notes && notesPath) write(file, notesPath, notes);
  }
  for (const key of ["month", "language"]) log.remember(key);
  writeMemory(file, remembered);
  dropUnreachable(file);
  const planned = new Set(
    Array.from(next.keys()).flatMap((key) => (key.includes(" ") ? [key.slice(0, key.lastIndexOf(" "))] : [])),
  );
  return {
    bytes: writePackage(file),
    updated,
    kept,
    unmatched: [...unmatched],
    absent: [...planned].filter((id) => !seen.has(id)),
  };
};

const bodyOf = (shape: Element): Element | undefined => elementsOf(shape, "p:txBody")[0];
const textOf = (shape: Element): string =>
  paragraphsOf(bodyOf(shape) ?? shape)
    .map(paragraphText)
    .join("\n");

const write = (file: OfficePackage, path: string, document: Document): void =>
  setPart(file, path, {content: new XMLSerializer().serializeToString(document)});

const open = (bytes: Uint8Array, name: string): OfficePackage => {
  try {
    return readPackage(bytes);
  } catch {
    throw notOurs(name);
  }
};

const notOurs = (name: string): ReportError =>
  new ReportError("deck-not-ours", name, {
    what: {
      zh: "这份演示文稿不是由本报告生成的，或其文档属性已被清除",
      en: "the deck was not written by this report, or its document properties were removed",
    },
    fix: {
      zh: "用最近一次生成的 report.<语言>.pptx 为底稿编辑，不要“检查文档”并删除属性",
      en: "edit the report.<language>.pptx of the last build, and do not remove its properties with Inspect Document",
    },
  });

/** The parts of the slides, in order. */
export const slidePaths = (file: OfficePackage): string[] => {
  const presentation = related(file, "", "officeDocument") ?? "ppt/presentation.xml";
  const targets = new Map(
    relationsOf(file, presentation)
      .filter(({type}) => type === relationType("slide"))
      .map(({id, target}) => [id, target]),
  );
  return elementsOf(parseXml(partText(file, presentation)), "p:sldId").flatMap(
    (slide) => targets.get(slide.getAttribute("r:id") ?? "") ?? [],
  );
};

/** Every named shape of the deck just built. */
const freshShapes = (source: OfficePackage): Map<string, Fresh> => {
  const shapes = new Map<string, Fresh>();
  for (const path of slidePaths(source)) {
    const notes = related(source, path, "notesSlide");
    for (const part of [path, ...(notes ? [notes] : [])]) {
      const tree = parseXml(partText(source, part));
      for (const tag of ["p:sp", "p:graphicFrame", "p:pic", "p:grpSp"])
        for (const shape of elementsOf(tree, tag)) shapes.set(nameOf(shape), {path: part, shape});
    }
  }
  return shapes;
};

/** Which of our slides this is: by the name of a shape, or by a text that only one slide has. */
const slideId = (slide: Document, memory: DeckMemory, notes: Document | undefined): string | undefined => {
  const shapes = ["p:graphicFrame", "p:pic", "p:sp"].flatMap((tag) => elementsOf(slide, tag));
  const known = shapes.map(nameOf).find((name) => memory.has(name));
  const holders = Array.from(memory).filter(([name]) => / (title|text|notes)$/.test(name));
  const found = [...elementsOf(slide, "p:sp"), ...(notes ? elementsOf(notes, "p:sp") : [])].flatMap((shape) => {
    const print = fingerprint(textOf(shape));
    const same = holders.filter(([, value]) => value === print);
    return same.length === 1 ? same.map(([name]) => name) : [];
  });
  const name = known ?? found[0];
  return name?.slice(0, name.lastIndexOf(" "));
};

const updateTexts = (tree: Document, {memory, fresh, log, number, id}: UpdateContext): void => {
  const shapes = elementsOf(tree, "p:sp").filter((shape) => bodyOf(shape));
  const open = new Set(shapes);
  for (const [key, written] of memory) {
    if (key.slice(0, key.lastIndexOf(" ")) !== id || / (chart|table|picture)$/.test(key)) continue;
    const runOf = (shape: Element) => writtenRun(paragraphsOf(bodyOf(shape) as Element), written);
    const named = shapes.find((shape) => nameOf(shape) === key && open.has(shape));
    const shape = named ?? shapes.find((each) => open.has(each) && !memory.has(nameOf(each)) && runOf(each));
    if (!shape) continue;
    open.delete(shape);
    const next = fresh.get(key);
    const body = next && bodyOf(next.shape);
    if (!body) {
      log.unmatched(key);
      continue;
    }
    const run = runOf(shape);
    if (!run) {
      log.kept(number, key, "text_changed_by_person");
      continue;
    }
    replaceRun(run, paragraphsOf(body));
    log.updated(key);
  }
  // An office that renames placeholders leaves a changed title without a name: it is reported all the same.
  for (const shape of open) {
    const type = elementsOf(shape, "p:ph")[0]?.getAttribute("type");
    if (type === "title" && !memory.has(nameOf(shape))) log.kept(number, `${id} title`, "text_changed_by_person");
  }
};
