import {concepts, silent} from "./concepts.js";
import {simplified} from "./simplified.js";

/** A header or word as it compares: width, case, traditional characters, blanks, underscores and brackets do not count. */
export const foldWord = (text: string): string =>
  simplified(text.normalize("NFKC"))
    .toLowerCase()
    .replace(/[\s_\-()（）[\]【】:：*?？'"“”‘’.,，、/\\|]/gu, "")
    .replace(/[\p{Cf}\p{Cc}]/gu, "");

const latin = new Map<string, string>();
const han = new Map<string, string>();
for (const [concept, list] of Object.entries(concepts))
  for (const word of list.split("|")) (/\p{Script=Han}/u.test(word) ? han : latin).set(word, concept);
for (const word of silent.split("|")) (/\p{Script=Han}/u.test(word) ? han : latin).set(word, "");
const longestHan = Math.max(...[...han.keys()].map((word) => word.length));

/** Words known only from the phrases: they may stand glued together (tenureinmonths, churnreason). */
const learned = new Set<string>();

/**
 * The concepts of a header, in the order of the alphabet and each once; words of no concept stand for themselves.
 * @example conceptsOf("Date Opened") // "created+when"
 * @example conceptsOf("工单创建时间") // "created+ticket+when"
 */
export function conceptsOf(header: string): string {
  const found = new Set(tokensOf(header));
  found.delete("");
  return [...found].sort().join("+");
}

/** Makes the words of a phrase known where they are glued together without blanks. */
export function learn(phrase: string): void {
  if (!/[a-z]{3}/i.test(phrase)) return;
  for (const word of wordsOf(phrase)) if (/^[a-z]{3,}$/.test(word)) learned.add(word);
}

/** Whether a part of `conceptsOf` is a concept, not a word that stands for itself. */
export const isConcept = (part: string): boolean => part in concepts;

function tokensOf(header: string): string[] {
  const words = wordsOf(header);
  const tokens: string[] = [];
  for (let at = 0; at < words.length; ) {
    const run = [4, 3, 2].find(
      (length) => latin.has(words.slice(at, at + length).join(" ")) && at + length <= words.length,
    );
    if (run) {
      tokens.push(latin.get(words.slice(at, at + run).join(" "))!);
      at += run;
      continue;
    }
    tokens.push(...tokensOfWord(words[at]!));
    at++;
  }
  return tokens;
}

/** Latin words, numbers and Han runs, in lower case; CamelCase is parted. */
function wordsOf(header: string): string[] {
  const text = simplified(header.normalize("NFKC"))
    .replace(/[\p{Cf}\p{Cc}]/gu, "")
    .replace(/e-mail/gi, "email")
    .replace(/call ?backs?/gi, "callback")
    .replace(/follow[- ]?up/gi, "followup")
    .replace(/sub[- _]?(?=categor|type|issue|product)/gi, "sub")
    .replace(/#/g, " no ")
    .replace(/([\p{Ll}\d])(\p{Lu})/gu, "$1 $2")
    .replace(/(\p{Lu}+)(\p{Lu}\p{Ll})/gu, "$1 $2")
    .toLowerCase();
  return text.match(/\p{Script=Han}+|(?:(?!\p{Script=Han})[\p{L}\p{M}])+|\d+/gu) ?? [];
}

function tokensOfWord(word: string): string[] {
  if (/\p{Script=Han}/u.test(word)) return tokensOfHan(word);
  const known = latin.get(word) ?? latin.get(singular(word));
  if (known !== undefined) return [known];
  if (learned.has(word)) return [word];
  if (learned.has(singular(word))) return [singular(word)];
  return glued(word) ?? [singular(word)];
}

const singular = (word: string): string =>
  word.length > 3 && word.endsWith("s") && !word.endsWith("ss") ? word.replace(/ies$/, "y").replace(/s$/, "") : word;

/** The fewest known words that make up this one: "tenureinmonths" → tenure, in, months. */
function glued(word: string): string[] | undefined {
  if (word.length < 5 || word.length > 40) return undefined;
  const best: (readonly string[] | undefined)[] = [[]];
  for (let end = 1; end <= word.length; end++)
    for (let start = Math.max(0, end - 16); start < end; start++) {
      const before = best[start];
      const part = word.slice(start, end);
      const [known, single] = [latin.get(part) ?? latin.get(singular(part)), singular(part)];
      const token = known ?? (part.length >= 3 && learned.has(single) ? single : undefined);
      if (!before || token === undefined || (part.length < 3 && !/^(id|no|at|dt|ts|in|of)$/.test(part))) continue;
      if (!best[end] || before.length + 1 < best[end]!.length) best[end] = [...before, token];
    }
  const found = best[word.length];
  return found && found.length > 1 ? [...found] : undefined;
}

function tokensOfHan(run: string): string[] {
  const tokens: string[] = [];
  let unknown = "";
  for (let at = 0; at < run.length; ) {
    const length = [...Array(longestHan).keys()]
      .map((index) => longestHan - index)
      .find((size) => at + size <= run.length && han.has(run.slice(at, at + size)));
    if (length === undefined) {
      unknown += run[at++];
      continue;
    }
    if (unknown) tokens.push(unknown);
    unknown = "";
    tokens.push(han.get(run.slice(at, at + length))!);
    at += length;
  }
  if (unknown) tokens.push(unknown);
  return tokens;
}

/**
 * The ways to read a header, the most literal first: as it stands; without what stands in brackets; the parts of a
 * header of two lines; what a custom field is called.
 */
export function readings(header: string): string[] {
  const custom = /^(?:custom field|自定义字段)\s*[(（](.+)[)）]$/iu.exec(header.trim())?.[1];
  const lines = header.split(" / ");
  const numbered = /^(?:q\d+[ .:：、_-]*(?=[a-z]{3})|\d+[.、．)）]\s*)/i.exec(header.trim())?.[0];
  const parts = lines.length > 1 ? [lines[0]!, lines.at(-1)!] : [];
  if (numbered) parts.push(header.trim().slice(numbered.length));
  const bare = [header, ...parts].map((text) => text.replace(/[(（[【〖].*?[)）\]】〗]/gu, " ").trim());
  return [...new Set([...(custom ? [custom] : []), header, ...bare, ...parts])].filter((text) => foldWord(text) !== "");
}
