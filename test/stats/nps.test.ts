import {test} from "vitest";
import {differenceOf} from "../../src/stats/difference-of.js";
import {npsAdjustedWald, npsInterval, npsStandardError} from "../../src/stats/nps-interval.js";
import {expectClose, oracle} from "./oracle.js";

const entries = oracle("nps");

test("the score interval of an NPS of 44 agrees with R", () => {
  const {input, expected, tolerance} = entries["nps-150-60-40"]!;
  const {estimate, low, high} = npsInterval(input);
  expectClose([estimate, low, high], [expected.nps, ...expected.score], tolerance);
  expectClose(npsStandardError(input), expected.se, tolerance);
  const adjusted = npsAdjustedWald(input);
  expectClose(
    [adjusted.estimate, adjusted.low, adjusted.high],
    [expected.adjusted_centre, ...expected.adjusted_wald],
    tolerance,
  );
});

test("the change of NPS between two waves has the MOVER interval", () => {
  const {input, expected, tolerance} = entries["nps-two-waves"]!;
  const {estimate, low, high} = differenceOf(npsInterval(input.wave1), npsInterval(input.wave2));
  expectClose([estimate, low, high], [expected.difference, ...expected.mover_score], tolerance);
});
