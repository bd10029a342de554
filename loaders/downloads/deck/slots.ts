import {DOMParser, type Document, type Element} from "@xmldom/xmldom";
import type {PlaceholderName} from "./layouts.js";
import {type Box, inches, type Placeholder} from "./shapes.js";

export interface Slot {
  readonly box: Box;
  /** Absent where the layout lacks the placeholder: the text then gets a box of its own. */
  readonly placeholder?: Placeholder;
}

export type FoundSlots = Partial<Record<PlaceholderName | "Content", Slot>>;
export type ResolvedSlots = Readonly<Partial<Record<PlaceholderName, Slot>>>;

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
  图: "Picture",
  picture: "Picture",
  议程: "Agenda",
  agenda: "Agenda",
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
/** Without line numbers, which cost a third of the time. */
export const parseXml = (text: string): Document => new DOMParser({locator: false}).parseFromString(text, "text/xml");
export const elementsNamed = (node: Document | Element, name: string): Element[] =>
  Array.from(node.getElementsByTagName(name)) as Element[];

/** Where a shape stands, if it says so itself. */
export const boxOf = (shape: Element): Box | undefined => {
  const [offset] = elementsNamed(shape, "a:off");
  const [extent] = elementsNamed(shape, "a:ext").filter((element) => element.hasAttribute("cx"));
  if (!offset || !extent) return undefined;
  const number = (element: Element, name: string): number => inches(Number(element.getAttribute(name)));
  return {x: number(offset, "x"), y: number(offset, "y"), w: number(extent, "cx"), h: number(extent, "cy")};
};

/** Placeholders of a layout: by our names, else by what they are; the first content without a name is "Content". */
export const slotsOf = (layout: Document, master: Document): FoundSlots => {
  const slots: FoundSlots = {};
  for (const shape of elementsNamed(layout, "p:sp")) {
    const [holder] = elementsNamed(shape, "p:ph");
    if (!holder) continue;
    const type = holder.getAttribute("type") || "obj";
    const [properties] = elementsNamed(shape, "p:cNvPr");
    const own = (properties?.getAttribute("name") ?? "")
      .trim()
      .toLowerCase()
      .replace(/ placeholder.*$/, "");
    const name = aliases[own] ?? byType[type] ?? (type === "obj" || type === "body" ? "Content" : undefined);
    const inherited = elementsNamed(master, "p:sp").find(
      (other) => elementsNamed(other, "p:ph")[0]?.getAttribute("type") === type.replace("ctrTitle", "title"),
    );
    const box = boxOf(shape) ?? (inherited && boxOf(inherited));
    if (name && box && !slots[name]) slots[name] = {box, placeholder: {type, idx: holder.getAttribute("idx") || null}};
  }
  return slots;
};

/**
 * Where each text and chart of a slide goes: into its placeholder; into the layout's one content placeholder, which a
 * chart shares with its key points; or into a box of its own. Section and page number do without.
 */
export const resolveSlots = (
  found: FoundSlots,
  {
    wanted,
    scale,
  }: {
    wanted: readonly {readonly name: PlaceholderName; readonly box: Box}[];
    scale: {readonly x: number; readonly y: number};
  },
): {slots: ResolvedSlots; missing: PlaceholderName[]} => {
  const names = wanted.map(({name}) => name);
  const slots: Partial<Record<PlaceholderName, Slot>> = {};
  const {Title: title, Content: content} = found;
  const line = 0.36 * scale.y;
  const top = title && names.includes("Subtitle") && !found.Subtitle ? title.box.y + title.box.h + line : 0;
  const below = (box: Box): Box => (box.y >= top ? box : {...box, y: top, h: Math.max(1, box.h - (top - box.y))});
  for (const {name, box} of wanted) {
    const own = found[name];
    if (own) slots[name] = own;
    else if (name === "Subtitle" && title) slots[name] = {box: {...title.box, y: title.box.y + title.box.h, h: line}};
    else if (name === "Chart" && content)
      slots[name] = {...content, box: {...below(content.box), w: content.box.w * (found.Takeaways ? 1 : 0.7)}};
    else if (name === "Takeaways" && content && found.Chart) slots[name] = content;
    else if (name === "Takeaways" && content)
      slots[name] = {box: {...below(content.box), x: content.box.x + content.box.w * 0.72, w: content.box.w * 0.28}};
    else if ((name === "Text" || name === "Table") && content) slots[name] = {...content, box: below(content.box)};
    else if (name !== "Section" && name !== "Number")
      slots[name] = {box: {x: box.x * scale.x, y: box.y * scale.y, w: box.w * scale.x, h: box.h * scale.y}};
  }
  return {slots, missing: names.filter((name) => !found[name])};
};
