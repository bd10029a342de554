import {type MetricRow, metricRows, metricTotal} from "../../facts/metric.js";
import type {ReportView} from "../../facts/view.js";
import type {Row} from "../../marts/list.js";
import {memberName} from "../../words/dimensions.js";
import {formatNumber} from "../../words/format.js";
import {personName} from "../../words/people.js";
import {periodName} from "../../words/period.js";
import {say} from "../../words/say.js";
import type {Claim, FigureOrMissing} from "../figure.js";
import {missingFigure} from "../forms/missing.js";
import {column, tableFigure} from "../forms/table.js";

/** Speed beside satisfaction: who is quick and not liked, who is slow and liked; only what is sure is called low or high. */
export function speedAndSatisfaction(view: ReportView): FigureOrMissing {
  const id = "speed-satisfaction";
  const scores = metricRows(view, {metric: "csat", period: "window", dimension: "agent"});
  const all = metricTotal(view, {metric: "csat", period: "window"});
  const joined = view.rows("handler_times").flatMap((times) => {
    const score = scores.find(({member}) => member === times.handler);
    return score && score.value !== null && times.median_seconds !== null ? [{times, score}] : [];
  });
  if (joined.length < 4 || !all || all.value === null)
    return missingFigure(view, {
      id,
      needs: ["tickets", "surveys"],
      shows: {zh: "处理快慢与满意度的四象限", en: "speed of handling beside satisfaction"},
    });
  const hours = joined.map(({times}) => (times.median_seconds ?? 0) / 3600).sort((a, b) => a - b);
  const middle = hours[Math.floor((hours.length - 1) / 2)]!;
  const quadrant = ({times, score}: (typeof joined)[number]) => {
    const isFast = (times.median_seconds ?? 0) / 3600 <= middle;
    const sure = score.verdict === "clear" && score.flag === "";
    const side = !sure ? "unsure" : (score.difference ?? 0) < 0 ? "low" : "high";
    return {isFast, side} as const;
  };
  const rows = joined
    .map((each) => ({...each, ...quadrant(each)}))
    .sort((a, b) => (a.score.value ?? 0) - (b.score.value ?? 0) || (a.times.handler < b.times.handler ? -1 : 1));
  const disliked = rows.filter(({isFast, side}) => isFast && side === "low");
  const names = quadrantNames(view);
  return tableFigure(view, {
    id,
    title: dislikedFinding(view, disliked),
    claims: quickestClaim(disliked, names.low.fast),
    subtitle: say(view, {
      zh: `解决用时中位数（按解决日期）与满意率，按经办人；供辅导，不作排名；${periodName(view)}`,
      en: `Median time to solve (by the day solved) and share satisfied, by handler; for coaching, not for ranking; ${periodName(view)}`,
    }),
    columns: [
      column("handler", say(view, {zh: "经办人", en: "Handler"})),
      column("team", say(view, {zh: "团队", en: "Team"})),
      column("quadrant", say(view, {zh: "象限", en: "Quadrant"})),
      column("median", say(view, {zh: "解决用时中位数", en: "Median to solve"}), "hours"),
      column("tickets", say(view, {zh: "解决的工单", en: "Tickets solved"}), "count"),
      column("satisfied", say(view, {zh: "满意率", en: "Satisfied"}), "share"),
      column("lo", say(view, {zh: "下限", en: "Lower"}), "share"),
      column("hi", say(view, {zh: "上限", en: "Upper"}), "share"),
      column("n", say(view, {zh: "样本量", en: "n"}), "count"),
    ],
    rows: rows.map(({times, score, isFast, side}) => [
      personName(view, times.handler),
      times.team && memberName(view, {dimension: "team", member: times.team}),
      names[side][isFast ? "fast" : "slow"],
      (times.median_seconds ?? 0) / 3600,
      times.tickets,
      score.value,
      score.lo,
      score.hi,
      score.n,
    ]),
    n: rows.reduce((total, {times}) => total + times.tickets, 0),
    method: say(view, {
      zh: "满意率 Wilson 95% 区间，与其余坐席比，Benjamini–Hochberg 校正；快慢以全员中位数为界",
      en: "Wilson 95% for the share, against the rest with Benjamini–Hochberg; quick is at most the median of all",
    }),
    marts: ["handler_times", "metric_by_segment"],
    metrics: ["csat", "resolution_time"],
    notes: besideAll(view, {worst: quickestOf(disliked), middle}),
  });
}

interface Handler {
  readonly times: Row<"handler_times">;
  readonly score: MetricRow;
}

/** What each corner is called. */
const quadrantNames = (view: ReportView) => ({
  low: {
    fast: say(view, {zh: "快，但不满意", en: "Quick, not liked"}),
    slow: say(view, {zh: "慢，且不满意", en: "Slow, not liked"}),
  },
  high: {
    fast: say(view, {zh: "快，且满意", en: "Quick and liked"}),
    slow: say(view, {zh: "慢，但满意", en: "Slow, yet liked"}),
  },
  unsure: {
    fast: say(view, {zh: "快，满意度相当", en: "Quick, liked as others"}),
    slow: say(view, {zh: "慢，满意度相当", en: "Slow, liked as others"}),
  },
});

