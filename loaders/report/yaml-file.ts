import {isUtf8} from "node:buffer";
import {readFileSync} from "node:fs";
import {isAlias, isMap, isPair, isScalar, isSeq, LineCounter, parseDocument} from "yaml";
import type {z} from "zod";
import type {Bilingual} from "../../src/words/language.js";
import {ReportError, ReportErrors} from "../messages/errors.js";
import {atLine} from "../messages/where.js";
import {causes, explain, findings} from "./yaml-issues.js";
import {syntaxText} from "./yaml-syntax.js";

/** The line on which each entry of a file stands, by its path: "tables/0/columns/customer_id" → 9. */
export type Lines = Readonly<Record<string, number>>;

/** The line of an entry, or of the nearest one above it that the file has. */
export function lineOf(lines: Lines, path: readonly PropertyKey[]): number {
  for (let length = path.length; length > 0; length--) {
    const line = lines[path.slice(0, length).map(String).join("/")];
    if (line !== undefined) return line;
  }
  return 1;
}

/**
 * Reads a YAML file and checks it against a schema. Every problem is reported with its line, in both languages.
 *
 * @param name the file as the user knows it, relative to the report folder
 * @throws ReportErrors `yaml_syntax` or `yaml_value`
 */
export const readYaml = <T extends z.ZodType>(path: string, options: {name: string; schema: T}): z.infer<T> =>
  readYamlLines(path, options).data;

/** The same, with the line of each entry, for what turns out to be wrong with it later. */
export function readYamlLines<T extends z.ZodType>(
  path: string,
  {name, schema}: {name: string; schema: T},
): {data: z.infer<T>; lines: Lines} {
  const counter = new LineCounter();
  const document = parseDocument(textOf(readFileSync(path)), {lineCounter: counter, prettyErrors: false});
  const lineAt = (offset: number) => counter.linePos(offset).line;
  // What follows the first error is mostly its consequence.
  const [error] = document.errors;
  if (error) throw syntaxError(atLine(name, lineAt(error.pos[0])), syntaxText(error.code));
  const lines = linesOf(document.contents, lineAt);
  const parsed = schema.safeParse(plainValue(document, {name, lineAt}), {error: explain});
  if (parsed.success) return {data: parsed.data, lines};
  throw new ReportErrors(
    causes(findings(parsed.error.issues)).map(({path, text}) => {
      const entry = nameOf(path);
      return new ReportError("yaml_value", atLine(name, lineOf(lines, path)), {
        what: {
          zh: entry.zh ? `${entry.zh}：${text.zh}` : `文件${text.zh}`,
          en: `${entry.en || "the file"} ${text.en}`,
        },
        fix: {
          zh: `在 ${name} 里改正；每一项的写法见 data/README.md。`,
          en: `correct it in ${name}; data/README.md tells how each entry is written.`,
        },
      });
    }),
  );
}

/** UTF-8 as it should be, else as an editor on a Chinese Windows saves it. */
export const textOf = (bytes: Buffer): string =>
  isUtf8(bytes)
    ? bytes.toString("utf8")
    : new TextDecoder(bytes[0] === 0xff && bytes[1] === 0xfe ? "utf-16le" : "gb18030").decode(bytes);

function plainValue(
  document: ReturnType<typeof parseDocument>,
  {name, lineAt}: {name: string; lineAt: (offset: number) => number},
): unknown {
  try {
    return document.toJS({maxAliasCount: 100}) ?? {};
  } catch {
    throw syntaxError(atLine(name, lineAt(aliasIn(document.contents) ?? 0)), syntaxText("BAD_ALIAS"));
  }
}

function syntaxError(where: Bilingual, what: Bilingual): ReportError {
  return new ReportError("yaml_syntax", where, {
    what: {zh: `YAML 写法不对：${what.zh}`, en: `this is not valid YAML: ${what.en}`},
    fix: {
      zh: "检查这一行和上一行：缩进（只用空格）、冒号后的空格、引号和括号。",
      en: "look at this line and the one above: indentation (spaces only), the blank after each colon, quotes and brackets.",
    },
  });
}

/** "columns › customer_id"; of long paths the end, since the line is given as well. */
function nameOf(path: readonly PropertyKey[]): {zh: string; en: string} {
  const end = path.slice(-3);
  const parts = typeof end[0] === "number" && path.length > 3 ? end.slice(1) : end;
  const text = (item: (n: number) => string) =>
    parts.map((part) => (typeof part === "number" ? item(part + 1) : String(part))).join(" › ");
  return {zh: text((n) => `第 ${n} 项`), en: text((n) => `item ${n}`)};
}

function linesOf(root: unknown, lineAt: (offset: number) => number): Record<string, number> {
  const lines: Record<string, number> = {};
  const walk = (node: unknown, path: string): void => {
    const items = isMap(node) || isSeq(node) ? node.items : [];
    for (const [index, item] of items.entries()) {
      const key = isPair(item) ? String(isScalar(item.key) ? item.key.value : item.key) : String(index);
      const at = (isPair(item) ? item.key : item) as {range?: readonly [number, ...unknown[]] | null} | null;
      const own = path === "" ? key : `${path}/${key}`;
      if (at?.range) lines[own] = lineAt(at.range[0]);
      walk(isPair(item) ? item.value : item, own);
    }
  };
  walk(root, "");
  return lines;
}

/** Where the first value stands that begins with `*`. */
function aliasIn(node: unknown): number | undefined {
  if (isAlias(node)) return node.range?.[0];
  const items = isMap(node) || isSeq(node) ? node.items : [];
  for (const item of items) {
    const found = aliasIn(isPair(item) ? item.value : item);
    if (found !== undefined) return found;
  }
  return undefined;
}
