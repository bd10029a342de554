import type {YAMLError} from "yaml";
import type {Bilingual} from "../../src/words/language.js";

/** What the parser's codes mean for somebody who writes a list of names and values. */
const texts: Readonly<Partial<Record<YAMLError["code"], Bilingual>>> = {
  TAB_AS_INDENT: {zh: "用了制表符缩进；只能用空格。", en: "indented with a tab; only spaces will do."},
  BAD_INDENT: {
    zh: "缩进不对，或前面的 { 或 [ 没有配上 } 或 ]。",
    en: "the indentation is wrong, or a { or [ before it has no } or ].",
  },
  BLOCK_AS_IMPLICIT_KEY: {
    zh: "一行里有两个“名称: 值”；换行写，或把含冒号的值放进引号。",
    en: 'two "name: value" on one line; use two lines, or put a value that holds a colon in quotes.',
  },
  MULTILINE_IMPLICIT_KEY: {
    zh: "名称不能跨行；可能是上一行少了冒号或引号。",
    en: "a name cannot go over two lines; the line before may lack a colon or a quote.",
  },
  DUPLICATE_KEY: {zh: "同一个名称写了两次。", en: "the same name stands here twice."},
  MISSING_CHAR: {
    zh: "少了一个符号：引号、括号没有配对，或名称后面没有冒号。",
    en: "a sign is missing: a quote or bracket without its pair, or a name without a colon.",
  },
  BAD_SCALAR_START: {
    zh: "值不能以 @ 或 ` 开头；把它放进引号。",
    en: "a value cannot begin with @ or `; put it in quotes.",
  },
  BAD_DQ_ESCAPE: {
    zh: "双引号里的反斜杠 \\ 另有含义；改用单引号。",
    en: "inside double quotes a backslash means something else; use single quotes.",
  },
  UNEXPECTED_TOKEN: {
    zh: "这里不该有这些内容；多半是上面一行的缩进或短横线 - 不对。",
    en: "this is not expected here; most likely the indentation or a dash in the lines above is wrong.",
  },
  MULTIPLE_DOCS: {zh: "文件中间有一行 ---；去掉它。", en: "there is a line --- in the middle; remove it."},
  BAD_ALIAS: {zh: "以 * 开头的值要放进引号。", en: "a value that begins with * must be put in quotes."},
};

const other: Bilingual = {zh: "这里读不下去。", en: "it cannot be read on from here."};

/** What is wrong with the syntax, in words for its writer. */
export const syntaxText = (code: YAMLError["code"]): Bilingual => texts[code] ?? other;
