import type {Spelling} from "./kind.js";

const tokens: Readonly<Record<string, string>> = {
  DIGIT: "[0-9０-９]",
  LETTER: "[A-ZＡ-Ｚ]",
  GAP: "[^0-9０-９A-Za-z丁-鿿]{0,3}",
  START: "(?:^|[^0-9０-９])",
  END: "(?:$|[^0-9０-９])",
};

const numeral = "[零〇○一二三四五六七八九幺两壹贰叁肆伍陆柒捌玖]";
/** Numbers of seven signs and more in Chinese numerals, in circles, in other scripts, on keys. */
const otherDigits = `${numeral}(?:[ -]?${numeral}){6}|(?:[①-⑨❶-❾٠-٩۰-۹०-९𝟎-𝟿][\\s\\p{Pd}]?){4}|(?:[0-9]\ufe0f?\u20e3){2}`;

const written = (text: string, han: string): string =>
  text.replaceAll("HAN", han).replace(/DIGIT|LETTER|GAP|START|END/g, (token) => tokens[token]!);

/**
 * Two expressions of RE2: a text that is personal has one of them, and that which asks for ten digits nothing shorter has.
 * In one expression they would outgrow what RE2 keeps in mind, and take a hundred times as long.
 */
export function hintSources(spellings: readonly Spelling[]): {readonly digits: string; readonly words: string} {
  const union = (some: readonly Spelling[], more: readonly string[] = []): string =>
    `(?i)${[...new Set([...some.map(({hint}) => written(hint, "\\p{Han}")), ...more])].join("|")}`;
  return {
    digits: union(spellings.filter(({tenDigits}) => tenDigits)),
    words: union(
      spellings.filter(({tenDigits}) => !tenDigits),
      [otherDigits],
    ),
  };
}

/**
 * Which spellings a text may have, by their hints; digits of other kinds may belong to any of them. They are looked for
 * once, and hints that ask for digits are passed over where there is none.
 */
export function likelySpellings(spellings: readonly Spelling[]): (text: string) => Spelling[] {
  const [anyDigit, other] = [/[0-9０-９]/, new RegExp(otherDigits, "iu")];
  const hinted = spellings.map((spelling) => ({
    spelling,
    hint: new RegExp(written(spelling.hint, "\\p{Script=Han}"), "iu"),
  }));
  const wordy = hinted.filter(({spelling}) => !spelling.tenDigits);
  return (text) => {
    if (other.test(text)) return [...spellings];
    const asked = anyDigit.test(text) ? hinted : wordy;
    return asked.filter(({hint}) => hint.test(text)).map(({spelling}) => spelling);
  };
}
