import {describe, expect, it} from "vitest";
import {
  formatCompact,
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
  it("that is large is short in 万 and 亿, or in K and M", () => {
    expect([23_000, 123_456_789].map((value) => formatCompact(value, zh))).toEqual(["2.3万", "1.2亿"]);
    expect([23_000, 123_456_789].map((value) => formatCompact(value, en))).toEqual(["23K", "123.5M"]);
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
