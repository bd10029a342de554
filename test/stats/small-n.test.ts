import fc from "fast-check";
import {expect, test} from "vitest";
import {wilsonInterval} from "../../src/stats/estimates/wilson-interval.js";
import {complementarySuppression} from "../../src/stats/privacy/complementary-suppression.js";
import {determinedCells} from "../../src/stats/privacy/determined-cells.js";
import {smallN} from "../../src/stats/privacy/small-n.js";

test.each([
  [0, "suppressed"],
  [9, "suppressed"],
  [10, "hollow"],
  [29, "hollow"],
  [30, ""],
])("a figure from %i answers is shown as %j", (n, flag) => expect(smallN({n}).flag).toBe(flag));

test("ranking starts at 100 answers", () => {
  expect([smallN({n: 99}).may_rank, smallN({n: 100}).may_rank]).toEqual([false, true]);
});

test("four customers are hidden under every preset, however many answers they gave", () => {
  expect(smallN({n: 400, customers: 4}).flag).toBe("suppressed");
  expect(smallN({n: 400, customers: 4}, {preset: "nchs"}).flag).toBe("suppressed");
});

test.each([
  [20, 29, "suppressed", "few_answers"],
  [15, 30, "suppressed", "wide_interval"],
  [200, 200, "hollow", "all_or_none"],
  [5, 100, "suppressed", "wide_interval"],
  [50, 100, "", ""],
  [95, 100, "", "complement_unreliable"],
  [9000, 10000, "", ""],
])("preset nchs judges %i of %i by its interval: %j %j", (k, n, flag, reason) => {
  expect(smallN({n, kind: "share", ...wilsonInterval(k, n)}, {preset: "nchs"})).toMatchObject({flag, reason});
});

const table = fc.integer({min: 2, max: 5}).chain((width) =>
  fc.array(fc.array(fc.integer({min: 0, max: 60}), {minLength: width, maxLength: width}), {
    minLength: 2,
    maxLength: 5,
  }),
);

test("suppressed cells of a table with row and column totals cannot be worked out", () => {
  fc.assert(
    fc.property(table, (counts) => {
      const {cells, totals} = crossTable(counts);
      const {also, exposed} = complementarySuppression(cells, totals);
      const hidden = new Set([...cells.filter((cell) => cell.suppressed && cell.n > 0).map(({id}) => id), ...also]);
      const known = new Set(exposed);
      expect(determinedCells(hidden, totals).filter((id) => !known.has(id))).toEqual([]);
      expect(canMove({totals, hidden, known})).toBe(true);
    }),
    {numRuns: 200},
  );
});

test("a lone suppressed cell takes the next smallest with it", () => {
  const cells = [7, 55, 31, 90].map((n, i) => ({id: `c${i}`, n, suppressed: n < 10}));
  expect(complementarySuppression(cells, [{parts: ["c0", "c1", "c2", "c3"]}])).toEqual({also: ["c2"], exposed: []});
});

test("tables that share no cell are treated each by itself", () => {
  const cells = [5, 20, 40, 6, 30, 50].map((n, i) => ({id: `c${i}`, n, suppressed: n < 10}));
  const totals = [{parts: ["c0", "c1", "c2"]}, {parts: ["c3", "c4", "c5"]}];
  expect(complementarySuppression(cells, totals)).toEqual({also: ["c1", "c4"], exposed: []});
});

test("an empty neighbour is no cover", () => {
  const cells = [
    {id: "a", n: 7, suppressed: true},
    {id: "b", n: 0, suppressed: true},
    {id: "c", n: 50, suppressed: false},
  ];
  expect(complementarySuppression(cells, [{parts: ["a", "b", "c"]}]).also).toEqual(["c"]);
});

function crossTable(counts: readonly (readonly number[])[]) {
  const cell = (id: string, n: number) => ({id, n, suppressed: n < 10});
  const sum = (values: readonly number[]) => values.reduce((a, b) => a + b, 0);
  const columns = counts[0]!.map((_, j) => sum(counts.map((row) => row[j]!)));
  const cells = [
    ...counts.flatMap((row, i) => row.map((n, j) => cell(`${i}.${j}`, n))),
    ...counts.map((row, i) => cell(`row${i}`, sum(row))),
    ...columns.map((n, j) => cell(`col${j}`, n)),
    cell("all", sum(columns)),
  ];
  const totals = [
    ...counts.map((row, i) => ({total: `row${i}`, parts: row.map((_, j) => `${i}.${j}`)})),
    ...columns.map((_, j) => ({total: `col${j}`, parts: counts.map((__, i) => `${i}.${j}`)})),
    {total: "all", parts: counts.map((_, i) => `row${i}`)},
    {total: "all", parts: columns.map((_, j) => `col${j}`)},
  ];
  return {cells, totals};
}

/** A second way to see it: some other table with the same totals differs in every hidden cell. */
function canMove({
  totals,
  hidden,
  known,
}: {
  totals: readonly {total: string; parts: readonly string[]}[];
  hidden: ReadonlySet<string>;
  known: ReadonlySet<string>;
}): boolean {
  // Kaczmarz projection: start from different moves of each hidden cell, project until all totals are unchanged.
  const ids = [...hidden];
  const move = new Map(ids.map((id, i) => [id, Math.sin(7 * i + 1) + 2]));
  const rows = totals
    .map(({total, parts}) =>
      [...parts.map((id) => [id, 1] as const), [total, -1] as const].filter(([id]) => hidden.has(id)),
    )
    .filter((row) => row.length > 0);
  for (let sweep = 0; sweep < 5000; sweep++) {
    for (const row of rows) {
      const excess = row.reduce((sum, [id, sign]) => sum + sign * move.get(id)!, 0) / row.length;
      for (const [id, sign] of row) move.set(id, move.get(id)! - sign * excess);
    }
  }
  return ids.every((id) => known.has(id) || Math.abs(move.get(id)!) > 1e-9);
}
