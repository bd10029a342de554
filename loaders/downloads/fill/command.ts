import {existsSync, readFileSync, writeFileSync} from "node:fs";
import {basename, join, resolve} from "node:path";
import type {Bilingual, Language} from "../../../src/words/language.js";
import {counted} from "../../../src/words/say.js";
import {ReportError} from "../../messages/errors.js";
import {languageNotBuilt, siteMissing} from "../../messages/not-built.js";
import type {Numbers} from "../files/numbers.js";
import {readPackage} from "../office/package.js";
import {describeKept} from "../update/file.js";
import {type DeckFill, fillDeck} from "./deck.js";

/**
 * Fills a company's own deck from the report last built into `out`; writes it beside the deck under the month's name and
 * prints what was filled and what not.
 * @throws ReportError where the deck or the report is missing.
 */
export function fillOwnDeck(
  path: string,
  {out, language, said}: {out: string; language: Language /** Language asked for. */; said?: Language},
): void {
  if (!existsSync(path))
    throw new ReportError("deck-missing", path, {
      what: {zh: "没有这个文件", en: "there is no such file"},
      fix: {zh: "检查路径", en: "check the path"},
    });
  const bytes = readFileSync(path);
  const numbers = readNumbers(out, said ?? languageOf(bytes, out));
  const filled = fillDeck(bytes, numbers, {
    name: basename(path),
    picture: (id) => {
      const png = join(out, "downloads", `${id}.${numbers.language}.png`);
      return existsSync(png) ? readFileSync(png) : undefined;
    },
  });
  const target = targetOf(path, numbers.month);
  writeFileSync(target, filled.bytes);
  process.stdout.write(`${[...describeFill(filled).map((line) => line[language]), "", target].join("\n")}\n`);
}

const fileOf = (out: string, language: Language): string => join(out, "downloads", `numbers.${language}.json`);

const builtIn = (out: string): Language[] => (["zh", "en"] as const).filter((each) => existsSync(fileOf(out, each)));

function readNumbers(out: string, language: Language): Numbers {
  const path = fileOf(out, language);
  const built = builtIn(out);
  if (built.length > 0 && !built.includes(language)) throw languageNotBuilt(`--out ${out}`, {asked: language, built});
  if (existsSync(path)) return JSON.parse(readFileSync(path, "utf8")) as Numbers;
  throw siteMissing(`--out ${out}`);
}

/** Chinese where the deck has Chinese letters and the report is built in it, else English, else what there is. */
function languageOf(bytes: Uint8Array, out: string): Language {
  const built = builtIn(out);
  const wanted = /\p{Script=Han}/u.test(slideTexts(bytes)) ? "zh" : "en";
  return built.includes(wanted) ? wanted : (built[0] ?? wanted);
}

function slideTexts(bytes: Uint8Array): string {
  try {
    const {parts} = readPackage(bytes);
    return Array.from(parts, ([path, part]) => (/^ppt\/slides\/slide/.test(path) ? new TextDecoder().decode(part) : ""))
      .join("")
      .replace(/\{\{.*?\}\}/g, "");
  } catch {
    return "";
  }
}

/** `their.pptx` becomes `their.2026-10.pptx`, and that `their.2026-11.pptx` a month later. */
function targetOf(path: string, month: string): string {
  const stem = path.replace(/\.pptx$/i, "").replace(/\.\d{4}-\d{2}(\.again)?$/, "");
  const target = `${stem}.${month || "filled"}.pptx`;
  return resolve(target) === resolve(path) ? `${stem}.${month || "filled"}.again.pptx` : target;
}

const placeName = (slide: number): Bilingual =>
  slide === 0 ? {zh: "母版", en: "layout or master"} : {zh: `第 ${slide} 页`, en: `slide ${slide}`};

/** One line per thing that a person should know. */
export const describeFill = ({texts, figures, unknown, unnamed, outside, lost, kept, cut}: DeckFill): Bilingual[] => [
  {
    zh: `填了 ${texts} 处文字、${figures.length} 个图表`,
    en: `${texts} ${texts === 1 ? "text" : "texts"} and ${figures.length} ${figures.length === 1 ? "figure" : "figures"} filled`,
  },
  ...unknown.map(({slide, tag, near}) => ({
    zh: `${placeName(slide).zh} {{${tag}}}：没有这个数，保持原样${near.length > 0 ? `；是不是 {{${near[0]}}}？` : ""}`,
    en: `${placeName(slide).en}, {{${tag}}}: no such number, left as it is${near.length > 0 ? `; did you mean {{${near[0]}}}?` : ""}`,
  })),
  ...unnamed.map(({slide, name, near}) =>
    near.length > 0
      ? {
          zh: `${placeName(slide).zh} 名为“${name}”的形状：没有这张图，保持原样；是不是 ${near[0]}？`,
          en: `${placeName(slide).en}, shape “${name}”: no such figure, left as it is; did you mean ${near[0]}?`,
        }
      : {
          zh: `${placeName(slide).zh} ${name}：这个月没有这张图，还是上次的数，请删去或补上记录`,
          en: `${placeName(slide).en}, ${name}: this month has no such figure, so last time's numbers still stand there; delete it or send its records`,
        },
  ),
  ...outside.map(({slide, tag}) => ({
    zh: `${placeName(slide).zh} {{${tag}}}：在图表的数据或 SmartArt 里，不填；改放在文本框里`,
    en: `${placeName(slide).en}, {{${tag}}}: stands in a chart's data or in SmartArt and is not filled; put it into a text box`,
  })),
  ...lost.map(({slide, tag, text}) => ({
    zh: `${placeName(slide).zh}：上次填的“${text}”（{{${tag}}}）已不在文字里，没有再填`,
    en: `${placeName(slide).en}: “${text}” ({{${tag}}}) of last time is not in the text any more and was not filled again`,
  })),
  ...cut.map(({slide, name, rows, columns}) => {
    const parts = {
      zh: [rows > 0 ? `${rows} 行` : "", columns > 0 ? `${columns} 列` : ""].filter(Boolean).join("、"),
      en: [rows > 0 ? counted(rows, "row") : "", columns > 0 ? counted(columns, "column") : ""].filter(Boolean),
    };
    return {
      zh: `${placeName(slide).zh} ${name}：地方不够，${parts.zh}没有列出；要全列就把这块地方拉大`,
      en: `${placeName(slide).en}, ${name}: no room for ${parts.en.join(" and ")}; make its place larger to show all`,
    };
  }),
  ...kept.map(describeKept),
];
