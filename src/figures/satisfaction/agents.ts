import type {ReportView} from "../../facts/view.js";
import type {Row} from "../../marts/list.js";
import {memberName} from "../../words/dimensions.js";
import {formatNumber} from "../../words/format.js";
import {periodName} from "../../words/period.js";
import {say} from "../../words/say.js";
import type {FigureOrMissing} from "../figure.js";
import {missingFigure} from "../forms/missing.js";
import {partsFigure} from "../forms/parts.js";
import {scatterFigure} from "../forms/scatter.js";
import {column} from "../forms/table.js";

type Agent = Row<"agent_satisfaction"> & {readonly csat: number};

const agentsOf = (view: ReportView): Agent[] =>
  view.rows("agent_satisfaction").flatMap((row) => (row.csat === null ? [] : [{...row, csat: row.csat}]));
const shows = {zh: "坐席满意率是否超出随机波动", en: "whether agents lie outside what chance explains"} as const;
const name = (view: ReportView, {agent}: Agent) => memberName(view, {dimension: "agent", member: agent});

/** Agents against their own base: who lies outside the limits of chance; no ranks. */
export function agentFunnel(view: ReportView): FigureOrMissing {
  const id = "agent-funnel";
  const rows = agentsOf(view);
  if (rows.length < 5) return missingFigure(view, {id, needs: ["surveys"], shows});
  const below = rows.filter((row) => row.csat < row.low_998);
  const above = rows.filter((row) => row.csat > row.high_998);
  const limits = [
    ["low_998", "99.8%"],
    ["high_998", "99.8%"],
    ["low_95", "95%"],
    ["high_95", "95%"],
  ] as const;
  return partsFigure(view, {
    id,
    title:
      below.length + above.length === 0
        ? say(view, {
            zh: `${rows.length} 名坐席的满意率都在随机波动之内`,
            en: `All ${rows.length} agents lie within what chance explains`,
          })
        : say(view, {
            zh: `${rows.length} 名坐席中，满意率低得超出随机波动的 ${below.length} 名，高得超出的 ${above.length} 名`,
            en: `Of ${rows.length} agents ${below.length} lie below and ${above.length} above what chance explains`,
          }),
    subtitle: say(view, {
      zh: `满意率与回答数；曲线是全体同一水平下的波动界限；${periodName(view)}`,
      en: `Satisfied against answers; curves: limits of chance if all were alike; ${periodName(view)}`,
    }),
    form: "funnel",
    unit: "share",
    labels: say(view, {zh: "坐席", en: "Agent"}),
    series: [
      {id: "csat", name: say(view, {zh: "满意率", en: "Satisfied"}), role: "main"},
      ...limits.map(([limit, level]) => ({
        id: limit,
        name: say(view, {zh: `${level} 界限`, en: `${level} limits`}),
        role: "context" as const,
      })),
    ],
    more: [column("answers", say(view, {zh: "回答", en: "Answers"}), "count")],
    rows: [...rows]
      .sort((a, b) => a.answers - b.answers || (a.agent < b.agent ? -1 : 1))
      .map((row) => ({
        label: name(view, row),
        parts: [{value: row.csat, n: row.answers}, ...limits.map(([limit]) => ({value: row[limit], n: row.answers}))],
        more: [row.answers],
      })),
    n: rows.reduce((sum, row) => sum + row.answers, 0),
    method: say(view, {zh: "精确二项界限（Spiegelhalter 2005）", en: "exact binomial limits (Spiegelhalter 2005)"}),
    metrics: ["csat"],
    marts: ["agent_satisfaction"],
    notes: [
      say(view, {
        zh: "不排名次：界限之内的高低是随机波动。界限之外的先查数据（谁收的问卷、挑没挑人），再谈人。",
        en: "No ranks: within the limits high and low are chance. Of who lies outside, check first who collected the answers and who was asked.",
      }),
    ],
  });
}

/** Fast, and not liked: hours to solve against satisfaction. */
export function agentSpeed(view: ReportView): FigureOrMissing {
  const id = "agent-speed";
  const rows = agentsOf(view).flatMap((row) =>
    row.median_hours === null || row.answers < 30 || row.tickets < 30 ? [] : [{...row, hours: row.median_hours}],
  );
  const middle = rows[0]?.all_median_hours ?? null;
  if (rows.length < 5 || middle === null)
    return missingFigure(view, {
      id,
      needs: ["surveys", "tickets"],
      shows: {zh: "处理快慢与满意率", en: "speed against satisfaction"},
    });
  const all =
    rows.reduce((sum, row) => sum + row.csat * row.answers, 0) / rows.reduce((sum, row) => sum + row.answers, 0);
  const fast = rows.filter((row) => row.hours < middle / 2 && row.csat < row.low_998).sort((a, b) => a.csat - b.csat);
  const [first] = fast;
  const share = (value: number) => formatNumber(value, "share", view);
  const hours = (value: number) => formatNumber(value, "hours", view);
  return scatterFigure(view, {
    id,
    title: first
      ? say(view, {
          zh: `${fast.length} 名坐席快而不满意：中位 ${hours(first.hours)}（坐席居中 ${hours(middle)}），满意率只有 ${share(first.csat)}`,
          en: `${fast.length} agent${fast.length === 1 ? " is" : "s are"} fast and not liked: median ${hours(first.hours)} (middle agent ${hours(middle)}), ${share(first.csat)} satisfied`,
        })
      : say(view, {zh: "没有坐席又快又不满意", en: "No agent is fast and not liked"}),
    subtitle: say(view, {
      zh: `工单解决时长中位数与满意率；工单、回答各 30 以上的坐席；${periodName(view)}`,
      en: `Median hours to solve against satisfied; agents with 30 tickets and answers; ${periodName(view)}`,
    }),
    labels: say(view, {zh: "坐席", en: "Agent"}),
    across: {
      name: say(view, {zh: "解决时长中位数", en: "Median hours to solve"}),
      unit: "hours",
      reference: {value: middle, label: say(view, {zh: "居中", en: "Middle"})},
    },
    up: {
      name: say(view, {zh: "满意率", en: "Satisfied"}),
      unit: "share",
      reference: {value: all, label: say(view, {zh: `全部 ${share(all)}`, en: `All ${share(all)}`})},
    },
    rows: rows.map((row) => ({
      label: name(view, row),
      across: {value: row.hours},
      up: {value: row.csat, lo: row.csat_lo, hi: row.csat_hi},
      n: row.answers,
      isOwn: fast.includes(row),
      more: [row.tickets],
    })),
    more: [column("tickets", say(view, {zh: "工单", en: "Tickets"}), "count")],
    n: rows.reduce((sum, row) => sum + row.answers, 0),
    method: say(view, {
      zh: "满意率 Wilson 95% 区间；时长为日历小时",
      en: "satisfied: Wilson 95% interval; calendar hours",
    }),
    metrics: ["csat"],
    marts: ["agent_satisfaction"],
    notes: [
      say(view, {
        zh: "快只是手段。快而不满意的，看看是不是没解决就关单。",
        en: "Speed is a means. Where the fast are not liked, see whether tickets are closed unsolved.",
      }),
    ],
  });
}
