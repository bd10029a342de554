import type {Language} from "../../src/words/language.js";
import {ReportError} from "./errors.js";

const names = {zh: {zh: "中文", en: "Chinese"}, en: {zh: "英文", en: "English"}} as const;

/** The report was built, but not in the language asked for. */
export function languageNotBuilt(
  where: string,
  {asked, built}: {asked: Language; built: readonly Language[]},
): ReportError {
  const has = (language: Language) => built.map((each) => names[each][language]).join(language === "zh" ? "、" : ", ");
  return new ReportError("language_not_built", where, {
    what: {
      zh: `这份报告没有${names[asked].zh}版，只有${has("zh")}版。`,
      en: `this report has no ${names[asked].en} version, only ${has("en")}.`,
    },
    fix: {
      zh: `写 --lang ${built[0]}，或在 report.yaml 的 languages: 里加上 ${asked} 后重新生成。`,
      en: `write --lang ${built[0]}, or add ${asked} to languages: of report.yaml and build again.`,
    },
  });
}

/** Nothing was built there yet, or not there. */
export const siteMissing = (out: string): ReportError =>
  new ReportError("site_missing", out, {
    what: {zh: "这里没有生成过报告。", en: "no report was built here."},
    fix: {
      zh: "先运行 npm run build，或用 --out 指出报告在哪里。",
      en: "run npm run build first, or say with --out where the report is.",
    },
  });
