import {gapRows} from "../../facts/competitors/rows.js";
import {driverRows} from "../../facts/satisfaction/drivers.js";
import type {ReportView} from "../../facts/view.js";
import {importanceMap} from "../../stats/drivers/importance-map.js";
import {brandName, itemName} from "../../words/codes.js";
import {formatNumber} from "../../words/format.js";
import {periodName} from "../../words/period.js";
import {say} from "../../words/say.js";
import type {FigureOrMissing} from "../figure.js";
import {missingFigure} from "../forms/missing.js";
import {scatterFigure} from "../forms/scatter.js";
import {column} from "../forms/table.js";

const quadrants: Readonly<Record<string, Readonly<Record<"zh" | "en", string>>>> = {
  keep_up: {zh: "保持", en: "Keep up"},
  improve_first: {zh: "优先改进", en: "Improve first"},
  low_priority: {zh: "权重低、不如对手", en: "Behind, but of little weight"},
  possible_overkill: {zh: "权重低、可能投入过多", en: "Ahead, of little weight"},
  near_line: {zh: "靠近分界，不归类", en: "Near a line, not classed"},
};

/** Importance against performance relative to the best rival; the lines are the means, never the middle of the scale. */
export function competitorMap(view: ReportView): FigureOrMissing {
  const id = "competitor-map";
  const all = gapRows(view).filter(({brand}) => brand !== "(others)");
  const drivers = new Map(driverRows(view).map((row) => [row.item, row]));
  const items = [...new Set(all.map(({item}) => item))].filter((item) => drivers.has(item)).sort();
  if (items.length < 3)
    return missingFigure(view, {
      id,
      needs: ["surveys"],
      shows: {zh: "重要性与相对表现", en: "importance against relative performance"},
    });
  const rows = items.map((item) => {
    const best = all.filter((row) => row.item === item).sort((a, b) => a.gap! - b.gap!)[0]!;
    const {value, lo, hi} = drivers.get(item)!;
    return {
      item,
      best,
      performance: {estimate: best.gap!, low: best.lo ?? best.gap!, high: best.hi ?? best.gap!},
      importance: {estimate: value, low: lo, high: hi},
    };
  });
  const map = importanceMap(rows);
  const inside = (quadrant: string) => rows.filter((_, index) => map.quadrants[index] === quadrant);
  const names = (list: typeof rows) => list.map(({item}) => itemName(view, item));
  const light = inside("low_priority");
  const title = mapFinding(view, {first: names(inside("improve_first")), light: names(light)});
  const means = {label: say(view, {zh: "各项均值", en: "Mean of the attributes"})};
  return scatterFigure(view, {
    id,
    title,
    subtitle: say(view, {
      zh: `越靠右比最强对手越好，越靠上对满意度越重要；${periodName(view)}`,
      en: `Further right: better beside the best rival; higher: weighs more in satisfaction; ${periodName(view)}`,
    }),
    labels: say(view, {zh: "指标", en: "Attribute"}),
    across: {
      name: say(view, {zh: "与最强对手的评分差", en: "Gap to the best rival"}),
      unit: "score",
      reference: {value: map.x, ...means},
    },
    up: {
      name: say(view, {zh: "推算的重要性（份额）", en: "Derived importance (share)"}),
      unit: "share",
      reference: {value: map.y, ...means},
    },
    rows: rows.map(({item, best, performance, importance}, index) => ({
      label: itemName(view, item),
      across: {value: performance.estimate, lo: performance.low, hi: performance.high},
      up: {value: importance.estimate, lo: importance.low, hi: importance.high},
      n: Math.min(best.own_n ?? 0, best.rival_n ?? 0),
      flag: best.flag,
      more: [brandName(view, best.brand), quadrants[map.quadrants[index]!]![view.language]],
    })),
    more: [
      column("rival", say(view, {zh: "最强对手", en: "Best rival"})),
      column("class", say(view, {zh: "归类", en: "Class"})),
    ],
    n: Math.max(...rows.map(({best}) => best.own_n ?? 0)),
    method: say(view, {
      zh: "Martilla & James；LMG/Shapley 份额；任一区间碰到分界线的不归类",
      en: "Martilla & James; LMG/Shapley shares; not classed where an interval touches a line",
    }),
    marts: ["brand_gaps", "driver_shares"],
    metrics: ["brand_gap", "driver_share"],
    notes: priceNote(view, light),
  });
}

/** What to improve first; else what lies behind the best rival and weighs little. */
function mapFinding(view: ReportView, {first, light}: {first: readonly string[]; light: readonly string[]}): string {
  const names = (list: readonly string[]) => list.join(say(view, {zh: "、", en: ", "}));
  return first.length > 0
    ? say(view, {
        zh: `优先改进：${names(first)}（重要，且不如最强对手）`,
        en: `Improve first: ${names(first)} (important, and worse than the best rival)`,
      })
    : light.length > 0
      ? say(view, {
          zh: `重要的项目没有明显不如最强对手的；${names(light)}不如对手，但与满意度关联弱`,
          en: `No important attribute is clearly worse than the best rival; ${names(light)} is, but weighs little in satisfaction`,
        })
      : say(view, {
          zh: "没有既重要又明显不如最强对手的指标",
          en: "No attribute is both important and clearly worse than the best rival",
        });
}

/** Satisfaction and leaving are two things: where a price that weighs little is what leavers name, say so. */
function priceNote(view: ReportView, light: readonly {item: string}[]): string[] {
  if (!light.some(({item}) => item === "price")) return [];
  const reason = view
    .rows("churn_reasons")
    .find((row) => row.period === "window" && row.kind === "category" && row.code === "price" && row.value !== null);
  if (!reason) return [];
  const share = formatNumber(reason.value, "share", view);
  return [
    say(view, {
      zh: `重要性只由满意度推算；流失访谈里有 ${share} 的人提到价格，别因此放过它。`,
      en: `Importance is derived from satisfaction alone; in churn interviews ${share} name price, so do not let it go.`,
    }),
  ];
}
