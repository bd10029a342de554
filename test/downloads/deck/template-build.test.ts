import {existsSync, readFileSync, rmSync, writeFileSync} from "node:fs";
import {join} from "node:path";
import {strFromU8, strToU8, unzipSync, zipSync} from "fflate";
import {afterAll, expect, it} from "vitest";
import {deck} from "../../../loaders/downloads/deck/deck.js";
import {run} from "../../build/command.js";
import {tinyReport} from "../../build/tiny-report.js";
import {unzip} from "../open-office.js";
import {sampleInput} from "../sample-figures.js";

/** A template of a company whose layouts have no place for the source, and whose theme has a colour of its own. */
const template = (): Uint8Array => {
  const files = unzipSync(deck({...sampleInput(), sections: []}, "en"));
  for (const path of Object.keys(files).filter((each) => /^ppt\/slideLayouts\/[^/]+\.xml$/.test(each)))
    files[path] = strToU8(
      strFromU8(files[path] as Uint8Array).replace(
        /<p:sp>(?:(?!<\/p:sp>).)*name="Source"(?:(?!<\/p:sp>).)*<\/p:sp>/gs,
        "",
      ),
    );
  files["ppt/theme/theme1.xml"] = strToU8(
    strFromU8(files["ppt/theme/theme1.xml"] as Uint8Array).replace(/(<a:accent1><a:srgbClr val=")\w+/, "$1B00B1E"),
  );
  return zipSync(files);
};

const settings = "company: {zh: 小样（虚构）, en: Tiny (made up)}\nmonth: 2026-04\ndeck: {template: company.pptx}\n";
const folder = tinyReport({"report.yaml": settings});
const out = `${folder}-out`;
afterAll(() => {
  for (const path of [folder, out, `${out}.rejects`]) rmSync(path, {recursive: true, force: true});
});

it("a template that report.yaml names but the folder lacks ends the build with its name and what to do", async () => {
  const {code, text} = await run(["build", "--report", folder, "--out", out, "--lang", "zh"]);
  expect(code).toBe(1);
  expect(text).toContain("deck.template: company.pptx");
  expect(text).toContain("报告文件夹里没有这个模板");
  expect(existsSync(out)).toBe(false);
}, 240_000);

it("a build takes the company's template and prints once, in the reader's language, which placeholders it lacks", async () => {
  writeFileSync(join(folder, "company.pptx"), template());
  const {code, text} = await run(["build", "--report", folder, "--out", out, "--lang", "zh"]);
  expect([code, text.match(/company\.pptx 的版式“Finding”没有名为 Source 的占位符/g)?.length]).toEqual([0, 1]);
  expect(text).not.toContain("has no placeholder");
  for (const language of ["zh", "en"])
    expect(unzip(readFileSync(join(out, `downloads/report.${language}.pptx`)))["ppt/theme/theme1.xml"]).toContain(
      "B00B1E",
    );
}, 240_000);
