import type {z} from "zod";
import type {Bilingual} from "../../src/words/language.js";
import {didYouMean} from "../messages/nearest.js";

type RawIssue = z.core.$ZodRawIssue;
type Issue = z.core.$ZodIssue;

/** What is wrong at one place of a file. */
export interface Found {
  readonly path: readonly PropertyKey[];
  readonly text: Bilingual;
}

/** The text of an issue, which a check of our own may carry as `params`; as JSON, since zod keeps one text. */
export const explain = (issue: RawIssue): string => JSON.stringify(textOf(issue));

/** Every issue as a place and a text: of alternatives the one that was meant, of several unknown names one each. */
export function findings(issues: readonly Issue[], above: readonly PropertyKey[] = []): Found[] {
  return issues.flatMap((issue): Found[] => {
    const path = [...above, ...issue.path];
    if (issue.code === "invalid_union" && issue.errors.length > 0) return findings(meant(issue.errors), path);
    if (issue.code === "invalid_key" || issue.code === "invalid_element") return findings(issue.issues, path);
    const text = JSON.parse(issue.message) as Bilingual | Record<string, Bilingual>;
    if (issue.code !== "unrecognized_keys") return [{path, text: text as Bilingual}];
    return issue.keys.map((key) => ({path: [...path, key], text: (text as Record<string, Bilingual>)[key]!}));
  });
}

/** Without those that follow from another: what is wrong inside an entry makes the whole entry wrong. */
export const causes = (found: readonly Found[]): Found[] =>
  found.filter(
    ({path}) =>
      !found.some(
        (other) => other.path.length > path.length && path.every((part, place) => other.path[place] === part),
      ),
  );

/** The alternative that goes furthest: one whose kind fits and only its contents do not. */
const meant = (alternatives: readonly (readonly Issue[])[]): readonly Issue[] =>
  alternatives.find((issues) => !issues.some(({code, path}) => code === "invalid_type" && path.length === 0)) ??
  alternatives[0]!;

const kinds: Readonly<Record<string, Bilingual>> = {
  string: {zh: "一段文字", en: "a text"},
  number: {zh: "一个数字", en: "a number"},
  int: {zh: "一个整数", en: "a whole number"},
  boolean: {zh: "true 或 false", en: "true or false"},
  array: {zh: "一个列表", en: "a list"},
  tuple: {zh: "一个列表", en: "a list"},
  object: {zh: "一组“名称: 值”", en: 'a group of "name: value"'},
  record: {zh: "一组“名称: 值”", en: 'a group of "name: value"'},
};

function textOf(issue: RawIssue): Bilingual | Record<string, Bilingual> {
  const {code, input} = issue;
  if (code === "custom") return (issue.params as Bilingual | undefined) ?? {zh: "不对。", en: "is wrong."};
  if (code === "unrecognized_keys") return unknownNames(issue.keys as string[], namesOf(issue.inst));
  if (input === undefined) return {zh: "缺少，必须写。", en: "is missing and must be given."};
  if (input === null) return {zh: "后面是空的。", en: "has nothing after it."};
  const shown = shownValue(input);
  if (code === "invalid_type") {
    const {zh, en} = kinds[issue.expected as string] ?? {zh: String(issue.expected), en: String(issue.expected)};
    return {
      zh: `应是${zh}，现在是${/^\p{Script=Han}/u.test(shown.zh) ? "" : " "}${shown.zh}。`,
      en: `must be ${en}, not ${shown.en}.`,
    };
  }
  if (code === "invalid_value") return notAmong(shown, (issue.values as unknown[]).map(String), String(input));
  if (code === "too_small") return bound(issue.origin as string, Number(issue.minimum), "least");
  if (code === "too_big") return bound(issue.origin as string, Number(issue.maximum), "most");
  return {zh: `不能是 ${shown.zh}。`, en: `cannot be ${shown.en}.`};
}

/** Names that an object knows. */
const namesOf = (schema: unknown): string[] =>
  Object.keys((schema as {_zod?: {def?: {shape?: object}}} | undefined)?._zod?.def?.shape ?? {});

const unknownNames = (keys: readonly string[], known: readonly string[]): Record<string, Bilingual> =>
  Object.fromEntries(keys.map((key) => [key, unknownName(key, known)]));

/** "there is no such name", with the one that was meant or those there are. */
export function unknownName(key: string, known: readonly string[]): Bilingual {
  const near = didYouMean(key, known);
  return {
    zh: `没有这一项。${near.zh || (known.length > 0 ? `可用：${known.join("、")}。` : "")}`,
    en: `is not known. ${near.en || (known.length > 0 ? `Known: ${known.join(", ")}.` : "")}`.trim(),
  };
}

function notAmong(shown: Bilingual, known: readonly string[], value: string): Bilingual {
  const near = didYouMean(value, known);
  return {
    zh: `不能是 ${shown.zh}。${near.zh || `可用：${known.join("、")}。`}`,
    en: `cannot be ${shown.en}. ${near.en || `It is one of ${known.join(", ")}.`}`,
  };
}

function bound(origin: string, limit: number, side: "least" | "most"): Bilingual {
  const least = side === "least";
  if (origin === "string" && least && limit === 1) return {zh: "不能是空的。", en: "cannot be empty."};
  const unit =
    origin === "string" ? ["个字符", " characters"] : ["array", "set"].includes(origin) ? ["项", " entries"] : ["", ""];
  return {
    zh: `${least ? "至少" : "最多"}是 ${limit}${unit[0] ? ` ${unit[0]}` : ""}。`,
    en: `must be at ${side} ${limit}${limit === 1 ? unit[1]!.replace("entries", "entry").replace(/s$/, "") : unit[1]}.`,
  };
}

function shownValue(input: unknown): Bilingual {
  if (Array.isArray(input)) return kinds.array!;
  if (typeof input === "object") return kinds.object!;
  const text = typeof input === "string" ? `"${input.length > 60 ? `${input.slice(0, 60)}…` : input}"` : String(input);
  return {zh: text, en: text};
}
