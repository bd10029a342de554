import type {Readable} from "node:stream";
import {type SaxesAttributePlain, SaxesParser} from "saxes";
import {ReportError} from "../../messages/errors.js";
import {guardSize} from "../bytes/unpack.js";
import type {Zip} from "../bytes/zip.js";
import {limits} from "../intake/limits.js";
import {type CellKind, cellKind} from "./cell-text.js";

export interface Sheet {
  readonly name: string;
  readonly path: string;
  readonly hidden: boolean;
}

export interface Workbook {
  readonly sheets: readonly Sheet[];
  readonly date1904: boolean;
  readonly strings: readonly string[];
  /** By style number: how a number in such a cell is shown. */
  readonly kinds: readonly (CellKind | undefined)[];
}

export interface XmlEvents {
  open(name: string, attributes: Readonly<Record<string, string>>): void;
  close?(name: string): void;
  text?(text: string): void;
}

const localName = (name: string) => name.slice(name.indexOf(":") + 1);

/** Streams one XML file of a workbook. No entity but the five plain ones is known; a DOCTYPE ends the reading. */
export async function readXml(
  zip: Zip,
  path: string,
  {name, events, stop = () => false}: {name: string; events: XmlEvents; stop?: () => boolean},
): Promise<boolean> {
  const entry = zip.entries.get(path);
  if (!entry) return false;
  const parser = new SaxesParser({position: false});
  let quiet = 0;
  parser.on("doctype", () => {
    throw unsafe(name);
  });
  parser.on("opentag", (tag) => {
    quiet = 0;
    events.open(localName(tag.name), tag.attributes as Record<string, SaxesAttributePlain & string>);
  });
  parser.on("closetag", (tag) => {
    quiet = 0;
    events.close?.(localName(tag.name));
  });
  if (events.text) parser.on("text", (text) => events.text?.(text));
  parser.on("error", (error) => {
    throw damaged(name, error.message);
  });
  const decoder = new TextDecoder("utf-8");
  const stream: Readable = (await zip.stream(entry)).pipe(guardSize(name, entry.compressedSize));
  try {
    for await (const chunk of stream) {
      quiet += (chunk as Buffer).length;
      if (quiet > limits.recordLength * 4) throw unsafe(name);
      parser.write(decoder.decode(chunk as Buffer, {stream: true}));
      if (stop()) return true;
    }
    parser.write(decoder.decode()).close();
  } catch (error) {
    throw error instanceof ReportError ? error : damaged(name, (error as Error).message);
  } finally {
    stream.destroy();
  }
  return true;
}

/** Reads what a workbook says about its sheets, its texts and how its numbers are shown. */
export async function readWorkbook(zip: Zip, name: string): Promise<Workbook> {
  const targets = new Map<string, string>();
  const found: {name: string; id: string; hidden: boolean}[] = [];
  let date1904 = false;
  await readXml(zip, "xl/_rels/workbook.xml.rels", {
    name,
    events: {open: (tag, at) => void (tag === "Relationship" && targets.set(at.Id ?? "", at.Target ?? ""))},
  });
  const known = await readXml(zip, "xl/workbook.xml", {
    name,
    events: {
      open(tag, at) {
        if (tag === "sheet")
          found.push({
            name: at.name ?? "",
            id: at["r:id"] ?? at.id ?? "",
            hidden: (at.state ?? "visible") !== "visible",
          });
        if (tag === "workbookPr") date1904 = at.date1904 === "1" || at.date1904 === "true";
      },
    },
  });
  if (!known) throw unsupported(name);
  const sheets = found.map(({name: title, id, hidden}) => {
    const target = targets.get(id) ?? "";
    return {name: title, hidden, path: target.startsWith("/") ? target.slice(1) : `xl/${target.replace(/^\.\//, "")}`};
  });
  return {sheets, date1904, strings: await readStrings(zip, name), kinds: await readKinds(zip, name)};
}

async function readStrings(zip: Zip, name: string): Promise<string[]> {
  const strings: string[] = [];
  let current = "";
  let size = 0;
  let inText = false;
  let phonetic = false;
  const path = [...zip.entries.keys()].find((key) => key.toLowerCase() === "xl/sharedstrings.xml") ?? "";
  await readXml(zip, path, {
    name,
    events: {
      open(tag) {
        if (tag === "si") current = "";
        else if (tag === "rPh") phonetic = true;
        else if (tag === "t") inText = !phonetic;
      },
      close(tag) {
        if (tag === "t") inText = false;
        else if (tag === "rPh") phonetic = false;
        else if (tag === "si") {
          size += current.length;
          if (size > limits.sharedStrings) throw unsafe(name);
          strings.push(unescapeText(current));
        }
      },
      text(text) {
        if (inText) current += text;
      },
    },
  });
  return strings;
}

async function readKinds(zip: Zip, name: string): Promise<(CellKind | undefined)[]> {
  const codes = new Map<number, string>();
  const kinds: (CellKind | undefined)[] = [];
  let inCells = false;
  await readXml(zip, "xl/styles.xml", {
    name,
    events: {
      open(tag, at) {
        if (tag === "numFmt") codes.set(Number(at.numFmtId), at.formatCode ?? "");
        else if (tag === "cellXfs") inCells = true;
        else if (tag === "xf" && inCells) {
          const id = Number(at.numFmtId ?? 0);
          kinds.push(cellKind(id, codes.get(id)));
        }
      },
      close(tag) {
        if (tag === "cellXfs") inCells = false;
      },
    },
  });
  return kinds;
}

/** `_x000D_` in a workbook's text is the character with that number. */
export const unescapeText = (text: string): string =>
  text.includes("_x")
    ? text.replace(/_x([0-9A-Fa-f]{4})_/g, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)))
    : text;

const unsafe = (name: string) =>
  new ReportError("unsafe_workbook", name, {
    what: {
      zh: "工作簿内含异常结构（自定义实体或超大文本），已停止读取",
      en: "the workbook holds what no honest one does (entities of its own, or an enormous text); stopped",
    },
    fix: {zh: "请在 Excel 中打开并另存为新的 .xlsx", en: "open it in a spreadsheet program and save it as a new .xlsx"},
  });

const damaged = (name: string, why: string) =>
  new ReportError("damaged_workbook", name, {
    what: {zh: `工作簿已损坏（${why}）`, en: `the workbook is damaged (${why})`},
    fix: {zh: "请在 Excel 中打开并另存为新的 .xlsx", en: "open it in a spreadsheet program and save it as a new .xlsx"},
  });

const unsupported = (name: string) =>
  new ReportError("unsupported_format", name, {
    what: {
      zh: "不是可读的 .xlsx 工作簿（可能是 .xlsb 或 .ods）",
      en: "not a readable .xlsx workbook (perhaps .xlsb or .ods)",
    },
    fix: {zh: "请另存为 .xlsx 或 CSV", en: "save it as .xlsx or CSV"},
  });
