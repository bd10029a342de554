import {type Disagreement, disagreements} from "../../src/figures/agreement/disagreements.js";
import {unprovenSentences} from "../../src/figures/agreement/superlatives.js";
import {falseWorst} from "../../src/figures/agreement/tiles.js";
import {type Figure, isMissing} from "../../src/figures/figure.js";
import type {Drawn} from "../../src/report.js";
import type {Language} from "../../src/words/language.js";

const kinds: Readonly<Record<Disagreement["kind"], Readonly<Record<Language, string>>>> = {
  number: {zh: "标题里的数字表里没有", en: "number of the title not in the table"},
  name: {zh: "标题里的名称表里没有", en: "name of the title not in the table"},
  claim: {zh: "标题说全部，这一行却不是", en: "row that denies what the title says of all"},
  most: {zh: "标题说最多、最高或最低，表里不是", en: "called the most or the least, which the table does not bear out"},
  chart: {zh: "图上有、表里没有", en: "drawn but not in the table"},
};

/** Every figure whose title, chart and table do not agree, and every sentence that calls something the most after none, one line each, in both languages: a fault of the program, told and no reason to stop. */
export function disagreementLines(drawn: Partial<Record<Language, Drawn>>): Record<Language, string[]> {
  const figures = Object.fromEntries(Object.entries(drawn).map(([name, {figures: own}]) => [name, own]));
  const found = [
    ...disagreements(figures).map(({language: where, ...each}) => ({...each, where: where as string})),
    ...Object.entries(drawn).flatMap(([where, {figures: own, passages, boards, letters}]) => {
      const shown = Object.values(own).filter((figure): figure is Figure => !isMissing(figure));
      // What the page of methods says is a rule, not a finding.
      const told = Object.entries({...passages, ...saidOnTop({boards, letters})}).filter(([id]) => id !== "method");
      const unproven = told.flatMap(([id, sentences]) =>
        unprovenSentences(sentences, shown).map((said) => ({id, said})),
      );
      const worst = Object.values(boards).flatMap(({measures}) =>
        measures.flatMap((tile) => {
          const id = (tile.groupsHref ?? tile.href).split("#")[1];
          const figure = shown.find((each) => each.id === id);
          return figure ? falseWorst(tile, figure).map((said) => ({id: tile.id, said})) : [];
        }),
      );
      return [...unproven, ...worst].map((each) => ({...each, where, kind: "most" as const}));
    }),
  ];
  return {
    zh: found.map(({id, where, kind, said}) => `${id}（${where}）：${kinds[kind].zh}：${said}`),
    en: found.map(({id, where, kind, said}) => `${id} (${where}): ${kinds[kind].en}: ${said}`),
  };
}

/** What the overview and the monthly report say, by page. */
const saidOnTop = ({boards, letters}: Pick<Drawn, "boards" | "letters">): Record<string, string[]> =>
  Object.fromEntries([
    ...Object.entries(boards).map(([id, {title, said, matters, changed, missing}]) => [
      `${id}-board`,
      [
        ...[title, ...said, ...matters.flatMap(({short, text}) => [short, text])],
        ...[...changed.flatMap(({lines}) => lines), ...missing].map(({text}) => text),
      ],
    ]),
    ...Object.entries(letters).map(([id, {first, parts}]) => [
      `${id}-letter`,
      [...first, ...parts.flatMap(({lines}) => lines.map(({text}) => text))],
    ]),
  ]);
