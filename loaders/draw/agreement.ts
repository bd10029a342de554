import {type Disagreement, disagreements} from "../../src/figures/agreement/disagreements.js";
import {lostLinks} from "../../src/figures/overview/lost-links.js";
import type {Drawn} from "../../src/report.js";
import type {Language} from "../../src/words/language.js";

const kinds: Readonly<Record<Disagreement["kind"], Readonly<Record<Language, string>>>> = {
  number: {zh: "标题里的数字表里没有", en: "number of the title not in the table"},
  name: {zh: "标题里的名称表里没有", en: "name of the title not in the table"},
  claim: {zh: "标题说全部，这一行却不是", en: "row that denies what the title says of all"},
  chart: {zh: "图上有、表里没有", en: "drawn but not in the table"},
};

/** Every figure whose title, chart and table do not agree, and every number that leads to a figure without it, one line each: a fault of the program, told and no reason to stop. */
export function disagreementLines(drawn: Partial<Record<Language, Drawn>>, language: Language): string[] {
  const figures = Object.fromEntries(Object.entries(drawn).map(([name, {figures: own}]) => [name, own]));
  const zh = language === "zh";
  const line = (id: string, where: string, what: string, said: string) =>
    `${id}${zh ? `（${where}）：` : ` (${where}): `}${what}${zh ? "：" : ": "}${said}`;
  const lost = Object.entries(drawn).flatMap(([where, {boards, figures: own}]) =>
    Object.entries(boards).flatMap(([id, board]) =>
      lostLinks(board, own).map((said) =>
        line(id, where, zh ? "链接所指的图里没有这个数" : "links to a figure without it", said),
      ),
    ),
  );
  return [
    ...disagreements(figures).map(({id, language: where, kind, said}) => line(id, where, kinds[kind][language], said)),
    ...lost,
  ];
}
