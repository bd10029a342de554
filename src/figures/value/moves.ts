import {leaning, spanName, type TierTest, tierName, tiersBestFirst, tierTest} from "../../facts/value/tiers.js";
import type {ReportView} from "../../facts/view.js";
import {formatNumber} from "../../words/format.js";
import {say} from "../../words/say.js";
import type {FigureOrMissing} from "../figure.js";
import {missingFigure} from "../forms/missing.js";
import {column, tableFigure} from "../forms/table.js";
import {movesAdded} from "./moves-added.js";

/** From which tier to which, with who came and who left: rows add up to the opening, columns to the closing. */
export function tierMoves(view: ReportView, {id, span}: {id: string; span: TierTest["span"]}): FigureOrMissing {
  const test = tierTest(view, span);
  const levels = tiersBestFirst(view);
  const moves = view.rows("tier_moves").filter((row) => row.span === span && row.basis === "raw");
  if (!test || moves.length === 0)
    return missingFigure(view, {
      id,
      needs: ["customers", "orders"],
      shows:
        span === "month"
          ? {zh: "一个月里客户等级的升降", en: "moves between tiers in a month"}
          : {zh: "一年里客户等级的升降", en: "moves between tiers in a year"},
    });
  const at = (from: string, to: string) =>
    moves.find((row) => row.from_tier === from && row.to_tier === to)?.customers ?? 0;
  const codes = levels.map(({tier}) => tier);
  const total = (cells: readonly number[]) => cells.reduce((sum, cell) => sum + cell, 0);
  const [lost, opening] = [say(view, {zh: "期末不在", en: "Gone by then"}), say(view, {zh: "期初合计", en: "Opening"})];
  const body = codes.map((from) => [...codes.map((to) => at(from, to)), at(from, "(lost)")]);
  const joined = codes.map((to) => at("(new)", to));
  const closing = codes.map((_, place) => total(body.map((row) => row[place]!)) + joined[place]!);
  const p = (value: number | null) => formatNumber(value, "p", view);
  return tableFigure(view, {
    id,
    title: say(view, {
      zh: `${span === "year" ? "一年里" : "本月"}升级 ${test.up} 户、降级 ${test.down} 户，新增 ${test.joined} 户、期末不在 ${test.left} 户；${leaning(view, test)}`,
      en: `${span === "year" ? "In a year" : "This month"} ${test.up} rose and ${test.down} fell a tier, ${test.joined} joined and ${test.left} were none at its end; ${leaning(view, test)}`,
    }),
    subtitle: say(view, {
      zh: `行：期初等级；列：期末等级；户数；${spanName(view, span)}`,
      en: `Rows: tier before; columns: tier after; customers; ${spanName(view, span)}`,
    }),
    columns: [
      column("from_tier", say(view, {zh: "期初等级", en: "Before"})),
      ...codes.map((code) => column(code, tierName(view, code), "count")),
      column("lost", lost, "count"),
      column("opening", opening, "count"),
    ],
    rows: [
      ...codes.map((from, place) => [tierName(view, from), ...body[place]!, total(body[place]!)]),
      [say(view, {zh: "新增", en: "New"}), ...joined, null, null],
      [say(view, {zh: "期末合计", en: "Closing"}), ...closing, null, test.closing],
    ],
    n: test.opening,
    method: say(view, {
      zh: `等级按公布的规则逐月重算；Bowker χ² ${test.bowker?.toFixed(1) ?? "–"}（自由度 ${test.bowker_df}，p ${p(test.bowker_p)}），Stuart–Maxwell χ² ${test.stuart_maxwell?.toFixed(1) ?? "–"}（自由度 ${test.stuart_maxwell_df}，p ${p(test.stuart_maxwell_p)}）；流动指数 ${test.mobility?.toFixed(2) ?? "–"}`,
      en: `tiers recomputed by the published rule at each month end; Bowker χ² ${test.bowker?.toFixed(1) ?? "–"} (${test.bowker_df} df, p ${p(test.bowker_p)}), Stuart–Maxwell χ² ${test.stuart_maxwell?.toFixed(1) ?? "–"} (${test.stuart_maxwell_df} df, p ${p(test.stuart_maxwell_p)}); mobility ${test.mobility?.toFixed(2) ?? "–"}`,
    }),
    marts: ["tier_moves", "tier_tests"],
    worked: movesAdded(view, {body, codes, up: test.up, down: test.down}),
    notes: [
      say(view, {
        zh: `${test.stayed} 户未变。核对：期初 ${test.opening} ＋ 新增 ${test.joined} − 期末不在 ${test.left} ＝ 期末 ${test.closing}。`,
        en: `${test.stayed} did not move. Check: opening ${test.opening} + new ${test.joined} − gone ${test.left} = closing ${test.closing}.`,
      }),
      say(view, {
        zh: "期末不在：期末没有在执行的合同（或已超过静默天数）；宽限期未满的以后可能续约，是否流失以流失页的定论为准。",
        en: "Gone: without a contract at the end (or silent too long). Within the grace some will renew; what is a loss, the churn page says once it is final.",
      }),
      say(view, {
        zh: "购买高峰之后，有些客户会自然回落（向均值回归），不等于服务变差。",
        en: "After a peak of buying some fall back by themselves (regression to the mean): not a sign of worse service.",
      }),
    ],
  });
}

