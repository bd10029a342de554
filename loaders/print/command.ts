import {readdirSync, readFileSync, renameSync, rmSync, writeFileSync} from "node:fs";
import {join} from "node:path";
import type {Language} from "../../src/words/language.js";
import {tempFolder} from "../database/work-folder.js";
import {languageNotBuilt} from "../messages/not-built.js";
import {type BuildManifest, builtManifest} from "../site/content/manifest.js";
import {findBrowser, printFile} from "./browser.js";
import {type BuiltPage, printDocument} from "./document.js";
import {pageCount, pageOfNames} from "./pdf-pages.js";

/** Pages that are nothing on paper. */
const onScreenOnly = new Set(["explore", "downloads"]);

/** Prints the report last built into `out` as a book on A4, in each of its languages: `<out>.<language>.pdf`. */
export async function printReport(
  out: string,
  {language, said}: {language: Language /** Only this one. */; said?: Language},
): Promise<void> {
  const browser = findBrowser();
  const manifest = builtManifest(out);
  if (said && !manifest.languages.includes(said))
    throw languageNotBuilt(`--out ${out}`, {asked: said, built: manifest.languages});
  for (const each of manifest.languages.filter((one) => said === undefined || one === said)) {
    const {pdf, pages} = await printLanguage(out, {manifest, browser, language: each});
    process.stdout.write(language === "zh" ? `${pdf}（${pages} 页）\n` : `${pdf} (${pages} pages)\n`);
  }
}

async function printLanguage(
  out: string,
  {manifest, browser, language}: {manifest: BuildManifest; browser: string; language: Language},
): Promise<{pdf: string; pages: number}> {
  const work = tempFolder("pdf");
  try {
    const html = join(work, "report.html");
    const pages = builtPages(out, language);
    const options = {
      language,
      company: manifest.company[language],
      month: manifest.month ?? undefined,
      css: styleOf(out, pages),
    };
    const print = async (numbers?: ReadonlyMap<string, number>) => {
      writeFileSync(html, printDocument(pages, {...options, ...(numbers ? {numbers} : {})}));
      return printFile(browser, html);
    };
    // The first printing finds the pages, the second names them in the contents.
    const result = await print(pageOfNames(await print()));
    const pdf = `${out.replace(/[\\/]+$/, "")}.${language}.pdf`;
    writeFileSync(`${pdf}.tmp`, result);
    renameSync(`${pdf}.tmp`, pdf);
    return {pdf, pages: pageCount(result)};
  } finally {
    rmSync(work, {recursive: true, force: true});
  }
}

/** The pages of a language in the order of the menu, which stands in each of them. */
function builtPages(out: string, language: Language): BuiltPage[] {
  const folder = join(out, language);
  const files = readdirSync(folder).filter((file) => file.endsWith(".html"));
  const first = files[0] ? readFileSync(join(folder, files[0]), "utf8") : "";
  const menu = /<nav [^>]*>([\s\S]*?)<\/nav>/.exec(first)?.[1] ?? "";
  return [...menu.matchAll(new RegExp(`<a href="[^"]*${language}/([^"/]+)\\.html"[^>]*>([^<]*)</a>`, "g"))].flatMap(
    ([, id = "", title = ""]) =>
      onScreenOnly.has(id) || !files.includes(`${id}.html`)
        ? []
        : [{id, title: unescaped(title), html: readFileSync(join(folder, `${id}.html`), "utf8")}],
  );
}

const unescaped = (text: string): string =>
  text.replaceAll("&lt;", "<").replaceAll("&gt;", ">").replaceAll("&quot;", '"').replaceAll("&amp;", "&");

/** The style sheet that the pages link. */
function styleOf(out: string, [page]: readonly BuiltPage[]): string {
  const [, path = ""] = /<link rel="stylesheet"[^>]* href="\.\.\/([^"]+\.css)"/.exec(page?.html ?? "") ?? [];
  return path ? readFileSync(join(out, path), "utf8") : "";
}
