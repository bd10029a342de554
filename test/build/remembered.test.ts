import {mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync} from "node:fs";
import {tmpdir} from "node:os";
import {join} from "node:path";
import {afterAll, beforeEach, expect, test} from "vitest";
import {rememberTasks} from "../../loaders/program/remembered.js";
import {openThreads} from "../../loaders/program/threads.js";

const folder = mkdtempSync(join(tmpdir(), "huisheng-remembered-"));
afterAll(() => rmSync(folder, {recursive: true, force: true}));

let done: number[] = [];
const work = {
  double: (input: {number: number; path: string}) => {
    done.push(input.number);
    return {twice: new Uint8Array([input.number * 2])};
  },
};
const place = join(folder, "kept");
const fresh = join(folder, "fresh");
const open = (program = "one") =>
  rememberTasks(openThreads(work, {count: 0}), {
    folder: place,
    fresh,
    program,
    meaning: (_, {number}) => (number < 0 ? undefined : number),
  });

/** A run that does one thing and may keep it. */
async function run(number: number, {program = "one", path = ""} = {}): Promise<number[]> {
  const threads = open(program);
  const {twice} = await threads.run("double", {number, path});
  threads.keep();
  return [...twice];
}

beforeEach(() => {
  done = [];
  for (const each of [place, fresh]) rmSync(each, {recursive: true, force: true});
});

test("a task is done once for what its input means, by any later run", async () => {
  expect([await run(4, {path: "here/a"}), await run(4, {path: "there/b"})]).toEqual([[8], [8]]);
  expect(done).toEqual([4]);
});

test("another input or another program does it anew; what has no meaning is never kept", async () => {
  await run(4);
  await run(4, {program: "two"});
  await run(5);
  for (let times = 0; times < 2; times++) await run(-1);
  expect(done).toEqual([4, 4, 5, -1, -1]);
});

test.each([
  ["cut short", (bytes: Buffer) => bytes.subarray(0, bytes.length / 2)],
  ["empty", () => Buffer.alloc(0)],
  ["another byte", (bytes: Buffer) => Buffer.concat([bytes.subarray(0, -1), Buffer.from([bytes.at(-1)! ^ 1])])],
])("a result that is %s is made again", async (_, spoil) => {
  await run(4);
  const [name = ""] = readdirSync(place);
  writeFileSync(join(place, name), spoil(readFileSync(join(place, name))));
  expect(await run(4)).toEqual([8]);
  expect(done).toEqual([4, 4]);
});

test("what the last report did not need is forgotten, and what a run was not allowed to keep", async () => {
  await run(4);
  await run(5);
  await run(4);
  expect(done).toEqual([4, 5, 4]);
  await open().run("double", {number: 6, path: ""});
  rmSync(fresh, {recursive: true});
  await run(6);
  expect(done).toEqual([4, 5, 4, 6, 6]);
});

test("what is made once for a state is kept locked with it; where it no longer holds it is made again", async () => {
  const made = async (state: string | undefined, holds = true) => {
    const threads = open();
    const found = await threads.once(state, async () => ({name: "waxwing"}), {holds: () => holds});
    threads.keep();
    return [found.result.name, found.isNew];
  };
  expect([await made("a"), await made("a"), await made("a", false), await made("b")]).toEqual([
    ["waxwing", true],
    ["waxwing", false],
    ["waxwing", true],
    ["waxwing", true],
  ]);
  const [name = ""] = readdirSync(place);
  expect(readFileSync(join(place, name)).includes("waxwing")).toBe(false);
  expect([await made(undefined), await made(undefined), readdirSync(place)]).toEqual([
    ["waxwing", true],
    ["waxwing", true],
    [],
  ]);
});
