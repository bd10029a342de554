import type {Language} from "../../../src/words/language.js";

interface FrontWords {
  readonly agenda: Readonly<
    Record<"month" | "decisions" | "findings" | "actions" | "unknown" | "next" | "appendix", string>
  >;
  readonly appendix: string;
  readonly appendix_title: string;
  readonly in_appendix: (slide: number) => string;
  /** How many rows a chart leaves out; "" where it has all. */
  readonly not_shown: (rows: number) => string;
  readonly spark_key: string;
  /** The part of what is not known, where scores may be too good. */
  readonly scores_flatter: string;
  /** First sheet of the workbook: the measures as numbers. */
  readonly headlines: string;
  readonly headline_columns: Readonly<
    Record<
      | "measure"
      | "value"
      | "lo"
      | "hi"
      | "month"
      | "month_change"
      | "month_sure"
      | "year"
      | "year_change"
      | "year_sure"
      | "window"
      | "target"
      | "verdict"
      | "by"
      | "sheet",
      string
    >
  >;
  readonly headline_note: string;
  readonly file_name: string;
  readonly contents_page: string;
}

/** Words of the briefing that a deck opens with, and of the headline numbers that a workbook opens with. */
export const frontWords: Readonly<Record<Language, FrontWords>> = {
  zh: {
    agenda: {
      month: "本月",
      decisions: "要定的事",
      findings: "发现",
      actions: "措施",
      unknown: "还不知道什么",
      next: "接下来",
      appendix: "附录",
    },
    appendix: "附录",
    appendix_title: "附录：备查，不讲",
    in_appendix: (slide) => `附录第 ${slide} 页`,
    not_shown: (rows) => (rows === 0 ? "" : `另 ${rows} 项未列`),
    spark_key: "24 个月；虚线：目标；空心圈：去年同月；色带：95% 区间",
    scores_flatter: "还不知道什么；满意度分数要打折扣看",
    headlines: "本月数字",
    headline_columns: {
      measure: "指标",
      value: "本月",
      lo: "区间下限",
      hi: "区间上限",
      month: "上月",
      month_change: "较上月",
      month_sure: "确定？",
      year: "去年同月",
      year_change: "较去年同月",
      year_sure: "确定？ ",
      window: "12 个月",
      target: "目标",
      verdict: "结论",
      by: "目标、负责部门、期限",
      sheet: "工作表",
    },
    headline_note: "区间为 95%。~ 可能是波动；写“现在更高”“现在更差”等的确有变化。比率的变化按百分点。",
    file_name: "文件名",
    contents_page: "页面",
  },
  en: {
    agenda: {
      month: "The month",
      decisions: "Decisions",
      findings: "Findings",
      actions: "Actions",
      unknown: "Not known yet",
      next: "Next steps",
      appendix: "Appendix",
    },
    appendix: "Appendix",
    appendix_title: "Appendix: not presented",
    in_appendix: (slide) => `slide ${slide}`,
    not_shown: (rows) => (rows === 0 ? "" : `${rows} more not shown`),
    spark_key: "dashes: target; ring: last year; band: 95% interval",
    scores_flatter: "Not known yet; survey scores may flatter",
    headlines: "Headline numbers",
    headline_columns: {
      measure: "Measure",
      value: "This month",
      lo: "Low",
      hi: "High",
      month: "Last month",
      month_change: "Change",
      month_sure: "Sure?",
      year: "Same month last year",
      year_change: "Change on last year",
      year_sure: "Sure? ",
      window: "12 months",
      target: "Target",
      verdict: "Verdict",
      by: "Target, owner, date",
      sheet: "Sheet",
    },
    headline_note:
      "Intervals are 95%. ~ could be chance; “now higher”, “now worse” and the like are sure. Shares change by percentage points.",
    file_name: "File name",
    contents_page: "Page",
  },
};