/** Who is quick and not liked: how many, and the worst of them beside all. */
function dislikedFinding(view: ReportView, disliked: readonly Handler[]): string {
  const worst = quickestOf(disliked);
  if (!worst) return say(view, {zh: "没有处理快而满意度明显低的人", en: "Nobody is quick and clearly less liked"});
  const share = (value: number | null) => formatNumber(value, "share", view);
  const time = (seconds: number | null) => formatNumber((seconds ?? 0) / 3600, "hours", view);
  return say(view, {
    zh: `处理快但满意度低的有 ${disliked.length} 人：${disliked.length > 1 ? "最快的" : ""}一半工单 ${time(worst.times.median_seconds)}内解决，满意率 ${share(worst.score.value)}`,
    en: `${disliked.length} ${disliked.length === 1 ? "is" : "are"} quick and not liked: ${disliked.length === 1 ? "half solved" : "the quickest solves half"} in ${time(worst.times.median_seconds)}, ${share(worst.score.value)} satisfied`,
  });
}

/** Speed that costs liking shows best where speed is greatest. */
const quickestOf = (disliked: readonly Handler[]): Handler | undefined =>
  [...disliked].sort((a, b) => (a.times.median_seconds ?? 0) - (b.times.median_seconds ?? 0))[0];

const quickestClaim = (disliked: readonly Handler[], corner: string): readonly Claim[] =>
  disliked.length < 2
    ? []
    : [
        {
          is: "lowest",
          of: "median",
          value: (quickestOf(disliked)!.times.median_seconds ?? 0) / 3600,
          among: [corner],
        },
      ];

const besideAll = (view: ReportView, {worst, middle}: {worst: Handler | undefined; middle: number}): string[] =>
  worst
    ? [
        say(view, {
          zh: `全员的中位数 ${formatNumber(middle, "hours", view)}；其余的人满意率 ${formatNumber(worst.score.rest, "share", view)}。`,
          en: `The median of all is ${formatNumber(middle, "hours", view)}; ${formatNumber(worst.score.rest, "share", view)} of the others’ customers are satisfied.`,
        }),
      ]
    : [];

/** Who bears the complaints: care for people, by team; nobody is ranked. */
export function complaintLoad(view: ReportView): FigureOrMissing {
  const id = "complaint-load";
  const rows = [...view.rows("complaint_load")].sort(
    (a, b) => b.complaints / b.handler_weeks - a.complaints / a.handler_weeks || (a.team < b.team ? -1 : 1),
  );
  if (rows.length === 0)
    return missingFigure(view, {
      id,
      needs: ["tickets"],
      shows: {
        zh: "各团队每人每周处理多少投诉、多久没轮换",
        en: "complaints a handler and week, and weeks without a change",
      },
    });
  const long = rows.reduce((total, {over_twelve}) => total + over_twelve, 0);
  const handlers = rows.reduce((total, each) => total + each.handlers, 0);
  const rostered = rows.reduce((total, each) => total + each.rostered, 0);
  return tableFigure(view, {
    id,
    title:
      long > 0
        ? say(view, {
            zh: `${handlers} 人里有 ${long} 人处理投诉 12 周以上没有轮换，该轮换了`,
            en: `${long} of ${handlers} people have had complaints for 12 weeks and more without rotation: it is time`,
          })
        : say(view, {
            zh: "没有人处理投诉 12 周以上没有轮换",
            en: "Nobody has had complaints for 12 weeks without rotation",
          }),
    subtitle: say(view, {
      zh: `按团队，不列个人；${periodName(view)}`,
      en: `By team, nobody by name; ${periodName(view)}`,
    }),
    columns: [
      column("team", say(view, {zh: "团队", en: "Team"})),
      column("handlers", say(view, {zh: "经办人数", en: "Handlers"}), "count"),
      column("complaints", say(view, {zh: "投诉数", en: "Complaints"}), "count"),
      column("per_week", say(view, {zh: "每人每周", en: "A handler and week"}), "ratio"),
      column("median_weeks_on", say(view, {zh: "几周没轮换（中位数）", en: "Weeks since rotation (median)"}), "count"),
      column("longest_weeks_on", say(view, {zh: "几周没轮换（最长）", en: "Weeks since rotation (longest)"}), "count"),
      column("over_twelve", say(view, {zh: "12 周以上的人数", en: "People at 12 and more"}), "count"),
    ],
    rows: rows.map((row) => [
      memberName(view, {dimension: "team", member: row.team}),
      row.handlers,
      row.complaints,
      row.complaints / row.handler_weeks,
      row.median_weeks_on,
      row.longest_weeks_on,
      row.over_twelve,
    ]),
    n: rows.reduce((total, {complaints}) => total + complaints, 0),
    marts: ["complaint_load"],
    metrics: ["complaint_rate"],
    notes: [
      say(view, {
        zh: `${rostered} 人按排班（reference/agents.csv 的 complaints_since）算${rostered < handlers ? `；其余 ${handlers - rostered} 人按投诉记录推算，有一周没有投诉即算歇过` : ""}。`,
        en: `${rostered} by the roster (complaints_since in reference/agents.csv)${rostered < handlers ? `; the other ${handlers - rostered} by their complaints, a week without one being a break` : ""}.`,
      }),
    ],
  });
}
