import {type Around, digitsOf, gap, isInsideHash, type Spelling} from "./kind.js";

const call =
  "电话|座机|固话|手机|联系方式|致电|来电|去电|电联|拨打|传真|热线|打|tel(?:ephone)?|phone|fax|call(?:ed|ing)?|cell|mobile|text";
const area = "(?:10|2[0-57-9]|[3-9]\\d{2})";

/** Thousands are set apart by commas: 152,747,300.25. */
const amount = /^\d{1,3}(?:,\d{3})+(?:\.\d+)?$/;

/** Not part of an amount or a decimal number, nor of an id such as v1-13812345678-x; of a list it may be. */
const standsAlone = (value: string, around: Around): boolean =>
  !isInsideHash(value, around) &&
  !amount.test(value) &&
  !/(?:^|\D)\d{1,3}\.$/.test(around.before) &&
  !/^\.\d{1,6}(?!\d)/.test(around.after) &&
  !(/\w-$/.test(around.before) && /^-\w/.test(around.after));

/** 3-4-4, 3-3-5, 4-4-3 and the like, or digit by digit; no dates, and no round numbers beside each other. */
const isGrouped = (value: string): boolean => {
  const groups = value.split(/\D+/).filter(Boolean);
  if (groups.length === 1) return true;
  if (groups.every((group) => group.length === 1)) return !value.includes(",");
  if (/(?:19|20)\d\d\D(?:0?[1-9]|1[0-2])\D/.test(value)) return false;
  if (groups.every((group) => group.endsWith("00"))) return false;
  return groups.length <= 5 && groups[0]!.length >= 3 && groups.every((group) => group.length >= 2);
};

/** Country codes but China's. */
const countries =
  "(?:1(?=[ .\\-/()]{0,3}[2-9])|7|20|27|3[0-469]|4[013-9]|5[1-8]|6[0-6]|8[124]|9[0-58]|2[1-69]\\d|3[578]\\d|42\\d|5[09]\\d|6[789]\\d|85[02-6]|88[06]|9[679]\\d)";

/** Numbers that cost the caller nothing belong to firms. */
const foreignOf = (digits: string): boolean => !/^1?(?:400|800|888|877|866|855|844|833|900)/.test(digits);

export const phones: readonly Spelling[] = [
  {
    kind: "mobile",
    find: new RegExp(
      `(?<!\\d)(?:\\(?(?:\\+|00)?86\\)?${gap}{0,2}|\\(?\\+86\\)?${gap}{0,2}|0)?(?<value>1${gap}{0,3}[3-9](?:${gap}{0,3}\\d){9})(?!\\d)`,
      "dg",
    ),
    accept: (value, around) =>
      standsAlone(value, around) && isGrouped(value) && !/^\d{1,3}(?:\.\d{1,3}){3}$/.test(value),
    tenDigits: true,
    hint: "START(?:[0０]{2})?(?:[8８][6６])?GAP[0０]?[1１]GAP[3-9３-９](?:GAPDIGIT){9}END",
  },
  {
    kind: "landline",
    find: new RegExp(
      `(?<![\\d.])\\(?(?:(?:\\+|00)86\\)?${gap}{0,2}\\(?0?|0)\\)?${area}\\)?${gap}{0,3}[2-8]\\d{2,3}${gap}?\\d{4}(?!\\d)(?:${gap}{0,2}(?:转|ext\\.?|x|#|-) ?\\d{1,6}(?!\\d))?`,
      "gi",
    ),
    accept: standsAlone,
    tenDigits: true,
    hint: "START[0０](?:GAPDIGIT){9,14}END|[+＋](?:GAPDIGIT){10}",
  },
  {
    kind: "landline",
    find: new RegExp(
      `(?<=(?:${call})[^\\d\\n。；]{0,6})(?<![\\d-]|\\d[ .,])[2-8]\\d{2,3}${gap}?\\d{4}(?![\\d元块])(?!\\.\\d)`,
      "gi",
    ),
    hint: `(?:${call})[^0-9０-９\\n]{0,6}[2-8２-８]DIGIT{2,3}GAPDIGIT{4}`,
  },
  {
    kind: "foreign_phone",
    find: new RegExp(
      `(?<![\\d$€£¥.]|\\d-)(?:\\+?1${gap}{0,2})?\\(?[2-9]\\d{2}\\)?[ \\-.]{1,2}[2-9]\\d{2}[ \\-.]\\d{4}(?!\\d)(?:,? ?(?:ext\\.?|x) ?\\d{1,6})?`,
      "gi",
    ),
    accept: (value, around) => foreignOf(digitsOf(value)) && standsAlone(value, around),
    tenDigits: true,
    hint: "DIGIT{3}[)）]?[\\s\\p{Zs}\\p{Pd}.]{1,2}DIGIT{3}[\\s\\p{Zs}\\p{Pd}.]DIGIT{4}",
  },
  {
    kind: "foreign_phone",
    find: new RegExp(`(?<!\\d)(?:\\+|(?<![\\d.])00[ -]?)${countries}(?:[ .\\-/()]{0,3}\\d){7,12}(?!\\d)`, "g"),
    accept: (value, around) =>
      foreignOf(digitsOf(value).replace(/^00/, "")) &&
      /^(?:00)?(?:1\d{10}|[2-9]\d{8,})$/.test(digitsOf(value)) &&
      standsAlone(value, around),
    tenDigits: true,
    hint: "[+＋](?:GAPDIGIT){8}|START[0０]{2}(?:GAPDIGIT){8,15}END",
  },
  {
    kind: "foreign_phone",
    find: new RegExp(`(?<=(?:${call})[^\\d\\n.]{0,12})(?<![\\d$-]|\\d[.,])1?[2-9]\\d{2}[2-9]\\d{6}(?!\\d)`, "gi"),
    accept: (value) => foreignOf(value),
    tenDigits: true,
    hint: `(?:${call})[^0-9０-９\\n]{0,12}DIGIT{10}`,
  },
];
