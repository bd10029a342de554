import {describe, expect, test} from "vitest";
import {falseClaims, unclaimed, unprovenSentences} from "../../src/figures/agreement/superlatives.js";
import {falseWorst} from "../../src/figures/agreement/tiles.js";
import type {Claim, Figure} from "../../src/figures/figure.js";

const table = (...rows: Figure["table"]["rows"]): Figure["table"] => ({
  columns: [
    {id: "region", label: "Region", unit: "text"},
    {id: "lost", label: "Lost", unit: "count"},
    {id: "flag", label: "Flag", unit: "text"},
  ],
  rows,
});
const north: Claim = {is: "highest", of: "lost", rows: ["North"]};
const found = (claim: Partial<Claim>, ...rows: Figure["table"]["rows"]) =>
  falseClaims({claims: [{...north, ...claim}], table: table(...rows)});

describe("who is called the most or the least", () => {
  test("is beaten by no row, and shares the place with none that is not named", () => {
    expect(found({}, ["North", 5, ""], ["South", 3, ""])).toEqual([]);
    expect(found({}, ["North", 5, ""], ["South", 6, ""])).toEqual(["North < South"]);
    expect(found({}, ["North", 5, ""], ["South", 5, ""])).toEqual(["North < South"]);
    expect(found({rows: ["North", "South"]}, ["North", 5, ""], ["South", 5, ""])).toEqual([]);
    expect(found({is: "lowest"}, ["North", 5, ""], ["South", 3, ""])).toEqual(["North > South"]);
  });

  test("stands in the table and has a name of its own", () => {
    expect(found({}, ["South", 3, ""])).toEqual(["North"]);
    expect(found({rows: ["Unknown"]}, ["Unknown", 5, ""], ["South", 3, ""])).toEqual(["Unknown"]);
  });

  test("runs against rows of the same kind with enough behind them, not against what is left over or added up", () => {
    expect(found({}, ["North", 5, ""], ["Unknown", 9, ""], ["Together", 14, ""], ["West", 9, "hollow"])).toEqual([]);
    expect(found({among: ["North", "South"]}, ["North", 5, ""], ["South", 3, ""], ["Tier 1", 9, ""])).toEqual([]);
  });

  test("may be a number alone", () => {
    expect(falseClaims({claims: [{is: "highest", of: "lost", value: 5}], table: table(["a", 5, ""])})).toEqual([]);
    expect(falseClaims({claims: [{is: "highest", of: "lost", value: 4}], table: table(["a", 5, ""])})).toEqual([
      "4 < 5",
    ]);
  });
});

test("a title with such a word needs a claim, but for names, limits and what it denies", () => {
  const words = (title: string, claims: readonly Claim[] = []) =>
    unclaimed({title, claims, table: table(["Most days", 1, ""])});
  expect(words("North lost most")).toEqual(["most"]);
  expect(words("西北投诉率最高")).toEqual(["最高"]);
  expect(words("North lost most", [north])).toEqual([]);
  expect(words("At most 5 a day, “Oldest stock” among them; Most days: 1")).toEqual([]);
  expect(words("North is often named, but not surely the most")).toEqual([]);
});

test("a sentence may call something the most where a title does that has its claim", () => {
  const figure = {title: "12 lost; North lost most", claims: [north]} as unknown as Figure;
  expect(unprovenSentences(["In a year North lost a lot. North lost most."], [figure])).toEqual([]);
  expect(unprovenSentences(["South lost most."], [figure])).toEqual(["South lost most."]);
  expect(unprovenSentences(["North lost most."], [{...figure, claims: []}])).toEqual(["North lost most."]);
});

test("the first group of a tile is the worst of the figure that it leads to, ties apart", () => {
  const group = (name: string, number: number) => ({name, number, text: String(number), share: 1, isWorst: true});
  const rated = table(["Speed", 3.1], ["Price", 2.9], ["Care", 4]);
  expect(falseWorst({better: "up", groups: [group("Price", 2.9)]}, {table: rated})).toEqual([]);
  expect(falseWorst({better: "up", groups: [group("Speed", 3.1)]}, {table: rated})).toEqual(["Speed > Price"]);
  expect(falseWorst({better: "down", groups: [group("Speed", 3.1)]}, {table: rated})).toEqual(["Speed < Care"]);
  expect(
    falseWorst({better: "up", groups: [group("Speed", 3.1)]}, {table: table(["Speed", 3.1], ["Care", 3.1])}),
  ).toEqual([]);
});
