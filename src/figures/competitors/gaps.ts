import {beatenFinding} from "../../facts/competitors/beaten.js";
import {designText, type GapRow, gapRows, mainRival} from "../../facts/competitors/rows.js";
import type {ReportView} from "../../facts/view.js";
import {capital, inside} from "../../words/capital.js";
import {brandName, itemName} from "../../words/codes.js";
import {formatNumber} from "../../words/format.js";
import {periodName, windowWords} from "../../words/period.js";
import {listed} from "../../words/say.js";
import type {FigureOrMissing} from "../figure.js";
import {estimateFigure} from "../forms/estimate.js";
import {missingFigure} from "../forms/missing.js";
import {limitColumns, tableFigure} from "../forms/table.js";

const shows = {zh: "我们与竞争对手逐项评分的差距", en: "the gap between us and rivals, item by item"};
const needs = ["surveys"];

/** Our rating less the main rival's, per attribute, with the interval of the gap itself. */
export function competitorGaps(view: ReportView): FigureOrMissing {
  const id = "competitor-gaps";
  const rival = mainRival(view);
  const rows = gapRows(view)
    .filter(({brand}) => brand === rival)
    .sort((a, b) => a.gap! - b.gap!);
  if (!rival || rows.length === 0) return missingFigure(view, {id, needs, shows});
  const zh = view.language === "zh";
  return estimateFigure(view, {
    id,
    title: gapFinding(view, rows),
    subtitle: zh
      ? `评分差 = 我们 − ${brandName(view, rival)}（分）；${periodName(view)}`
      : `Gap = our rating less that of ${brandName(view, rival)}, in scale points; ${periodName(view)}`,
    form: "dots",
    unit: "score",
    labels: zh ? "指标" : "Attribute",
    name: zh ? "评分差" : "Gap",
    metric: "brand_gap",
    marts: ["brand_gaps"],
    n: Math.max(...rows.map(({raters}) => raters ?? 0)),
    rows: rows.map(({item, gap, lo, hi, own_n, rival_n, flag}) => ({
      label: itemName(view, item),
      value: gap,
      lo,
      hi,
      n: Math.min(own_n ?? 0, rival_n ?? 0),
      flag: flag,
    })),
    focus: rows.filter(({verdict}) => verdict === "behind").map(({item}) => itemName(view, item)),
    reference: {value: 0, label: zh ? "相当" : "Parity"},
    method: zh
      ? "差距的 95% 区间，按评分者聚类线性化；各指标作 Benjamini–Hochberg 校正"
      : "95% interval of the gap, clustered by rater; Benjamini–Hochberg over attributes",
    notes: [
      `${designText(view, rows[0]!.design)}${zh ? "。" : "."}`,
      zh
        ? "区间含 0 的一律写“相当”，不写领先或落后。样本量一栏是双方较小的评分数。"
        : "Where the interval covers 0 we are level, neither ahead nor behind. The column n is the smaller side.",
    ],
  });
}

