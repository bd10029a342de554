import {mkdirSync, renameSync, writeFileSync} from "node:fs";
import {join} from "node:path";

/** Writes a JSON file one row to a line, by temp file and rename. */
export function writeJson(folder: string, name: string, value: unknown): void {
  mkdirSync(folder, {recursive: true});
  const text = Array.isArray(value)
    ? `[\n${value.map((row) => JSON.stringify(row)).join(",\n")}\n]\n`
    : `${JSON.stringify(value, null, 1)}\n`;
  const path = join(folder, name);
  writeFileSync(`${path}.tmp`, text);
  renameSync(`${path}.tmp`, path);
}
