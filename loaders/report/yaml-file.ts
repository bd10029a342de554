import {readFileSync} from "node:fs";
import {isMap, LineCounter, parseDocument} from "yaml";
import {z} from "zod";
import {ReportError, ReportErrors} from "../messages/errors.js";

const zh = z.locales.zhCN().localeError;
const en = z.locales.en().localeError;

/**
 * Reads a YAML file and checks it against a schema. Every problem is reported with its line, in both languages.
 *
 * @param name the file as the user knows it, relative to the report folder
 * @throws ReportErrors `yaml_syntax` or `yaml_value`
 */
export function readYaml<T extends z.ZodType>(path: string, {name, schema}: {name: string; schema: T}): z.infer<T> {
  const lines = new LineCounter();
  const document = parseDocument(readFileSync(path, "utf8"), {lineCounter: lines, prettyErrors: false});
  const at = (offset: number) => `${name} line ${lines.linePos(offset).line}`;
  if (document.errors.length > 0)
    throw new ReportErrors(document.errors.map((error) => syntaxError(at(error.pos[0]), error.message)));
  const value: unknown = document.toJS({maxAliasCount: 100}) ?? {};
  const english = schema.safeParse(value, {error: en});
  if (english.success) return english.data;
  const chinese = schema.safeParse(value, {error: zh});
  throw new ReportErrors(
    english.error.issues.map((issue, index) => {
      const place = issue.code === "unrecognized_keys" ? [...issue.path, issue.keys[0] ?? ""] : issue.path;
      const path = place.map(String).join(".");
      return new ReportError("yaml_value", at(offsetOf(document.contents, place)), {
        what: {
          zh: `${path}：${chinese.error?.issues[index]?.message ?? issue.message}`,
          en: `${path}: ${issue.message}`,
        },
        fix: {zh: `请在 ${name} 的这一行改正 ${path}。`, en: `correct ${path} on this line of ${name}.`},
      });
    }),
  );
}

function syntaxError(where: string, message: string): ReportError {
  return new ReportError("yaml_syntax", where, {
    what: {zh: `不是合法的 YAML：${message}`, en: `this is not valid YAML: ${message}`},
    fix: {
      zh: "检查缩进（只用空格）、冒号后的空格和引号。",
      en: "check the indentation (spaces only), the blank after each colon, and the quotes.",
    },
  });
}

/** Offset of the deepest node on the path that exists, so that a missing key points at its parent. */
function offsetOf(root: unknown, path: readonly PropertyKey[]): number {
  let node = root as {
    range?: [number, number, number] | null;
    items?: unknown[];
    get?: (key: unknown, keep: true) => unknown;
  };
  let offset = node?.range?.[0] ?? 0;
  for (const key of path) {
    if (isMap(node)) {
      const pair = node.items.find((item) => String((item.key as {value?: unknown})?.value) === String(key));
      const keyNode = pair?.key as {range?: [number, number, number]} | undefined;
      if (keyNode?.range) offset = keyNode.range[0];
      node = pair?.value as unknown as typeof node;
    } else node = node?.get?.(key, true) as typeof node;
    if (!node?.range) break;
    if (!isMap(node)) offset = Math.min(node.range[0], Math.max(offset, node.range[0]));
  }
  return offset;
}
