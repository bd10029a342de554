import {unnamedValues} from "../src/facts/quality/unnamed.js";
import type {Drawn} from "../src/report.js";
import {formatMonth} from "../src/words/format.js";
import type {Bilingual, Language} from "../src/words/language.js";
import type {ReadReport} from "./publish/report.js";
import {reportView} from "./publish/view.js";
import {candidate} from "./publishing.js";

/** A step of the month: done, or with what is left to look at. */
interface Step {
  readonly done: Bilingual;
  /** Undefined where nothing is. */
  readonly left: Bilingual | undefined;
}

/** The steps of the month as far as a machine can tick them: ✓ what needs no look, □ what does, and where. */
export function checklist(
  read: ReadReport,
  {
    drawn,
    wrong,
    language,
  }: {drawn: Drawn /** Titles that do not agree with their tables. */; wrong: number; language: Language},
): string[] {
  const steps = [
    ...filesAndRows(read),
    ...records(read, drawn),
    agreement(wrong),
    ...names(read),
    ...besideLast(read, {drawn, language}),
  ];
  return steps.map(({done, left}) => (left ? `□ ${left[language]}` : `✓ ${done[language]}`));
}

function filesAndRows({imported: {unmapped, accounts}}: ReadReport): Step[] {
  const rejected = accounts.reduce((sum, {rows_rejected}) => sum + rows_rejected, 0);
  return [
    {
      done: {zh: "每个文件都有映射", en: "every file has a mapping"},
      left: some(unmapped.length, (n) => ({
        zh: `${n} 个文件没有映射，没有读：写一份映射，或移出导出文件夹`,
        en: `${n} without a mapping, not read: map them, or take them out of the exports`,
      })),
    },
    {
      done: {zh: "没有一行被剔除", en: "no row was rejected"},
      left: some(rejected, (n) => ({
        zh: `剔除了 ${n} 行：上面写着为什么，该补的补`,
        en: `${n} rows rejected: see above why, and mend those that count`,
      })),
    },
  ];
}

function records({published, period}: ReadReport, drawn: Drawn): Step[] {
  const lacks = drawn.passages["overview-notices"] ?? [];
  const own = published.reconciliation.filter(({month, status}) => month === period.month && status !== "no_total");
  const different = own.filter(({status}) => status !== "equal");
  return [
    {
      done: {zh: "该有的记录本月都有", en: "the month has all records that are expected"},
      left: some(lacks.length, (n) => ({
        zh: `本月缺 ${n} 项：上面列着`,
        en: `the month lacks ${n === 1 ? "something" : `${n} things`}: see above`,
      })),
    },
    ...(own.length === 0
      ? []
      : [
          {
            done: {zh: "对账：合计都一致", en: "all totals agree with the ledger"},
            left: some(different.length, (n) => ({
              zh: `对账：${n} 个合计不一致，数据质量页写着可能是哪条记录`,
              en: `${n} of ${own.length} totals differ from the ledger: the page Data quality names the likeliest records`,
            })),
          },
        ]),
  ];
}

/** Values that English pages would show in Chinese; nothing where each has its name. */
function names(read: ReadReport): Step[] {
  if (!read.folder.settings.languages.includes("en")) return [];
  const values = unnamedValues(reportView("en", read));
  const [first] = values;
  if (!first) return [];
  const done = {zh: "每个取值都有英文名", en: "every value has an English name"};
  return [
    {
      done,
      left: some(values.length, (n) => ({
        zh: `${n} 个取值没有英文名，英文页上只能写中文，如“${first.value}”（${first.of}）：在 reference/ 的同名文件里写上 label_en`,
        en: `${n} ${n === 1 ? "value has" : "values have"} no English name and ${n === 1 ? "stands" : "stand"} in Chinese on English pages, such as “${first.value}” (${first.of}): give a label_en in its file in reference/`,
      })),
    },
  ];
}

const agreement = (wrong: number): Step => ({
  done: {zh: "每张图的标题与它的表一致", en: "every title agrees with its table"},
  left: some(wrong, (n) => ({
    zh: `${n} 处标题与表对不上，是程序的错：以表为准`,
    en: `${n === 1 ? "a title does" : `${n} titles do`} not agree with the table, our fault: go by the table`,
  })),
});

function besideLast(read: ReadReport, {drawn, language}: {drawn: Drawn; language: Language}): Step[] {
  if (!read.snapshot) return [];
  const {compared, before, isSame, edition} = candidate(read, {drawn: {[language]: drawn}});
  const stopping = compared.filter(({stops}) => stops).map(({what}) => what);
  const names = (of: Language) =>
    stopping
      .slice(0, 3)
      .map((what) => what[of])
      .join(of === "zh" ? "、" : ", ") + (stopping.length > 3 ? " …" : "");
  const month = (of: Language) => formatMonth(edition.month, {language: of});
  return [
    {
      done: before
        ? {zh: `与第 ${before.id} 期相比没有要说明的变化`, en: `nothing to explain beside edition ${before.id}`}
        : {zh: "没有可比的上一期", en: "no edition before it to compare with"},
      left: some(stopping.length, (n) => ({
        zh: `与第 ${before?.id} 期相比有 ${n} 处变化过大（${names("zh")}）：核对后发布时写 --accept "原因"`,
        en: `${n} changed too much beside edition ${before?.id} (${names("en")}): look, then publish with --accept "the reason"`,
      })),
    },
    {
      done: {
        zh: `${month("zh")}已发布为第 ${edition.id} 期`,
        en: `${month("en")} is published as edition ${edition.id}`,
      },
      left: isSame
        ? undefined
        : {zh: `${month("zh")}还没有按现在的记录发布`, en: `${month("en")} is not published with these records yet`},
    },
  ];
}

const some = (count: number, say: (count: number) => Bilingual): Bilingual | undefined =>
  count === 0 ? undefined : say(count);
