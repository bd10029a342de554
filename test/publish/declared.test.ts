import {expect, test} from "vitest";
import type {z} from "zod";
import {tables} from "../../src/marts/list.js";
import type {Table} from "../../src/marts/shape/table.js";
import {undeclaredTables} from "../waiting.js";

/** A whole number that is no key: of people, or of what they did. */
const counts = ({row, grain}: Table): boolean =>
  Object.entries((row as unknown as z.ZodObject<Record<string, z.ZodType>>).shape).some(
    ([column, cell]) => !grain.includes(column) && cell.safeParse(1).success && !cell.safeParse(1.5).success,
  );

test("a table that counts says what of it may be withheld, or waits for it; the list only shrinks", () => {
  const silent = Object.entries<Table>(tables)
    .filter(([, table]) => counts(table) && !table.withholding)
    .map(([name]) => name);
  expect(silent.sort()).toEqual([...undeclaredTables].sort());
});
