import {expect, it} from "vitest";
import {aloud, spoken} from "../../src/narrative/aloud.js";
import {sampleBoard} from "../downloads/sample-board.js";

const board = (language: "zh" | "en") => sampleBoard(language).boards.overview!;

it("a sentence said aloud has no interval and no base, and keeps what else is in brackets", () => {
  expect(spoken("接通率 92.3%（89.6–94.4%，n=470），上月 90.4%。")).toBe("接通率 92.3%，上月 90.4%。");
  expect(spoken("Answer rate 92.3% (89.6–94.4%, n=470); Sep 90.4%.")).toBe("Answer rate 92.3%; Sep 90.4%.");
  expect(spoken("2 of 8 overdue: Parts store (Repair, Technician 03).")).toBe(
    "2 of 8 overdue: Parts store (Repair, Technician 03).",
  );
  expect(spoken("Churn 1.6% (1.1–2.2%), more than usual (Aug 1.5%).")).toBe("Churn 1.6%, more than usual (Aug 1.5%).");
});

it("a page says how its worst measure stands, then its own sentences, three in all and none twice", () => {
  const said = aloud(
    {language: "en"},
    {
      page: "satisfaction",
      board: board("en"),
      sentences: ["Complaints 80.0% (1–2%).", "A second one (3–4, n=9).", "A third.", "A fourth."],
    },
  );
  expect(said).toEqual([
    "Complaints per 10,000: 80.0% (Sep 79.0%, Oct 2025 78.0%), target 90.0%: missed 24 months running.",
    "A second one.",
    "A third.",
  ]);
  expect(aloud({language: "zh"}, {page: "satisfaction", board: board("zh"), sentences: []})).toEqual([
    "每万户投诉 80.0%（9月 79.0%，去年10月 78.0%），目标 90.0%，连续 24 个月未达标。",
  ]);
});

it("what is new on a page comes first, with what is done about it; a year's figure says so", () => {
  const news = {
    head: "Device offline",
    short: "a new complaint",
    said: "29 new complaints: “Device offline”",
    act: "Product: roll back by 15 Nov",
    text: "",
    href: "complaints.html#complaint-categories",
    picture: {form: "bars" as const, bars: [], note: "", alt: ""},
  };
  const weak = {
    direction: "weak" as const,
    period: "over 12 months",
    lines: [{text: "Logistics: promises kept 59.1%, others 76.1%", href: "complaints.html#x"}],
  };
  const said = aloud(
    {language: "en"},
    {page: "complaints", board: {...board("en"), matters: [news], changed: [weak]}, sentences: ["One."]},
  );
  expect(said).toEqual([
    "29 new complaints: “Device offline”; Product: roll back by 15 Nov.",
    "Over 12 months Logistics: promises kept 59.1%, others 76.1%.",
    "One.",
  ]);
});
