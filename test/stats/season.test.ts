import {expect, test} from "vitest";
import {normalQuantile} from "../../src/stats/numbers/distributions.js";
import {seededRandom} from "../../src/stats/numbers/seeded-random.js";
import {seasonAdjust} from "../../src/stats/series/season-adjust.js";

/** Box & Jenkins (1976), series G, 1949–1960. */
const passengers = `112 118 132 129 121 135 148 148 136 119 104 118 115 126 141 135 125 149 170 170 158 133 114 140
145 150 178 163 172 178 199 199 184 162 146 166 171 180 193 181 183 218 230 242 209 191 172 194
196 196 236 235 229 243 264 272 237 211 180 201 204 188 235 227 234 264 302 293 259 229 203 229
242 233 267 269 270 315 364 347 312 274 237 278 284 277 317 313 318 374 413 405 355 306 271 306
315 301 356 348 355 422 465 467 404 347 305 336 340 318 362 348 363 435 491 505 404 359 310 337
360 342 406 396 420 472 548 559 463 407 362 405 417 391 419 461 472 535 622 606 508 461 390 432`;

test("the effects of the months are those of R's decompose(AirPassengers)$figure", () => {
  const {effects, p} = seasonAdjust(passengers.split(/\s+/).map(Number));
  const figure = [
    -24.748737, -36.188131, -2.241162, -8.036616, -4.506313, 35.402778, 63.830808, 62.823232, 16.520202, -20.642677,
    -53.593434, -28.619949,
  ];
  for (const [month, effect] of effects.entries()) expect(effect).toBeCloseTo(figure[month]!, 6);
  expect(p).toBeLessThan(1e-6);
});

test("in months that have no season one is seldom found, and a plain one surely", () => {
  const random = seededRandom(11);
  const noise = (length: number) => Array.from({length}, () => normalQuantile(random()));
  const found = (make: () => number[]) =>
    Array.from({length: 400}, () => seasonAdjust(make()).p).filter((p) => p <= 0.001).length;
  expect(found(() => noise(36))).toBeLessThan(8);
  expect(found(() => noise(48).map((value, at) => value + 4 * Math.sin((at * Math.PI) / 6)))).toBe(400);
});

test("fewer than 36 months are refused", () => {
  expect(() => seasonAdjust(Array.from({length: 35}, () => 1))).toThrow(/fewer than 36/);
});