/** "价格落后蓝鲸示例 0.82 分；响应速度、服务态度领先；其余 3 项相当" – never ahead or behind inside the interval. */
export function gapFinding(view: ReportView, rows: readonly GapRow[]): string {
  const zh = view.language === "zh";
  const rival = brandName(view, rows[0]!.brand);
  // Of all waves together: the last one alone may stand beside it.
  const over = windowWords(view)[view.language].trim();
  const of = (verdict: string) => rows.filter((row) => row.verdict === verdict);
  const [behind, ahead] = [of("behind"), of("ahead")];
  const [parity, few] = [of("parity").length, of("few").length];
  const named = (list: readonly GapRow[]) =>
    listed(
      view,
      [...list]
        .sort((a, b) => Math.abs(b.gap!) - Math.abs(a.gap!))
        .map(
          ({item, gap}) =>
            `${itemName(view, item)}${zh ? "" : " "}${zh ? "（" : "("}${formatNumber(Math.abs(gap!), "score", view)}${zh ? " 分）" : ")"}`,
        ),
    );
  if (zh) {
    const parts = [
      ...(behind.length > 0 ? [`落后于${rival}：${named(behind)}`] : []),
      ...(ahead.length > 0 ? [`${behind.length > 0 ? "领先" : `领先于${rival}`}：${named(ahead)}`] : []),
      ...(parity > 0 ? [parity < rows.length ? `其余 ${parity} 项相当` : `与${rival}各项相当`] : []),
      ...(few > 0 ? [`${few} 项样本少，难判断`] : []),
    ];
    return `${over}${parts.join("；")}`;
  }
  const parts = [
    ...(behind.length > 0 ? [`Behind ${rival} on ${named(behind)}`] : []),
    ...(ahead.length > 0
      ? [behind.length > 0 ? `ahead on ${named(ahead)}` : `Ahead of ${rival} on ${named(ahead)}`]
      : []),
    ...(parity > 0 ? [parity < rows.length ? `level on the other ${parity}` : `Level with ${rival} throughout`] : []),
    ...(few > 0 ? [`${few} with too few ratings to tell`] : []),
  ];
  return over === "" ? parts.join("; ") : `${capital(over)} ${inside(parts.join("; "))}`;
}

/** Every rival and attribute in one table, with the gap among those who rated both. */
export function competitorGapsTable(view: ReportView): FigureOrMissing {
  const id = "competitor-gaps-table";
  const rows = gapRows(view);
  if (rows.length === 0) return missingFigure(view, {id, needs, shows});
  const zh = view.language === "zh";
  const verdicts: Readonly<Record<string, string>> = zh
    ? {ahead: "领先", behind: "落后", parity: "相当", few: "样本少，难判断"}
    : {ahead: "ahead", behind: "behind", parity: "level", few: "too few to tell"};
  return tableFigure(view, {
    id,
    title: beatenFinding(view),
    subtitle: zh ? `逐项评分与差距；${periodName(view)}` : `Ratings and gaps by attribute; ${periodName(view)}`,
    n: Math.max(...rows.map(({own_n}) => own_n ?? 0)),
    method: zh ? "按评分者聚类的 95% 区间" : "95% interval, clustered by rater",
    marts: ["brand_gaps"],
    metrics: ["brand_gap"],
    notes: [zh ? "评分不足 30 的品牌合并为一组。" : "Brands with fewer than 30 ratings are taken together."],
    columns: [
      {id: "rival", label: zh ? "对手" : "Rival", unit: "text"},
      {id: "item", label: zh ? "指标" : "Attribute", unit: "text"},
      {id: "own", label: zh ? "我们" : "We", unit: "score"},
      {id: "rival_score", label: zh ? "对手" : "Rival", unit: "score"},
      {id: "gap", label: zh ? "差距" : "Gap", unit: "score"},
      ...limitColumns(view, "score"),
      {id: "se", label: zh ? "标准误" : "Standard error", unit: "score"},
      {id: "p_adjusted", label: zh ? "p（校正后）" : "p (adjusted)", unit: "p"},
      {id: "verdict", label: zh ? "判断" : "Verdict", unit: "text"},
      {id: "paired", label: zh ? "两家都评者的差距" : "Gap, rated both", unit: "score"},
      {id: "own_n", label: zh ? "我们 n" : "n, we", unit: "count"},
      {id: "rival_n", label: zh ? "对手 n" : "n, rival", unit: "count"},
      {id: "shared_n", label: zh ? "两家都评" : "Rated both", unit: "count"},
    ],
    rows: rows.map((row) => [
      brandName(view, row.brand),
      itemName(view, row.item),
      row.own,
      row.rival,
      row.gap,
      row.lo,
      row.hi,
      row.se,
      row.p_adjusted,
      verdicts[row.verdict] ?? "",
      row.paired_gap,
      row.own_n,
      row.rival_n,
      row.shared_n,
    ]),
  });
}
