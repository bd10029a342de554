import {DOMParser, type Document, type Element} from "@xmldom/xmldom";
import {type Bilingual, ReportError} from "../errors.js";
import {
  addNotesMaster,
  baseTemplate,
  type LayoutKey,
  layouts,
  type PlaceholderName,
  slideSize,
} from "./base-template.js";
import {
  freePath,
  type OfficePackage,
  partText,
  readPackage,
  relate,
  related,
  relationsOf,
  relationType,
  setPart,
} from "./office-package.js";
import {type Box, inches, type Placeholder} from "./slide-shapes.js";

interface Slot {
  readonly box: Box;
  /** Absent where the layout lacks the placeholder: the text then gets a box of its own. */
  readonly placeholder?: Placeholder;
}

/** A deck without slides, and where each kind of slide puts its texts. */
export interface DeckTemplate {
  readonly file: OfficePackage;
  readonly layouts: Readonly<
    Record<LayoutKey, {readonly path: string; readonly slots: Readonly<Partial<Record<PlaceholderName, Slot>>>}>
  >;
  readonly messages: readonly Bilingual[];
}

const aliases: Readonly<Record<string, PlaceholderName>> = {
  标题: "Title",
  结论: "Title",
  finding: "Title",
  title: "Title",
  副标题: "Subtitle",
  subtitle: "Subtitle",
  章节: "Section",
  section: "Section",
  图表: "Chart",
  chart: "Chart",
  要点: "Takeaways",
  takeaways: "Takeaways",
  正文: "Text",
  text: "Text",
  表格: "Table",
  table: "Table",
  来源: "Source",
  source: "Source",
  页码: "Number",
  number: "Number",
};
const byType: Readonly<Record<string, PlaceholderName>> = {
  title: "Title",
  ctrTitle: "Title",
  subTitle: "Subtitle",
  chart: "Chart",
  tbl: "Table",
  sldNum: "Number",
};
const layoutNames: Readonly<Record<LayoutKey, readonly string[]>> = {
  title: ["title", "标题", "标题幻灯片", "title slide"],
  finding: ["finding", "结论", "图表", "chart"],
  text: ["text", "正文", "文本"],
  table: ["table", "表格"],
};

export const parseXml = (text: string): Document => new DOMParser().parseFromString(text, "text/xml");
const elements = (node: Document | Element, name: string): Element[] =>
  Array.from(node.getElementsByTagName(name)) as Element[];

const boxOf = (shape: Element): Box | undefined => {
  const [offset] = elements(shape, "a:off");
  const [extent] = elements(shape, "a:ext").filter((element) => element.hasAttribute("cx"));
  if (!offset || !extent) return undefined;
  const number = (element: Element, name: string): number => inches(Number(element.getAttribute(name)));
  return {x: number(offset, "x"), y: number(offset, "y"), w: number(extent, "cx"), h: number(extent, "cy")};
};

const slotsOf = (layout: Document, master: Document): Partial<Record<PlaceholderName, Slot>> => {
  const slots: Partial<Record<PlaceholderName, Slot>> = {};
  for (const shape of elements(layout, "p:sp")) {
    const [holder] = elements(shape, "p:ph");
    if (!holder) continue;
    const type = holder.getAttribute("type") || "obj";
    const [properties] = elements(shape, "p:cNvPr");
    const own = (properties?.getAttribute("name") ?? "")
      .trim()
      .toLowerCase()
      .replace(/ placeholder.*$/, "");
    const name = aliases[own] ?? byType[type];
    const inherited = elements(master, "p:sp").find(
      (other) => elements(other, "p:ph")[0]?.getAttribute("type") === type.replace("ctrTitle", "title"),
    );
    const box = boxOf(shape) ?? (inherited && boxOf(inherited));
    if (name && box && !slots[name]) slots[name] = {box, placeholder: {type, idx: holder.getAttribute("idx") || null}};
  }
  return slots;
};

