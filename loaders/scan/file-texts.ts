import {unzipSync} from "fflate";
import {headerKind} from "./personal/headers.js";

/** A text of a file, and where in the file it stands: a part of a zip, a key, a column. */
export interface FileText {
  readonly part: string;
  readonly text: string;
  /** The part is a column or key, and each line of the text a value of it. */
  readonly isColumn?: boolean;
}

const decode = (bytes: Uint8Array): string => new TextDecoder().decode(bytes);
const isNamed = (heading: string): boolean => headerKind(heading) !== undefined;

const kindOf = (file: string): string => file.split(".").at(-1)?.toLowerCase() ?? "";

/** Whether a file may hold texts that `fileTexts` reads, by its name: pictures do not. */
export const hasTexts = (file: string): boolean => readers.has(kindOf(file));

/** The texts of one written file, without the numbers, hashes of pictures and coordinates that only look like ids. */
export const fileTexts = (file: string, bytes: Uint8Array): FileText[] => readers.get(kindOf(file))?.(bytes) ?? [];

/** What a script says: its quoted texts. */
const scriptTexts = (code: string): FileText[] => [
  {
    part: "",
    text: Array.from(code.matchAll(/"(?:[^"\\\n]|\\.)*"|'(?:[^'\\\n]|\\.)*'|`(?:[^`\\]|\\.)*`/g), ([text]) =>
      text.slice(1, -1),
    ).join("\n"),
  },
];

const zipTexts = (bytes: Uint8Array): FileText[] =>
  Object.entries(unzipSync(bytes)).flatMap(([path, content]) => {
    if (/\.(xlsx|zip)$/.test(path)) return zipTexts(content).map(({part, text}) => ({part: `${path} › ${part}`, text}));
    if (!/\.(xml|rels|vml)$/.test(path)) return [];
    return [{part: path, text: officeText(decode(content).replace(fingerprints, "").replace(axisEnds, ""))}];
  });

/** What a deck remembers of its shapes: one in two thousand is digits alone, as a number of a bank card may be. */
const fingerprints = /(?<=<vt:lpwstr>)[\da-f]{16}(?=<\/vt:lpwstr>)/g;
/** And of its axes: an end of 158730 and steps of 50000 are no telephone number. */
const axisEnds = /(?<=&quot;axes&quot;:&quot;)[-\d.; ]+(?=&quot;)/g;

/** Runs of one paragraph belong together, all else stands apart; numbers of sheets and charts are no texts. */
const officeText = (xml: string): string =>
  plain(
    xml
      .replace(/<c(?=[\s>])(?![^>]*\bt=)[^>]*(?<!\/)>[\s\S]*?<\/c>/g, "\n")
      .replace(/<c:numCache>[\s\S]*?<\/c:numCache>/g, "\n")
      .replace(/\b(?:descr|title|name)="([^"]*)"/g, ">\n$1\n<")
      .replace(/<(a:)?rPr\b[^>]*?(?:\/>|>[\s\S]*?<\/(?:a:)?rPr>)/g, "")
      .replace(/<\/?(?:a:r|a:t|r|t)(?:\s[^>]*)?>/g, "")
      .replace(/<[^>]*>/g, "\n"),
  );

