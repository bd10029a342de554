import {type Document, type Element, XMLSerializer} from "@xmldom/xmldom";
import {altKey, type ChartMemory, type DeckMemory, elementsOf, fingerprint} from "../deck/memory.js";
import {parseXml} from "../deck/slots.js";
import {freePath, type OfficePackage, partText, relate, relationsOf, setPart} from "../office/package.js";
import {mergeChart} from "./chart.js";
import {mergeTable} from "./text.js";
import {hasOwnContent, withSheet, workbookOf} from "./workbook.js";

/** A shape of the deck just built, and the part that it stands in. */
export interface Fresh {
  readonly path: string;
  readonly shape: Element;
}

/** One slide that is being brought up to date. */
export interface UpdateContext {
  readonly file: OfficePackage;
  readonly source: OfficePackage;
  readonly memory: DeckMemory;
  readonly fresh: ReadonlyMap<string, Fresh>;
  readonly log: {
    updated: (shape: string) => void;
    kept: (slide: number, shape: string, reason: string) => void;
    unmatched: (shape: string) => void;
    /** Takes over what the deck just built says under this key. */
    remember: (key: string) => void;
  };
  readonly number: number;
  readonly id: string;
  /** Of the deck just built. */
  readonly month: string;
}

export const nameOf = (shape: Element): string => elementsOf(shape, "p:cNvPr")[0]?.getAttribute("name") ?? "";

/** Brings pictures made of shapes up to date: where a person changed no text in them, their shapes are drawn anew in their place. */
export const updateGroups = (slide: Document, {memory, fresh, log, number}: UpdateContext): void => {
  for (const group of elementsOf(slide, "p:grpSp")) {
    const name = nameOf(group);
    const written = memory.get(name);
    if (written === undefined || !name.endsWith(" picture")) continue;
    const next = fresh.get(name);
    if (!next) {
      log.unmatched(name);
      continue;
    }
    const texts = elementsOf(group, "a:t").map((text) => text.textContent ?? "");
    if (fingerprint(texts.join("")) !== written) {
      log.kept(number, name, "text_changed_by_person");
      continue;
    }
    const shapes = (parent: Element) =>
      (Array.from(parent.childNodes) as Element[]).filter((node) => !/^p:(nvGrpSpPr|grpSpPr)$/.test(node.nodeName));
    for (const shape of shapes(group)) group.removeChild(shape);
    for (const shape of shapes(next.shape)) group.appendChild(slide.importNode(shape, true));
    const alt = elementsOf(next.shape, "p:cNvPr")[0]?.getAttribute("descr");
    if (alt) elementsOf(group, "p:cNvPr")[0]?.setAttribute("descr", alt);
    log.updated(name);
  }
};

/** Brings charts, tables and pictures of a slide up to date. */
export const updateFrames = (slide: Document, context: UpdateContext & {readonly path: string}): void => {
  const {memory, fresh, log, number, file, source, path} = context;
  for (const frame of [...elementsOf(slide, "p:graphicFrame"), ...elementsOf(slide, "p:pic")]) {
    const name = nameOf(frame);
    const next = fresh.get(name);
    if (!/ (chart|table|picture)$/.test(name) || !(memory.has(name) || name.endsWith(" picture"))) continue;
    if (!next) {
      log.unmatched(name);
      continue;
    }
    const [own, alt] = [elementsOf(frame, "p:cNvPr")[0], elementsOf(next.shape, "p:cNvPr")[0]?.getAttribute("descr")];
    if (name.endsWith(" chart")) updateChart(frame, next, {...context, name});
    else if (name.endsWith(" table")) {
      const [table, freshTable] = [elementsOf(frame, "a:tbl")[0], elementsOf(next.shape, "a:tbl")[0]];
      const isOurs =
        table &&
        fingerprint(
          elementsOf(table, "a:t")
            .map((text) => text.textContent ?? "")
            .join(""),
        ) === memory.get(name);
      if (!table || !freshTable || !isOurs || !mergeTable(table, freshTable)) {
        log.kept(number, name, "table_changed_by_person");
        continue;
      }
      log.updated(name);
    } else {
      const target = relationTarget(source, next.path, elementsOf(next.shape, "a:blip")[0]?.getAttribute("r:embed"));
      const bytes = target && source.parts.get(target);
      if (!bytes) continue;
      const media = freePath(file, {folder: "ppt/media", stem: "picture", extension: "png"});
      setPart(file, media, {content: bytes, type: "image/png"});
      elementsOf(frame, "a:blip")[0]?.setAttribute("r:embed", relate(file, path, {type: "image", target: media}));
      log.updated(name);
    }
    if (!own || !alt) continue;
    const written = memory.get(altKey(name));
    if (written !== undefined && fingerprint(own.getAttribute("descr") ?? "") !== written) {
      log.kept(number, name, "alt_changed_by_person");
      continue;
    }
    own.setAttribute("descr", alt);
    log.remember(altKey(name));
  }
};

const relationTarget = (file: OfficePackage, path: string, id: string | null | undefined): string | undefined =>
  relationsOf(file, path).find((relation) => relation.id === id)?.target;

/** Brings one chart up to date: numbers are new, the look that a person gave it stays. */
export const updateChart = (
  frame: Element,
  next: Fresh,
  {file, source, memory, log, number, path, name, month}: UpdateContext & {path: string; name: string},
): void => {
  const part = relationTarget(file, path, elementsOf(frame, "c:chart")[0]?.getAttribute("r:id"));
  const from = relationTarget(source, next.path, elementsOf(next.shape, "c:chart")[0]?.getAttribute("r:id"));
  const freshBook = from && source.parts.get(workbookOf(source, from) ?? "");
  if (!part || !from || !freshBook || !file.parts.has(part)) {
    log.kept(number, name, "chart_replaced_by_person");
    return;
  }
  const written = JSON.parse(memory.get(name) ?? "{}") as ChartMemory;
  const chart = parseXml(partText(file, part));
  const book = workbookOf(file, part);
  const bytes = book ? file.parts.get(book) : undefined;
  const added =
    bytes && hasOwnContent(bytes, written) ? withSheet(bytes, {fresh: freshBook, name: `data ${month}`}) : undefined;
  const text = partText(source, from);
  const fresh = parseXml(added ? text.replaceAll(/(<c(?:15)?:f>)data!/g, `$1'${added.name}'!`) : text);
  for (const change of mergeChart(chart, fresh, written)) log.kept(number, name, change);
  const target = book ?? freePath(file, {folder: "ppt/embeddings", stem: "workbook", extension: "xlsx"});
  setPart(file, target, {
    content: added?.bytes ?? freshBook,
    type: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
  });
  if (!book) linkWorkbook(chart, relate(file, part, {type: "package", target}));
  setPart(file, part, {content: new XMLSerializer().serializeToString(chart)});
  log.updated(name);
};

/** An office that drops the workbook behind a chart gets it back. */
export const linkWorkbook = (chart: Document, relation: string): void => {
  const link = chart.createElementNS("http://schemas.openxmlformats.org/drawingml/2006/chart", "c:externalData");
  link.setAttributeNS("http://schemas.openxmlformats.org/officeDocument/2006/relationships", "r:id", relation);
  const update = chart.createElementNS("http://schemas.openxmlformats.org/drawingml/2006/chart", "c:autoUpdate");
  update.setAttribute("val", "0");
  link.appendChild(update);
  const after = ["c:printSettings", "c:userShapes", "c:extLst"];
  const root = chart.documentElement as Element;
  root.insertBefore(
    link,
    (Array.from(root.childNodes) as Element[]).find((node) => after.includes(node.nodeName)) ?? null,
  );
};
