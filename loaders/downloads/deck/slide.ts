import {textWidth} from "../../../src/figures/specs/parts/text-width.js";
import {hasNativeChart, nativeChart} from "../chart/chart.js";
import {chartCells} from "../chart/data.js";
import type {ChartWords} from "../chart/series.js";
import {freePath, relate, setPart} from "../office/package.js";
import {spreadsheet} from "../office/spreadsheet.js";
import type {PlaceholderName} from "./base-template.js";
import {axisEnds, type ChartMemory, elementsOf, fingerprint, pointKeys, seriesKeys, seriesKinds} from "./memory.js";
import type {PlannedSlide} from "./planned.js";
import {frameShape, type Paragraph, pictureShape, shapeTree, slideNamespaces, textShape} from "./shapes.js";
import {parseXml} from "./slots.js";
import {slideTable} from "./table.js";
import type {DeckTemplate} from "./template.js";
import {fitSize, lineCount} from "./text-fit.js";

export interface SlideContext {
  readonly template: DeckTemplate;
  readonly words: ChartWords;
  /** Stands in the embedded workbooks. */
  readonly date: string;
  /** PNG of a figure that has no native chart. */
  readonly picture: (id: string) => Uint8Array | undefined;
  /** Told what was written under each shape's name, so that a later month can see what a person changed. */
  readonly remember: (name: string, value: string) => void;
}

const presentationml = "application/vnd.openxmlformats-officedocument.presentationml";

/** Writes one slide with its chart, table or picture and its notes. Returns the path of the slide. */
export const addSlide = (slide: PlannedSlide, context: SlideContext): string => {
  const {template, remember} = context;
  const {file} = template;
  const layout = template.layouts[slide.layout];
  const path = freePath(file, {folder: "ppt/slides", stem: "slide", extension: "xml"});
  setPart(file, path, {content: "", type: `${presentationml}.slide+xml`});
  relate(file, path, {type: "slideLayout", target: layout.path});
  let next = 2;
  const shapes: string[] = [];
  const text = (slot: PlaceholderName, paragraphs: readonly Paragraph[] | undefined): void => {
    const place = layout.slots[slot];
    if (!place || !paragraphs || paragraphs.length === 0) return;
    const name = `${slide.id} ${slot.toLowerCase()}`;
    if (slot !== "Number") remember(name, fingerprint(paragraphs.map((paragraph) => paragraph.text).join("\n")));
    shapes.push(
      textShape(
        {id: next++, name},
        {paragraphs, ...(place.placeholder ? {placeholder: place.placeholder} : {box: place.box})},
      ),
    );
  };
  const titleBox = layout.slots.Title?.box;
  const size = slide.layout === "title" ? 40 : 26;
  const room = {width: (titleBox?.w ?? 12) * 72 * 0.95, bold: true};
  // One line at a good size, else two smaller ones: two large ones would touch their neighbours.
  const one = fitSize(slide.title, {...room, lines: 1, size, smallest: Math.round(size * 0.77)});
  const points =
    lineCount(slide.title, {...room, size: one}) === 1
      ? one
      : fitSize(slide.title, {...room, lines: 2, size: size * 0.85, smallest: 14});
  text("Title", [{text: slide.title, ...(points < size && {size: points})}]);
  if (slide.layout === "title") {
    text("Subtitle", slide.body);
  } else {
    text("Section", [{text: slide.section}]);
    text(
      "Subtitle",
      slide.subtitle
        ? [{text: slide.subtitle, ...smaller(slide.subtitle, {width: layout.slots.Subtitle?.box.w ?? 12, size: 14})}]
        : undefined,
    );
    text("Text", slide.body);
    if (slide.table) table();
    else if (slide.figure && hasNativeChart(slide.figure)) chart();
    else if (slide.figure) picture();
    text("Takeaways", slide.takeaways);
    text(
      "Source",
      slide.source
        ? [{text: slide.source, ...smaller(slide.source, {width: layout.slots.Source?.box.w ?? 11, size: 9})}]
        : undefined,
    );
    text("Number", [{text: ""}]);
  }
  const notes = addNotes(path, slide, context);
  remember(`${slide.id} notes`, fingerprint(slide.notes.join("\n")));
  relate(file, path, {type: "notesSlide", target: notes});
  setPart(file, path, {
    content: `<p:sld ${slideNamespaces}>${shapeTree(shapes.join(""))}<p:clrMapOvr><a:masterClrMapping/></p:clrMapOvr></p:sld>`,
  });
  return path;

  function chart(): void {
    const place = layout.slots.Chart;
    if (!place || !slide.figure) return;
    const content = `<c:chart xmlns:c="http://schemas.openxmlformats.org/drawingml/2006/chart" r:id="${relate(file, path, {type: "chart", target: addChart(slide.figure)})}"/>`;
    shapes.push(
      frameShape(
        {id: next++, name: `${slide.id} chart`, description: slide.figure.alt},
        {box: place.box, placeholder: place.placeholder, uri: "chart", content},
      ),
    );
  }

  function addChart(figure: NonNullable<PlannedSlide["figure"]>): string {
    const part = freePath(file, {folder: "ppt/charts", stem: "chart", extension: "xml"});
    const book = freePath(file, {folder: "ppt/embeddings", stem: "workbook", extension: "xlsx"});
    const {xml, data} = nativeChart(figure, {
      words: context.words,
      externalData: relate(file, part, {type: "package", target: book}),
    });
    setPart(file, part, {content: xml, type: "application/vnd.openxmlformats-officedocument.drawingml.chart+xml"});
    const rows = chartCells(data);
    const drawn = parseXml(xml);
    const memory: ChartMemory = {
      series: seriesKeys(drawn),
      kinds: seriesKinds(drawn),
      points: pointKeys(drawn),
      axes: axisEnds(drawn),
      columns: data.columns.length,
      rows: rows.length,
    };
    remember(`${slide.id} chart`, JSON.stringify(memory));
    const sheet = {
      name: "data",
      rows,
      widths: data.columns.map(({header}) => Math.min(30, Math.max(12, textWidth(header, {size: 2}) + 2))),
    };
    setPart(file, book, {
      content: spreadsheet([sheet], {title: figure.title, date: context.date}),
      type: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    });
    return part;
  }

  function table(): void {
    const place = layout.slots.Table ?? layout.slots.Chart;
    if (!place || !slide.table) return;
    const {xml, height} = slideTable(slide.table, {box: place.box, language: context.words.language});
    const box = {...place.box, h: Math.min(height, place.box.h)};
    remember(
      `${slide.id} table`,
      fingerprint(
        elementsOf(parseXml(`<t xmlns:a="a">${xml}</t>`), "a:t")
          .map((text) => text.textContent ?? "")
          .join(""),
      ),
    );
    shapes.push(
      frameShape(
        {id: next++, name: `${slide.id} table`, description: slide.figure?.alt ?? slide.title},
        {box, placeholder: place.placeholder, uri: "table", content: xml},
      ),
    );
  }

  function picture(): void {
    const place = layout.slots.Chart;
    const png = slide.figure && context.picture(slide.figure.id);
    if (!place || !slide.figure || !png) return;
    const target = freePath(file, {folder: "ppt/media", stem: "picture", extension: "png"});
    setPart(file, target, {content: png, type: "image/png"});
    shapes.push(
      pictureShape(
        {id: next++, name: `${slide.id} picture`, description: slide.figure.alt},
        {relation: relate(file, path, {type: "image", target}), box: within(place.box, png)},
      ),
    );
  }
};

