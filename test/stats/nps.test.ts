import fc from "fast-check";
import {expect, test} from "vitest";
import {differenceOf} from "../../src/stats/comparisons/difference-of.js";
import {npsInterval, npsStandardError} from "../../src/stats/estimates/nps-interval.js";
import {expectClose, oracle} from "./oracle.js";

const entries = oracle("nps");

test("the score interval of an NPS of 44 agrees with R", () => {
  const {input, expected, tolerance} = entries["nps-150-60-40"]!;
  const {estimate, low, high} = npsInterval(input);
  expectClose([estimate, low, high], [expected.nps, ...expected.score], tolerance);
  expectClose(npsStandardError(input), expected.se, tolerance);
});

test("the change of NPS between two waves has the MOVER interval", () => {
  const {input, expected, tolerance} = entries["nps-two-waves"]!;
  const {estimate, low, high} = differenceOf(npsInterval(input.wave1), npsInterval(input.wave2));
  expectClose([estimate, low, high], [expected.difference, ...expected.mover_score], tolerance);
});

test("an NPS interval stays within -100 and 100 and holds the score", () => {
  const count = fc.integer({min: 0, max: 400});
  fc.assert(
    fc.property(count, count, count, (promoters, passives, detractors) => {
      fc.pre(promoters + passives + detractors > 0);
      const {estimate, low, high} = npsInterval({promoters, passives, detractors});
      expect(low).toBeGreaterThanOrEqual(-100);
      expect(high).toBeLessThanOrEqual(100);
      expect(low).toBeLessThanOrEqual(estimate + 1e-9);
      expect(high).toBeGreaterThanOrEqual(estimate - 1e-9);
    }),
  );
});
