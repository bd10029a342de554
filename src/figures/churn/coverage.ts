import type {ReportView} from "../../facts/view.js";
import {dimensionName, memberName} from "../../words/dimensions.js";
import {formatInterval, formatNumber} from "../../words/format.js";
import {periodName} from "../../words/period.js";
import type {FigureOrMissing} from "../figure.js";
import {missingLosses} from "../forms/missing.js";
import {column, limitColumns, numbersOf, tableFigure} from "../forms/table.js";

/** Who was asked why they left, and whether some kinds of customer were asked less than others. */
export function churnCoverage(view: ReportView): FigureOrMissing {
  const id = "churn-coverage";
  const rows = view.rows("churn_coverage").filter(({period}) => period === "window");
  const all = rows.find(({dimension}) => dimension === "all");
  const zh = view.language === "zh";
  if (!all || (all.interviewed ?? 0) === 0)
    return missingLosses(view, {
      id,
      needs: ["churn_interviews", "contracts"],
      shows: {zh: "流失访谈的覆盖率", en: "who was interviewed after leaving"},
    });
  const share = (value: number | null) => formatNumber(value, "share", view);
  const biased = [
    ...new Set(
      rows
        .filter(({p, dimension}) => p !== null && p < 0.05 && dimension !== "segment")
        .map(({dimension}) => dimension),
    ),
  ];
  const interval = formatInterval([all.lo, all.hi], "share", view);
  const skew =
    biased.length > 0
      ? zh
        ? `；按${biased.map((each) => dimensionName(view, each)).join("、")}看，受访者与流失者构成不同`
        : `; by ${biased.map((each) => dimensionName(view, each).toLowerCase()).join(", ")} those asked differ from those lost`
      : zh
        ? "；受访者与流失者的构成未见明显差异"
        : "; no clear difference in make-up between those asked and those lost";
  return tableFigure(view, {
    id,
    title: zh
      ? `流失客户中 ${share(all.value)}（${interval}）接受了访谈${skew}`
      : `${share(all.value)} (${interval}) of lost customers were interviewed${skew}`,
    subtitle: zh
      ? `访谈覆盖率，与两者的构成；${periodName(view)}`
      : `Coverage of interviews, and the make-up of both; ${periodName(view)}`,
    n: all.lost ?? 0,
    method: zh ? "Wilson 95% 区间；构成差异：卡方检验" : "Wilson 95% interval; make-up: chi-square test",
    marts: ["churn_coverage"],
    metrics: ["reason_share"],
    notes:
      biased.length > 0
        ? [
            zh
              ? "少被问到的客户群的原因会被低估；占比请连同上下界一起读。"
              : "Reasons of groups asked less are understated; read shares with their bounds.",
          ]
        : [],
    columns: [
      column("by", zh ? "按" : "By"),
      column("member", zh ? "分组" : "Group"),
      column("lost", zh ? "流失" : "Lost", "count"),
      column("interviewed", zh ? "受访" : "Interviewed", "count"),
      column("value", zh ? "覆盖率" : "Coverage", "share"),
      ...limitColumns(view, "share"),
      column("lost_share", zh ? "占流失" : "Of the lost", "share"),
      column("interviewed_share", zh ? "占受访" : "Of the interviewed", "share"),
      column("flag", zh ? "标记" : "Flag"),
    ],
    rows: rows.map((row) => [
      dimensionName(view, row.dimension),
      memberName(view, {dimension: row.dimension, member: row.member}),
      ...numbersOf(row, ["lost", "interviewed", "value", "lo", "hi", "lost_share", "interviewed_share"]),
      row.flag,
    ]),
  });
}
