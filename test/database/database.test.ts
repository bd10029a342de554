import {tmpdir} from "node:os";
import {join} from "node:path";
import {expect, test} from "vitest";
import {memoryFor, openDatabase, threadsFor} from "../../loaders/database/database.js";

test("a laptop of 8 GB gives the database half of its memory, a large machine 6 GB", () => {
  expect([8e9, 12e9, 64e9].map(memoryFor)).toEqual([4e9, 6e9, 6e9]);
});

test("exports of a few megabytes are asked by one thread, large ones by all of the machine", () => {
  expect([5e6, 800e6].map(threadsFor)).toEqual([1, undefined]);
});

test("the database keeps to the memory and threads that it is given", async () => {
  const database = await openDatabase({temp: join(tmpdir(), "huisheng-database"), memory: 1e9, threads: 1});
  try {
    const [set] = await database.rows(
      "select current_setting('threads') as threads, current_setting('memory_limit') as memory",
    );
    expect(set).toEqual({threads: 1, memory: "953.6 MiB"});
  } finally {
    database.close();
  }
});
