import {readdirSync, readFileSync} from "node:fs";
import {basename, join} from "node:path";
import {fileURLToPath, pathToFileURL} from "node:url";
import {describe, expect, test} from "vitest";
import {expectClose} from "./oracle.js";

const folder = fileURLToPath(new URL("../../src/stats", import.meta.url));
/** Files of types alone have nothing to run. */
const hasFunctions = (file: string) => /export function/.test(readFileSync(file, "utf8"));

const files = readdirSync(folder, {recursive: true, encoding: "utf8"})
  .filter((name) => name.endsWith(".ts"))
  .sort()
  .map((name) => join(folder, name))
  .filter(hasFunctions);

const scope: Record<string, unknown> = {};
for (const file of files) Object.assign(scope, await import(pathToFileURL(file).href));

const isConstructor = (value: unknown) => typeof value === "function";

describe.each(files.map((file) => ({name: basename(file), file})))("$name", ({file}) => {
  const text = readFileSync(file, "utf8");
  const examples = [...text.matchAll(/@example (.+?) \/\/ => (.+?)(?: \*\/)?$/gm)];
  test.each(examples.map(([, call, value]) => ({call: call!, value: value!})))(
    "$call gives $value",
    ({call, value}) => {
      expectClose(evaluate(call), evaluate(value));
    },
  );
});

test("every public function has an example that runs", () => {
  const silent = files.filter((file) => {
    const text = readFileSync(file, "utf8");
    return (text.match(/export function/g) ?? []).length > (text.match(/@example .+ \/\/ => /g) ?? []).length;
  });
  expect(silent.map((file) => basename(file))).toEqual([]);
});

function evaluate(expression: string): unknown {
  const names = Object.keys(scope).filter((name) => isConstructor(scope[name]));
  return new Function(...names, `return (${expression});`)(...names.map((name) => scope[name]));
}
