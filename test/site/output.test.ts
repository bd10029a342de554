import {existsSync, mkdirSync, mkdtempSync, readdirSync, renameSync, rmSync, symlinkSync, writeFileSync} from "node:fs";
import {tmpdir} from "node:os";
import {join} from "node:path";
import {afterAll, beforeAll, describe, expect, test} from "vitest";
import {ReportError} from "../../loaders/messages/errors.js";
import {assertApart, checkedOutput, swapOutput, sweepOutput, workFolder} from "../../loaders/site/output.js";
import {project} from "../build/command.js";

const folder = mkdtempSync(join(tmpdir(), "huisheng-output-"));
const report = join(folder, "my report");
const at = (name: string) => join(folder, name);

beforeAll(() => {
  mkdirSync(join(report, "exports"), {recursive: true});
  writeFileSync(join(report, "report.yaml"), "");
  writeFileSync(at("a file"), "");
  for (const name of ["empty", "foreign", "made"]) mkdirSync(at(name));
  writeFileSync(at("foreign/letter.doc"), "");
  writeFileSync(at("made/.huisheng"), "");
  writeFileSync(at("made/index.html"), "last month");
  symlinkSync(report, at("link"), "junction");
});
afterAll(() => rmSync(folder, {recursive: true, force: true}));

const refusal = (out: string): string => {
  try {
    checkedOutput(out, {report});
    return "";
  } catch (error) {
    if (!(error instanceof ReportError)) throw error;
    return `${error.code}: ${error.print("en")}`;
  }
};

describe("where a report may be built", () => {
  test.each(["empty", "made", "new", "deep/and/new"])("into %s", (name) => {
    expect(checkedOutput(at(name), {report})).toBe(at(name));
  });

  test.each([
    ["over a file", at("a file"), /output_is_file.*a file: is a file that exists already/s],
    ["over somebody's files", at("foreign"), /output_foreign.*holds files that no report build made/s],
    ["into the report folder", join(report, "site"), /output_in_report.*lies inside the report folder/s],
    ["into its exports", join(report, "exports"), /output_in_report.*lies inside the report folder/s],
    ["into it by a link", join(at("link"), "site"), /output_in_report.*lies inside/s],
    ["over the report folder", report, /output_foreign/],
    ["over what contains it", folder, /output_foreign/],
    ["into the program", join(project, "src/site"), /output_foreign/],
  ])("not %s", (_, out, says) => {
    expect(refusal(out)).toMatch(says);
    expect(existsSync(join(report, "report.yaml"))).toBe(true);
  });

  test("nor in or over exports that lie elsewhere", () => {
    const name = {zh: "导出文件夹", en: "the exports folder"};
    expect(() => assertApart(at("in/site"), at("in"), name)).toThrow(/lies inside the exports folder/);
    expect(() => assertApart(at("in"), at("in/2026"), name)).toThrow(/contains the exports folder/);
    expect(() => assertApart(at("in"), at("in"), name)).toThrow(/itself/);
    expect(() => assertApart(at("in"), at("in beside"), name)).not.toThrow();
  });
});

describe("the new site takes the place of the last", () => {
  test("and nothing is left beside it; a folder called .old is not ours", () => {
    const output = at("place");
    const work = workFolder(output);
    mkdirSync(`${output}.old`);
    for (const version of ["one", "two"]) {
      mkdirSync(join(work, "site"), {recursive: true});
      writeFileSync(join(work, "site", version), "");
      swapOutput(join(work, "site"), {output, work});
    }
    expect(readdirSync(output).sort()).toEqual([".huisheng", "two"]);
    expect(
      readdirSync(folder)
        .filter((name) => name.startsWith("place"))
        .sort(),
    ).toEqual(["place", "place.old"]);
  });

  test("after a kill between the two renames the last one is put back", () => {
    const output = at("killed");
    const work = workFolder(output);
    const dead = work.replace(`-${process.pid}-`, "-999999999-");
    renameSync(work, dead);
    mkdirSync(join(dead, "old"), {recursive: true});
    writeFileSync(join(dead, "old", "index.html"), "last month");
    sweepOutput(output);
    expect(readdirSync(output)).toEqual(["index.html"]);
    expect(existsSync(dead)).toBe(false);
  });
});
