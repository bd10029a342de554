import {createHash} from "node:crypto";
import type {Document, Element} from "@xmldom/xmldom";
import {escapeXml} from "../../draw/xml.js";
import {type OfficePackage, partText, relate, related, setPart} from "../office/package.js";
import {parseXml} from "./slots.js";

/** What a deck remembers of how it was written, by shape name: kept as document properties, which every office keeps. */
export type DeckMemory = Map<string, string>;

const prefix = "huisheng ";
const path = "docProps/custom.xml";

/** Fingerprint of a text as it was written; blanks do not count. */
export const fingerprint = (text: string): string =>
  createHash("sha256").update(text.replace(/\s+/g, "")).digest("hex").slice(0, 16);

/** Where the memory keeps the text alternative of a slide's chart, table or picture, by the name of that shape. */
export const altKey = (shape: string): string => `alt:${shape.replace(/ \w+$/, "")}`;

const properties = (file: OfficePackage): Map<string, string> => {
  const part = related(file, "", "custom-properties");
  if (!part || !file.parts.has(part)) return new Map();
  const found = Array.from(parseXml(partText(file, part)).getElementsByTagName("property"));
  return new Map(found.map((property) => [property.getAttribute("name") ?? "", property.textContent ?? ""]));
};

export const readMemory = (file: OfficePackage): DeckMemory =>
  new Map(
    Array.from(properties(file)).flatMap(([name, value]) =>
      name.startsWith(prefix) ? [[name.slice(prefix.length), value]] : [],
    ),
  );

/** Writes the memory beside the properties that the document has of its own. */
export const writeMemory = (file: OfficePackage, memory: DeckMemory): void => {
  const part = related(file, "", "custom-properties") ?? path;
  const own = file.parts.has(part) ? Array.from(parseXml(partText(file, part)).getElementsByTagName("property")) : [];
  const kept = own.filter((property) => !(property.getAttribute("name") ?? "").startsWith(prefix));
  const rows = [
    ...kept.map((property, index) =>
      String(property)
        .replace(/pid="\d+"/, `pid="${index + 2}"`)
        .replace(/ xmlns(:vt)?="[^"]*"/g, ""),
    ),
    ...Array.from(
      memory,
      ([name, value], index) =>
        `<property fmtid="{D5CDD505-2E9C-101B-9397-08002B2CF9AE}" pid="${kept.length + index + 2}" name="${escapeXml(prefix + name)}"><vt:lpwstr>${escapeXml(value)}</vt:lpwstr></property>`,
    ),
  ];
  if (!related(file, "", "custom-properties")) relate(file, "", {type: "custom-properties", target: part});
  setPart(file, part, {
    content: `<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/custom-properties" xmlns:vt="http://schemas.openxmlformats.org/officeDocument/2006/docPropsVTypes">${rows.join("")}</Properties>`,
    type: "application/vnd.openxmlformats-officedocument.custom-properties+xml",
  });
};

export const elementsOf = (node: Document | Element, name: string): Element[] =>
  Array.from(node.getElementsByTagName(name)) as Element[];

/** Name of each series as its fingerprint, with a number where a name comes again. */
export const seriesKeys = (chart: Document): string[] => {
  const seen = new Map<string, number>();
  return elementsOf(chart, "c:ser").map((series) => {
    const [title] = elementsOf(series, "c:tx").filter((element) => element.parentNode === series);
    const key = fingerprint(
      title
        ? elementsOf(title, "c:v")
            .map((value) => value.textContent ?? "")
            .join("")
        : "",
    ).slice(0, 8);
    const times = (seen.get(key) ?? 0) + 1;
    seen.set(key, times);
    return times === 1 ? key : `${key}.${times}`;
  });
};

/** What part each series plays as we draw it, so that one whose name changed is not taken for another. */
export const seriesKinds = (chart: Document): string[] =>
  elementsOf(chart, "c:ser").map((series) => {
    const parts = ["c:errBars", "c:dLbls", "c15:datalabelsRange"].filter((name) => elementsOf(series, name).length > 0);
    const isNamed = elementsOf(series, "c:showSerName").some((flag) => flag.getAttribute("val") === "1");
    return [series.parentNode?.nodeName, ...parts, isNamed ? "named" : ""].join(" ");
  });

/** Points with a look of their own, as series and place. */
export const pointKeys = (chart: Document): string[] => {
  const keys = seriesKeys(chart);
  return elementsOf(chart, "c:ser").flatMap((series, at) =>
    elementsOf(series, "c:dPt").map((point) => `${keys[at]}:${elementsOf(point, "c:idx")[0]?.getAttribute("val")}`),
  );
};

/** Ends and steps of the number axes, in the order of the file. */
export const axisEnds = (chart: Document): string =>
  elementsOf(chart, "c:valAx")
    .map((axis) =>
      ["c:min", "c:max", "c:majorUnit"]
        .map((name) => Number(elementsOf(axis, name)[0]?.getAttribute("val") ?? Number.NaN))
        .join(" "),
    )
    .join("; ");

/** What a later month must know of a chart to tell its own work from a person's. */
export interface ChartMemory {
  readonly series: readonly string[];
  /** Of each series, in the same order. */
  readonly kinds: readonly string[];
  readonly points: readonly string[];
  readonly axes: string;
  /** Size of the sheet behind it, header included. */
  readonly columns: number;
  readonly rows: number;
}

/** What is remembered of a chart as it was written; `size` is that of the sheet behind it. */
export const chartMemory = (chart: Document, size: {readonly columns: number; readonly rows: number}): ChartMemory => ({
  series: seriesKeys(chart),
  kinds: seriesKinds(chart),
  points: pointKeys(chart),
  axes: axisEnds(chart),
  ...size,
});
