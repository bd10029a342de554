import {readdirSync, readFileSync} from "node:fs";
import {describe, expect, test} from "vitest";
import {expectClose} from "./oracle.js";

const folders = ["../../src/stats/", "../../src/narrative/"].map((path) => new URL(path, import.meta.url));
/** Files of types alone have nothing to run. */
const hasFunctions = (file: URL) => /export function/.test(readFileSync(file, "utf8"));

const files = folders.flatMap((folder) =>
  readdirSync(folder)
    .filter((name) => name.endsWith(".ts"))
    .filter((name) => folder.href.includes("stats") || name === "verdict.ts")
    .map((name) => new URL(name, folder))
    .filter(hasFunctions),
);

const scope: Record<string, unknown> = {};
for (const file of files) Object.assign(scope, await import(file.href));

const isConstructor = (value: unknown) => typeof value === "function";

describe.each(files.map((file) => ({name: file.pathname.split("/").at(-1)!, file})))("$name", ({file}) => {
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
  expect(silent.map((file) => file.pathname.split("/").at(-1))).toEqual([]);
});

function evaluate(expression: string): unknown {
  const names = Object.keys(scope).filter((name) => isConstructor(scope[name]));
  return new Function(...names, `return (${expression});`)(...names.map((name) => scope[name]));
}
