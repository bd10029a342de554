import type {Bilingual} from "../../../src/words/language.js";
import {ReportError} from "../../messages/errors.js";
import {
  freePath,
  type OfficePackage,
  partText,
  readPackage,
  relate,
  related,
  relationsOf,
  relationType,
  removePart,
  setPart,
} from "../office/package.js";
import {addNotesMaster, baseTemplate} from "./base-template.js";
import {type LayoutKey, layouts, slideSize} from "./layouts.js";
import {inches} from "./shapes.js";
import {elementsNamed, type FoundSlots, parseXml, type ResolvedSlots, resolveSlots, slotsOf} from "./slots.js";

/** A deck without slides, and where each kind of slide puts its texts. */
export interface DeckTemplate {
  readonly file: OfficePackage;
  readonly layouts: Readonly<Record<LayoutKey, {readonly path: string; readonly slots: ResolvedSlots}>>;
  readonly messages: readonly Bilingual[];
}

const layoutNames: Readonly<Record<LayoutKey, readonly string[]>> = {
  title: ["title", "标题", "标题幻灯片", "title slide"],
  month: ["month", "本月", "text", "正文", "文本"],
  message: ["message", "一页一事", "finding", "结论", "图表", "chart"],
  rows: ["rows", "清单", "table", "表格"],
  finding: ["finding", "结论", "图表", "chart"],
  text: ["text", "正文", "文本"],
  table: ["table", "表格"],
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
  const [size] = elementsNamed(parseXml(partText(file, presentation)), "p:sldSz");
  const scale = {
    x: inches(Number(size?.getAttribute("cx") ?? 0)) / slideSize.w,
    y: inches(Number(size?.getAttribute("cy") ?? 0)) / slideSize.h,
  };
  const master = relationsOf(file, presentation).find(({type}) => type === relationType("slideMaster"))?.target;
  const found = master ? layoutsOf(file, master) : [];
  if (found.length === 0) throw unreadable(name);
  const messages: Bilingual[] = [];
  const chosen = Object.entries(layouts).map(([key, {slots: wanted}]) => {
    const layout = choose(found, key as LayoutKey);
    const {slots, missing} = resolveSlots(layout.slots, {wanted, scale});
    if (missing.length > 0) messages.push(lacking(name, {layout: layout.name, missing}));
    return [key, {path: layout.path, slots}];
  });
  return {file, layouts: Object.fromEntries(chosen), messages: bytes ? messages : []};
};

interface Layout {
  readonly path: string;
  readonly name: string;
  readonly type: string;
  readonly slots: FoundSlots;
}

function layoutsOf(file: OfficePackage, path: string): Layout[] {
  const master = parseXml(partText(file, path));
  const layouts = relationsOf(file, path).filter(({type}) => type === relationType("slideLayout"));
  return layouts.map(({target}) => {
    const layout = parseXml(partText(file, target));
    return {
      path: target,
      name: elementsNamed(layout, "p:cSld")[0]?.getAttribute("name") ?? target,
      type: layout.documentElement?.getAttribute("type") ?? "",
      slots: slotsOf(layout, master),
    };
  });
}

/** By name first, then by what it is: a title slide, or a slide with little but a title. */
const choose = (found: readonly Layout[], key: LayoutKey): Layout => {
  const named = layoutNames[key].flatMap((wanted) => found.filter(({name}) => name.trim().toLowerCase() === wanted))[0];
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
      if (type === relationType("notesSlide")) removePart(file, notes);
    removePart(file, target);
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
