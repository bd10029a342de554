import {expect, test} from "vitest";
import type {z} from "zod";
import {tables} from "../src/marts/list.js";
import {importsOf, read, sources} from "./imports.js";
import {tableColumns} from "./waiting.js";

/*
 * A column is read where its name stands in a file that names its table, or in one that imports such a file. Parquet,
 * which is the tables as they are, reads nothing by itself: what a figure, sentence or page reads is there, with what
 * makes it readable: the grain, limits, base, flag, reason and state.
 */
const readers = sources
  .filter((file) => /\.(ts|mjs)$/.test(file) && !file.startsWith("src/marts/"))
  .map((file) => ({file, text: read(file), imports: importsOf(file).map(({to}) => to)}))
  .map((reader) => ({...reader, words: new Set(reader.text.match(/\w+/g) ?? [])}));
const readable = /^(n|flag|reason|state)$|_?(lo|hi)$/;

test("every published column is read by a figure, a sentence or a page, or waits for one", () => {
  const unread = Object.entries(tables).flatMap(([name, {grain, row}]) => {
    const named = new RegExp(`["'\`.]${name}\\b`);
    const direct = new Set(readers.filter(({text}) => named.test(text)).map(({file}) => file));
    const near = readers.filter(({file, imports}) => direct.has(file) || imports.some((to) => direct.has(to)));
    const {shape} = row as unknown as z.ZodObject;
    return Object.keys(shape)
      .filter(
        (column) => !near.some(({words}) => words.has(column)) && !grain.includes(column) && !readable.test(column),
      )
      .map((column) => `${name}.${column}`);
  });
  expect(unread.sort()).toEqual([...tableColumns].sort());
});
