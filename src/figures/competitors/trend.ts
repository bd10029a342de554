import {changes, trendFinding} from "../../facts/competitors/changes.js";
import {designText, gapRows, mainRival} from "../../facts/competitors/rows.js";
import type {ReportView} from "../../facts/view.js";
import type {Row} from "../../marts/list.js";
import {brandName, itemName} from "../../words/codes.js";
import {formatNumber} from "../../words/format.js";
import type {Figure, FigureOrMissing, Point} from "../figure.js";
import {missingFigure} from "../forms/missing.js";

export const trendShows = {zh: "与对手的差距怎样变化", en: "how the gap to rivals changes"};

/** The attribute whose lead over the main rival shrank most: our score and theirs, wave by wave. */
export function competitorTrend(view: ReportView): FigureOrMissing {
  const id = "competitor-trend";
  const rival = mainRival(view);
  const change = changes(view, rival)[0];
  if (!rival || !change) return missingFigure(view, {id, needs: ["surveys"], shows: trendShows});
  const zh = view.language === "zh";
  const item = change.item;
  const waves = [...new Set(view.rows("brand_ratings").map((row) => row.period))]
    .filter((wave) => wave !== "window" && gapRows(view, wave).some((row) => row.brand === rival && row.item === item))
    .sort();
  const [own, theirs] = ["", rival].map((brand) => ratings(view, {brand, item, waves})) as [Point[], Point[]];
  const gaps = waves.map((wave) => gapRows(view, wave).find((row) => row.brand === rival && row.item === item)!.gap);
  return {
    ...shell(view, {change, rival}),
    id,
    form: "lines",
    unit: "score",
    categories: waves,
    category_kind: "text",
    category_title: zh ? "波次" : "Wave",
    value_title: zh ? "均分" : "Mean rating",
    series: [
      {id: "own", name: brandName(view, ""), role: "main", points: own},
      {id: "rival", name: brandName(view, rival), points: theirs},
    ],
    table: {
      columns: [
        {id: "wave", label: zh ? "波次" : "Wave", unit: "text"},
        {id: "own", label: brandName(view, ""), unit: "score"},
        {id: "rival", label: brandName(view, rival), unit: "score"},
        {id: "gap", label: zh ? "差距" : "Gap", unit: "score"},
        {id: "own_n", label: zh ? "我们 n" : "n, we", unit: "count"},
        {id: "rival_n", label: zh ? "对手 n" : "n, rival", unit: "count"},
      ],
      rows: waves.map((wave, i) => [
        wave,
        own[i]!.value,
        theirs[i]!.value,
        gaps[i]!,
        own[i]!.n ?? null,
        theirs[i]!.n ?? null,
      ]),
    },
    n: own.reduce((sum, {n}) => sum + (n ?? 0), 0),
  };
}

/** A brand's rating of one attribute, wave by wave. */
const ratings = (
  view: ReportView,
  {brand, item, waves}: {brand: string; item: string; waves: readonly string[]},
): Point[] =>
  waves.map((wave) => {
    const row = view
      .rows("brand_ratings")
      .find((each) => each.period === wave && each.item === item && each.brand === brand);
    return {
      value: row?.value ?? null,
      lo: row?.lo ?? null,
      hi: row?.hi ?? null,
      n: row?.n ?? null,
    };
  });

/** What the chart says in words. */
function shell(
  view: ReportView,
  {change, rival}: {change: Row<"brand_gap_changes">; rival: string},
): Omit<Figure, "id" | "form" | "unit" | "categories" | "category_kind" | "series" | "table" | "n"> {
  const zh = view.language === "zh";
  const title = trendFinding(view, {change, rival});
  const design = gapRows(view)[0]?.design ?? "overlapping";
  return {
    title,
    subtitle: zh
      ? `${itemName(view, change.item)}的均分，自己与${brandName(view, rival)}，各波次`
      : `Mean rating of ${itemName(view, change.item)}, ours and that of ${brandName(view, rival)}, by wave`,
    method: zh
      ? `均分的 t 95% 区间；变化按 ${change.waves} 次抽样的线性趋势，Benjamini–Hochberg`
      : `t 95% interval of means; change by the linear trend over ${change.waves} samples, Benjamini–Hochberg`,
    metrics: ["brand_gap"],
    marts: ["brand_ratings", "brand_gaps", "brand_gap_changes"],
    notes: [
      `${designText(view, design)}${zh ? "。" : "."}`,
      zh
        ? `首尾之差按线性趋势：自己 ${formatNumber(change.own_change, "score", view)}，差距 ${formatNumber(change.gap_change, "score", view)}。`
        : `From first to last by the linear trend: our own ${formatNumber(change.own_change, "score", view)}, the gap ${formatNumber(change.gap_change, "score", view)}.`,
    ],
    alt: `${title}${zh ? "。" : "."}`,
  };
}
