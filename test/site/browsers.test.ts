import {readFileSync} from "node:fs";
import {join} from "node:path";
import {transform} from "esbuild";
import {expect, it} from "vitest";
import {project, sources} from "../imports.js";

const {browserslist} = JSON.parse(readFileSync(join(project, "package.json"), "utf8")) as {browserslist: string[]};
/** Both have them, each with a fault that nothing here comes near: destructuring in Safari 14.0, optional chains in Chrome to 90. */
const supported = {destructuring: true, "optional-chain": true};
/** "chrome 86" as esbuild writes it. */
const target = browserslist.map((name) => name.replace(" ", ""));
const scripts = sources.filter((file) => file.startsWith("src/components/") && file.endsWith(".ts"));
const read = (file: string) => readFileSync(join(project, file), "utf8");

it("states the oldest browsers that pages are for", () => {
  expect(browserslist).toEqual(["chrome 86", "safari 14"]);
});

it.each(scripts)("%s has no syntax and calls nothing that they lack", async (file) => {
  const to = async (wanted: string[] | string) =>
    (await transform(read(file), {loader: "ts", target: wanted, supported})).code;
  expect(await to(target)).toBe(await to("esnext"));
  const code = await to("esnext");
  const newer =
    /\.at\(|\.findLast|\.toSorted|\.toReversed|\.with\(|Object\.hasOwn|structuredClone|\(\?<[=!]|Array\.fromAsync|\.groupBy/;
  expect(newer.exec(code)?.[0]).toBeUndefined();
});

it("the style sheet only adds what they lack: no rule is lost with a selector or a query that they do not know", async () => {
  const css = read("src/components/site.css");
  const {warnings} = await transform(css, {loader: "css", target});
  expect(warnings.map(({text}) => text)).toEqual([]);
  // A selector that is not known takes the whole list with it.
  const preludes = css.replace(/\/\*[\s\S]*?\*\//g, "").match(/[^{};]+(?=\{)/g) ?? [];
  const listed = preludes.filter((text) => {
    const outside = text.replace(/\((?:[^()]|\([^()]*\))*\)/g, "");
    return /:has\(|:is\(/.test(text) && outside.includes(",") && !text.trim().startsWith("@");
  });
  expect(listed.map((text) => text.trim())).toEqual([]);
  // What a container query shows on narrow cards, a media query shows where there are none.
  expect(css).toContain("@supports not (container-type: inline-size)");
});
