import {readdirSync, readFileSync, statSync} from "node:fs";
import {join} from "node:path";
import {DuckDBInstance} from "@duckdb/node-api";
import {gunzipSync, unzipSync} from "fflate";
import {planted} from "./planted.js";

/** Every spelling as it is, and in plain signs; numbers of nine digits and more without what stands between them, too. */
function secrets(): {texts: string[]; numbers: string[]} {
  const even = (text: string) => text.normalize("NFKC").replace(/\p{Cf}/gu, "");
  const all = planted.map(({secret}) => secret);
  return {
    texts: [...new Set(all.flatMap((text) => [text, even(text)]))],
    numbers: [...new Set(all.map((text) => even(text).replace(/[^\dXx]/g, "")).filter((digits) => digits.length >= 9))],
  };
}

/**
 * What of the planted values stands in a folder: each file as it is, what packages, pictures in pages and Parquet hold,
 * and all of it once more in plain signs.
 *
 * @returns file: value
 */
export async function secretsIn(root: string, {except = []}: {except?: readonly string[]} = {}): Promise<string[]> {
  const {texts, numbers} = secrets();
  const wanted = new RegExp(
    [...texts]
      .filter((text) => !except.includes(text))
      .sort((a, b) => b.length - a.length)
      .map(literally)
      .join("|"),
    "g",
  );
  const found = new Set<string>();
  for (const {file, text} of await allTexts(root)) {
    for (const each of [text, text.normalize("NFKC").replace(/\p{Cf}/gu, "")])
      for (const [value] of each.matchAll(wanted)) found.add(`${file}: ${value}`);
    const digits = text
      .normalize("NFKC")
      .replace(/\p{Cf}/gu, "")
      .replace(/(?<=\d)[ \-–—−_./·()]{1,3}(?=\d)/g, "");
    for (const number of numbers)
      if (new RegExp(`(?<!\\d)${number}(?!\\d)`).test(digits)) found.add(`${file}: ${number}`);
  }
  return [...found].sort();
}

/** Rows of a published Parquet file. */
export async function publishedRows(path: string): Promise<Record<string, unknown>[]> {
  const instance = await DuckDBInstance.create(":memory:", {threads: "1"});
  const connection = await instance.connect();
  const rows = (await connection.runAndReadAll(`from '${path.replaceAll("'", "''")}'`)).getRowObjectsJson();
  connection.closeSync();
  instance.closeSync();
  return rows;
}

const literally = (text: string): string => text.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");

async function allTexts(root: string): Promise<{file: string; text: string}[]> {
  const files = readdirSync(root, {recursive: true, encoding: "utf8"}).filter((name) =>
    statSync(join(root, name)).isFile(),
  );
  const instance = await DuckDBInstance.create(":memory:", {threads: "1"});
  const connection = await instance.connect();
  const texts: {file: string; text: string}[] = [];
  for (const file of files.sort()) {
    texts.push({file: "name", text: file});
    const bytes = readFileSync(join(root, file));
    if (/\.(xlsx|pptx|zip)$/.test(file))
      texts.push(...packed(bytes).map(({file: part, text}) => ({file: `${file} › ${part}`, text})));
    else if (file.endsWith(".parquet")) {
      const rows = await connection.runAndReadAll(
        `select to_json(rows) from '${join(root, file).replaceAll("'", "''")}' as rows`,
      );
      texts.push({file, text: rows.getRows().join("\n")});
    } else if (!/\.(png|woff2?|wasm)$/.test(file))
      texts.push({file, text: shownText(new TextDecoder().decode(file.endsWith(".gz") ? gunzipSync(bytes) : bytes))});
  }
  connection.closeSync();
  instance.closeSync();
  return texts;
}

function packed(bytes: Uint8Array): {file: string; text: string}[] {
  return Object.entries(unzipSync(bytes)).flatMap(([file, content]) => {
    if (/\.(xlsx|zip)$/.test(file)) return packed(content);
    const xml = new TextDecoder().decode(content);
    return /\.(xml|rels|vml)$/.test(file)
      ? [
          {file, text: shownText(xml)},
          {file, text: shownText(xml.replace(/<\/?(?:a:r|a:t|r|t|a:rPr)\b[^>]*>/g, "").replace(/<[^>]*>/g, "\n"))},
        ]
      : [];
  });
}

/** Text with entities and addresses resolved. */
function shownText(text: string): string {
  const resolved = text
    .replace(/&#x?([\da-f]+);/gi, (whole, code: string) =>
      String.fromCodePoint(Number.parseInt(code, whole.startsWith("&#x") ? 16 : 10)),
    )
    .replaceAll("&amp;", "&")
    .replaceAll("&quot;", '"');
  return `${resolved}\n${resolved.replace(/(?:%[\da-f]{2})+/gi, (run) => {
    try {
      return decodeURIComponent(run);
    } catch {
      return run;
    }
  })}`;
}
