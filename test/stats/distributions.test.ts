import {readFileSync} from "node:fs";
import {expect, test} from "vitest";
import * as d from "../../src/stats/numbers/distributions.js";
import {logGamma} from "../../src/stats/numbers/special-functions.js";

type Call = (a1: number, a2: number, a3: number) => number;

const calls: Record<string, Call> = {
  lgamma: (x) => logGamma(x),
  pnorm: (z) => d.normalCdf(z),
  qnorm: (p) => d.normalQuantile(p),
  pt: (t, df) => d.tCdf(t, df),
  qt: (p, df) => d.tQuantile(p, df),
  pchisq: (x, df) => d.chiSquareCdf(x, df),
  pchisq_upper: (x, df) => d.chiSquareUpper(x, df),
  qchisq: (p, df) => d.chiSquareQuantile(p, df),
  qgamma: (p, shape) => d.gammaQuantile(p, shape),
  pbeta: (x, a, b) => d.betaCdf(x, {a, b}),
  qbeta: (p, a, b) => d.betaQuantile(p, {a, b}),
  pf: (x, d1, d2) => d.fCdf(x, {d1, d2}),
  qf: (p, d1, d2) => d.fQuantile(p, {d1, d2}),
  dbinom: (k, n, p) => d.binomialPdf(k, {n, p}),
  pbinom: (k, n, p) => d.binomialCdf(k, {n, p}),
  qbinom: (p, n, prob) => d.binomialQuantile(p, {n, p: prob}),
  ppois: (k, mean) => d.poissonCdf(k, mean),
  qpois: (p, mean) => d.poissonQuantile(p, mean),
};

const grid = readFileSync(new URL("../oracle/dist_grid.csv", import.meta.url), "utf8")
  .trim()
  .split("\n")
  .filter((line) => !line.startsWith("#"))
  .slice(1)
  .map((line) => line.split(","));

test("the grid of distribution values from R has its 971 rows", () => expect(grid).toHaveLength(971));

test.each(Object.keys(calls))("%s agrees with R to 1e-10 on the whole grid", (name) => {
  const rows = grid.filter((row) => row[0] === name);
  expect(rows.length).toBeGreaterThan(0);
  for (const [, a1, a2, a3, , value] of rows) {
    const want = Number(value);
    const got = calls[name]!(Number(a1), Number(a2), Number(a3));
    const error = got === want ? 0 : Math.abs(got - want) / Math.max(1, Math.abs(want));
    expect(error, `${name}(${a1}, ${a2}, ${a3}) = ${got}, R says ${want}`).toBeLessThanOrEqual(1e-10);
  }
});

test("a probability outside 0 to 1 is refused", () => {
  expect(() => d.normalQuantile(1.5)).toThrow("invalid p; not in [0, 1]: 1.5");
});