/** What a reader can see or hear: texts, and attributes with words or addresses; pictures inside are opened. */
const markupTexts = (markup: string): FileText[] => {
  const inside = Array.from(
    markup.matchAll(/data:image\/svg\+xml(?:;charset=utf-8|;utf8)?,([^"')\s][^"]*)"/g),
    ([, data = ""]) => markupTexts(safeDecode(data)),
  ).flat();
  const scripts = Array.from(markup.matchAll(/<script\b[^>]*>([\s\S]*?)<\/script>/gi), ([, code = ""]) => ({
    part: "script",
    text: code,
  }));
  const body = markup.replace(/<script\b[\s\S]*?<\/script>/gi, "\n").replace(/<style\b[\s\S]*?<\/style>/gi, "\n");
  const attributes = Array.from(
    body.matchAll(/\b(?:alt|title|aria-label|content|href|value|placeholder|data-[\w-]+)=(?:"([^"]*)"|'([^']*)')/g),
    ([, one, other]) => plain(one ?? other ?? ""),
  );
  const text = plain(body.replace(/<\/?(?:b|i|em|strong|span|tspan|a|mark)\b[^>]*>/gi, "").replace(/<[^>]*>/g, "\n"));
  return [
    {part: "", text},
    {part: "", text: attributes.filter((value) => !value.startsWith("data:")).join("\n")},
    {part: "comment", text: Array.from(body.matchAll(/<!--([\s\S]*?)-->/g), ([, said = ""]) => said).join("\n")},
    ...scripts,
    ...inside,
  ];
};

const safeDecode = (text: string): string => {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
};

const plain = (text: string): string =>
  text
    .replace(/&#(\d+);/g, (_, code: string) => String.fromCodePoint(Math.min(Number(code), 0x10ffff)))
    .replace(/&#x([0-9a-f]+);/gi, (_, code: string) =>
      String.fromCodePoint(Math.min(Number.parseInt(code, 16), 0x10ffff)),
    )
    .replaceAll("&lt;", "<")
    .replaceAll("&gt;", ">")
    .replaceAll("&quot;", '"')
    .replaceAll("&amp;", "&");

/** Strings with their keys, each key once; numbers only where the key says that they are no quantities. */
const jsonTexts = (json: string): FileText[] => {
  const texts: FileText[] = [];
  const keys = new Map<string, Set<string>>();
  const isNew = (name: string, key: string): boolean => {
    const known = keys.get(key) ?? new Set();
    keys.set(key, known);
    return known.size < known.add(name).size;
  };
  const walk = (value: unknown, key: string): void => {
    if (typeof value === "string") texts.push({part: key, text: value, isColumn: true});
    else if (typeof value === "number" && isNamed(key)) texts.push({part: key, text: String(value), isColumn: true});
    else if (Array.isArray(value)) for (const each of value) walk(each, key);
    else if (value && typeof value === "object")
      for (const [name, each] of Object.entries(value)) {
        if (isNew(name, key)) texts.push({part: key, text: name});
        walk(each, name);
      }
  };
  try {
    walk(JSON.parse(json), "");
  } catch {
    return [{part: "", text: json}];
  }
  return texts;
};

/** Cells of columns that hold any text at all; a column of nothing but numbers is one of quantities. */
const csvTexts = (csv: string): FileText[] => {
  const rows = csv
    .replace(/^\ufeff/, "")
    .split(/\r?\n/)
    .map((row) =>
      Array.from(row.matchAll(/(?:^|,)(?:"((?:[^"]|"")*)"|([^,]*))/g), ([, quoted, bare]) => quoted ?? bare ?? ""),
    );
  const [header = [], ...body] = rows;
  const isQuantity = (at: number): boolean => {
    const cells = body.map((row) => row[at] ?? "").filter(Boolean);
    const numbers = cells.every((cell) => /^-?\d*(?:\.\d+)?(?:e-?\d+)?$/i.test(cell));
    return numbers && !isNamed(header[at] ?? "") && cells.some((cell) => cell.includes(".") || cell.length < 11);
  };
  const quantities = new Set(header.map((_, at) => at).filter(isQuantity));
  return [
    {part: "", text: header.join("\n")},
    ...header.flatMap((name, at) =>
      quantities.has(at) ? [] : [{part: name, text: body.map((row) => row[at] ?? "").join("\n"), isColumn: true}],
    ),
    {part: "", text: body.flatMap((row) => row.slice(header.length)).join("\n")},
  ];
};

const whole = (bytes: Uint8Array): FileText[] => [{part: "", text: decode(bytes)}];
const ofText = (texts: (text: string) => FileText[]) => (bytes: Uint8Array) => texts(decode(bytes));
const readers: ReadonlyMap<string, (bytes: Uint8Array) => FileText[]> = new Map([
  ...["pptx", "xlsx", "zip", "docx"].map((kind) => [kind, zipTexts] as const),
  ...["html", "svg"].map((kind) => [kind, ofText(markupTexts)] as const),
  ["json", ofText(jsonTexts)],
  ["csv", ofText(csvTexts)],
  ...["js", "mjs"].map((kind) => [kind, ofText(scriptTexts)] as const),
  ...["txt", "md", "xml", "webmanifest"].map((kind) => [kind, whole] as const),
]);
