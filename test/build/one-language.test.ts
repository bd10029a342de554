import {existsSync, mkdtempSync, readdirSync, readFileSync, rmSync} from "node:fs";
import {tmpdir} from "node:os";
import {dirname, join} from "node:path";
import {afterAll, describe, expect, test} from "vitest";
import {run} from "./command.js";
import {tinyReport} from "./tiny-report.js";

const made: string[] = [];
afterAll(() => {
  for (const path of made) rmSync(path, {recursive: true, force: true});
});

/** Every file or page that a page of the site leads to, and that is not there. */
function deadLinks(out: string): string[] {
  const pages = readdirSync(out, {recursive: true, encoding: "utf8"}).filter((file) => file.endsWith(".html"));
  return pages.flatMap((page) => {
    const html = readFileSync(join(out, page), "utf8");
    const links = [...html.matchAll(/(?:href|src)="([^"#?:]+)(?:[#?][^"]*)?"/g)].map(([, link]) => decodeURI(link!));
    return links.filter((link) => !existsSync(join(out, dirname(page), link))).map((link) => `${page} → ${link}`);
  });
}

describe.each([
  ["zh", "en", "only Chinese"],
  ["en", "zh", "只有英文版"],
] as const)("languages: [%s]", (language, other, says) => {
  const report = tinyReport({
    "report.yaml": `company: {zh: 小样（虚构）, en: Tiny (made up)}\nmonth: 2026-04\nlanguages: [${language}]\n`,
  });
  const out = join(mkdtempSync(join(tmpdir(), "huisheng-one-")), "dist");
  made.push(report, dirname(out));

  test("is written alone, leads to no page of the other, and opens at its first page", {timeout: 240_000}, async () => {
    const {code, text} = await run(["publish", "--report", report, "--out", out, "--lang", language]);
    expect(text).toContain("2026-04");
    expect(code).toBe(0);
    const files = readdirSync(out, {recursive: true, encoding: "utf8"});
    expect(files).toEqual(expect.arrayContaining([join(language, "overview.html")]));
    expect(files.filter((file) => new RegExp(`(^|/)${other}/|\\.${other}\\.`).test(file))).toEqual([]);
    expect(deadLinks(out)).toEqual([]);
    const index = readFileSync(join(out, "index.html"), "utf8");
    expect(index).toContain(`<meta http-equiv="refresh" content="0; url=./${language}/overview.html">`);
    expect(index).not.toContain("选择语言");
  });

  test("what is asked for in the other is refused with a message", {timeout: 60_000}, async () => {
    const deck = join(out, "downloads", `report.${language}.pptx`);
    for (const args of [["pdf"], ["deck", "--fill", deck]]) {
      const {code, text} = await run([...args, "--out", out, "--lang", other]);
      expect(text).toContain(says);
      expect(code).toBe(1);
    }
  });
});