/** Our own template, or a company's: its master, layouts, colours and fonts stay, its slides go. */
export const deckTemplate = (bytes?: Uint8Array, {name = "template.pptx"}: {name?: string} = {}): DeckTemplate => {
  let file: OfficePackage;
  try {
    file = bytes ? readPackage(bytes) : baseTemplate();
  } catch {
    throw unreadable(name);
  }
  const presentation = related(file, "", "officeDocument");
  if (!presentation || !file.parts.has(presentation)) throw unreadable(name);
  dropSlides(file, presentation);
  if (!related(file, presentation, "notesMaster")) giveNotesMaster(file, presentation);
  const [size] = elements(parseXml(partText(file, presentation)), "p:sldSz");
  const scale = {
    x: inches(Number(size?.getAttribute("cx") ?? 0)) / slideSize.w,
    y: inches(Number(size?.getAttribute("cy") ?? 0)) / slideSize.h,
  };
  const master = relationsOf(file, presentation).find(({type}) => type === relationType("slideMaster"))?.target;
  const found = master
    ? relationsOf(file, master)
        .filter(({type}) => type === relationType("slideLayout"))
        .map(({target}) => describe(file, target, master))
    : [];
  if (found.length === 0) throw unreadable(name);
  const messages: Bilingual[] = [];
  const chosen = Object.entries(layouts).map(([key, {slots: wanted}]) => {
    const layout = choose(found, key as LayoutKey);
    const missing: string[] = [];
    const slots = wanted.map(({name: slot, box}) => {
      const own = layout.slots[slot];
      if (!own) missing.push(slot);
      return [slot, own ?? {box: {x: box.x * scale.x, y: box.y * scale.y, w: box.w * scale.x, h: box.h * scale.y}}];
    });
    if (missing.length > 0) messages.push(lacking(name, {layout: layout.name, missing}));
    return [key, {path: layout.path, slots: Object.fromEntries(slots)}];
  });
  return {file, layouts: Object.fromEntries(chosen), messages: bytes ? messages : []};
};

interface Layout {
  readonly path: string;
  readonly name: string;
  readonly type: string;
  readonly slots: Partial<Record<PlaceholderName, Slot>>;
}

const describe = (file: OfficePackage, path: string, master: string): Layout => {
  const layout = parseXml(partText(file, path));
  return {
    path,
    name: elements(layout, "p:cSld")[0]?.getAttribute("name") ?? path,
    type: layout.documentElement?.getAttribute("type") ?? "",
    slots: slotsOf(layout, parseXml(partText(file, master))),
  };
};

/** By name first, then by what it is: a title slide, or a slide with little but a title. */
const choose = (found: readonly Layout[], key: LayoutKey): Layout => {
  const named = found.find(({name}) => layoutNames[key].includes(name.trim().toLowerCase()));
  const kinds = key === "title" ? ["title"] : ["titleOnly", "obj", "tx"];
  return (named ??
    kinds.map((kind) => found.find(({type}) => type === kind)).find(Boolean) ??
    found.find(({slots}) => slots.Title) ??
    found[0]) as Layout;
};

const lacking = (where: string, {layout, missing}: {layout: string; missing: readonly string[]}): Bilingual => ({
  zh: `${where} 的版式“${layout}”没有名为 ${missing.join("、")} 的占位符，这些内容放进了文本框。`,
  en: `${where}: the layout "${layout}" has no placeholder named ${missing.join(", ")}; text boxes stand in for them.`,
});

const unreadable = (name: string): ReportError =>
  new ReportError("template-unreadable", name, {
    what: {
      zh: "打不开这个模板，或其中没有母版和版式",
      en: "the template cannot be opened, or has no master and layouts",
    },
    fix: {
      zh: "用 PowerPoint 另存为 .pptx（不要加密），再放到报告文件夹",
      en: "save it from PowerPoint as .pptx, without a password, into the report folder",
    },
  });

const dropSlides = (file: OfficePackage, presentation: string): void => {
  const slides = relationsOf(file, presentation).filter(({type}) => type === relationType("slide"));
  for (const {target} of slides) {
    for (const {type, target: notes} of relationsOf(file, target))
      if (type === relationType("notesSlide")) file.parts.delete(notes);
    file.parts.delete(target);
  }
  file.relations.set(
    presentation,
    relationsOf(file, presentation).filter((relation) => !slides.includes(relation)),
  );
  const text = partText(file, presentation)
    .replace(/<p:sldIdLst\b[^>]*?(?:\/>|>[\s\S]*?<\/p:sldIdLst>)/, "")
    .replace(/<p:ext\b[^>]*uri="\{521415D9[\s\S]*?<\/p:ext>/, "")
    .replace(/<p:custShowLst\b[\s\S]*?<\/p:custShowLst>/, "")
    .replace(/<p:sldSz/, "<p:sldIdLst/><p:sldSz");
  setPart(file, presentation, {content: text});
};

const giveNotesMaster = (file: OfficePackage, presentation: string): void => {
  const theme = freePath(file, {folder: "ppt/theme", stem: "theme", extension: "xml"});
  const first = Array.from(file.parts.keys()).find((path) => /^ppt\/theme\/theme\d+\.xml$/.test(path));
  if (!first) return;
  setPart(file, theme, {
    content: partText(file, first),
    type: "application/vnd.openxmlformats-officedocument.theme+xml",
  });
  const id = relate(file, presentation, {type: "notesMaster", target: addNotesMaster(file, theme)});
  const list = `<p:notesMasterIdLst><p:notesMasterId r:id="${id}"/></p:notesMasterIdLst>`;
  setPart(file, presentation, {
    content: partText(file, presentation).replace("</p:sldMasterIdLst>", `</p:sldMasterIdLst>${list}`),
  });
};
