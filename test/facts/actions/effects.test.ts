import {expect, test} from "vitest";
import {
  effectFinding,
  effectsTitle,
  helpedText,
  judgedActions,
  shortEffect,
} from "../../../src/facts/actions/effects.js";
import type {ReportView} from "../../../src/facts/view.js";
import {actionEffects} from "../../../src/figures/actions/effects.js";
import type {Figure} from "../../../src/figures/figure.js";
import type {Row} from "../../../src/marts/list.js";
import type {Language} from "../../../src/words/language.js";
import {rowOf, viewOf} from "../../view.js";

const view = (language: Language, action_effects: readonly Effect[] = []): ReportView =>
  viewOf(language, {action_effects});

type Effect = Row<"action_effects">;
const effect = (more: Partial<Effect>): Effect =>
  rowOf("action_effects", {note: "scan", metric: "complaints", category: "late", status: "done", ...more});
const fell = effect({ratio: 0.287, lo: 0.185, hi: 0.432, effect: "better"});
const unclear = effect({note: "menu", ratio: 1.079, lo: 0.806, hi: 1.449, effect: "none"});
const beside = effect({
  ...unclear,
  note: "van",
  effect: "worse_than_others",
  against_others: 1.52,
  against_lo: 1.1,
  against_hi: 2.09,
});

test("a fall is told by its size, its interval the same way round", () => {
  expect(effectFinding(view("en"), fell)).toBe(
    "Complaints “late” went down 71.3% (56.8–81.5%) after the action: it helped",
  );
  expect(effectFinding(view("zh"), fell)).toBe("“late”投诉：措施完成后下降 71.3%（56.8–81.5%），见效");
});

test("from none to some is told by both levels, as there is no ratio", () => {
  const begun = effect({ratio: null, lo: 9.3, hi: null, before: 0, after: 41.2, effect: "worse"});
  expect(effectFinding(view("en"), begun)).toBe(
    "Complaints “late” went up from 0 to 41.2 per 10,000 after the action: it got worse",
  );
  expect(effectFinding(view("zh"), begun)).toContain("“late”投诉：措施完成后从 0 升至每万户月 41.2");
});

test("the chart counts the same actions as the sentences, also one without a ratio", () => {
  const begun = effect({ratio: null, lo: 9.3, hi: null, before: 0, after: 41.2, effect: "worse", after_n: 36});
  const chart = actionEffects(view("en", [begun, {...fell, before_n: 100, after_n: 30}])) as Figure;
  expect(chart.title).toContain("1 of 2 actions");
  expect(chart.series[0]!.points.map(({value}) => value)).toEqual([0.287, null]);
});

test("where it may have gone either way every number has its sign", () => {
  expect(effectFinding(view("en"), unclear)).toBe(
    "Complaints “late” changed by +7.9% (−19.4 to +44.9%) after the action: no effect shown",
  );
  expect(effectFinding(view("zh"), unclear)).toBe("“late”投诉：措施完成前后变化 +7.9%（−19.4 至 +44.9%），未见效果");
  expect(shortEffect(view("en"), unclear)).toBe("No effect shown (+7.9%)");
});

test("what is worse than the other categories is told so, with how much", () => {
  expect(effectFinding(view("en"), beside)).toBe(
    "Complaints “late” changed by +7.9% (−19.4 to +44.9%) after the action: worse than the other categories (1.52 times the change of the others, 1.10–2.09)",
  );
  expect(effectFinding(view("zh"), beside)).toBe(
    "“late”投诉：措施完成前后变化 +7.9%（−19.4 至 +44.9%），比其他类别差（为同期其他类别变化的 1.52 倍，1.10–2.09）",
  );
});

test("the title counts what helped and names what went wrong before what shows nothing", () => {
  const rows = [unclear, fell, beside];
  expect(effectsTitle(view("en"), rows)).toBe(
    "1 of 3 actions that can be judged helped: scan down 71.3% (56.8–81.5%); worse than the other categories: van +7.9% (−19.4 to +44.9%); no effect shown: menu",
  );
  expect(effectsTitle(view("zh"), rows)).toBe(
    "可判断的 3 项措施中 1 项见效：scan下降 71.3%（56.8–81.5%）；比其他类别差：van +7.9%（−19.4 至 +44.9%）；未见效果：menu",
  );
  expect(effectsTitle(view("en"), [unclear])).toBe(
    "The one action that can be judged is not shown to have helped: menu",
  );
  expect(effectsTitle(view("en"), [unclear, unclear])).toMatch(
    /^None of 2 actions .* is shown to have helped: menu, menu$/,
  );
  expect(effectsTitle(view("zh"), [unclear, beside])).toMatch(/^可判断的 2 项措施都未显示见效；比其他类别差：van/);
});

test("sentences come worst first, and leave out what is open or too early", () => {
  const rows = [unclear, fell, beside, effect({effect: "open"}), effect({effect: "early"})];
  expect(judgedActions(view("en", rows)).map((row) => row.effect)).toEqual(["worse_than_others", "better", "none"]);
});

test("what an action lowered is named in a line", () => {
  expect(helpedText(view("en"), fell)).toBe("“late” down 71.3%");
  expect(helpedText(view("zh"), fell)).toBe("“late”投诉下降 71.3%");
  expect(helpedText(view("en"), effect({...fell, region: "South"}))).toBe("complaints “late” in South down 71.3%");
});
