import {type Disagreement, disagreements} from "../../src/figures/agreement/disagreements.js";
import type {Drawn} from "../../src/report.js";
import type {Language} from "../../src/words/language.js";

const kinds: Readonly<Record<Disagreement["kind"], Readonly<Record<Language, string>>>> = {
  number: {zh: "标题里的数字表里没有", en: "number of the title not in the table"},
  name: {zh: "标题里的名称表里没有", en: "name of the title not in the table"},
  claim: {zh: "标题说全部，这一行却不是", en: "row that denies what the title says of all"},
  chart: {zh: "图上有、表里没有", en: "drawn but not in the table"},
};

/** Every figure whose title, chart and table do not agree, one line each: a fault of the program, told and no reason to stop. */
export function disagreementLines(drawn: Partial<Record<Language, Drawn>>, language: Language): string[] {
  const figures = Object.fromEntries(Object.entries(drawn).map(([name, {figures: own}]) => [name, own]));
  const zh = language === "zh";
  return disagreements(figures).map(
    ({id, language: where, kind, said}) =>
      `${id}${zh ? `（${where}）：` : ` (${where}): `}${kinds[kind][language]}${zh ? "：" : ": "}${said}`,
  );
}
