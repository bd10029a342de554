import {readFileSync} from "node:fs";
import {join} from "node:path";
import {transform} from "esbuild";
import {expect, it} from "vitest";
import {withScreens} from "../../loaders/site/older-styles.js";
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

it("no rule of the style sheet is lost with a selector that they do not know", async () => {
  const css = read("src/components/site.css");
  const {warnings} = await transform(css, {loader: "css", target});
  expect(warnings.map(({text}) => text)).toEqual([]);
  // Safari 14.0 knows gaps between the columns of a grid, not between things in a row.
  const rules = css.replace(/\/\*[\s\S]*?\*\//g, "").match(/[^{}]+\{[^{}]*\}/g) ?? [];
  expect(rules.filter((rule) => /display: flex/.test(rule) && /[ -]gap:/.test(rule))).toEqual([]);
  // Chrome learnt ":not()" of more than one simple selector with 88.
  expect(css.match(/:not\([^()]*[ ,>+~][^()]*\)/g)).toBeNull();
});

it("where there are no containers a narrow screen counts: what a style sheet says of narrow ones stands in it twice", () => {
  const rules = "a { b: c; } d { e: f; }";
  expect(withScreens(`x { y: z; }@container (max-width: 519px) { ${rules} }v { w: u; }`)).toBe(
    `x { y: z; }@container (max-width: 519px) { ${rules} }@supports not (container-type:inline-size){@media (max-width:559px){ ${rules} }}v { w: u; }`,
  );
  const css = read("src/components/site.css");
  const narrow = css.match(/@container \(max-width/g) ?? [];
  expect(withScreens(css).match(/@supports not \(container-type/g)).toHaveLength(narrow.length);
});

/*
 * What the style sheets are written with. A word that stands in neither list is looked up before it is used
 * (developer.mozilla.org, caniuse.com): both stated browsers know it, or the page reads and works without it.
 */
const known = {
  properties: `align-content align-items align-self animation background background-attachment background-color background-repeat
    border border-bottom border-bottom-color border-collapse border-color border-left border-left-color border-radius
    border-right border-top box-shadow box-sizing break-after break-inside color color-scheme column-gap columns content
    cursor display fill fill-opacity flex flex-direction flex-wrap font font-family font-size font-style
    font-variant-numeric font-weight gap grid-area grid-auto-flow grid-auto-rows grid-column grid-row grid-template
    grid-template-columns grid-template-rows height justify-content left letter-spacing line-height list-style margin
    margin-bottom margin-inline margin-left margin-right margin-top max-height max-width min-height min-width opacity order
    outline outline-offset overflow overflow-x overflow-y padding padding-left padding-right padding-top pointer-events
    position right size stroke stroke-dasharray stroke-linejoin stroke-opacity stroke-width text-align text-decoration
    text-decoration-thickness text-underline-offset top vertical-align white-space width z-index
    -webkit-text-size-adjust`,
  rules: "@keyframes @media @page @supports",
  selectors: `::after ::before :disabled :empty :first-child :focus :hover :lang( :last-child :not( :nth-child( :root
    :target`,
  functions: "attr calc counter linear-gradient min minmax repeat rgb var",
};

/** Newer, and why a page does without. */
const adds: Readonly<Record<string, string>> = {
  "container-type": "a media query says the same of a narrow screen where there are no containers",
  "overflow-wrap": "anywhere: a long word may widen its column, which scrolls",
  "scroll-margin-top": "a figure that a link leads to stands at the edge",
  "scroll-padding-top": "the same",
  "text-wrap": "lines break as they fall",
  "@bottom-right": "no numbers on printed pages",
  "@container": "see container-type",
  "::marker": "marks have the colour of the text",
  ":focus-visible": "the browser's own ring",
};

it.each(["src/components/site.css", "src/components/unlock.css"])("%s is written with what they know", (file) => {
  const css = read(file).replace(/\/\*[\s\S]*?\*\//g, "");
  const found = (pattern: RegExp, text = css): string[] => [...text.matchAll(pattern)].map(([, word = ""]) => word);
  const preludes = css.replace(/\{[^{}]*\}/g, "{}");
  const used = {
    properties: found(/[{;]\s*(-?[a-z][a-z-]*)\s*:/g),
    rules: found(/(@[a-z-]+)/g),
    selectors: found(/(::?[a-z-]+\(?)/g, preludes.replace(/\([a-z-]+: [^()]*\)/g, "")),
    functions: found(/[\s:,(](-?[a-z][a-z-]*)\(/g, css.replace(/:[a-z-]+\(/g, "")),
  };
  const unknown = Object.entries(used).flatMap(([kind, words]) => {
    const all = known[kind as keyof typeof known].split(/\s+/);
    return [...new Set(words)].filter((word) => !all.includes(word) && !Object.hasOwn(adds, word));
  });
  expect(unknown).toEqual([]);
});
