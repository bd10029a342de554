import {basename} from "node:path";
import type {Language} from "../../../src/words/language.js";
import {escapeXml} from "../../draw/xml.js";
import {type DownloadInput, monthEnd} from "../contents/input.js";
import {downloadWords} from "../contents/words.js";
import {
  dropUnreachable,
  type OfficePackage,
  partText,
  relate,
  related,
  relationsOf,
  relationType,
  setPart,
  writePackage,
} from "../office/package.js";
import {coreXml} from "../office/spreadsheet.js";
import {altKey, type DeckMemory, fingerprint, writeMemory} from "./memory.js";
import {deckPlan} from "./plan.js";
import type {PlannedSlide} from "./planned.js";
import {addSlide, newSlide} from "./slide.js";
import {deckTemplate} from "./template.js";

/**
 * The deck of one language as a pptx file. `template` is a company's own pptx; `pictures` holds a PNG for each
 * figure without a native chart.
 * @throws ReportError where the template cannot be used.
 */
export const deck = (
  input: DownloadInput,
  language: Language,
  {template: bytes, pictures = new Map()}: {template?: Uint8Array; pictures?: ReadonlyMap<string, Uint8Array>} = {},
): Uint8Array => {
  const template = deckTemplate(bytes, {...(input.template && {name: basename(input.template)})});
  for (const message of template.messages) input.onMessage?.(message);
  const {file} = template;
  const presentation = related(file, "", "officeDocument") ?? "ppt/presentation.xml";
  const date = monthEnd(input.report.month);
  const memory: DeckMemory = new Map([
    ["language", language],
    ["month", input.report.month],
  ]);
  const plan = deckPlan(input, language);
  const paths = new Map(plan.map(({id}) => [id, newSlide(file)]));
  const ids = plan.map((slide, index) => {
    const path = addSlide(slide, {
      template,
      paths,
      words: downloadWords[language].chart,
      date,
      picture: (id) => pictures.get(id),
      remember: (name, value) => memory.set(name, value),
    });
    if (slide.figure ?? slide.table) memory.set(altKey(slide.id), fingerprint(slide.figure?.alt ?? slide.title));
    return {
      id: 256 + index,
      relation: relate(file, presentation, {type: "slide", target: path}),
      section: slide.section,
    };
  });
  const list = `<p:sldIdLst>${ids.map(({id, relation}) => `<p:sldId id="${id}" r:id="${relation}"/>`).join("")}</p:sldIdLst>`;
  setPart(file, presentation, {
    content: withSections(partText(file, presentation).replace("<p:sldIdLst/>", list), ids),
  });
  const title = `${input.report.company[language]} ${downloadWords[language].report} ${input.report.month}`;
  writeProperties(file, {title, date, memory});
  dropUnreachable(file);
  return writePackage(file);
};

function writeProperties(
  file: OfficePackage,
  {title, date, memory}: {title: string; date: string; memory: DeckMemory},
): void {
  const others = relationsOf(file, "").filter(({type}) => type !== relationType("core-properties"));
  file.relations.set("", others);
  relate(file, "", {type: "core-properties", target: "docProps/core.xml"});
  setPart(file, "docProps/core.xml", {
    content: coreXml({title, date}),
    type: "application/vnd.openxmlformats-package.core-properties+xml",
  });
  writeMemory(file, memory);
}

const sectionUri = "{521415D9-36F7-43E2-AB2F-B90AF26B5E84}";

/** Groups the slides in PowerPoint's slide sorter. */
const withSections = (
  presentation: string,
  slides: readonly {readonly id: number; readonly section: PlannedSlide["section"]}[],
): string => {
  const groups: {name: string; ids: number[]}[] = [];
  for (const {id, section} of slides) {
    if (groups.at(-1)?.name === section) groups.at(-1)?.ids.push(id);
    else groups.push({name: section, ids: [id]});
  }
  const guid = (index: number): string => `{00000000-0000-4000-9000-${String(index + 1).padStart(12, "0")}}`;
  const sections = groups.map(
    ({name, ids}, index) =>
      `<p14:section name="${escapeXml(name)}" id="${guid(index)}"><p14:sldIdLst>${ids.map((id) => `<p14:sldId id="${id}"/>`).join("")}</p14:sldIdLst></p14:section>`,
  );
  const extension = `<p:ext uri="${sectionUri}"><p14:sectionLst xmlns:p14="http://schemas.microsoft.com/office/powerpoint/2010/main">${sections.join("")}</p14:sectionLst></p:ext>`;
  if (presentation.includes("</p:extLst></p:presentation>"))
    return presentation.replace("</p:extLst></p:presentation>", () => `${extension}</p:extLst></p:presentation>`);
  return presentation
    .replace(/<p:extLst\/>(?=<\/p:presentation>)/, "")
    .replace("</p:presentation>", () => `<p:extLst>${extension}</p:extLst></p:presentation>`);
};
