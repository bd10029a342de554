import {posix} from "node:path";
import {DOMParser} from "@xmldom/xmldom";
import {unzipSync, type Zippable, zipSync} from "fflate";
import {escapeXml, xmlHeader} from "../../draw/xml.js";

export interface Relation {
  readonly id: string;
  readonly type: string;
  /** Path of the part inside the package; the address itself where `is_external`. */
  readonly target: string;
  readonly is_external: boolean;
}

/** A pptx or xlsx file in memory: its parts, what each is, and what each points at ("" is the package itself). */
export interface OfficePackage {
  readonly parts: Map<string, Uint8Array>;
  readonly defaults: Map<string, string>;
  readonly overrides: Map<string, string>;
  readonly relations: Map<string, Relation[]>;
}

const office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const packageRelations = "http://schemas.openxmlformats.org/package/2006/relationships";
export const relationType = (name: string): string => {
  if (name === "core-properties") return `${packageRelations}/metadata/core-properties`;
  return `${office}/${name}`;
};

export const emptyPackage = (): OfficePackage => ({
  parts: new Map(),
  defaults: new Map([
    ["rels", "application/vnd.openxmlformats-package.relationships+xml"],
    ["xml", "application/xml"],
  ]),
  overrides: new Map(),
  relations: new Map(),
});

const relationsPath = (part: string): string =>
  posix.join(posix.dirname(part), "_rels", `${posix.basename(part)}.rels`);

export const partText = (file: OfficePackage, path: string): string => {
  const bytes = file.parts.get(path);
  if (!bytes) throw new Error(`part ${path} is not in the package`);
  return new TextDecoder().decode(bytes);
};

