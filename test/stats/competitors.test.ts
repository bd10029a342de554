import {test} from "vitest";
import {gapChange} from "../../src/stats/comparisons/gap-change.js";
import {perceivedQuality} from "../../src/stats/drivers/perceived-quality.js";
import {rankSets} from "../../src/stats/estimates/rank-sets.js";
import {expectClose, oracle} from "./oracle.js";

const entries = oracle("competitors");

test("rank sets agree with Klein, Wright and Wieczorek", () => {
  const {input, expected, tolerance} = entries["rank-sets-five-brands"]!;
  const brands = input.estimate.map((estimate: number, i: number) => ({estimate, se: input.se[i]}));
  const {z, best, worst} = rankSets(brands);
  expectClose({z, best_rank: best, worst_rank: worst}, expected, tolerance);
});

test("both forms of Gale's ratio come out as in his formulas", () => {
  const {input, expected, tolerance} = entries["gale-profile"]!;
  const items = input.us.map((us: number, i: number) => ({
    us,
    competitor: input.competitor[i],
    weight: input.weight[i],
  }));
  const {us, competitor, ...rest} = perceivedQuality(items);
  expectClose({mpq_us: us, mpq_competitor: competitor, ...rest}, expected, tolerance);
});

test("the change of a gap carries the errors of both waves", () => {
  const {input, expected, tolerance} = entries["gap-change"]!;
  const {estimate, se, low, high} = gapChange(
    {estimate: input.gap0, se: input.se0},
    {estimate: input.gap1, se: input.se1},
  );
  expectClose({change: estimate, se, ci95: [low, high]}, expected, tolerance);
});
