import {formatNumber} from "../format.js";
import type {ReportView} from "../report-view.js";
import {importanceMap} from "../stats/importance-map.js";
import {perceivedQuality} from "../stats/perceived-quality.js";
import {gapRows, importanceWeights, mainRival} from "./competitor-rows.js";
import {estimateFigure} from "./estimate-figure.js";
import type {FigureOrMissing, Flag} from "./figure.js";
import {missingFigure} from "./missing.js";
import {periodName} from "./period-name.js";
import {brandName, itemName} from "./relation-names.js";
import {tableFigure} from "./table-figure.js";

const shows = {zh: "按重要性加权的差距", en: "gaps weighted by importance"};

/** Gap times weight per attribute, largest first: where catching up would count. */
export function competitorWeighted(view: ReportView): FigureOrMissing {
  const id = "competitor-weighted";
  const rival = mainRival(view);
  const gaps = gapRows(view).filter(({brand}) => brand === rival);
  const weights = importanceWeights(
    view,
    gaps.map(({item}) => item),
  );
  if (!rival || !weights) return missingFigure(view, {id, needs: ["surveys"], shows});
  const zh = view.language === "zh";
  const rows = gaps
    .filter(({item}) => weights.has(item))
    .map((row) => ({...row, weight: weights.get(row.item)!}))
    .sort((a, b) => Math.abs(b.weight * b.gap!) - Math.abs(a.weight * a.gap!));
  const worst = rows.find(({verdict}) => verdict === "behind");
  const best = rows.find(({verdict}) => verdict === "ahead");
  const share = (weight: number) => formatNumber(weight, "share", view);
  const title = worst
    ? zh
      ? `按重要性计，最拖后腿的是${itemName(view, worst.item)}（权重 ${share(worst.weight)}）`
      : `Weighted by importance, ${itemName(view, worst.item)} costs us most (weight ${share(worst.weight)})`
    : best
      ? zh
        ? `按重要性计，最有利的是${itemName(view, best.item)}，没有明显落后的项`
        : `Weighted by importance, ${itemName(view, best.item)} helps most; nothing is clearly behind`
      : zh
        ? "按重要性计，与主要对手各项相当"
        : "Weighted by importance, we are at parity with the main rival";
  return estimateFigure(view, {
    id,
    title,
    subtitle: zh
      ? `权重 × 评分差（我们 − ${brandName(view, rival)}）；${periodName(view)}`
      : `Weight × gap (we less ${brandName(view, rival)}); ${periodName(view)}`,
    form: "dots",
    unit: "score",
    labels: zh ? "指标（权重）" : "Attribute (weight)",
    name: zh ? "加权差距" : "Weighted gap",
    metric: "brand_gap",
    marts: ["brand_gaps", "item_correlations"],
    n: Math.max(...rows.map(({own_n}) => own_n ?? 0)),
    rows: rows.map(({item, weight, gap, lo, hi, rival_n, flag}) => ({
      label: `${itemName(view, item)}${zh ? "（" : " ("}${share(weight)}${zh ? "）" : ")"}`,
      value: weight * gap!,
      lo: lo === null ? null : weight * lo,
      hi: hi === null ? null : weight * hi,
      n: rival_n,
      flag: flag as Flag,
    })),
    reference: {value: 0, label: zh ? "相当" : "Parity"},
    method: zh ? "差距的 95% 区间 × 固定权重" : "95% interval of the gap × fixed weight",
    notes: [
      zh
        ? "权重是推算的（与总体满意度相关系数的平方，合计 100%），不是客户自己说的。"
        : "Weights are derived (squared correlation with overall satisfaction, adding to 100%), not stated.",
    ],
  });
}

const quadrants: Readonly<Record<string, Readonly<Record<"zh" | "en", string>>>> = {
  keep_up: {zh: "保持", en: "Keep up"},
  improve_first: {zh: "优先改进", en: "Improve first"},
  low_priority: {zh: "次要", en: "Low priority"},
  possible_overkill: {zh: "可能投入过多", en: "Possible overkill"},
  near_line: {zh: "靠近分界，不归类", en: "Near a line, not classed"},
};

