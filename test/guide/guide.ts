import {readFileSync} from "node:fs";
import {tokens} from "../../loaders/mapping/date-formats.js";
import {nullWords} from "../../loaders/mapping/null-words.js";
import type {Language} from "../../src/words/language.js";
import {keys, metricTable, personal, reasons, records, references, rules} from "./parts.js";
import type {schemas} from "./schemas.js";

const read = (path: string): string => readFileSync(new URL(path, import.meta.url), "utf8");

/** data/README.md: the text of zh.md and en.md, with the tables that `{{…}}` asks for. */
export const guide = (): string => `${(["zh", "en"] as const).map(half).join("\n---\n\n")}`;

function half(language: Language): string {
  const parts: Readonly<Record<string, (name: string) => string>> = {
    keys: (name) => keys(name as keyof typeof schemas, language),
    dates: () => tokens.map(([token]) => `\`${token}\``).join(" "),
    booleans: () => booleans(language),
    always: () => wordsIn(nullWords("category")),
    elsewhere: () => wordsIn(nullWords("value").filter((word) => !nullWords("category").includes(word))),
    records: () => records(language),
    rules: () => rules(language),
    references: () => references(language),
    metrics: () => metricTable(language),
    reasons: () => reasons(language),
    personal: () => personal(language),
  };
  return read(`${language}.md`).replace(/\{\{(\w+)(?: (\w+))?\}\}/g, (_, part: string, name: string) =>
    parts[part]!(name),
  );
}

const wordsIn = (words: readonly string[]): string => words.map((word) => `\`${word}\``).join(" ");

/** The words of the macro that reads yes and no. */
function booleans(language: Language): string {
  const [, macro = ""] =
    /macro try_boolean\(value\) as case([\s\S]*?)end;/.exec(read("../../loaders/database/numbers.sql")) ?? [];
  const lists = [...macro.matchAll(/in \(([^)]*)\)/g)].map(([, list = ""]) => list.replaceAll("'", "`"));
  return language === "zh" ? `是：${lists[0]}；否：${lists[1]}` : `Yes: ${lists[0]}; no: ${lists[1]}`;
}

/** A file that the guide shows whole: its name stands after the language of its block. */
export interface Shown {
  readonly name: string;
  readonly text: string;
}

/** The files that one half shows. */
export const filesShown = (language: Language): Shown[] =>
  [...half(language).matchAll(/^```\w+ (\S+)\n([\s\S]*?)^```$/gm)].map(([, name = "", text = ""]) => ({name, text}));
