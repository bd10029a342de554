import {existsSync, readFileSync, writeFileSync} from "node:fs";
import {basename, resolve} from "node:path";
import type {Bilingual, Language} from "../../../src/words/language.js";
import {ReportError} from "../../messages/errors.js";
import {readMemory} from "../deck/memory.js";
import {readPackage} from "../office/package.js";
import {type DeckUpdate, updateDeck} from "./deck.js";

const reasons: Readonly<Record<string, Bilingual>> = {
  text_changed_by_person: {zh: "文字已被人修改，保留", en: "its text was changed by a person and stays"},
  alt_changed_by_person: {zh: "替代文字已被人修改，保留", en: "its alt text was changed by a person and stays"},
  label_changed_by_person: {
    zh: "数据标签的文字已被人修改，保留",
    en: "the text of a data label was changed by a person and stays",
  },
  point_gone: {
    zh: "单独上色的数据点所属类别本月没有，颜色随之去掉",
    en: "a point coloured by a person is of a category that this month lacks; its colour went with it",
  },
  table_changed_by_person: {zh: "表格已被人修改，保留", en: "the table was changed by a person and stays"},
  no_chart: {
    zh: "这张图没有可编辑的图表，报告里也没有它的图片",
    en: "no chart of an office, and the report has no picture of it",
  },
  other_chart: {
    zh: "这类图表装不下这张图的数据，保持原样；要填就换成报告里的图型，或换成一个同名的文本框",
    en: "a chart of this kind cannot show the figure and is left as it is; make it the kind that the report draws, or put a text box of the same name in its place",
  },
  chart_replaced_by_person: {zh: "图表已被替换，保留", en: "the chart was replaced by a person and stays"},
  series_removed_by_person: {zh: "有系列被人删除，未恢复", en: "a series was removed by a person and stays out"},
  axis_changed_by_person: {
    zh: "坐标轴范围已被人修改，保留",
    en: "the ends of an axis were changed by a person and stay",
  },
  type_changed_by_person: {
    zh: "图表类型已被人改成数据不相容的类型，有系列未更新",
    en: "the chart is now of a type that cannot take all of the data; a series is old or left out",
  },
};

/** Language that a deck of ours was written in; undefined for any other file. */
export const deckLanguage = (path: string): Language | undefined => {
  try {
    const language = readMemory(readPackage(readFileSync(path))).get("language");
    return language === "zh" || language === "en" ? language : undefined;
  } catch {
    return undefined;
  }
};

/**
 * Writes the edited deck, brought up to date with the one just built, beside it as `<name>.updated.pptx` (or to `out`)
 * and says what was done, what was left alone and what could not be matched. The edited file is never written to.
 * @throws ReportError where a file is missing, is not ours, or `out` is the edited file itself.
 */
export const updateDeckFile = (
  edited: string,
  built: string,
  {out = edited.replace(/\.pptx$/i, "") + ".updated.pptx"}: {out?: string} = {},
): {out: string; update: DeckUpdate; lines: Bilingual[]} => {
  for (const path of [edited, built]) {
    if (existsSync(path)) continue;
    throw new ReportError("deck-missing", path, {
      what: {zh: "没有这个文件", en: "there is no such file"},
      fix: {
        zh: "检查路径；新生成的演示文稿在输出文件夹的 downloads 里（report.yaml 的 downloads: 里要有 deck）",
        en: "check the path; the deck just built is in downloads of the output folder, where downloads: of report.yaml names deck",
      },
    });
  }
  if (resolve(out) === resolve(edited) || resolve(out) === resolve(built)) {
    throw new ReportError("deck-overwrite", out, {
      what: {zh: "输出会覆盖输入的演示文稿", en: "the output would overwrite a deck that was read"},
      fix: {zh: "换一个输出文件名", en: "give the output another name"},
    });
  }
  const update = updateDeck(readFileSync(edited), readFileSync(built), {name: basename(edited)});
  writeFileSync(out, update.bytes);
  return {out, update, lines: describeUpdate(update)};
};

/** What was left alone, and why. */
export const describeKept = ({slide, name, reason}: DeckUpdate["kept"][number]): Bilingual => {
  const why = reasons[reason] ?? {zh: reason, en: reason};
  return {zh: `第 ${slide} 页 ${name}：${why.zh}`, en: `slide ${slide}, ${name}: ${why.en}`};
};

/** One line per thing that a person should know. */
export const describeUpdate = ({updated, kept, unmatched, absent}: DeckUpdate): Bilingual[] => [
  {zh: `更新了 ${updated.length} 个对象`, en: `${updated.length} objects brought up to date`},
  ...kept.map(describeKept),
  ...unmatched.map((name) => ({
    zh: `${name}：本月报告里没有，保持原样`,
    en: `${name}: not in this month's report, left as it was`,
  })),
  ...absent.map((id) => ({
    zh: `${id}：本月报告里有，这份文稿里没有`,
    en: `${id}: in this month's report, not in this deck`,
  })),
];
