import {formatMonth} from "../../../src/words/format.js";
import {words} from "../../../src/words/interface.js";
import type {Language} from "../../../src/words/language.js";
import type {Manifest} from "../content/data.js";
import type {Page} from "../content/pages.js";
import {escapeHtml, rootOf} from "./escape.js";

/** What is around every page. */
export interface Frame {
  readonly languages: readonly Language[];
  readonly manifest: Manifest;
  readonly pages: Readonly<Record<Language, readonly Page[]>>;
  /** Paths (without extension) that exist, to find the twin of a page. */
  readonly exists: (path: string) => boolean;
}

/** Name of the company, skip link, search, link to the twin page, and the navigation. */
export function headerHtml(path: string, {language, frame}: {language: Language; frame: Frame}): string {
  const word = words[language];
  const root = rootOf(path);
  const {company, month} = frame.manifest;
  const first = frame.pages[language][0]?.path ?? "/index";
  const door = isDoor(path);
  return [
    `<a class="skip" href="#observablehq-main">${word.skip}</a>`,
    `<div class="brand"><a href="${link(door ? "/index" : first, root)}">${escapeHtml(company?.[language] ?? "回声 Huisheng")}</a>`,
    month ? `<p>${escapeHtml(formatMonth(month, {language}))}</p>` : "",
    "</div>",
    door
      ? ""
      : `<div class="tools">${searchHtml(language, root)}${switchHtml(path, {language, frame, root})}</div>${menuHtml(path, {language, frame, root})}`,
  ].join("\n");
}

export function footerHtml({language}: {language: Language}): string {
  return `<p>${words[language].built} · <a href="#observablehq-center">${words[language].top}</a></p>`;
}

/** The page at the site's root, before a language is chosen. */
export const isDoor = (path: string) => !/^\/(zh|en)\//.test(path);

/** Links to the first page of each language, each in its own language. */
export function doorHtml(frame: Frame): string {
  const items = frame.languages.map((language) => {
    const first = frame.pages[language][0];
    const href = first ? link(first.path, "./") : "#";
    const lang = htmlLanguage(language);
    return `<li lang="${lang}"><a href="${href}" hreflang="${lang}" data-language="${language}"><strong>${escapeHtml(frame.manifest.company?.[language] ?? "回声 Huisheng")}</strong><span>${words[language].door_open}</span></a></li>`;
  });
  return `<ul class="door">${items.join("")}</ul>`;
}

export const htmlLanguage = (language: Language) => (language === "zh" ? "zh-CN" : "en");

function searchHtml(language: Language, root: string): string {
  const word = words[language];
  return `<div class="search" role="search" data-index="${root}search.${language}.json" data-none="${word.search_none}" data-found="${word.search_found}" data-unavailable="${word.search_unavailable}"><input type="search" aria-label="${word.search_hint}" placeholder="${word.search}" autocomplete="off"><div class="results" aria-live="polite" hidden></div></div>`;
}

/** To the same page in the other language, or its first page where there is no twin. */
function switchHtml(path: string, {language, frame, root}: {language: Language; frame: Frame; root: string}): string {
  const other: Language = language === "zh" ? "en" : "zh";
  if (!frame.languages.includes(other)) return "";
  const twin = path.replace(`/${language}/`, `/${other}/`);
  const target = frame.exists(twin) ? twin : (frame.pages[other][0]?.path ?? "/index");
  const lang = htmlLanguage(other);
  return `<a class="language" href="${link(target, root)}" hreflang="${lang}" lang="${lang}" title="${words[language].language_title}">${words[language].language}</a>`;
}

function menuHtml(path: string, {language, frame, root}: {language: Language; frame: Frame; root: string}): string {
  const word = words[language];
  const empty = new Set(frame.manifest.empty_pages?.map((id) => `/${language}/${id}`));
  const pages = frame.pages[language].filter((page) => !empty.has(page.path));
  const sections = [...new Set(pages.map(({section}) => section))];
  const lists = sections.map((section) => {
    const items = pages.filter((page) => page.section === section);
    const links = items.map(
      (page) =>
        `<li><a href="${link(page.path, root)}"${page.path === path ? ' aria-current="page"' : ""}>${escapeHtml(page.title)}</a></li>`,
    );
    return `${section ? `<p class="section">${escapeHtml(section)}</p>` : ""}<ul>${links.join("")}</ul>`;
  });
  return `<details class="menu" open><summary>${word.menu}</summary><nav aria-label="${word.pages}">${lists.join("")}${audiencesHtml({language, frame, root})}${editionsHtml({language, frame, root})}</nav></details>`;
}

/** The ways to the sites that hold a part of the records. */
function audiencesHtml({language, frame, root}: {language: Language; frame: Frame; root: string}): string {
  const links = (frame.manifest.audiences ?? []).map(
    ({name, label}) => `<li><a href="${root}audiences/${name}/index.html">${escapeHtml(label[language])}</a></li>`,
  );
  return links.length > 0 ? `<p class="section">${words[language].audiences}</p><ul>${links.join("")}</ul>` : "";
}

/** The way to what was published before, the latest first. */
function editionsHtml({language, frame, root}: {language: Language; frame: Frame; root: string}): string {
  const links = [...(frame.manifest.editions ?? [])].reverse().map((id) => {
    const [month = id, number] = id.split(".");
    const name = `${formatMonth(month, {language})}${number ? ` (${number})` : ""}`;
    return `<li><a href="${root}editions/${id}/index.html">${escapeHtml(name)}</a></li>`;
  });
  return links.length > 0 ? `<p class="section">${words[language].editions}</p><ul>${links.join("")}</ul>` : "";
}

const link = (path: string, root: string) => `${root}${encodeURI(path.slice(1))}.html`;
