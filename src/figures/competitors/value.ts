import {mainRival, type ProfileRow, profileRows} from "../../facts/competitors/rows.js";
import type {ReportView} from "../../facts/view.js";
import {brandName} from "../../words/codes.js";
import {formatInterval, formatNumber} from "../../words/format.js";
import {periodName} from "../../words/period.js";
import {say} from "../../words/say.js";
import type {FigureOrMissing} from "../figure.js";
import {missingFigure} from "../forms/missing.js";
import {scatterFigure} from "../forms/scatter.js";
import {column, limitColumns, tableFigure} from "../forms/table.js";

const method = {
  zh: "Gale 1994：加权得分之比；区间：按评分者自助法，每次重新估计权重",
  en: "Gale 1994: ratio of weighted scores; intervals: bootstrap by rater, weights estimated anew each time",
};
const needs = ["surveys"];

const byBrand = (view: ReportView, measure: ProfileRow["measure"]) =>
  new Map(profileRows(view, {measure}).map((row) => [row.brand, row]));

/** Gale's customer value map: quality against price, both relative to the other brands, and what the market pays. */
export function competitorValue(view: ReportView): FigureOrMissing {
  const id = "competitor-value";
  const [quality, price] = [byBrand(view, "relative_quality"), byBrand(view, "relative_price")];
  const [fair, above] = [byBrand(view, "fair_price"), byBrand(view, "above_fair_price")];
  const brands = [...quality.keys()].filter((brand) => price.has(brand));
  if (brands.length < 3 || !price.has(""))
    return missingFigure(view, {
      id,
      needs,
      shows: {
        zh: "质量与价格的价值图（至少三个品牌的价格）",
        en: "the value map of quality and price, given prices of three brands",
      },
    });
  const ends = brands
    .flatMap((brand) => (fair.has(brand) ? [[quality.get(brand)!.value, fair.get(brand)!.value] as const] : []))
    .sort((a, b) => a[0] - b[0]);
  const line =
    ends.length >= 5
      ? {label: say(view, {zh: "公平价值线", en: "Fair-value line"}), from: ends[0]!, to: ends.at(-1)!}
      : undefined;
  const average = {value: 1, label: say(view, {zh: "其他品牌平均", en: "Mean of the other brands"})};
  const own = {quality: quality.get("")!, price: price.get("")!, above: above.get("")};
  return scatterFigure(view, {
    id,
    title: valueFinding(view, own),
    subtitle: say(view, {
      zh: `各品牌 ÷ 其他品牌平均：质量（除价格外各项按推算权重合成）与价格（评分者所述）；${periodName(view)}`,
      en: `Each brand ÷ the mean of the others: quality (attributes but price, by derived weight) and price as raters name it; ${periodName(view)}`,
    }),
    labels: say(view, {zh: "品牌", en: "Brand"}),
    across: {
      name: say(view, {zh: "相对质量", en: "Relative quality"}),
      unit: "ratio",
      reference: average,
      ...(line ? {line} : {}),
    },
    up: {name: say(view, {zh: "相对价格", en: "Relative price"}), unit: "ratio", reference: average},
    rows: brands.map((brand) => ({
      label: brandName(view, brand),
      across: quality.get(brand)!,
      up: price.get(brand)!,
      n: quality.get(brand)!.n,
      isOwn: brand === "",
      more: ["value", "lo", "hi"].map((name) => above.get(brand)?.[name as "value"] ?? null),
    })),
    more: [
      column("above", say(view, {zh: "高于公平价值线", en: "Above the line"}), "ratio"),
      ...limitColumns(view, "ratio", "above"),
    ],
    n: quality.get("")!.n,
    method: say(view, method),
    marts: ["brand_profiles"],
    metrics: ["relative_quality"],
    notes: [
      line
        ? say(view, {
            zh: `公平价值线是 ${brands.length} 个品牌的最小二乘线：市场为这样的质量付多少钱；品牌少，线只供参考。`,
            en: `The fair-value line is fitted to ${brands.length} brands: what the market pays for such quality; with so few it is a rough guide.`,
          })
        : say(view, {
            zh: "品牌不足 5 个，不画公平价值线。",
            en: "With fewer than five brands no fair-value line is drawn.",
          }),
    ],
  });
}