/** The tier by the rule beside the damped one, month end by month end. */
export function tierDamping(view: ReportView): FigureOrMissing {
  const id = "tier-damping";
  const levels = tiersBestFirst(view);
  const months = view.rows("tiers_by_month");
  const last = months
    .map(({month}) => month)
    .sort()
    .at(-1);
  const now = months.filter(({month}) => month === last);
  const [raw, damped] = [tierTest(view, "month"), tierTest(view, "month", "damped")];
  if (!last || !raw || !damped || levels.length === 0)
    return missingFigure(view, {
      id,
      needs: ["customers", "orders"],
      shows: {zh: "缓冲前后的等级", en: "tiers raw and damped"},
    });
  const {slack, months: periods} = levels[0]!;
  const held = now.reduce((sum, row) => sum + row.held, 0);
  return tableFigure(view, {
    id,
    title: say(view, {
      zh: `缓冲让 ${held} 户暂留原级；本月换级 ${damped.up + damped.down} 户，不缓冲则 ${raw.up + raw.down} 户`,
      en: `Damping keeps ${held} customers in their tier; ${damped.up + damped.down} changed this month, undamped ${raw.up + raw.down}`,
    }),
    subtitle: say(view, {
      zh: `升级立即生效；连续 ${periods} 个月末低于现级门槛的 ${Math.round(slack * 100)}% 才降一级；户数`,
      en: `Up at once; one step down only after ${periods} month ends in a row below ${Math.round(slack * 100)}% of the threshold held; customers`,
    }),
    columns: [
      column("tier", say(view, {zh: "等级", en: "Tier"})),
      column("raw", say(view, {zh: "按规则", en: "By the rule"}), "count"),
      column("damped", say(view, {zh: "缓冲后", en: "Damped"}), "count"),
      column("held", say(view, {zh: "其中暂留", en: "Of them kept"}), "count"),
    ],
    rows: levels.map(({tier}) => {
      const row = now.find((each) => each.tier === tier);
      return [tierName(view, tier), row?.raw ?? 0, row?.damped ?? 0, row?.held ?? 0];
    }),
    n: now.reduce((sum, row) => sum + row.raw, 0),
    method: say(view, {
      zh: "缓冲是历史购买额与规则版本的函数，没有人工余地；全报告的分组一律用未缓冲的等级",
      en: "damping is a function of past amounts and the rule alone; all cuts of this report use the undamped tier",
    }),
    marts: ["tiers_by_month", "tier_tests"],
    worked: [
      say(view, {
        zh: `缓冲后：升级 ${damped.up} + 降级 ${damped.down} = ${damped.up + damped.down}`,
        en: `Damped: ${damped.up} rose + ${damped.down} fell = ${damped.up + damped.down}`,
      }),
      say(view, {
        zh: `不缓冲：升级 ${raw.up} + 降级 ${raw.down} = ${raw.up + raw.down}`,
        en: `Undamped: ${raw.up} rose + ${raw.down} fell = ${raw.up + raw.down}`,
      }),
    ],
  });
}
