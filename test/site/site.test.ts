import {readdirSync, readFileSync, rmSync} from "node:fs";
import {join} from "node:path";
import {gzipSync} from "node:zlib";
import {afterAll, beforeAll, describe, expect, it} from "vitest";
import {ReportError} from "../../loaders/messages/errors.js";
import {buildSite} from "../../loaders/site/build.js";
import {rank, type SearchIndex} from "../../src/components/search-rank.js";
import {makeWorkspace} from "./fixtures/workspace.js";

const folders: string[] = [];
async function build(pages: Record<string, string> = {}) {
  const made = makeWorkspace({pages});
  folders.push(made.folder);
  await buildSite({workspace: made.workspace, output: made.output, languages: ["zh", "en"]});
  return made.output;
}
const filesOf = (folder: string) =>
  readdirSync(folder, {recursive: true, withFileTypes: true})
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(folder.length + 1))
    .sort();

describe("the site", () => {
  let site = "";
  const html = (page: string) => readFileSync(join(site, `${page}.html`), "utf8");
  beforeAll(async () => {
    site = await build();
  });
  afterAll(() => {
    for (const folder of folders) rmSync(folder, {recursive: true, force: true});
  });

  it("is the same, byte for byte, when built again elsewhere", async () => {
    const again = await build();
    expect(filesOf(again)).toEqual(filesOf(site));
    for (const file of filesOf(site))
      expect(readFileSync(join(again, file)).equals(readFileSync(join(site, file))), file).toBe(true);
  });

  it("weighs at most 150 kB a page with all it loads, of which at most 40 kB script", () => {
    for (const page of ["index", "zh/overview", "zh/satisfaction", "zh/complaints", "en/satisfaction"]) {
      const text = html(page);
      const files = [
        ...new Set(
          [...text.matchAll(/<(?:link|script)[^>]* (?:href|src)="([^"]+\.(?:css|js))"/g)].map(([, path = ""]) =>
            join(site, page, "..", path),
          ),
        ),
      ];
      expect(files.length, page).toBeGreaterThan(3);
      const weigh = (path: string) => gzipSync(readFileSync(path)).length;
      const script = files.filter((file) => file.endsWith(".js")).reduce((sum, file) => sum + weigh(file), 0);
      const whole = gzipSync(text).length + files.reduce((sum, file) => sum + weigh(file), 0);
      expect(script, `${page} script`).toBeLessThan(40_000);
      expect(whole, page).toBeLessThan(150_000);
    }
  });

  it("has a strict content security policy on every page and names no other server", () => {
    for (const file of filesOf(site).filter((name) => name.endsWith(".html"))) {
      const text = readFileSync(join(site, file), "utf8");
      expect(text, file).toContain("default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:");
      expect(text, file).toMatch(/<html lang="(zh-CN|en)"(?: class="front")?>/);
      expect([...text.matchAll(/(?:src|href)="(?:https?:)?\/\/[^"]*"/g)].map(String), file).toEqual([]);
      expect(text, file).not.toMatch(/ style="| on\w+="/);
    }
  });

  it("shows each figure with its finding, picture, rows, source, definition and links", () => {
    const page = html("en/satisfaction");
    const figure = page.slice(page.indexOf('id="csat-trend"'), page.indexOf('id="csat-trend-by-region"'));
    expect(figure).toContain(
      '<h3 id="csat-trend-title">Satisfaction has been above the 85 % target for eight months</h3>',
    );
    expect(figure).toMatch(/<svg [^>]*role="img" aria-label="Satisfaction has been above/);
    expect(figure).toContain("<summary>How</summary>");
    expect(figure).toContain("Method: Wilson 95 %, clustered by customer");
    expect(figure).toContain('href="method.html#csat"');
    expect(figure).toContain('<a href="../downloads/csat-trend.csv" download>CSV</a>');
    expect(figure).toContain('href="#csat-trend"');
  });

  it("offers only the downloads that exist", () => {
    const page = html("en/satisfaction");
    expect(page.slice(page.indexOf('id="nps-trend"'), page.indexOf('id="csat-by-tier"'))).not.toContain("downloads/");
  });

  it("writes n<10 and the reason where a value is withheld", () => {
    const page = html("zh/satisfaction");
    const figure = page.slice(page.indexOf('id="csat-by-tier"'), page.indexOf('id="csat-against-rival"'));
    expect(figure).toContain(">n&lt;10</td>");
    expect(figure).toContain("样本不足 10 个，数值不显示");
  });

  it("says what is missing instead of drawing an empty chart", () => {
    const page = html("en/complaints");
    expect(page).toContain(
      '<p class="missing" id="call-answer-rate"><strong>No data yet</strong>: The report folder has no calls',
    );
  });

  it("treats data as text, whatever it contains", () => {
    const page = html("zh/overview");
    expect(page).toContain("账单争议 &lt;首次&gt; 进入投诉前三 &amp; 仍在上升；$\u007balert(1)}。");
    expect(page).not.toContain('<script type="module">');
  });

  it("gives Chinese headings ids and each page a link to its twin", () => {
    expect(html("zh/satisfaction")).toContain('<h2 id="趋势"');
    expect(html("zh/satisfaction")).toContain('href="../en/satisfaction.html" hreflang="en"');
    expect(html("en/satisfaction")).toContain('href="../zh/satisfaction.html" hreflang="zh-CN"');
  });

  it("can be searched for 投诉 in the middle of 客户投诉处理", () => {
    const text = readFileSync(join(site, "search.zh.json"), "utf8");
    const found = rank(JSON.parse(text) as SearchIndex, "投诉").map(({href}) => href);
    expect(text.length).toBeLessThan(200_000);
    expect(found).toContain("zh/complaints.html");
    expect(found).toContain("zh/complaints.html#complaint-categories");
  });

  it("fails with place and reason where a page's code cannot be read", async () => {
    const error = await build({"zh/own.md": "# 自己的页\n\n```js\nconst = 3;\n```\n"}).catch(
      (thrown: unknown) => thrown,
    );
    expect(error).toBeInstanceOf(ReportError);
    expect((error as ReportError).print("en")).toMatch(
      /^src\/zh\/own\.md: the code in this page has an error: SyntaxError: .*\nFix: correct that block/,
    );
  });

  it("fails with the names that exist where a page asks for a figure that does not", async () => {
    const error = await build({"en/own.md": "# Own\n\n{{figure csat-trnd}}\n"}).catch((thrown: unknown) => thrown);
    expect(error).toBeInstanceOf(ReportError);
    expect((error as ReportError).print("en")).toContain('"{{figure csat-trnd}}" has nothing to show');
    expect((error as ReportError).print("en")).toContain("csat-trend");
  });

  it("fails with the name of a library that does not come with it, without asking the network", async () => {
    const error = await build({
      "en/own.md": "# Own\n\n```js\nimport confetti from 'npm:canvas-confetti';\n```\n",
    }).catch((thrown: unknown) => thrown);
    expect(error).toBeInstanceOf(ReportError);
    expect((error as ReportError).print("en")).toContain('"canvas-confetti"');
  });
});
