import {mkdtempSync, rmSync} from "node:fs";
import {tmpdir} from "node:os";
import {join} from "node:path";

/** A folder for the sample report, which is read once for all test files; gone at the end. */
export default function setup(): () => void {
  if (process.env.HUISHENG_SAMPLE) return () => {}; // each project asks for it
  const folder = mkdtempSync(join(tmpdir(), "huisheng-sample-"));
  process.env.HUISHENG_SAMPLE = folder;
  return () => rmSync(folder, {recursive: true, force: true});
}
