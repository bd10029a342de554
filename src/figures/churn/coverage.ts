import {gapRows} from "../../facts/competitors/rows.js";
import type {ReportView} from "../../facts/view.js";
import type {MartRow} from "../../marts/shape/mart.js";
import {brandName, causeName, itemName} from "../../words/codes.js";
import {dimensionName, memberName} from "../../words/dimensions.js";
import {formatInterval, formatNumber} from "../../words/format.js";
import {periodName} from "../../words/period.js";
import {say} from "../../words/say.js";
import type {FigureOrMissing} from "../figure.js";
import {missingFigure} from "../forms/missing.js";
import {column, limitColumns, numbersOf, tableFigure} from "../forms/table.js";

/** Who was asked why they left, and whether some kinds of customer were asked less than others. */
export function churnCoverage(view: ReportView): FigureOrMissing {
  const id = "churn-coverage";
  const rows = view.rows("churn_coverage").filter(({period}) => period === "window");
  const all = rows.find(({dimension}) => dimension === "all");
  const zh = view.language === "zh";
  if (!all || Number(all.interviewed ?? 0) === 0)
    return missingFigure(view, {
      id,
      needs: ["churn_interviews", "contracts"],
      shows: {zh: "流失访谈的覆盖率", en: "who was interviewed after leaving"},
    });
  const share = (value: unknown) => formatNumber(value as number | null, "share", view);
  const biased = [
    ...new Set(
      rows
        .filter(({p, dimension}) => p !== null && Number(p) < 0.05 && dimension !== "segment")
        .map(({dimension}) => String(dimension)),
    ),
  ];
  const interval = formatInterval([all.lo as number | null, all.hi as number | null], "share", view);
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
    n: Number(all.lost),
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
      dimensionName(view, String(row.dimension)),
      memberName(view, {dimension: String(row.dimension), member: String(row.member)}),
      ...numbersOf(row, ["lost", "interviewed", "value", "lo", "hi", "lost_share", "interviewed_share"]),
      String(row.flag),
    ]),
  });
}

const links: Readonly<Record<string, readonly string[]>> = {
  price: ["price"],
  product: ["quality"],
  service: ["speed", "attitude", "install"],
};

/** How much better those who left say the rival is, on the reason they gave; beside it our measured gap. */
export function churnAdvantage(view: ReportView): FigureOrMissing {
  const id = "churn-advantage";
  const of = (period: string) =>
    view
      .rows("churn_advantage")
      .filter((row) => row.period === period && row.value !== null && row.cause !== "unknown");
  const rows = (of("window").length > 0 ? of("window") : of("all")).sort((a, b) => Number(b.value) - Number(a.value));
  const first = [...rows].sort((a, b) => Number(b.n) - Number(a.n))[0];
  const zh = view.language === "zh";
  if (!first)
    return missingFigure(view, {
      id,
      needs: ["churn_interviews"],
      shows: {zh: "对手在所说原因上好多少", en: "how much better the rival is on the reason given"},
    });
  const measured = (row: MartRow) =>
    gapRows(view)
      .filter(({brand, item}) => brand === row.brand && (links[String(row.cause)] ?? []).includes(item))
      .map(({item, gap}) => `${itemName(view, item)} ${formatNumber(gap, "score", view)}`)
      .join(zh ? "、" : ", ");
  const gap = measured(first);
  const score = formatNumber(Number(first.value), "points", view).replace("+", "");
  const limits = formatInterval([Number(first.lo), Number(first.hi)], "score", view);
  return tableFigure(view, {
    id,
    title: say(view, {
      zh: `因${causeName(view, String(first.cause))}去${brandName(view, String(first.brand))}的 ${first.n} 户，说对手好 ${score} 分（满分 10，${limits}）${gap && `；实测差距：${gap}`}`,
      en: `The ${first.n} gone to ${brandName(view, String(first.brand))} over ${causeName(view, String(first.cause)).toLowerCase()} say it is ${score} of 10 better (${limits})${gap && `; measured gap: ${gap}`}`,
    }),
    subtitle: zh
      ? "离开者说对手好多少（0–10），与品牌调查中我们的评分差（我们 − 对手）并列"
      : "How much better leavers say the rival is (0–10), beside our gap in the brand study (we less the rival)",
    n: rows.reduce((sum, {n}) => sum + Number(n), 0),
    marts: ["churn_advantage", "brand_gaps"],
    metrics: ["brand_gap"],
    method: zh ? "t 95% 区间" : "t 95% interval",
    notes: [zh ? "少于 10 人的组合不显示。" : "Combinations under 10 people are not shown."],
    columns: [
      column("cause", zh ? "原因" : "Cause"),
      column("brand", zh ? "去向" : "Destination"),
      column("advantage", zh ? "说对手好（0–10）" : "Rival better (0–10)", "score"),
      ...limitColumns(view, "score"),
      column("n", "n", "count"),
      column("gap", zh ? "实测评分差" : "Measured gap"),
    ],
    rows: rows.map((row) => [
      causeName(view, String(row.cause)),
      brandName(view, String(row.brand)),
      ...numbersOf(row, ["value", "lo", "hi", "n"]),
      measured(row),
    ]),
  });
}
