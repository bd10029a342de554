import {expect, test} from "vitest";
import type {Tile} from "../../src/figures/overview/tile-shape.js";
import {worstGroups} from "../../src/figures/overview/worst-groups.js";
import {cells, viewOf} from "../view.js";

const tiles = [
  {id: "bottom_box", href: "satisfaction.html#dissatisfied-trend"},
  {id: "csat", href: "satisfaction.html#csat-trend"},
] as unknown as readonly Tile[];

const heads = (p: number) =>
  worstGroups(
    viewOf("en", {
      metric_by_segment: cells(
        "metric period dimension member n value rest difference p_adjusted verdict flag",
        ["bottom_box", "window", "all", "all", 1200, 0.11, null, null, null, "", ""],
        ["bottom_box", "window", "region", "East", 300, 0.16, 0.1, 0.06, p, "clear", ""],
        ["bottom_box", "window", "region", "West", 900, 0.1, 0.16, -0.06, p, "clear", ""],
        ["bottom_box", "window", "tier", "A", 600, 0.12, 0.1, 0.02, 0.4, "", ""],
        ["bottom_box", "window", "tier", "B", 600, 0.1, 0.12, -0.02, 0.4, "", ""],
      ),
    }),
    tiles,
  ).map(({head}) => head);

test("of several cuts the group that is furthest behind is news only where it is sure among all of them", () => {
  expect(heads(0.02)).toEqual(["East"]);
  expect(heads(0.03)).toEqual([]);
});
