import {expect, test} from "vitest";
import {benjaminiHochberg} from "../../src/stats/benjamini-hochberg.js";
import {newcombeDifference} from "../../src/stats/newcombe-difference.js";
import {tangoInterval} from "../../src/stats/tango-interval.js";
import {wilsonInterval} from "../../src/stats/wilson-interval.js";
import {expectClose, oracle} from "./oracle.js";

const entries = oracle("proportions");

test.each(["proportion-81-263", "proportion-15-148"])("Wilson limits of %s agree with Newcombe 1998", (id) => {
  const {input, expected, tolerance} = entries[id]!;
  const {low, high} = wilsonInterval(input.k, input.n);
  expectClose([low, high], expected.wilson, tolerance);
});

test.each(["difference-56-70-minus-48-80", "difference-5-56-minus-0-29"])(
  "the hybrid score %s agrees with Newcombe 1998",
  (id) => {
    const {input, expected, tolerance} = entries[id]!;
    const {estimate, low, high} = newcombeDifference({k: input.x1, n: input.n1}, {k: input.x2, n: input.n2});
    expectClose([estimate, low, high], [expected.difference, ...expected.newcombe], tolerance);
  },
);

test("Tango's limits of the PM approval table agree with R", () => {
  const {input, expected, tolerance} = entries["paired-pm-approval"]!;
  const {estimate, low, high} = tangoInterval(input);
  expectClose([estimate, low, high], [expected.difference, ...expected.tango], tolerance);
});

test("fifteen p-values are adjusted as in Benjamini and Hochberg 1995", () => {
  const {input, expected, tolerance} = entries["bh-1995"]!;
  const adjusted = benjaminiHochberg(input.p);
  expectClose(adjusted, expected.adjusted, tolerance);
  expect(adjusted.filter((p) => p <= input.q)).toHaveLength(expected.rejected_bh);
});
