import validator from "validator";
import {digitsOf, follows, isInsideHash, isThing, type Spelling} from "./kind.js";

const month = "(?:0[1-9]|1[0-2])";
const day = "(?:0[1-9]|[12]\\d|3[01])";
const between = "[ \\-._·]{0,2}";
const card = "身份证|证件|户口|identity|\\bid\\b|id ?card";

const checks = (value: string, locale: "zh-CN" | "zh-HK"): boolean => validator.isIdentityCard(value, locale);

/** Born long enough ago that no number of an order begins so; a check digit proves the rest. */
const isIdCard18 = (value: string): boolean => {
  const number = value.replace(/[^\dXx]/g, "").toUpperCase();
  const year = Number(number.slice(6, 10));
  return checks(number, "zh-CN") || (year >= 1920 && year <= 2009);
};

const dated =
  "(?:(?:19|20)\\d{2}|\\d{2})[ ]?[年\\-./][ ]?\\d{1,2}[ ]?[月\\-./][ ]?\\d{1,2}(?!\\d)[ ]?日?|(?:19|20)\\d{6}";
const monthNames = "(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*";
const westernDate = `\\d{1,2}[./-]\\d{1,2}[./-](?:(?:19|20)\\d{2}|\\d{2}(?!\\d))|\\d{1,2}(?:st|nd|rd|th)? ${monthNames},? (?:19|20)\\d{2}|${monthNames} \\d{1,2}(?:st|nd|rd|th)?,? (?:19|20)\\d{2}`;
const chineseYear = "[零〇○一二三四五六七八九]{4}年[一二三四五六七八九十]{1,2}月[一二三四五六七八九十]{1,3}日?";
const birthWords =
  "出生(?:日期|年月日?|于|时间)?|生日|生于|date of birth|birth ?(?:day|date)|d\\.?o\\.?b\\.?|born(?: on)?";

export const documents: readonly Spelling[] = [
  {
    kind: "id_card",
    find: new RegExp(
      `(?<!\\d)(?<!\\d\\.)[1-9]\\d{2}${between}\\d{3}${between}(?:18|19|20)\\d{2}${between}${month}${between}${day}${between}\\d{3}${between}[\\dXx](?![\\dA-Za-z])`,
      "g",
    ),
    accept: (value, around) => !isInsideHash(value, around) && (isIdCard18(value) || follows(card, around)),
    tenDigits: true,
    hint: "STARTDIGIT(?:GAPDIGIT){16}GAP(?:DIGIT|[XＸ])",
  },
  {
    kind: "id_card",
    find: new RegExp(`(?<!\\d)(?<!\\d\\.)[1-9]\\d{5}[ -]?\\d{2}${month}${day}[ -]?\\d{3}(?!\\d)(?!\\.\\d)`, "g"),
    accept: (value, around) =>
      !isInsideHash(value, around) && ((checks(digitsOf(value), "zh-CN") && !isThing(around)) || follows(card, around)),
    tenDigits: true,
    hint: "STARTDIGIT(?:GAPDIGIT){14}END",
  },
  {
    kind: "id_card",
    find: /(?<=(?:身份证|证件)(?:号码?|编号)?[ :是为]{0,3})(?:\d{17}[\dXx]|\d{15})(?!\d)/g,
    tenDigits: true,
    hint: "(?:身份证|证件)[^0-9０-９\\n]{0,6}DIGIT{15}",
  },
  {
    kind: "hk_id",
    find: /(?<![A-Za-z\d])[A-Za-z]{1,2}[ -]?\d{6} ?\( ?[\dAa] ?\)|(?<![A-Za-z\d])[A-Za-z]{1,2}\d{6}[\dAa](?![A-Za-z\d])/g,
    accept: (value, around) =>
      follows("香港|港澳|身份证|身份證|hkid|hong kong|identity|证件", around) ||
      (value.includes("(") && checks(value.replace(/[^A-Za-z\d]/g, "").toUpperCase(), "zh-HK") && !isThing(around)),
    hint: "LETTERGAPDIGIT{6}GAP[(（]|(?:香港|港澳|身份|身份證|hkid|hong kong|identity|证件)[^\\n]{0,12}LETTERDIGIT{6}",
  },
  {
    kind: "passport",
    find: /(?<![A-Za-z\d])(?:[EGDSPegdsp][ -]?\d{8}|[Ee][A-HJ-NP-Za-hj-np-z][ -]?\d{7}|[KHMkhm]\d{8}|1[45]\d{7}|[A-Za-z]{1,2}\d{6,7}|\d{9})(?![A-Za-z\d])/g,
    accept: (value, around) =>
      follows("护照|護照|passport|通行证|pass\\.? ?no", around) ||
      (/^(?:[EGeg]\d{8}|[Ee][A-HJ-NP-Z]\d{7})$/.test(value) &&
        !/^.(?:19|20)\d\d(?:0[1-9]|1[0-2])/.test(value) &&
        !isThing(around)),
    hint: "[EGＥＧ](?:DIGIT{8}|LETTERGAPDIGIT{7})|(?:护照|護照|passport|通行证|pass\\.? ?no)[^\\n]{0,14}DIGIT{5}",
  },
  {
    kind: "ssn",
    find: /(?<![\d-])(?!000|666|9)\d{3}-(?!00)\d{2}-(?!0000)\d{4}(?![\d-])/g,
    hint: "DIGIT{3}\\p{Pd}DIGIT{2}\\p{Pd}DIGIT{4}",
  },
  {
    kind: "ssn",
    find: /(?<=(?:\bssn?\b|social security|社会安全|社会保障|社安)[^\d\n]{0,14})(?!000|666|9)\d{3}[ .]?\d{2}[ .]?\d{4}(?!\d)/gi,
    hint: "(?:ssn?|social security|社会安全|社会保障|社安)[^0-9０-９\\n]{0,14}DIGIT{3}",
  },
  {
    kind: "birth_date",
    find: new RegExp(`(?<=(?:${birthWords})[ :：是为(（]{0,4})(?:${dated}|${westernDate}|${chineseYear})`, "gi"),
    hint: `(?:${birthWords})[^\\n]{0,6}[0-9０-９一二零〇jfmasond]`,
  },
  {
    kind: "birth_date",
    find: new RegExp(`(?<!\\d)(?:${dated}|${chineseYear})(?= ?(?:出生|生(?![产效成日活意命气]|产)))`, "g"),
    hint: "(?:日|DIGIT)\\s?(?:出生|生)",
  },
];
