import {expect, test} from "vitest";
import {overTheLimit} from "../../loaders/records/limits.js";

const file = (name: string, rows_in: number, rows_with_rejects: number) =>
  ({name, source: "desk", entity: "tickets", rows_in, rows_with_rejects}) as const;
const over = (files: readonly ReturnType<typeof file>[]) => overTheLimit(files, 0.02).map(({name}) => name);

test("one bad row in a thousand small files stops nothing; a bad file among large ones does", () => {
  const days = Array.from({length: 1000}, (_, day) => file(`day ${day}`, 2, day === 7 ? 1 : 0));
  expect(over(days)).toEqual([]);
  expect(over([...days, file("month", 100, 3), file("year", 1000, 20)])).toEqual(["month"]);
});

test("small files that are bad together stop the build, those of them that have bad rows", () => {
  expect(over([file("a", 10, 1), file("b", 10, 1), file("c", 10, 0)])).toEqual(["a", "b"]);
});

test("a small file alone is judged by its own rows, and of another kind by none of these", () => {
  expect(over([file("only", 3, 1)])).toEqual(["only"]);
  const calls = {...file("calls", 3, 1), entity: "calls"} as const;
  const days = Array.from({length: 1000}, () => file("day", 2, 0));
  expect(overTheLimit([...days, calls], 0.02)).toEqual([calls]);
});

test("a file without rows is not over the limit", () => expect(over([file("empty", 0, 0)])).toEqual([]));
