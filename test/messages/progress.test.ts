import {PassThrough} from "node:stream";
import {expect, test} from "vitest";
import {printProgress} from "../../loaders/messages/progress.js";

function told(options: {verbose?: boolean; isTTY?: boolean; language?: "zh" | "en"}): string {
  const stream = Object.assign(new PassThrough(), {isTTY: options.isTTY ?? false});
  let seconds = 0;
  const progress = printProgress({
    language: options.language ?? "en",
    ...(options.verbose ? {verbose: true} : {}),
    stream: stream as unknown as NodeJS.WriteStream,
    now: () => 1000 * seconds++,
    peak: () => 103.6,
  });
  progress.line("read", {what: "a.csv → tickets", rows: 1200});
  progress.line("read", {what: "b.csv → tickets", rows: 34});
  for (const what of ["stg_tickets", "int_tickets", "tickets_by_day"]) progress.line("model", {what, rows: 5});
  progress.note?.({zh: "一句话", en: "a remark"});
  progress.note?.({zh: "一句话", en: "a remark"});
  progress.line("site", {what: ""});
  progress.line("done", {what: "dist"});
  return String(stream.read() ?? "");
}

test("a log has a line for each step, whatever it is made of, and a remark once", () => {
  expect(told({})).toBe("read  2 files  1,234 rows  2.0 s\na remark\ncount  3 steps  3.0 s\nsite  1.0 s\n");
  expect(told({language: "zh"})).toBe("读入  2 个文件  1,234 行  2.0 秒\n一句话\n计算  3 项  3.0 秒\n成页  1.0 秒\n");
});

test("--verbose has a line for each file and model, with the memory held at most so far", () => {
  expect(
    told({verbose: true})
      .split("\n")
      .filter((line) => line.startsWith("count")),
  ).toEqual([
    "count  stg_tickets  5 rows  1.0 s  104 MB",
    "count  int_tickets  5 rows  1.0 s  104 MB",
    "count  tickets_by_day  5 rows  1.0 s  104 MB",
  ]);
});

test("a terminal shows what is at hand, and keeps a line for each step", () => {
  const text = told({isTTY: true});
  expect(text).toContain("\r\x1b[2Kcount  stg_tickets  5 rows  1.0 s\r\x1b[2K");
  expect(text.split("\n").map((line) => line.split("\x1b[2K").at(-1))).toEqual(
    expect.arrayContaining(["read  2 files  1,234 rows  2.0 s", "count  3 steps  3.0 s", "site  1.0 s"]),
  );
});
