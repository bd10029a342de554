import {gapRows, mainRival, type ProfileRow, profileRows} from "../../facts/competitors/rows.js";
import type {ReportView} from "../../facts/view.js";
import {brandName, itemName} from "../../words/codes.js";
import {formatInterval, formatNumber} from "../../words/format.js";
import {periodName} from "../../words/period.js";
import {say} from "../../words/say.js";
import type {FigureOrMissing} from "../figure.js";
import {estimateFigure} from "../forms/estimate.js";
import {missingFigure} from "../forms/missing.js";

/** Gap times weight per attribute, and all of them added up: where catching up would count. */
export function competitorWeighted(view: ReportView): FigureOrMissing {
  const id = "competitor-weighted";
  const rival = mainRival(view);
  const profile = profileRows(view, {measure: "weighted_gap"}).filter(({brand}) => brand === rival);
  const total = profile.find(({item}) => item === "");
  const weights = new Map(profileRows(view, {measure: "weight"}).map(({item, value}) => [item, value]));
  if (!rival || !total)
    return missingFigure(view, {
      id,
      needs: ["surveys"],
      shows: {zh: "按重要性加权的差距", en: "gaps weighted by importance"},
    });
  const verdicts = new Map(
    gapRows(view)
      .filter(({brand}) => brand === rival)
      .map(({item, verdict}) => [item, verdict]),
  );
  const rows = profile
    .filter(({item}) => item !== "")
    .sort((a, b) => Math.abs(b.value) - Math.abs(a.value) || (a.item < b.item ? -1 : 1));
  const label = (item: string) =>
    say(view, {zh: `${itemName(view, item)}（${share(item)}）`, en: `${itemName(view, item)} (${share(item)})`});
  const of = (verdict: string) => rows.find(({item}) => verdicts.get(item) === verdict);
  const share = (item: string) => formatNumber(weights.get(item) ?? null, "share", view);
  const [worst, best] = [of("behind"), of("ahead")];
  const name = brandName(view, rival);
  const left = gapRows(view).filter(({brand, item}) => brand === rival && !weights.has(item));
  return estimateFigure(view, {
    id,
    title: `${totalFinding(view, {total, name})}${costliest(view, {worst, best})}`,
    ...(worst
      ? {claims: [{is: "lowest", of: "value", rows: [label(worst.item)]}]}
      : best
        ? {claims: [{is: "highest", of: "value", rows: [label(best.item)]}]}
        : {}),
    subtitle: say(view, {
      zh: `权重 × 评分差（我们 − ${name}）；${periodName(view)}`,
      en: `Weight × gap (we less ${name}); ${periodName(view)}`,
    }),
    form: "dots",
    unit: "score",
    labels: say(view, {zh: "指标（权重）", en: "Attribute (weight)"}),
    name: say(view, {zh: "加权差距", en: "Weighted gap"}),
    metric: "brand_gap",
    marts: ["brand_profiles", "brand_gaps"],
    n: total.n,
    rows: [total, ...rows].map(({item, value, lo, hi, n}) => ({
      label: item === "" ? say(view, {zh: "合计", en: "Together"}) : label(item),
      value,
      lo,
      hi,
      n,
    })),
    reference: {value: 0, label: say(view, {zh: "相当", en: "Parity"})},
    method: say(view, {
      zh: "权重：LMG/Shapley 份额；区间：按评分者与客户自助法，每次重新估计权重",
      en: "weights: LMG/Shapley shares; intervals: bootstrap by rater and customer, weights estimated anew each time",
    }),
    notes: [
      say(view, {
        zh: "权重是从我们自己的调查推算的（各项对总体满意度的影响权重），不是客户自己说的；是关联，不是因果。",
        en: "Weights are derived from our own survey (each item's share in explaining overall satisfaction), not stated; association, not cause.",
      }),
      ...(left.length > 0
        ? [
            say(view, {
              zh: `${left.map(({item}) => itemName(view, item)).join("、")}不计入：超过 30% 的答卷没有这一项，或有品牌无人评。`,
              en: `Left out: ${left.map(({item}) => itemName(view, item)).join(", ")}; more than 30% of answers lack it, or a brand has no rating.`,
            }),
          ]
        : []),
    ],
  });
}

/** The lead or lag over all attributes; parity where the interval covers 0. */
function totalFinding(view: ReportView, {total, name}: {total: ProfileRow; name: string}): string {
  const size = formatNumber(Math.abs(total.value), "score", view);
  const limits = [total.lo, total.hi].map(Math.abs).sort((a, b) => a - b) as [number, number];
  const interval = formatInterval(limits, "score", view);
  return total.lo > 0
    ? say(view, {
        zh: `各项按重要性合计，领先${name} ${size} 分（${interval}）`,
        en: `All attributes weighted together we lead ${name} by ${size} (${interval})`,
      })
    : total.hi < 0
      ? say(view, {
          zh: `各项按重要性合计，落后${name} ${size} 分（${interval}）`,
          en: `All attributes weighted together we trail ${name} by ${size} (${interval})`,
        })
      : say(view, {
          zh: `各项按重要性合计，与${name}相当`,
          en: `All attributes weighted together we are level with ${name}`,
        });
}

/** The attribute that weighs most against us, or else for us. */
function costliest(
  view: ReportView,
  {worst, best}: {worst: ProfileRow | undefined; best: ProfileRow | undefined},
): string {
  return worst
    ? say(view, {
        zh: `；最拖后腿的是${itemName(view, worst.item)}`,
        en: `; ${itemName(view, worst.item)} costs us most`,
      })
    : best
      ? say(view, {zh: `；最有利的是${itemName(view, best.item)}`, en: `; ${itemName(view, best.item)} helps most`})
      : "";
}
