import {describe, expect, test} from "vitest";
import {speaksOf, stem, termsOf} from "../../src/marts/satisfaction/terms.js";
import {openThemes, openWords} from "../../src/marts/satisfaction/themes.js";
import type {DeriveInput} from "../../src/marts/shape/table.js";
import {seededRandom} from "../../src/stats/numbers/seeded-random.js";

const none = {stop: new Set<string>(), synonyms: new Map<string, string>()};
const words = [
  {kind: "theme", word: "wait", code: "waiting", label_zh: "等待", label_en: "Waiting", place: 0},
  {kind: "theme", word: "离线", code: "offline", label_zh: "离线", label_en: "Offline", place: 1},
] as const;
const input = {preset: "default", rows: () => words} as unknown as DeriveInput;

/** Three hundred customers over a year, and twenty in the last month who write of something new. */
const answers = [
  ...Array.from({length: 300}, (_, at) => ({
    ...{response_id: `a${at}`, rater_id: `c${at}`, survey_date: "2026-05-01"},
    ...{is_dissatisfied: at % 3 === 0, is_now: at % 12 === 0},
    verbatim: at % 3 === 0 ? "waited too long" : at % 3 === 1 ? "friendly staff" : "师傅专业",
  })),
  ...Array.from({length: 20}, (_, at) => ({
    ...{response_id: `b${at}`, rater_id: `d${at}`, survey_date: "2026-10-05"},
    ...{is_dissatisfied: true, is_now: true},
    verbatim: "设备离线",
  })),
];

describe("words of customers", () => {
  test("English by stems, Chinese by words and by two characters put together", () => {
    expect(["waiting", "waited", "waits", "calls", "stopped"].map(stem)).toEqual([
      "wait",
      "wait",
      "wait",
      "call",
      "stop",
    ]);
    expect(termsOf("设备离线，电话138", none)).toContain("离线");
    expect(termsOf("They waited, and waited", none)).toEqual(["wait"]);
    expect(termsOf("掉线", {stop: new Set(), synonyms: new Map([["掉线", "离线"]])})).toEqual(["离线"]);
    expect(speaksOf("I was waiting again", ["wait"], none)).toBe(true);
    expect(speaksOf("await nothing", ["wait"], none)).toBe(false);
  });

  test("what is new this month is found, with the theme it belongs to", () => {
    const found = openWords(answers, input).filter(({compared}) => compared === "month");
    expect(found.map(({word}) => word)).toContain("离线");
    expect(openThemes(answers, input).find(({theme}) => theme === "offline")).toMatchObject({
      ...{customers: 20, now: 20, before: 0, is_new: true},
      quotes: "设备离线",
    });
  });

  test("in shuffled months nothing is new", () => {
    const random = seededRandom(20261101);
    const months = answers.map(({is_now}) => is_now);
    for (let at = months.length - 1; at > 0; at--) {
      const other = Math.floor(random() * (at + 1));
      [months[at], months[other]] = [months[other]!, months[at]!];
    }
    const shuffled = answers.map((answer, at) => ({...answer, is_now: months[at]!}));
    expect(openWords(shuffled, input).filter(({compared}) => compared === "month")).toEqual([]);
    expect(openThemes(shuffled, input).some(({is_new}) => is_new)).toBe(false);
  });

  test("of fewer than ten customers nothing is told", () => {
    expect(openThemes(answers.slice(-9), input)).toEqual([]);
    const few = [...answers.slice(0, 300), ...answers.slice(-9)];
    expect(openThemes(few, input).find(({theme}) => theme === "offline")).toMatchObject({
      ...{customers: null, share: null, now: null, quotes: ""},
    });
  });
});
