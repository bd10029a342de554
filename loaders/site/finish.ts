import {existsSync, readdirSync} from "node:fs";
import {readdir, readFile, writeFile} from "node:fs/promises";
import {join} from "node:path";
import {words} from "../../src/words/interface.js";
import type {Language} from "../../src/words/language.js";
import {ReportError} from "../messages/errors.js";
import {escapeHtml, rootOf} from "./html/escape.js";
import {htmlLanguage, isDoor} from "./html/frame.js";
import {joinMissing} from "./html/missing.js";
import {contentSecurityPolicy} from "./security.js";

/** What comes after Framework: the held HTML, the language, links to downloads, no client where no code runs, the policy. */
export interface FinishOptions {
  readonly output: string;
  readonly languages: readonly Language[];
  /** Puts back what Framework did not get to see. */
  readonly release: (html: string) => string;
  /** What stands after the name of a page in its title: company and month, in the page's language; defaults to what Framework wrote. */
  readonly name?: (language: Language) => string | undefined;
}

/** Finishes every page of the output in place and returns them by path ("/zh/overview") as they are now. */
export async function finishPages({output, languages, release, name}: FinishOptions): Promise<Map<string, string>> {
  const pages = new Map<string, string>();
  const files = (await readdir(output, {recursive: true, encoding: "utf8"}))
    .filter((file) => file.endsWith(".html") && !/^downloads[\\/]/.test(file)) // those are whole as they are
    .sort();
  for (const file of files) {
    const path = `/${file.replaceAll("\\", "/").replace(/\.html$/, "")}`;
    const raw = await readFile(join(output, file), "utf8");
    failOnPageError(raw, path);
    const language: Language = path.startsWith("/en/") ? "en" : path.startsWith("/zh/") ? "zh" : (languages[0] ?? "zh");
    const live = /<script type="module">[^<]*\bdefine\b/.test(raw);
    let html = joinMissing(release(raw), {language});
    html = html.replaceAll(/<!--downloads:([\w-]+)-->/g, (_, id: string) =>
      downloadLinks(id, {output, path, language}),
    );
    html = live ? html : withoutClient(html);
    html = html
      // A file's time stamp says when it was copied, not what is in it; output depends on input alone.
      .replaceAll(/,"lastModified":\d+(?:\.\d+)?/g, "")
      .replace("<html>", `<html lang="${htmlLanguage(language)}"${isDoor(path) ? ' class="front"' : ""}>`)
      .replace(/<meta name="viewport"[^>]*>/, '<meta name="viewport" content="width=device-width, initial-scale=1">')
      .replace(/<title>([^<|]*)( \| [^<]*)?<\/title>/, (whole, own: string) => titleOf(own, name?.(language)) ?? whole)
      .replace(/<meta name="generator"[^>]*>\n?/, "");
    html = html.replace(
      '<meta charset="utf-8">',
      `<meta charset="utf-8">\n<meta http-equiv="Content-Security-Policy" content="${contentSecurityPolicy(html, {live})}">`,
    );
    if (languages.length === 1) html = passDoor(html);
    await writeFile(join(output, file), html);
    pages.set(path, html);
  }
  return pages;
}

/** "Churn | Yunshan · Oct 2026": Framework knows one name for the pages of both languages. */
const titleOf = (own: string, name: string | undefined): string | undefined =>
  name ? `<title>${own.trim()} | ${escapeHtml(name)}</title>` : undefined;

/** The door of a report in one language leads on by itself, without script and from a disk too. */
const passDoor = (html: string): string => {
  const [, first] = /<ul class="door"><li[^>]*><a href="([^"#]+)"/.exec(html) ?? [];
  return first ? html.replace("</title>", `</title>\n<meta http-equiv="refresh" content="0; url=${first}">`) : html;
};

/** Framework writes an error of a page's code into the page and goes on; we stop. */
function failOnPageError(html: string, path: string): void {
  const [, message] = /class="[^"]*observablehq--error[^"]*"[^>]*>([^<]*)</.exec(html) ?? [];
  if (message === undefined) return;
  throw new ReportError("page_code_error", `src${path}.md`, {
    what: {zh: `页面里的代码有错误：${message}`, en: `the code in this page has an error: ${message}`},
    fix: {zh: "改正该代码块后重新构建。", en: "correct that block of code, then build again."},
  });
}

/** Takes out Framework's client, which a page without code does not need. */
function withoutClient(html: string): string {
  return html
    .replaceAll(/<link rel="modulepreload" href="[^"]*_observablehq\/[^"]*">\n?/g, "")
    .replaceAll(/<script type="module">[\s\S]*?<\/script>\n?/g, "");
}

/**
 * A link for each file that exists, `downloads/<language>/<id>.<type>` or `downloads/<id>.<type>`, and for each file of
 * the folder `downloads/<id>/`.
 */
function downloadLinks(
  id: string,
  {output, path, language}: {output: string; path: string; language: Language},
): string {
  const links = ["csv", "xlsx", "png", "svg"].flatMap((type) => {
    const file = [
      `downloads/${language}/${id}.${type}`,
      `downloads/${id}.${language}.${type}`,
      `downloads/${id}.${type}`,
    ].find((candidate) => existsSync(join(output, candidate)));
    return file ? [`<a href="${rootOf(path)}${file}" download>${type.toUpperCase()}</a>`] : [];
  });
  const folder = join(output, "downloads", id);
  const further = existsSync(folder) ? readdirSync(folder).sort() : [];
  links.push(
    ...further.map(
      (name) => `<a href="${rootOf(path)}downloads/${id}/${encodeURIComponent(name)}" download>${escapeHtml(name)}</a>`,
    ),
  );
  return links.length ? `<span>${words[language].download}${words[language].colon}</span>${links.join("")}` : "";
}