const smaller = (text: string, {width, size}: {width: number; size: number}): {size?: number} => {
  const points = fitSize(text, {width: width * 72 * 0.98, lines: 1, size, smallest: 7});
  return points < size ? {size: points} : {};
};

/** PNG keeps width and height in its first chunk. */
const within = (box: {x: number; y: number; w: number; h: number}, png: Uint8Array) => {
  const view = new DataView(png.buffer, png.byteOffset);
  const ratio = view.getUint32(16) / view.getUint32(20);
  const w = Math.min(box.w, box.h * ratio);
  return {x: box.x, y: box.y, w, h: w / ratio};
};

const addNotes = (slidePath: string, slide: PlannedSlide, {template: {file}}: SlideContext): string => {
  const path = freePath(file, {folder: "ppt/notesSlides", stem: "notesSlide", extension: "xml"});
  const image = `<p:sp><p:nvSpPr><p:cNvPr id="2" name="Slide"/><p:cNvSpPr><a:spLocks noGrp="1" noRot="1" noChangeAspect="1"/></p:cNvSpPr><p:nvPr><p:ph type="sldImg"/></p:nvPr></p:nvSpPr><p:spPr/></p:sp>`;
  const body = textShape(
    {id: 3, name: `${slide.id} notes`},
    {paragraphs: slide.notes.map((text) => ({text})), placeholder: {type: "body", idx: "1"}},
  );
  setPart(file, path, {
    content: `<p:notes ${slideNamespaces}>${shapeTree(image + body)}<p:clrMapOvr><a:masterClrMapping/></p:clrMapOvr></p:notes>`,
    type: `${presentationml}.notesSlide+xml`,
  });
  relate(file, path, {type: "slide", target: slidePath});
  const master = Array.from(file.parts.keys()).find((part) => /^ppt\/notesMasters\/[^/]+\.xml$/.test(part));
  if (master) relate(file, path, {type: "notesMaster", target: master});
  return path;
};
