import {describe, expect, test} from "vitest";
import type {PublishedTable} from "../../loaders/publish/cells.js";
import {withheld} from "../../loaders/publish/withhold.js";
import {count, flag, number, text} from "../../src/marts/shape/columns.js";
import {table} from "../../src/marts/shape/table.js";
import {withholding} from "../../src/marts/shape/withholding.js";
import {attackTables} from "./attacker.js";

const row = {dimension: text, member: text, answers: count, satisfied: count, value: number, flag};
const grain = ["dimension", "member"] as const;
const rated = withholding(table({grain, row}), {flag: "flag", shares: [{part: "satisfied", whole: "answers"}]});
const counts = {dimension: text, member: text, tickets: count, solved: count};
const tickets = withholding(table({grain, row: counts}), {shares: []});

/** Regions and all of them together: [answers, satisfied]; fewer than ten answers are flagged. */
function regions(cells: Readonly<Record<string, readonly [number, number]>>): PublishedTable {
  const sum = (at: 0 | 1) => Object.values(cells).reduce((all, cell) => all + cell[at], 0);
  const rows = [
    ["all", "all", sum(0), sum(1)],
    ...Object.entries(cells).map(([name, [n, k]]) => ["region", name, n, k]),
  ];
  return {
    table: rated,
    rows: (rows as [string, string, number, number][]).map(([dimension, member, answers, satisfied]) => ({
      dimension,
      member,
      answers,
      satisfied,
      value: satisfied / answers,
      flag: answers < 10 ? "suppressed" : "",
    })),
  };
}
const many = {c: [20, 11], d: [30, 14], e: [40, 22], f: [50, 31], g: [61, 40], h: [72, 45]} as const;
const hiddenIn = (each: PublishedTable, column: string) =>
  each.rows.filter((one) => one[column] === null).map(({member}) => member);

describe("what is withheld follows from nothing else", () => {
  test("a withheld row keeps none of its own numbers", () => {
    const given = new Map([["answers", regions({a: [4, 1], b: [5, 3], ...many})]]);
    expect(attackTables(given).map(({row: at, column}) => `${at} ${column}`)).toContain("region a value");
    const made = withheld(given);
    expect(attackTables(made)).toEqual([]);
    expect(hiddenIn(made.get("answers")!, "answers")).toEqual(["a", "b"]);
  });

  test("one alone takes the next smallest with it", () => {
    const given = new Map([["answers", regions({a: [4, 1], ...many})]]);
    expect(attackTables(given).some(({why}) => why === "1 of 4")).toBe(true);
    const made = withheld(given);
    expect(attackTables(made)).toEqual([]);
    expect(hiddenIn(made.get("answers")!, "satisfied")).toEqual(["a", "c"]);
  });

  test("two of which nobody is satisfied take a third with them", () => {
    const made = withheld(new Map([["answers", regions({a: [4, 0], b: [5, 0], ...many})]]));
    expect(attackTables(made)).toEqual([]);
    expect(hiddenIn(made.get("answers")!, "value")).toEqual(["a", "b", "c"]);
  });

  test("two of which everybody is satisfied take a third with them", () => {
    const made = withheld(new Map([["answers", regions({a: [4, 4], b: [5, 5], ...many})]]));
    expect(attackTables(made)).toEqual([]);
    expect(hiddenIn(made.get("answers")!, "value")).toEqual(["a", "b", "c"]);
  });

  test("where nobody at all is satisfied the total says so, and no more is hidden for it", () => {
    const none = Object.fromEntries(Object.entries(many).map(([name, [n]]) => [name, [n, 0]])) as {
      [name: string]: [number, number];
    };
    const made = withheld(new Map([["answers", regions({a: [4, 0], b: [5, 0], ...none})]]));
    expect(hiddenIn(made.get("answers")!, "value")).toEqual(["a", "b"]);
  });

  test("a table that counts the same without a flag withholds it too, and what would tell it there", () => {
    const answers = regions({a: [4, 1], b: [5, 3], ...many});
    const same = answers.rows.map(({dimension, member, answers: n, satisfied: k}) => ({
      dimension: dimension!,
      member: member!,
      tickets: n!,
      solved: k!,
    }));
    const given = new Map([
      ["answers", answers],
      ["tickets", {table: tickets, rows: same}],
    ]);
    expect(attackTables(given).some(({why}) => why === "1 of 4")).toBe(true);
    const made = withheld(given);
    expect(attackTables(made)).toEqual([]);
    expect(hiddenIn(made.get("tickets")!, "tickets")).toEqual(["a", "b"]);
  });
});
