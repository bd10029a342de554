import {appendFileSync, mkdtempSync, readFileSync, rmSync, statSync, utimesSync, writeFileSync} from "node:fs";
import {tmpdir} from "node:os";
import {join} from "node:path";
import {afterAll, expect, test} from "vitest";
import {ReportErrors} from "../../loaders/messages/errors.js";
import {silentProgress} from "../../loaders/messages/progress.js";
import {readReport} from "../../loaders/read-report.js";
import {tinyReport} from "../build/tiny-report.js";

const temp = mkdtempSync(join(tmpdir(), "huisheng-unchanged-"));
const made: string[] = [temp];
afterAll(() => {
  for (const folder of made) rmSync(folder, {recursive: true, force: true});
});

/** Reads the tiny report and lets something happen once its first file has been read. */
async function readWhile(happens: (folder: string) => void): Promise<string> {
  const folder = tinyReport();
  made.push(folder);
  let isFirst = true;
  const line = (): void => {
    if (isFirst) happens(folder);
    isFirst = false;
  };
  try {
    await readReport(folder, {temp, progress: {...silentProgress, line}});
    return "";
  } catch (error) {
    if (error instanceof ReportErrors) return error.print("en");
    throw error;
  }
}

const tickets = (folder: string): string => join(folder, "exports/tickets.csv");

test("a file that grows while it is read is told, not counted by half", async () => {
  expect(
    await readWhile((folder) => appendFileSync(tickets(folder), "T999,K1,complaint,late,2026-04-01 09:00,,1\n")),
  ).toMatch(/^tickets\.csv: changed while it was read\.\nFix: wait .*\n\(input_changed\)$/);
});

test("so is one that is taken away, and one that other text was put in the place of", async () => {
  expect(await readWhile((folder) => rmSync(tickets(folder)))).toMatch(/^tickets\.csv: was moved or deleted/);
  expect(
    await readWhile((folder) => {
      const text = readFileSync(tickets(folder), "utf8");
      writeFileSync(tickets(folder), text.replaceAll("late", "lost"));
    }),
  ).toMatch(/^tickets\.csv: changed while it was read/);
});

test("one that is only touched is as it was, and so is a folder to which a file is added", async () => {
  expect(
    await readWhile((folder) => {
      const {atime, mtime} = statSync(tickets(folder));
      utimesSync(tickets(folder), atime, new Date(mtime.getTime() + 5000));
      writeFileSync(join(folder, "exports/~lock"), "");
    }),
  ).toBe("");
});
