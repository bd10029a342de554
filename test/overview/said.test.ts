import {expect, test} from "vitest";
import {judgedTiles, missedText} from "../../src/figures/overview/said.js";
import type {Tile, TileState} from "../../src/figures/overview/tile-shape.js";
import {viewOf} from "../view.js";

const tiles = (...states: readonly TileState[]) =>
  judgedTiles(states.map((state) => ({state, target: "90.0%"}) as Tile));
const months = Array.from({length: 12}, (_, index) => `2026-${String(index + 1).padStart(2, "0")}`);
const [zh, en] = [viewOf("zh", {view: {months}}), viewOf("en", {view: {months}})];

test("what the month misses is told apart from what only a year does", () => {
  const found = tiles("bad", "bad", "bad-year", "good", "unsure");
  expect(missedText(en, found)).toBe("2 of 5 targets missed, 1 other in a year");
  expect(missedText(zh, found)).toBe("5 个目标 2 个未达标，另 1 个近 12 个月未达标");
  expect(missedText(en, tiles("bad-year", "good"))).toBe("1 of 2 targets missed in a year");
  const short = viewOf("en", {view: {months: months.slice(0, 8)}});
  expect(missedText(short, tiles("bad-year", "good"))).toBe("1 of 2 targets missed over 8 months");
});

test("a month that is not whole misses nothing, and what is met is not told here", () => {
  expect(missedText(en, tiles("partial", "good"))).toBe("");
  expect(missedText(en, tiles("bad", "partial"))).toBe("1 target missed");
});
