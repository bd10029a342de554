import {pages} from "../../src/pages.js";
import type {Drawn} from "../../src/report.js";
import {fill, words} from "../../src/words/interface.js";
import type {Language} from "../../src/words/language.js";
import {ReportError} from "../messages/errors.js";
import type {MarkdownIt} from "./content/markdown.js";
import {boardHtml} from "./html/board.js";
import {endHtml, frontHtml, moreHtml} from "./html/depths.js";
import {escapeHtml, rootOf} from "./html/escape.js";
import {exploreHtml} from "./html/explore.js";
import {figureHtml, type PagePictures} from "./html/figure.js";
import {letterHtml} from "./html/letter.js";

/** What a directive stands for: a name and an id, in a page, under a heading. */
export interface Directive {
  readonly name: string;
  readonly id: string;
  readonly path: string;
  readonly language: Language;
  /** Level a heading made here should have. */
  readonly level: number;
}

/** Replaces `{{figure csat-trend}}`, alone on a line, by what `render` makes of it. */
export function directiveRule(
  md: MarkdownIt,
  {languageOf, render}: {languageOf: (path: string) => Language; render: (directive: Directive) => string},
): void {
  md.block.ruler.before(
    "paragraph",
    "directive",
    (state, line, _end, silent) => {
      const text = state.src.slice((state.bMarks[line] ?? 0) + (state.tShift[line] ?? 0), state.eMarks[line]);
      const [, name, id = ""] = /^\{\{(\w+)(?: +([\w-]+))?\}\}\s*$/.exec(text) ?? [];
      if (!name) return false;
      if (silent) return true;
      const path = state.env.path ?? "/";
      const heading = state.tokens.findLast(({type}) => type === "heading_open");
      const level = Math.min(4, heading ? Number(heading.tag.slice(1)) + 1 : 2);
      const token = state.push("directive", "", 0);
      token.content = render({name, id, path, language: languageOf(path), level});
      state.line = line + 1;
      return true;
    },
    {alt: ["paragraph", "reference", "blockquote", "list"]},
  );
  // A token type of its own: Framework runs `${…}` in HTML blocks, and data must never become code.
  md.renderer.rules.directive = (tokens, index) => `${tokens[index]?.content ?? ""}\n`;
}

/** The HTML of a directive from the data of its language. */
export function directiveHtml(
  {name, id, path, language, level}: Directive,
  data: Drawn,
  pictures?: PagePictures,
): string {
  switch (name) {
    case "figure":
    case "table": {
      const figure = data.figures[id];
      if (!figure) throw unknown({name, id, path}, Object.keys(data.figures));
      return figureHtml(figure, {language, level, tableOnly: name === "table", pictures, accounts: data.accounts});
    }
    case "text":
    case "list": {
      const passage = data.passages[id];
      if (!passage) throw unknown({name, id, path}, Object.keys(data.passages));
      if (passage.length === 0) return "";
      return name === "list"
        ? listHtml(passage, {language})
        : passage.map((sentence) => `<p>${escapeHtml(sentence)}</p>`).join("\n");
    }
    case "board": {
      const board = data.boards[id];
      if (!board) throw unknown({name, id, path}, Object.keys(data.boards));
      return boardHtml(board, {language});
    }
    case "letter": {
      const letter = data.letters[id];
      if (!letter) throw unknown({name, id, path}, Object.keys(data.letters));
      return letterHtml(letter, {language, level});
    }
    case "front":
    case "more": {
      const page = pages.find((each) => each.id === id);
      if (!page)
        throw unknown(
          {name, id, path},
          pages.map((each) => each.id),
        );
      return (name === "front" ? frontHtml : moreHtml)(page, data, {language, level, pictures});
    }
    case "explore":
      return exploreHtml(data.explore ?? [], {language, root: rootOf(path)});
    case "end":
      return endHtml;
    default:
      throw unknown({name, id, path}, [
        "{{figure …}}",
        "{{table …}}",
        "{{text …}}",
        "{{list …}}",
        "{{board …}}",
        "{{letter …}}",
        "{{front …}}",
        "{{more …}}",
        "{{end}}",
      ]);
  }
}

/** As many sentences as one reads standing; the rest a click away, on paper too. */
const readAtOnce = 7;

function listHtml(passage: readonly string[], {language}: {language: Language}): string {
  const list = (sentences: readonly string[]) =>
    `<ul class="findings">${sentences.map((sentence) => `<li>${escapeHtml(sentence)}</li>`).join("")}</ul>`;
  if (passage.length <= readAtOnce + 1) return list(passage);
  const rest = passage.slice(readAtOnce);
  const more = fill(words[language].more, {n: rest.length});
  return `${list(passage.slice(0, readAtOnce))}<details class="more"><summary>${more}</summary>${list(rest)}</details>`;
}

function unknown({name, id, path}: {name: string; id: string; path: string}, known: readonly string[]): ReportError {
  const some = known.slice(0, 12).join(", ");
  return new ReportError("page_directive_unknown", `src${path}.md`, {
    what: {zh: `“{{${name} ${id}}}” 没有可显示的内容。`, en: `"{{${name} ${id}}}" has nothing to show.`},
    fix: {zh: `改用现有的名称：${some}。`, en: `use a name that exists: ${some}.`},
  });
}
