import {describe, expect, test} from "vitest";
import {ReportError, ReportErrors} from "../../loaders/messages/errors.js";
import {machineError} from "../../loaders/messages/machine.js";
import {atLine} from "../../loaders/messages/where.js";

const wrong = (line: number, code = "yaml_value", fix = "改正") =>
  new ReportError(code, atLine("a.yaml", line), {
    what: {zh: `第 ${line} 个不对`, en: `number ${line} is wrong`},
    fix: {zh: fix, en: fix},
  });

describe("several problems", () => {
  test("of one kind are told with their fix once, twice the same one once, and many are counted", () => {
    const lines = Array.from({length: 19}, (_, index) => wrong(index + 1));
    expect(new ReportErrors([wrong(1), ...lines]).print("zh")).toBe(
      [
        ...[1, 2, 3, 4, 5].map((line) => `a.yaml 第 ${line} 行：第 ${line} 个不对。`),
        "另有 14 处同样的问题。",
        "处理：改正。",
        "（yaml_value）",
      ].join("\n"),
    );
  });

  test("of different kinds stand apart, in the language asked for", () => {
    expect(new ReportErrors([wrong(1), wrong(2, "yaml_syntax", "mend")]).print("en")).toBe(
      "a.yaml line 1: number 1 is wrong.\nFix: 改正.\n(yaml_value)\n\na.yaml line 2: number 2 is wrong.\nFix: mend.\n(yaml_syntax)",
    );
  });
});

describe("the machine's trouble is told apart from a fault of the program", () => {
  const system = (code: string, path?: string) => Object.assign(new Error(`${code}: told`), {code, path});
  test.each([
    ["disk_full", system("ENOSPC", "/out/a")],
    ["no_permission", system("EACCES", "/out/a")],
    ["no_permission", system("EPERM", "/out/a")],
    ["read_only", system("EROFS", "/out/a")],
    ["unreadable", system("EIO", "/in/a")],
    ["not_a_file", system("EISDIR", "/in/a")],
    ["out_of_memory", new Error("Out of Memory Error: failed to allocate data of size 2.0 GiB (1.9 GiB/2.0 GiB used)")],
    ["disk_full", new Error('IO Error: Could not write file "/out/a/duck.tmp": No space left on device')],
    ["out_of_memory", new RangeError("Array buffer allocation failed")],
    [
      "no_permission",
      new Error("model x: failed", {cause: new Error('IO Error: Cannot open file "/in/a": Permission denied')}),
    ],
  ])("%s", (code, error) => {
    const told = machineError(error);
    expect(told?.code).toBe(code);
    expect(told?.print("zh")).toMatch(/处理：/);
  });

  test("with the path it is about", () => {
    expect(machineError(system("ENOSPC", "/out/a"))?.where.en).toBe("/out/a");
    expect(machineError(new Error('IO Error: Cannot open file "/in/a b.csv": Permission denied'))?.where.en).toBe(
      "/in/a b.csv",
    );
    expect(machineError(new Error("Out of Memory Error: failed"))?.print("en")).toMatch(
      /^this machine: there is not enough memory/,
    );
  });

  test("what is neither is ours", () => {
    expect(machineError(new TypeError("x is not a function"))).toBeUndefined();
    expect(machineError(Object.assign(new Error("ENOENT: no such file"), {code: "ENOENT"}))).toBeUndefined();
    expect(machineError("text")).toBeUndefined();
  });
});
