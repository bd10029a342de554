import {freePath, type OfficePackage, relate, setPart} from "../office/package.js";
import {evidence} from "./evidence.js";
import type {PlaceholderName} from "./layouts.js";
import {fingerprint} from "./memory.js";
import {monthPicture} from "./month.js";
import type {PlannedSlide} from "./planned.js";
import {type Paragraph, shapeTree, slideNamespaces, textShape} from "./shapes.js";
import type {OpenSlide, Shape, SlideContext} from "./slide-context.js";
import {fitSize, lineCount} from "./text-fit.js";

const presentationml = "application/vnd.openxmlformats-officedocument.presentationml";

/** Room for a slide: others can lead to it before it is written. */
export function newSlide(file: OfficePackage): string {
  const path = freePath(file, {folder: "ppt/slides", stem: "slide", extension: "xml"});
  setPart(file, path, {content: "", type: `${presentationml}.slide+xml`});
  return path;
}

/** Writes one slide with its chart, table or picture and its notes. Returns the path of the slide. */
export function addSlide(slide: PlannedSlide, context: SlideContext): string {
  const {template, remember} = context;
  const {file} = template;
  const layout = template.layouts[slide.layout];
  const path = context.paths.get(slide.id) ?? newSlide(file);
  relate(file, path, {type: "slideLayout", target: layout.path});
  const page: OpenSlide = {...context, slide, path, slots: layout.slots};
  const shapes = [...title(page), ...(slide.layout === "title" ? text(page, "Subtitle", slide.body) : inside(page))];
  const notes = addNotes(page);
  remember(`${slide.id} notes`, fingerprint(slide.notes.join("\n")));
  relate(file, path, {type: "notesSlide", target: notes});
  // Number 1 is the tree that holds them.
  const drawn = shapes.map((shape, index) => shape(index + 2)).join("");
  setPart(file, path, {
    content: `<p:sld ${slideNamespaces}>${shapeTree(drawn)}<p:clrMapOvr><a:masterClrMapping/></p:clrMapOvr></p:sld>`,
  });
  return path;
}

/** Everything below the title of a slide that is not the first. */
function inside(page: OpenSlide): Shape[] {
  const {section, subtitle, body, takeaways, source, agenda, layout} = page.slide;
  if (isFar(layout))
    return [
      ...monthPicture(page),
      ...text(page, "Text", body),
      ...evidence(page),
      ...text(page, "Takeaways", takeaways),
      ...text(page, "Agenda", agenda && [agenda]),
      ...text(
        page,
        "Source",
        source === undefined ? undefined : [typeof source === "string" ? {text: source} : source],
      ),
      ...text(page, "Number", [{text: ""}]),
    ];
  return [
    ...text(page, "Section", [{text: section}]),
    ...text(page, "Subtitle", oneLine(page, {slot: "Subtitle", line: subtitle, width: 12, size: 14})),
    ...text(page, "Text", body),
    ...evidence(page),
    ...text(page, "Takeaways", takeaways),
    ...text(
      page,
      "Source",
      oneLine(page, {slot: "Source", line: typeof source === "object" ? source.text : source, width: 11, size: 9}),
    ),
    ...text(page, "Number", [{text: ""}]),
  ];
}

/** One line at a good size, else two smaller ones: two large ones would touch their neighbours. */
function title(page: OpenSlide): Shape[] {
  const {title: words, layout} = page.slide;
  const size = layout === "title" ? 40 : isFar(layout) ? 30 : 26;
  const room = {width: (page.slots.Title?.box.w ?? 12) * 72 * 0.95, bold: true};
  const one = fitSize(words, {...room, lines: 1, size, smallest: Math.round(size * 0.77)});
  const points =
    lineCount(words, {...room, size: one}) === 1
      ? one
      : fitSize(words, {...room, lines: 2, size: size * 0.85, smallest: isFar(layout) ? 20 : 14});
  return text(page, "Title", [{text: words, ...(points < size && {size: points})}]);
}

/** Slides that are read from the back of the room. */
const isFar = (layout: PlannedSlide["layout"]): boolean => ["month", "message", "rows"].includes(layout);

function linkTo({template: {file}, path, paths}: OpenSlide, slide: string): string | undefined {
  const target = paths.get(slide);
  return target && relate(file, path, {type: "slide", target});
}

/** A text in its place, if the layout has one. */
function text(page: OpenSlide, slot: PlaceholderName, paragraphs: readonly Paragraph[] | undefined): Shape[] {
  const {slide, slots, remember} = page;
  const place = slots[slot];
  if (!place || !paragraphs || paragraphs.length === 0) return [];
  const name = `${slide.id} ${slot.toLowerCase()}`;
  // A list of links is of the deck that it leads through: another month's would lead elsewhere.
  const isList = slot === "Agenda" || (slot === "Subtitle" && paragraphs.some(({links}) => links));
  if (slot !== "Number" && !isList)
    remember(name, fingerprint(paragraphs.map((paragraph) => paragraph.text).join("\n")));
  const where = place.placeholder ? {placeholder: place.placeholder} : {box: place.box};
  const columns = paragraphs === slide.body ? (slide.columns ?? 1) : 1;
  return [(id) => textShape({id, name}, {paragraphs, columns, linkTo: (slide) => linkTo(page, slide), ...where})];
}

/** A paragraph set smaller where it would not fit on its line; `width` in inches stands in for a missing place. */
function oneLine(
  {slots}: OpenSlide,
  {slot, line, width, size}: {slot: PlaceholderName; line: string | undefined; width: number; size: number},
): Paragraph[] | undefined {
  if (!line) return undefined;
  const points = fitSize(line, {width: (slots[slot]?.box.w ?? width) * 72 * 0.98, lines: 1, size, smallest: 7});
  return [{text: line, ...(points < size && {size: points})}];
}

function addNotes({slide, path: slidePath, template: {file}}: OpenSlide): string {
  const path = freePath(file, {folder: "ppt/notesSlides", stem: "notesSlide", extension: "xml"});
  const image = `<p:sp><p:nvSpPr><p:cNvPr id="2" name="Slide"/><p:cNvSpPr><a:spLocks noGrp="1" noRot="1" noChangeAspect="1"/></p:cNvSpPr><p:nvPr><p:ph type="sldImg"/></p:nvPr></p:nvSpPr><p:spPr/></p:sp>`;
  const body = textShape(
    {id: 3, name: `${slide.id} notes`},
    {paragraphs: slide.notes.map((note) => ({text: note})), placeholder: {type: "body", idx: "1"}},
  );
  setPart(file, path, {
    content: `<p:notes ${slideNamespaces}>${shapeTree(image + body)}<p:clrMapOvr><a:masterClrMapping/></p:clrMapOvr></p:notes>`,
    type: `${presentationml}.notesSlide+xml`,
  });
  relate(file, path, {type: "slide", target: slidePath});
  const master = Array.from(file.parts.keys()).find((part) => /^ppt\/notesMasters\/[^/]+\.xml$/.test(part));
  if (master) relate(file, path, {type: "notesMaster", target: master});
  return path;
}
