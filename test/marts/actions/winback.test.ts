import {describe, expect, test} from "vitest";
import {winbackShares} from "../../../src/marts/actions/winback.js";

/** lost, approached (all reached), back, approached 180 days ago, back within them. */
const group = (dimension: string, member: string, counts: readonly number[]) => {
  const [lost = 0, contacted = 0, returned = 0, aged = 0, returned_180 = 0] = counts;
  return {
    dimension,
    member,
    lost,
    contacted,
    reached: contacted,
    returned,
    aged,
    returned_180,
  };
};
const total = group("all", "all", [362, 137, 20, 85, 15]);
const shown = (rows: Parameters<typeof winbackShares>[0]) => {
  const made = winbackShares(rows, {preset: "default"});
  return (member: string) => made.find((row) => row.member === member)!;
};

describe("win-back by group", () => {
  test("the rate is back within 180 days over those approached 180 days ago", () => {
    const row = shown([total])("all");
    expect(row.within_180).toBeCloseTo(15 / 85, 10);
    expect(row.of_lost).toBeCloseTo(20 / 362, 10);
    expect([row.contacted, row.returned, row.flag]).toEqual([137, 20, ""]);
  });

  test("a group of fewer than 10 approached tells no count, and the next smallest goes with it", () => {
    const of = shown([
      total,
      group("caller", "few", [3, 3, 1, 1, 1]),
      group("caller", "next", [27, 27, 5, 18, 5]),
      group("caller", "many", [107, 107, 14, 66, 9]),
    ]);
    const counts = [
      "lost",
      "contacted",
      "reached",
      "returned",
      "aged",
      "returned_180",
      "within_180",
      "of_lost",
    ] as const;
    for (const member of ["few", "next"]) {
      expect(counts.map((name) => of(member)[name])).toEqual(counts.map(() => null));
      expect(of(member).flag).toBe("suppressed");
    }
    expect([of("few").reason, of("next").reason]).toEqual(["few_answers", "complement"]);
    expect([of("many").contacted, of("many").aged]).toEqual([107, 66]);
  });

  test("flags follow the base of the rate, not that of the counts; a rate hidden cannot be had from the others", () => {
    const of = shown([
      total,
      group("tier", "one", [100, 61, 5, 37, 3]),
      group("tier", "two", [122, 38, 7, 25, 6]),
      group("tier", "three", [48, 25, 3, 15, 3]),
      group("tier", "four", [41, 13, 3, 8, 3]),
    ]);
    expect(["one", "two"].map((member) => of(member).flag)).toEqual(["", "hollow"]);
    // Eight of thirteen were approached 180 days ago: their number would be 85 less the others.
    expect(["three", "four"].map((member) => [of(member).contacted, of(member).aged, of(member).returned_180])).toEqual(
      [
        [25, null, null],
        [13, null, null],
      ],
    );
    expect([of("three").reason, of("four").reason]).toEqual(["complement", "few_answers"]);
    expect(of("three").of_lost).toBeCloseTo(3 / 48, 10);
  });

  test("members of approached customers alone have no share of all lost, nobody approached is no secret", () => {
    const of = shown([
      total,
      group("offer", "gift", [40, 40, 6, 30, 5]),
      group("tier", "one", [300, 137, 20, 85, 15]),
      group("tier", "two", [62, 0, 0, 0, 0]),
    ]);
    expect([of("gift").lost, of("gift").of_lost, of("gift").contacted]).toEqual([null, null, 40]);
    expect([of("two").lost, of("two").contacted, of("two").within_180]).toEqual([62, 0, null]);
    expect(of("one").contacted).toBe(137);
  });
});
