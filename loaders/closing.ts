import {join, resolve} from "node:path";
import {type Drawn, drawnReport} from "../src/report.js";
import {formatMonth} from "../src/words/format.js";
import type {Language} from "../src/words/language.js";
import {disagreementLines} from "./draw/agreement.js";
import type {ReadReport} from "./publish/report.js";
import {reportView} from "./publish/view.js";

interface Closing {
  /** What was drawn; the language asked for may not be one of the report's. */
  readonly drawn: Partial<Record<Language, Drawn>>;
  readonly language: Language;
  /** Where titles and tables do not agree, a line each. */
  readonly wrong: readonly string[];
}

/** The month, the rows, what is missing and what to look at first: a line each, for who has just run a command. */
export function findingLines(read: ReadReport, {drawn: all, language, wrong}: Closing): string[] {
  const drawn = all[language] ?? drawnReport(reportView(language, read));
  const zh = language === "zh";
  const {month} = read.period;
  const hasRecords = read.imported.accounts.some(({rows_kept}) => rows_kept > 0);
  const lacks = drawn.passages["overview-notices"] ?? [];
  return [
    line(
      zh
        ? ["月份", month ? formatMonth(month, {language}) : hasRecords ? "记录没有日期" : "没有记录"]
        : ["Month", month ? formatMonth(month, {language}) : hasRecords ? "the records have no dates" : "no records"],
      zh,
    ),
    line([zh ? "行数" : "Rows", rowsText(read, language)], zh),
    line([zh ? "缺少" : "Missing", lacks.length === 0 ? (zh ? "没有发现" : "nothing found") : some(lacks, zh)], zh),
    line([zh ? "先看" : "Look at", headline(drawn, zh)], zh),
    ...disagreementLine(wrong, language),
  ];
}

/** The same in both languages, since the next command may be given in the other one. */
export function closingOf(read: ReadReport, drawn: Closing["drawn"]): Record<Language, string[]> {
  const wrong = disagreementLines(drawn);
  const linesIn = (language: Language): string[] => findingLines(read, {drawn, language, wrong: wrong[language]});
  return {zh: linesIn("zh"), en: linesIn("en")};
}

/** What the program got wrong in its own titles: said, so that nobody trusts it unseen; the report stands. */
function disagreementLine(found: readonly string[], language: Language): string[] {
  if (found.length === 0) return [];
  const zh = language === "zh";
  const more =
    found.length === 1 ? "" : zh ? `；另有 ${found.length - 1} 处，见 check` : `; ${found.length - 1} more: see check`;
  return [
    line(
      [
        zh ? "程序的错" : "Our fault",
        zh
          ? `有标题与表对不上，请以表为准并告诉我们（${found[0]}${more}）`
          : `a title and its table do not agree; go by the table and tell us (${found[0]}${more})`,
      ],
      zh,
    ),
  ];
}

export const siteLine = ({out, language}: {out: string; language: Language}): string =>
  line([language === "zh" ? "报告" : "Site", join(resolve(out), "index.html")], language === "zh");

const line = ([name, text]: readonly string[], zh: boolean): string => `${name}${zh ? "：" : ": "}${text}`;

function rowsText({imported}: ReadReport, language: Language): string {
  const sum = (name: "rows_in" | "rows_kept" | "rows_rejected" | "rows_set_aside"): string =>
    imported.accounts.reduce((total, account) => total + account[name], 0).toLocaleString("en");
  const files = new Set(imported.accounts.map(({file}) => file)).size;
  const none = imported.unmapped.length;
  const counts = [sum("rows_in"), sum("rows_kept"), sum("rows_rejected"), sum("rows_set_aside")] as const;
  if (language === "zh")
    return `${files} 个文件 ${counts[0]} 行 = 保留 ${counts[1]} + 剔除 ${counts[2]} + 搁置 ${counts[3]}${none > 0 ? `；另有 ${none} 个文件没有映射，未读` : ""}`;
  return `${counts[0]} in ${files === 1 ? "1 file" : `${files} files`} = ${counts[1]} kept + ${counts[2]} rejected + ${counts[3]} set aside${none > 0 ? `; ${none === 1 ? "1 more file has" : `${none} more files have`} no mapping and ${none === 1 ? "was" : "were"} not read` : ""}`;
}

/** The first two, the others counted. */
function some(sentences: readonly string[], zh: boolean): string {
  const more = sentences.length - 2;
  const rest = more <= 0 ? "" : zh ? `另有 ${more} 项，见总览。` : ` ${more} more: see the overview.`;
  return `${sentences.slice(0, 2).join(zh ? "" : " ")}${rest}`;
}

/** The overview's own title without its month; its first sentence where there is neither news nor target to name. */
function headline({boards, passages}: Drawn, zh: boolean): string {
  const {title = "", matters = [], tiles = []} = boards.overview ?? {};
  const at = title.search(/：|: /);
  const said = at < 0 ? "" : title.slice(at + 1).trim();
  const isNews = matters.length > 0 || tiles.some(({target}) => target !== "");
  const sentence = passages.overview?.[0];
  return (isNews ? said || sentence : sentence || said) || (zh ? "总览" : "the overview");
}
