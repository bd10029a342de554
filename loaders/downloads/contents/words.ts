import type {Language} from "../../../src/words/language.js";
import type {ChartWords} from "../chart/series.js";

interface DownloadWords {
  readonly report: string;
  readonly caveats: string;
  /** How the numbers of the overview stand to their targets. */
  readonly tile_columns: Readonly<
    Record<"measure" | "value" | "interval" | "month" | "year" | "window" | "target" | "verdict", string>
  >;
  readonly hollow: string;
  readonly suppressed: string;
  readonly provisional: string;
  readonly partial: string;
  readonly missing_month: string;
  readonly method: string;
  readonly definitions: string;
  readonly method_title: string;
  readonly method_subtitle: string;
  readonly quality: string;
  readonly files: string;
  readonly quality_title: (rejected: number, read: number) => string;
  readonly quality_subtitle: string;
  readonly source: string;
  readonly base: string;
  readonly formula: string;
  readonly definition: string;
  readonly unit: string;
  readonly file: string;
  readonly rows_in: string;
  readonly rows_kept: string;
  readonly rows_rejected: string;
  readonly more_rows: string;
  readonly data_to: (day: string) => string;
  /** Said on a slide that shows the rows furthest from the whole only. */
  readonly shortened: (shown: number, all: number) => string;
  readonly data_table: string;
  readonly chart_data: string;
  readonly contents: string;
  readonly sheet: string;
  readonly finding: string;
  readonly flag: string;
  readonly series: string;
  readonly from: string;
  readonly to: string;
  readonly missing: string;
  /** What is missing of the month, and what is not final. */
  readonly unknown: string;
  readonly chart: ChartWords;
}

/** Words of slides, sheets and the summary that are not part of a figure. */
export const downloadWords: Readonly<Record<Language, DownloadWords>> = {
  zh: {
    report: "客户服务月报",
    caveats: "说明",
    tile_columns: {
      measure: "指标",
      value: "本月",
      interval: "95% 区间 · 样本量",
      month: "上月",
      year: "去年同月",
      window: "12 个月",
      target: "目标",
      verdict: "结论",
    },
    hollow: "空心或浅色：样本量 10–29，仅供参考",
    suppressed: "样本量不足 10 的数值不显示",
    provisional: "虚线：数据尚未到齐，可能变动",
    partial: "虚线、空心：未满月，不作比较",
    missing_month: "缺口：该月没有收到数据，不是 0",
    method: "方法",
    definitions: "指标定义",
    method_title: "指标怎么算：每个数字都有定义和公式",
    method_subtitle: "本报告所用指标的定义",
    quality: "数据质量",
    files: "来源文件",
    quality_title: (rejected, read) =>
      rejected === 0
        ? `读入 ${read.toLocaleString("en")} 行，全部可用`
        : `读入 ${read.toLocaleString("en")} 行，剔除 ${rejected.toLocaleString("en")} 行`,
    quality_subtitle: "来源文件与行数",
    source: "来源",
    base: "样本量",
    formula: "公式",
    definition: "指标",
    unit: "单位",
    file: "文件",
    rows_in: "读入行数",
    rows_kept: "采用行数",
    rows_rejected: "剔除行数",
    more_rows: "其余各行见工作簿",
    data_to: (day) => `数据截至 ${day}`,
    shortened: (shown, all) => `只画离总体最远的 ${shown} 组，全部 ${all} 组见报告页面`,
    data_table: "数据表",
    chart_data: "图表数据",
    contents: "目录",
    sheet: "工作表",
    finding: "结论",
    flag: "标记",
    series: "系列",
    from: "从",
    to: "到",
    missing: "本报告没有这些图：缺少来源",
    unknown: "还不知道什么",
    chart: {
      category: "类别",
      value: "数值",
      low: "区间下限",
      high: "区间上限",
      minus: "向下误差",
      plus: "向上误差",
      base: "样本量",
      position: "位置",
      label: "标签",
      reference: "参照",
      suppressed: "n<10",
      missing: "缺数据",
      outside: "（超出界限）",
      language: "zh",
    },
  },
  en: {
    report: "Customer service report",
    caveats: "Notes",
    tile_columns: {
      measure: "Measure",
      value: "This month",
      interval: "95% interval · base",
      month: "Last month",
      year: "Last year",
      window: "12 months",
      target: "Target",
      verdict: "Verdict",
    },
    hollow: "Hollow or pale: base of 10–29, indicative only",
    suppressed: "Values on a base below 10 are not shown",
    provisional: "Dashed: still incomplete, may change",
    partial: "Dashed and hollow: part month, not compared",
    missing_month: "Gap: no data received for that month; not zero",
    method: "Method",
    definitions: "Definitions",
    method_title: "Each number has a definition and a formula",
    method_subtitle: "Definitions of the measures in this report",
    quality: "Data quality",
    files: "Source files",
    quality_title: (rejected, read) =>
      rejected === 0
        ? `${read.toLocaleString("en")} rows read, all of them usable`
        : `${read.toLocaleString("en")} rows read, ${rejected.toLocaleString("en")} rejected`,
    quality_subtitle: "Source files and their rows",
    source: "Source",
    base: "Base",
    formula: "Formula",
    definition: "Measure",
    unit: "Unit",
    file: "File",
    rows_in: "Rows read",
    rows_kept: "Rows kept",
    rows_rejected: "Rows rejected",
    more_rows: "The other rows are in the workbook",
    data_to: (day) => `data to ${day}`,
    shortened: (shown, all) => `The ${shown} groups furthest from the whole; all ${all} are on the page`,
    data_table: "Data table",
    chart_data: "Chart data",
    contents: "Contents",
    sheet: "Sheet",
    finding: "Finding",
    flag: "Flag",
    series: "Series",
    from: "From",
    to: "To",
    missing: "Not in this report, for want of sources",
    unknown: "What we do not know yet",
    chart: {
      category: "Category",
      value: "Value",
      low: "low",
      high: "high",
      minus: "minus",
      plus: "plus",
      base: "n",
      position: "position",
      label: "label",
      reference: "reference",
      suppressed: "n<10",
      missing: "No data",
      outside: "(outside the limits)",
      language: "en",
    },
  },
};