/** Opens a zip of office parts. Throws where the file is no zip or has no content types. */
export const readPackage = (bytes: Uint8Array): OfficePackage => {
  const files = unzipSync(bytes);
  const file = {...emptyPackage(), defaults: new Map<string, string>()};
  const parse = (path: string) =>
    new DOMParser().parseFromString(new TextDecoder().decode(files[path]), "text/xml").documentElement;
  for (const node of Array.from(parse("[Content_Types].xml")?.childNodes ?? [])) {
    if (node.nodeType !== 1) continue;
    const element = node as unknown as Element;
    const type = element.getAttribute("ContentType") ?? "";
    if (element.localName === "Default")
      file.defaults.set(element.getAttribute("Extension")?.toLowerCase() ?? "", type);
    else file.overrides.set((element.getAttribute("PartName") ?? "").replace(/^\//, ""), type);
  }
  for (const [path, content] of Object.entries(files)) {
    if (path.endsWith("/") || path === "[Content_Types].xml") continue;
    if (!path.endsWith(".rels")) {
      file.parts.set(path, content);
      continue;
    }
    const source =
      path === "_rels/.rels" ? "" : posix.join(posix.dirname(posix.dirname(path)), posix.basename(path, ".rels"));
    file.relations.set(
      source,
      Array.from(parse(path)?.getElementsByTagName("Relationship") ?? []).map((element) => {
        const target = element.getAttribute("Target") ?? "";
        const is_external = element.getAttribute("TargetMode") === "External";
        const resolved = posix.join("/", posix.dirname(source), target).slice(1);
        return {
          id: element.getAttribute("Id") ?? "",
          type: element.getAttribute("Type") ?? "",
          target: is_external ? target : target.startsWith("/") ? target.slice(1) : resolved,
          is_external,
        };
      }),
    );
  }
  return file;
};

/** The same bytes for the same parts, on any machine and day. */
export const writePackage = (file: OfficePackage): Uint8Array => {
  const zip: Zippable = {};
  // Local time on purpose: the zip format stores wall-clock fields, so this is 1980-01-01 in every zone.
  const options = {mtime: new Date(1980, 0, 1), level: 6} as const;
  const text = (content: string): Uint8Array => new TextEncoder().encode(xmlHeader + content);
  const types = [
    ...Array.from(file.defaults, ([extension, type]) => `<Default Extension="${extension}" ContentType="${type}"/>`),
    ...Array.from(file.overrides)
      .filter(([path]) => file.parts.has(path))
      .map(([path, type]) => `<Override PartName="/${escapeXml(path)}" ContentType="${type}"/>`),
  ].join("");
  zip["[Content_Types].xml"] = [
    text(`<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">${types}</Types>`),
    options,
  ];
  for (const [source, relations] of file.relations) {
    if (relations.length === 0 || (source !== "" && !file.parts.has(source))) continue;
    const rows = relations.map(({id, type, target, is_external}) => {
      const to = is_external ? target : source === "" ? target : posix.relative(posix.dirname(source), target);
      const mode = is_external ? ' TargetMode="External"' : "";
      return `<Relationship Id="${id}" Type="${type}" Target="${escapeXml(to)}"${mode}/>`;
    });
    zip[relationsPath(source)] = [
      text(`<Relationships xmlns="${packageRelations}">${rows.join("")}</Relationships>`),
      options,
    ];
  }
  for (const [path, content] of file.parts) zip[path] = [content, options];
  return zipSync(zip);
};

/** Adds or replaces a part; a text gets the XML header. */
export const setPart = (
  file: OfficePackage,
  path: string,
  {content, type}: {content: string | Uint8Array; type?: string},
): void => {
  const text = typeof content === "string" && !content.startsWith("<?xml") ? xmlHeader + content : content;
  file.parts.set(path, typeof text === "string" ? new TextEncoder().encode(text) : text);
  if (!type) return;
  const extension = posix.extname(path).slice(1).toLowerCase();
  if (extension !== "xml" && !file.defaults.has(extension)) file.defaults.set(extension, type);
  if (file.defaults.get(extension) !== type) file.overrides.set(path, type);
};

export const removePart = (file: OfficePackage, path: string): void => {
  file.parts.delete(path);
  file.overrides.delete(path);
  file.relations.delete(path);
};

export const relationsOf = (file: OfficePackage, source: string): Relation[] => file.relations.get(source) ?? [];

/** Points one part at another and returns the id of the relation. */
export const relate = (
  file: OfficePackage,
  source: string,
  {type, target, isExternal = false}: {type: string; target: string; isExternal?: boolean},
): string => {
  const relations = relationsOf(file, source);
  const taken = new Set(relations.map((relation) => relation.id));
  let number = relations.length + 1;
  while (taken.has(`rId${number}`)) number++;
  file.relations.set(source, [
    ...relations,
    {id: `rId${number}`, type: relationType(type), target, is_external: isExternal},
  ]);
  return `rId${number}`;
};

/** A path not yet taken, e.g. `ppt/charts/chart7.xml`. */
export const freePath = (
  file: OfficePackage,
  {folder, stem, extension}: {folder: string; stem: string; extension: string},
): string => {
  let number = 1;
  while (file.parts.has(`${folder}/${stem}${number}.${extension}`)) number++;
  return `${folder}/${stem}${number}.${extension}`;
};

/** The part that the relation of this type points at. */
export const related = (file: OfficePackage, source: string, type: string): string | undefined =>
  relationsOf(file, source).find((relation) => relation.type === relationType(type) && !relation.is_external)?.target;

/** Takes out parts that nothing points at, such as the charts of slides that were dropped. */
export const dropUnreachable = (file: OfficePackage): void => {
  const reached = new Set<string>();
  const queue = [""];
  for (let source = queue.pop(); source !== undefined; source = queue.pop()) {
    for (const {target, is_external} of relationsOf(file, source)) {
      if (is_external || reached.has(target)) continue;
      reached.add(target);
      queue.push(target);
    }
  }
  for (const path of file.parts.keys()) if (!reached.has(path)) removePart(file, path);
};
