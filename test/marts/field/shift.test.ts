import {expect, test} from "vitest";
import {returnShift} from "../../../src/marts/field/shift.js";

const steps = (shares: readonly (readonly [k: number, n: number])[]) =>
  shares.map(([k, n], at) => ({label: `2026-${String(at + 1).padStart(2, "0")}`, k, n}));

test("a share that jumps and stays is parted where it jumps", () => {
  const found = returnShift(
    steps([
      [2, 60],
      [1, 55],
      [3, 70],
      [2, 60],
      [9, 58],
      [11, 62],
      [10, 60],
      [12, 64],
    ]),
  );
  expect(found).toMatchObject({label: "2026-05", before: {k: 8, n: 245}, since: {k: 42, n: 244}});
});

test("chance alone parts nothing, nor does one odd month at the end", () => {
  expect(
    returnShift(
      steps([
        [2, 60],
        [3, 55],
        [1, 70],
        [4, 60],
        [2, 58],
        [3, 62],
      ]),
    ),
  ).toBeUndefined();
  expect(
    returnShift(
      steps([
        [2, 60],
        [2, 60],
        [2, 60],
        [2, 60],
        [2, 60],
        [9, 60],
      ]),
    ),
  ).toBeUndefined();
});

test("more series looked at ask for more", () => {
  const some = steps([
    [2, 60],
    [2, 60],
    [2, 60],
    [7, 60],
    [8, 60],
    [6, 60],
  ]);
  expect(returnShift(some)?.label).toBe("2026-04");
  expect(returnShift(some, {family: 20})).toBeUndefined();
});
