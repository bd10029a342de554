/** A text in plain characters, and where each of them stood in the text as written. */
export interface PlainText {
  readonly plain: string;
  /** Place in the written text of a place in the plain one. */
  readonly placeOf: (at: number) => number;
}

const special = /[^\n -~\p{Script=Han}、。“”‘’《》「」【】…〔〕]/u;
const numerals = "零〇○一二三四五六七八九幺两壹贰叁肆伍陆柒捌玖";
const values: Readonly<Record<string, string>> = {零: "0", 〇: "0", "○": "0", 幺: "1", 两: "2", 壹: "1"};
const numeralRun = new RegExp(`[${numerals}](?:[ -]?[${numerals}]){6,}`, "g");
const dashes = /[\u2010-\u2015\u2043\u2212\u2500\u30fc\ufe58\ufe63\uff0d]/;
const dots = /[\u00b7\u2022\u2027\u30fb\uff65]/;
const unseen = /[\p{Cf}\p{Mn}\p{Me}]/u;

/**
 * Every spelling of a number or address as one: full-width and other digits, dashes and blanks of all kinds, characters
 * that are not seen, numbers in Chinese numerals (seven or more in a row).
 *
 * @example plainOf("１３８—１２３４").plain // "138-1234"
 */
export function plainOf(text: string): PlainText {
  const even = text.replace(/[！-～]/g, (sign) => String.fromCharCode(sign.charCodeAt(0) - 0xfee0));
  const narrow = special.test(even) ? narrowed(even) : {plain: even, placeOf: (at: number) => at};
  if (!/[零〇○一二三四五六七八九幺两壹-玖ー]/.test(narrow.plain)) return narrow;
  const plain = narrow.plain
    .replace(/(?<=\d ?)[一丨ー](?= ?\d)/g, "-")
    .replace(numeralRun, (run) => run.replace(/[^ -]/g, digitOf));
  return {plain, placeOf: narrow.placeOf};
}

const digitOf = (numeral: string): string =>
  values[numeral] ??
  String(("一二三四五六七八九".indexOf(numeral) + 1 || "壹贰叁肆伍陆柒捌玖".indexOf(numeral) + 1) % 10);

function narrowed(text: string): PlainText {
  let plain = "";
  const places: number[] = [];
  let at = 0;
  for (const sign of text) {
    const kept = plainSign(sign);
    for (let index = 0; index < kept.length; index++) places.push(at);
    plain += kept;
    at += sign.length;
  }
  return {plain, placeOf: (place) => places[place] ?? text.length};
}

function plainSign(sign: string): string {
  const code = sign.codePointAt(0)!;
  if (code === 10 || (code >= 32 && code < 127)) return sign;
  if (unseen.test(sign)) return "";
  if (dashes.test(sign)) return "-";
  if (dots.test(sign)) return "·";
  if (/[\s\p{Zs}]/u.test(sign)) return " ";
  if (/[\p{Nd}①-⑨⓪❶-❾]|[！-～]|﹫/u.test(sign))
    return sign.normalize("NFKC").length === 1 ? narrowSign(sign, code) : sign;
  return sign;
}

function narrowSign(sign: string, code: number): string {
  if (code >= 0x2776 && code <= 0x277e) return String(code - 0x2775);
  const narrow = sign.normalize("NFKC");
  if (/^[ -~]$/.test(narrow)) return narrow;
  return /\p{Nd}/u.test(sign) ? String(digitValue(code)) : sign;
}

/** Decimal digits of every script stand ten in a row, from zero. */
function digitValue(code: number): number {
  let zero = code;
  while (code - zero < 9 && /\p{Nd}/u.test(String.fromCodePoint(zero - 1))) zero--;
  return (code - zero) % 10;
}
