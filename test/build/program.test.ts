import {expect, test, vi} from "vitest";
import type {run as Run} from "../../loaders/cli/run.js";
import {loadProgram} from "../../loaders/program/program.mjs";

test("the compiled program says in which source it failed", async () => {
  const {run} = await loadProgram<{run: typeof Run}>("cli/run");
  expect(String(run)).not.toContain("vite"); // the compiled one
  const printed = vi.spyOn(process.stderr, "write").mockReturnValue(true);
  try {
    const notACommand = {broken: 7} as never;
    expect(await run(["broken"], {commands: notACommand, env: {LANG: "en"}})).toBe(2);
    expect(printed.mock.calls.join("")).toMatch(/at .*run \(loaders[\\/]cli[\\/]run\.ts:\d+:\d+\)/);
  } finally {
    printed.mockRestore();
  }
});