/** Importance against performance relative to the best rival; the lines are the means, never the middle of the scale. */
export function competitorMap(view: ReportView): FigureOrMissing {
  const id = "competitor-map";
  const all = gapRows(view).filter(({brand}) => brand !== "(others)");
  const weights = importanceWeights(
    view,
    all.map(({item}) => item),
  );
  const items = [...(weights?.keys() ?? [])];
  if (!weights || items.length < 3) return missingFigure(view, {id, needs: ["surveys"], shows});
  const zh = view.language === "zh";
  const correlations = new Map(view.rows("item_correlations").map((row) => [String(row.item), row]));
  const rows = items.map((item) => {
    const best = all.filter((row) => row.item === item).sort((a, b) => a.gap! - b.gap!)[0]!;
    const {value, lo, hi} = correlations.get(item)!;
    return {
      item,
      best,
      performance: {estimate: best.gap!, low: best.lo ?? best.gap!, high: best.hi ?? best.gap!},
      importance: {estimate: Number(value), low: Number(lo ?? value), high: Number(hi ?? value)},
    };
  });
  const map = importanceMap(rows);
  const first = rows.filter((_, index) => map.quadrants[index] === "improve_first");
  return tableFigure(view, {
    id,
    title:
      first.length > 0
        ? zh
          ? `优先改进：${first.map(({item}) => itemName(view, item)).join("、")}（重要，且不如最强对手）`
          : `Improve first: ${first.map(({item}) => itemName(view, item)).join(", ")} (important, and worse than the best rival)`
        : zh
          ? "没有既重要又明显不如最强对手的指标"
          : "No attribute is both important and clearly worse than the best rival",
    subtitle: zh
      ? `横轴：与最强对手的差距；纵轴：推算的重要性；分界取均值；${periodName(view)}`
      : `Gap to the best rival against derived importance; the lines are means; ${periodName(view)}`,
    n: rows.length,
    method: zh
      ? "Martilla & James；区间碰到分界的不归类"
      : "Martilla & James; not classed where an interval touches a line",
    marts: ["brand_gaps", "item_correlations"],
    metrics: ["brand_gap"],
    columns: [
      {id: "item", label: zh ? "指标" : "Attribute", unit: "text"},
      {id: "rival", label: zh ? "最强对手" : "Best rival", unit: "text"},
      {id: "gap", label: zh ? "差距" : "Gap", unit: "score"},
      {id: "importance", label: zh ? "重要性（相关）" : "Importance (correlation)", unit: "ratio"},
      {id: "quadrant", label: zh ? "归类" : "Class", unit: "text"},
    ],
    rows: rows.map(({item, best, importance}, index) => [
      itemName(view, item),
      brandName(view, best.brand),
      best.gap,
      importance.estimate,
      quadrants[map.quadrants[index]!]![view.language],
    ]),
  });
}

/** Gale: relative perceived quality of us to each rival, price left out of quality, and the relative price beside it. */
export function competitorProfile(view: ReportView): FigureOrMissing {
  const id = "competitor-profile";
  const gaps = gapRows(view).filter(({brand}) => brand !== "(others)");
  const quality = gaps.filter(({item}) => item !== "price");
  const weights = importanceWeights(
    view,
    quality.map(({item}) => item),
  );
  const rivals = [...new Set(gaps.map(({brand}) => brand))];
  if (!weights || rivals.length === 0)
    return missingFigure(view, {
      id,
      needs: ["surveys"],
      shows: {zh: "相对感知质量与相对价格", en: "relative perceived quality and price"},
    });
  const zh = view.language === "zh";
  const prices = new Map(view.rows("brand_prices").map((row) => [String(row.brand), row.value as number | null]));
  const own = prices.get("") ?? null;
  const rows = rivals.map((brand) => {
    const items = quality.filter((row) => row.brand === brand && weights.has(row.item));
    const made = perceivedQuality(
      items.map(({item, own: us, rival}) => ({weight: weights.get(item)!, us: us!, competitor: rival!})),
    );
    const price = prices.get(brand) ?? null;
    return {brand, made, price: own !== null && price !== null ? own / price : null};
  });
  const main = rows.find(({brand}) => brand === mainRival(view)) ?? rows[0]!;
  const ratio = formatNumber(main.made.ratio_of_weighted, "ratio", view);
  const price = main.price === null ? "" : formatNumber(main.price, "ratio", view);
  const name = brandName(view, main.brand);
  return tableFigure(view, {
    id,
    title: zh
      ? `相对${name}：感知质量为其 ${ratio} 倍${price && `，价格为其 ${price} 倍`}`
      : `Beside ${name}: perceived quality ${ratio} times theirs${price && `, price ${price} times`}`,
    subtitle: zh
      ? `质量：除价格外各项按推算权重合成；价格：评分者所述品牌价格；${periodName(view)}`
      : `Quality: attributes but price, by derived weights; price: as raters named it; ${periodName(view)}`,
    n: rows.length,
    method: zh ? "Gale 1994：加权得分之比" : "Gale 1994: ratio of weighted scores",
    marts: ["brand_gaps", "brand_prices", "item_correlations"],
    metrics: ["brand_gap"],
    notes: [
      zh
        ? "品牌不足 5 个，不画公平价值线；看逐项差距即可。"
        : "With fewer than five brands no fair-value line is drawn; read the gaps item by item.",
    ],
    columns: [
      {id: "rival", label: zh ? "对手" : "Rival", unit: "text"},
      {id: "ours", label: zh ? "我们的质量分" : "Our quality", unit: "score"},
      {id: "theirs", label: zh ? "对手的质量分" : "Their quality", unit: "score"},
      {id: "ratio", label: zh ? "相对质量" : "Relative quality", unit: "ratio"},
      {id: "price", label: zh ? "相对价格" : "Relative price", unit: "ratio"},
    ],
    rows: rows.map(({brand, made, price: relative}) => [
      brandName(view, brand),
      made.us,
      made.competitor,
      made.ratio_of_weighted,
      relative,
    ]),
  });
}