/** "我们质量高于平均 8%（5–10%），价格高 6%；同等质量里不贵" – each part only where its interval allows. */
function valueFinding(
  view: ReportView,
  {quality, price, above}: {quality: ProfileRow; price: ProfileRow; above: ProfileRow | undefined},
): string {
  const percent = (row: ProfileRow) => formatNumber(Math.abs(row.value - 1), "share", view);
  const limits = ({lo, hi}: ProfileRow) =>
    [Math.abs(lo - 1), Math.abs(hi - 1)].sort((a, b) => a - b) as [number, number];
  const side = (row: ProfileRow) => (row.lo > 1 ? 1 : row.hi < 1 ? -1 : 0);
  const part = (row: ProfileRow, {zh, en}: {zh: string; en: readonly [string, string]}) => {
    const interval = formatInterval(limits(row), "share", view);
    const way = side(row);
    if (way === 0) return say(view, {zh: `${zh}与平均相当`, en: `${en[0]} at the average of the others`});
    return say(view, {
      zh: `${zh}比其他品牌平均${way > 0 ? "高" : "低"} ${percent(row)}（${interval}）`,
      en: `${en[0]} ${percent(row)} ${way > 0 ? "above" : "below"} the others (${interval})`,
    });
  };
  const verdict =
    !above || (above.lo <= 0 && above.hi >= 0)
      ? ""
      : above.lo > 0
        ? say(view, {zh: "；同等质量里偏贵", en: "; costly for the quality"})
        : say(view, {zh: "；同等质量里不贵", en: "; good value for the quality"});
  const [first, second] = [
    part(quality, {zh: "我们的质量", en: ["Our quality is", ""]}),
    part(price, {zh: "价格", en: ["our price", ""]}),
  ];
  return `${first}${say(view, {zh: "，", en: ", "})}${second}${verdict}`;
}

/** Relative perceived quality and price of us to each rival, as ratios. */
export function competitorProfile(view: ReportView): FigureOrMissing {
  const id = "competitor-profile";
  const [quality, price] = [byBrand(view, "quality_ratio"), byBrand(view, "price_ratio")];
  const total = new Map(
    profileRows(view, {measure: "weighted_gap"})
      .filter(({item}) => item === "")
      .map((row) => [row.brand, row]),
  );
  if (quality.size === 0)
    return missingFigure(view, {
      id,
      needs,
      shows: {zh: "相对感知质量与相对价格", en: "relative perceived quality and price"},
    });
  const main = quality.get(mainRival(view) ?? "") ?? [...quality.values()][0]!;
  const name = brandName(view, main.brand);
  const ratio = (row: ProfileRow) =>
    `${formatNumber(row.value, "ratio", view)}${say(view, {zh: "（", en: " ("})}${formatInterval([row.lo, row.hi], "ratio", view)}${say(view, {zh: "）", en: ")"})}`;
  const dear = price.get(main.brand);
  return tableFigure(view, {
    id,
    title: say(view, {
      zh: `相对${name}：感知质量为其 ${ratio(main)} 倍${dear ? `，价格为其 ${ratio(dear)} 倍` : ""}`,
      en: `Beside ${name}: perceived quality ${ratio(main)} times theirs${dear ? `, price ${ratio(dear)} times` : ""}`,
    }),
    subtitle: say(view, {
      zh: `质量：除价格外各项按推算权重合成；价格：评分者所述；加权差距：各项合计；${periodName(view)}`,
      en: `Quality: attributes but price, by derived weights; price: as raters name it; weighted gap: all attributes; ${periodName(view)}`,
    }),
    n: Math.max(...[...quality.values()].map(({n}) => n)),
    method: say(view, method),
    marts: ["brand_profiles"],
    metrics: ["relative_quality"],
    notes: [],
    columns: [
      column("rival", say(view, {zh: "对手", en: "Rival"})),
      ...(["quality", "price", "gap"] as const).flatMap((measure) => [
        column(
          measure,
          {
            quality: say(view, {zh: "相对质量", en: "Relative quality"}),
            price: say(view, {zh: "相对价格", en: "Relative price"}),
            gap: say(view, {zh: "加权差距合计", en: "Weighted gap"}),
          }[measure],
          measure === "gap" ? "score" : "ratio",
        ),
        ...limitColumns(view, measure === "gap" ? "score" : "ratio", measure),
      ]),
      column("n", say(view, {zh: "评分者", en: "Raters"}), "count"),
    ],
    rows: [...quality.values()].map((row) => [
      brandName(view, row.brand),
      ...[row, price.get(row.brand), total.get(row.brand)].flatMap((each) => [
        each?.value ?? null,
        each?.lo ?? null,
        each?.hi ?? null,
      ]),
      row.n,
    ]),
  });
}
