import {gapRows} from "../../facts/competitors/rows.js";
import {whereKnown} from "../../facts/known.js";
import type {ReportView} from "../../facts/view.js";
import type {Row} from "../../marts/list.js";
import {inside} from "../../words/capital.js";
import {brandName, causeName, itemName} from "../../words/codes.js";
import {formatInterval, formatNumber} from "../../words/format.js";
import {say} from "../../words/say.js";
import type {FigureOrMissing} from "../figure.js";
import {missingFigure} from "../forms/missing.js";
import {column, limitColumns, numbersOf, tableFigure} from "../forms/table.js";

type Advantage = Row<"churn_advantage">;

const links: Readonly<Record<string, readonly string[]>> = {
  price: ["price"],
  product: ["quality"],
  service: ["speed", "attitude", "install"],
};

/** How much better those who left say the rival is, on the reason they gave; beside it our measured gap. */
export function churnAdvantage(view: ReportView): FigureOrMissing {
  const id = "churn-advantage";
  const of = (period: string) =>
    whereKnown(view.rows("churn_advantage"), "value", "n").filter(
      (row) => row.period === period && row.cause !== "unknown",
    );
  const rows = (of("window").length > 0 ? of("window") : of("all")).sort((a, b) => b.value - a.value);
  const first = [...rows].sort((a, b) => b.n - a.n)[0];
  const zh = view.language === "zh";
  if (!first)
    return missingFigure(view, {
      id,
      needs: ["churn_interviews"],
      shows: {zh: "对手在所说原因上好多少", en: "how much better the rival is on the reason given"},
    });
  const measured = (row: Advantage) =>
    gapRows(view)
      .filter(({brand, item}) => brand === row.brand && (links[row.cause] ?? []).includes(item))
      .map(({item, gap}) => `${itemName(view, item)} ${formatNumber(gap, "score", view)}`)
      .join(zh ? "、" : ", ");
  const gap = measured(first);
  const score = formatNumber(first.value, "points", view).replace("+", "");
  const limits = formatInterval([first.lo, first.hi], "score", view);
  return tableFigure(view, {
    id,
    title: say(view, {
      zh: `因${causeName(view, first.cause)}去${brandName(view, first.brand)}的 ${formatNumber(first.n, "count", view)} 户，说对手好 ${score} 分（满分 10，${limits}）${gap && `；实测差距：${gap}`}`,
      en: `The ${formatNumber(first.n, "count", view)} gone to ${brandName(view, first.brand)} over ${inside(causeName(view, first.cause))} say it is ${score} of 10 better (${limits})${gap && `; measured gap: ${gap}`}`,
    }),
    subtitle: zh
      ? "离开者说对手好多少（0–10），与品牌调查中我们的评分差（我们 − 对手）并列"
      : "How much better leavers say the rival is (0–10), beside our gap in the brand study (we less the rival)",
    n: rows.reduce((sum, {n}) => sum + n, 0),
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
      causeName(view, row.cause),
      brandName(view, row.brand),
      ...numbersOf(row, ["value", "lo", "hi", "n"]),
      measured(row),
    ]),
  });
}
