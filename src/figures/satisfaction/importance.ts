import {driverRows} from "../../facts/satisfaction/drivers.js";
import type {ReportView} from "../../facts/view.js";
import {importanceMap} from "../../stats/drivers/importance-map.js";
import {wilsonInterval} from "../../stats/estimates/wilson-interval.js";
import {itemName} from "../../words/codes.js";
import {formatNumber} from "../../words/format.js";
import {periodName} from "../../words/period.js";
import {listed, say} from "../../words/say.js";
import type {FigureOrMissing} from "../figure.js";
import {missingFigure} from "../forms/missing.js";
import {partsFigure} from "../forms/parts.js";
import {scatterFigure} from "../forms/scatter.js";
import {column} from "../forms/table.js";

const quadrants = {
  keep_up: {zh: "保持", en: "Keep it up"},
  improve_first: {zh: "先改", en: "Improve first"},
  low_priority: {zh: "不急", en: "Low priority"},
  possible_overkill: {zh: "可能做过头", en: "Maybe overdone"},
  near_line: {zh: "难归类", en: "Borderline"},
} as const;

/** How much each item counts, against how well it is done; an item gets a name only where its cross touches no line. */
export function importancePerformance(view: ReportView): FigureOrMissing {
  const id = "importance-performance";
  const rows = driverRows(view).flatMap((driver) => {
    const score = view
      .rows("item_scores")
      .find((row) => row.item === driver.item && row.dimension === "all" && row.question === "rating");
    if (!score || score.satisfied === null || score.n === null || score.customers === null) return [];
    const share = score.satisfied / score.n;
    const performance = wilsonInterval(share * score.customers, score.customers);
    return [{driver, n: score.n, performance: {...performance, estimate: share}}];
  });
  if (rows.length < 3)
    return missingFigure(view, {
      id,
      needs: ["surveys"],
      shows: {zh: "各项的影响与表现", en: "how much each item counts and how well it is done"},
    });
  const left = view
    .rows("item_scores")
    .filter((row) => row.dimension === "all" && row.question === "rating" && row.n !== null)
    .filter(({item}) => !rows.some(({driver}) => driver.item === item))
    .map(({item}) => itemName(view, item));
  const map = importanceMap(
    rows.map(({driver, performance}) => ({
      performance,
      importance: {estimate: driver.value, low: driver.lo, high: driver.hi},
    })),
  );
  const named = (quadrant: keyof typeof quadrants) =>
    rows.filter((_, at) => map.quadrants[at] === quadrant).map(({driver}) => itemName(view, driver.item));
  return scatterFigure(view, {
    id,
    title: placesTitle(view, {first: named("improve_first"), kept: named("keep_up")}),
    subtitle: say(view, {
      zh: `横：打 4–5 分的比例；纵：占可解释部分；线为各项平均；${periodName(view)}`,
      en: `Across: share rating 4–5; up: share of what the items explain; lines at the means; ${periodName(view)}`,
    }),
    labels: say(view, {zh: "评分项", en: "Item"}),
    across: {
      name: say(view, {zh: "打 4–5 分", en: "Rate 4–5"}),
      unit: "share",
      reference: {value: map.x, label: say(view, {zh: "平均", en: "Mean"})},
    },
    up: {
      name: say(view, {zh: "影响权重", en: "Importance"}),
      unit: "share",
      reference: {value: map.y, label: say(view, {zh: "平均", en: "Mean"})},
    },
    rows: rows.map(({driver, performance, n}, at) => ({
      label: itemName(view, driver.item),
      across: {value: performance.estimate, lo: performance.low, hi: performance.high},
      up: {value: driver.value, lo: driver.lo, hi: driver.hi},
      n,
      more: [quadrants[map.quadrants[at]!][view.language]],
    })),
    more: [column("quadrant", say(view, {zh: "归类", en: "Place"}))],
    n: Math.max(...rows.map(({n}) => n)),
    method: say(view, {
      zh: `影响权重：LMG，自助法 95% 区间，R² ${formatNumber(rows[0]!.driver.r2, "ratio", view)}；表现：Wilson 95% 区间；十字碰到线的不归类`,
      en: `importance: LMG with bootstrap 95% interval, R² ${formatNumber(rows[0]!.driver.r2, "ratio", view)}; performance: Wilson 95% interval; a cross that touches a line gets no place`,
    }),
    metrics: ["csat_score"],
    marts: ["driver_shares", "item_scores"],
    notes: [
      say(view, {zh: "有关联，不等于原因。", en: "A link, not a cause."}),
      ...(left.length > 0
        ? [
            say(view, {
              zh: `没有列入：${listed(view, left)}（超过三成的人没有评）。`,
              en: `Left out, since over 30% did not rate them: ${listed(view, left)}.`,
            }),
          ]
        : []),
    ],
  });
}

