import {describe, expect, it} from "vitest";
import {
  columnFormat,
  formatDate,
  formatInterval,
  formatMonth,
  formatNumber,
  formatPlausible,
  formatTick,
} from "../../src/words/format.js";

const zh = {language: "zh"} as const;
const en = {language: "en"} as const;

describe("a number", () => {
  it("that is a share has one decimal and a percent sign", () => {
    expect(formatNumber(0.8614, "share", en)).toBe("86.1%");
    expect(formatNumber(0, "share", zh)).toBe("0.0%");
    expect([-0.0001, -0.001].map((value) => formatNumber(value, "share", en))).toEqual(["0.0%", "−0.1%"]);
  });
  it("that is an NPS is whole, with its sign, and zero has none", () => {
    expect(["nps" as const].map((unit) => [44.2, -12.4, 0].map((value) => formatNumber(value, unit, zh)))).toEqual([
      ["+44", "−12", "0"],
    ]);
  });
  it("that is a time carries its unit in the language of the page", () => {
    expect(formatNumber(31.46, "hours", zh)).toBe("31.5 小时");
    expect(formatNumber(31.46, "hours", en)).toBe("31.5 h");
    expect(formatNumber(31.46, "hours", {...en, bare: true})).toBe("31.5");
  });
  it("that is money carries its currency, where the report names one", () => {
    const currency = {zh: "元", en: "yuan"};
    expect(formatNumber(18_414, "money", {...en, currency})).toBe("18,414 yuan");
    expect(formatNumber(18_414, "money", {...en, currency, bare: true})).toBe("18,414");
    expect(formatNumber(18_414, "money", en)).toBe("18,414");
    expect(formatNumber(18_414, "money", {...zh, currency})).toBe("18,414 元");
  });
  it("that is missing is a dash", () => {
    expect([null, undefined, Number.NaN].map((value) => formatNumber(value, "share", en))).toEqual(["–", "–", "–"]);
  });
  it("that is an amount of many digits is said by three of them, on an axis, at a mark, in a cell and in a sentence alike", () => {
    const currency = {zh: "元", en: "yuan"};
    const amount = 312_456_789;
    expect(formatNumber(amount, "money", {...zh, currency})).toBe("3.12 亿元");
    expect(formatNumber(amount, "money", {...en, currency})).toBe("312 million yuan");
    expect([zh, en].map((each) => formatNumber(amount, "money", each))).toEqual(["3.12亿", "312M"]);
    expect([zh, en].map((each) => formatTick(3e8, "money", {...each, step: 1e8}))).toEqual(["3亿", "300M"]);
    expect([zh, en].map((each) => formatNumber(-1_273_135, "money", each))).toEqual(["−127万", "−1.27M"]);
    const cells = (language: typeof zh | typeof en) =>
      [amount, 45_678_900, 1_200, 0].map(columnFormat("money", {values: [amount, 45_678_900, 1_200], ...language}));
    expect(cells(zh)).toEqual(["31,245.7万", "4,567.9万", "0.1万", "0"]);
    expect(cells(en)).toEqual(["312.46M", "45.68M", "1,200", "0"]);
  });
  it("that is an amount in a column of small ones stands in full, as every count does", () => {
    const cells = [1_273_135, 62_092].map(columnFormat("money", {values: [1_273_135, 62_092], ...zh}));
    expect(cells).toEqual(["1,273,135", "62,092"]);
    expect(columnFormat("count", {values: [312_456_789], ...zh})(312_456_789)).toBe("312,456,789");
  });
  it("of an axis differs from its neighbours, however close they are", () => {
    const ticks = [1_200_000, 1_250_000, 1_300_000];
    expect(ticks.map((tick) => formatTick(tick, "money", {...en, step: 50_000}))).toEqual(["1.2M", "1.25M", "1.3M"]);
    expect(ticks.map((tick) => formatTick(tick, "count", {...zh, step: 50_000}))).toEqual(["120万", "125万", "130万"]);
  });
});

describe("an interval", () => {
  it("says its unit once", () => {
    expect(formatInterval([0.34, 0.53], "share", en)).toBe("34.0–53.0%");
  });
  it("of signed numbers is joined by a word, since a dash would read as a sign", () => {
    expect(formatInterval([-12, 4], "nps", en)).toBe("−12 to +4");
    expect(formatInterval([-12, 4], "nps", zh)).toBe("−12 至 +4");
  });
  it("reads as what is plausible", () => {
    expect(formatPlausible({value: 0.44, lo: 0.34, hi: 0.53}, "share", en)).toBe("44.0%, plausibly 34.0% to 53.0%");
    expect(formatPlausible({value: 0.44, lo: 0.34, hi: 0.53}, "share", zh)).toBe("44.0%，大致在 34.0% 到 53.0% 之间");
    expect(formatPlausible({value: 0.44}, "share", en)).toBe("44.0%");
  });
});

describe("a tick", () => {
  it("has no more decimals than the steps of its axis need", () => {
    expect(formatTick(0.8, "share", {...en, step: 0.2})).toBe("80%");
    expect(formatTick(0.805, "share", {...en, step: 0.005})).toBe("80.5%");
    expect(formatTick(20_000, "count", {...zh, step: 5000})).toBe("2万");
  });
});

describe("a date", () => {
  it("is written as the language does", () => {
    expect([formatMonth("2026-10", zh), formatMonth("2026-10", en)]).toEqual(["2026年10月", "Oct 2026"]);
    expect([formatDate("2026-10-05", zh), formatDate("2026-10-05T23:00:00Z", en)]).toEqual([
      "2026年10月5日",
      "5 Oct 2026",
    ]);
    expect(formatMonth("whole year", en)).toBe("whole year");
  });
});