const kinds = {
  basic: {zh: "基本项：差了就罚", en: "Basic: bad is punished"},
  excitement: {zh: "惊喜项：好了才奖", en: "Excitement: good is rewarded"},
  undecided: {zh: "两边相当", en: "Level"},
  too_few: {zh: "样本少", en: "Too few"},
} as const;

/** What a low rating costs overall satisfaction, and what a high one adds. */
export function penaltyReward(view: ReportView): FigureOrMissing {
  const id = "penalty-reward";
  const rows = [...view.rows("penalty_reward")]
    .filter(({kind}) => kind !== "too_few")
    .sort((a, b) => (a.penalty ?? 0) - (b.penalty ?? 0) || (a.item < b.item ? -1 : 1));
  const left = view.rows("penalty_reward").filter(({kind}) => kind === "too_few");
  const [first] = rows;
  if (!first || rows.length < 2 || driverRows(view).length === 0)
    return missingFigure(view, {
      id,
      needs: ["surveys"],
      shows: {zh: "各项差了扣多少、好了加多少", en: "what a low rating costs and a high one adds"},
    });
  const basic = rows.filter(({kind}) => kind === "basic").map(({item}) => itemName(view, item));
  const score = (value: number | null) => formatNumber(value, "score", view);
  return partsFigure(view, {
    id,
    title: say(view, {
      zh: `${itemName(view, first.item)}打低分的人总体少 ${score(Math.abs(first.penalty ?? 0))} 分${basic.length > 0 ? `；属于“差了就罚”的：${listed(view, basic)}` : ""}`,
      en: `Who rates ${itemName(view, first.item)} low is ${score(Math.abs(first.penalty ?? 0))} lower overall${basic.length > 0 ? `; punished when bad: ${listed(view, basic)}` : ""}`,
    }),
    subtitle: say(view, {
      zh: `打 1–2 分、打 5 分的人的总体满意度与打 3–4 分的人之差；${periodName(view)}`,
      en: `Overall score of those who rate an item 1–2, or 5, less that of those who rate it 3–4; ${periodName(view)}`,
    }),
    form: "dots",
    unit: "score",
    labels: say(view, {zh: "评分项", en: "Item"}),
    series: [
      {id: "penalty", name: say(view, {zh: "打低分", en: "Rated low"}), role: "main"},
      {id: "reward", name: say(view, {zh: "打高分", en: "Rated high"}), role: "context"},
    ],
    more: [column("kind", say(view, {zh: "归类", en: "Kind"}))],
    rows: rows.map((row) => ({
      label: itemName(view, row.item),
      parts: [
        {value: row.penalty, lo: row.penalty_lo, hi: row.penalty_hi, n: row.n},
        {value: row.reward, lo: row.reward_lo, hi: row.reward_hi, n: row.n},
      ],
      more: [kinds[row.kind][view.language]],
    })),
    n: first.n,
    method: say(view, {
      zh: "两个虚拟变量的最小二乘（Brandt 1987；Mikulić、Prebežac 2008）；归类看“罚＋奖”是否为 0",
      en: "least squares with two dummies an item (Brandt 1987; Mikulić, Prebežac 2008); the kind by whether both add up to 0",
    }),
    metrics: ["csat_score"],
    marts: ["penalty_reward"],
    notes: [
      say(view, {zh: "有关联，不等于原因。", en: "A link, not a cause."}),
      ...(left.length > 0
        ? [
            say(view, {
              zh: `低分或高分不足 30 份、没有列出的：${listed(
                view,
                left.map(({item}) => itemName(view, item)),
              )}。`,
              en: `Left out, under 30 low or high ratings: ${listed(
                view,
                left.map(({item}) => itemName(view, item)),
              )}.`,
            }),
          ]
        : []),
    ],
  });
}

/** What matters and falls short, else what matters and is done well. */
function placesTitle(view: ReportView, {first, kept}: {first: readonly string[]; kept: readonly string[]}): string {
  return first.length > 0
    ? say(view, {
        zh: `要紧又做得不够的：${listed(view, first)}`,
        en: `Matters and falls short: ${listed(view, first)}`,
      })
    : kept.length > 0
      ? say(view, {
          zh: `要紧的做得不差：${listed(view, kept)}`,
          en: `What matters is done well: ${listed(view, kept)}`,
        })
      : say(view, {zh: "各项都在线上，难分先后", en: "All items lie near a line: no order is clear"});
}
