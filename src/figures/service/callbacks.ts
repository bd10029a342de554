import {isKnown, whereKnown} from "../../facts/known.js";
import type {ReportView} from "../../facts/view.js";
import type {Row} from "../../marts/list.js";
import {sum} from "../../marts/shape/sum.js";
import {benjaminiHochberg} from "../../stats/comparisons/benjamini-hochberg.js";
import {wilsonInterval} from "../../stats/estimates/wilson-interval.js";
import {callbackOutcomeName} from "../../words/codes.js";
import {groupName, memberName} from "../../words/dimensions.js";
import {formatNumber} from "../../words/format.js";
import {personName} from "../../words/people.js";
import {periodName} from "../../words/period.js";
import {counted, say} from "../../words/say.js";
import type {FigureOrMissing} from "../figure.js";
import {estimateFigure} from "../forms/estimate.js";
import {missingFigure} from "../forms/missing.js";
import {column, tableFigure} from "../forms/table.js";

type Entry = Row<"callback_list">;
const needs = ["callbacks", "tickets"];

/** Whom to call back: what is overdue first, then what is due. */
export function callbacksDue(view: ReportView): FigureOrMissing {
  const id = "callbacks-due";
  if (view.rows("callback_outcomes").length === 0)
    return missingFigure(view, {
      id,
      needs,
      shows: {zh: "该回访而还没回访的投诉", en: "complaints still to be followed up"},
    });
  const rows = view
    .rows("callback_list")
    .filter(({kind}) => kind === "due" || kind === "overdue")
    .sort((a, b) => compare(a.due_date, b.due_date) || compare(a.ticket_id, b.ticket_id));
  const overdue = rows.filter(({kind}) => kind === "overdue").length;
  const due = rows.length - overdue;
  return tableFigure(view, {
    id,
    title: say(view, {
      zh: `还没联系上客户的回访 ${rows.length} 件：逾期 ${overdue} 件，未到期 ${due} 件`,
      en: `Complaints not yet followed up: ${rows.length} (${overdue} overdue, ${due} not yet due)`,
    }),
    subtitle: say(view, {
      zh: "本月和上月结案的投诉，按最后期限；不愿接电话的和已拒访的不在内",
      en: "Complaints closed this month or last, by last day allowed; without customers who want no calls or refused",
    }),
    columns: listColumns(view, {isMade: false}),
    rows: rows.map((row) => [
      row.kind === "overdue" ? say(view, {zh: "逾期", en: "Overdue"}) : say(view, {zh: "未到期", en: "Due"}),
      ...listCells(view, row),
      row.called_date === "" ? say(view, {zh: "没打过", en: "not tried"}) : row.called_date,
    ]),
    n: rows.length,
    marts: ["callback_list"],
    metrics: ["callback_done"],
  });
}

/** Callbacks that the handler made, and those to customers who do not want calls. */
export function callbacksAmiss(view: ReportView): FigureOrMissing {
  const id = "callbacks-amiss";
  if (view.rows("callback_outcomes").length === 0)
    return missingFigure(view, {id, needs, shows: {zh: "由经办人自己做的回访", en: "follow-ups made by the handler"}});
  const rows = view
    .rows("callback_list")
    .filter(({kind}) => kind === "same_handler" || kind === "unwanted")
    .sort((a, b) => compare(b.called_date, a.called_date) || compare(a.record_id, b.record_id));
  const same = rows.filter(({kind}) => kind === "same_handler").length;
  const unwanted = sum(view.rows("callback_outcomes"), "unwanted");
  const both = rows.length - new Set(rows.map(({record_id}) => record_id)).size;
  return tableFigure(view, {
    id,
    title: say(view, {
      zh: `经办人自己回访 ${same} 次；打给不愿接电话的客户 ${unwanted} 次`,
      en: `Follow-ups by the handler: ${same}; to customers who want no calls: ${unwanted}`,
    }),
    subtitle: say(view, {
      zh: `逐次列出，最近的在前；${periodName(view)}`,
      en: `One by one, the latest first; ${periodName(view)}`,
    }),
    columns: listColumns(view, {isMade: true}),
    rows: rows.map((row) => [
      row.kind === "same_handler"
        ? say(view, {zh: "经办人自己回访", en: "By the handler"})
        : say(view, {zh: "客户不愿接电话", en: "Wants no calls"}),
      ...listCells(view, row),
      row.caller && personName(view, row.caller),
      row.called_date,
    ]),
    n: rows.length,
    marts: ["callback_list", "callback_outcomes"],
    metrics: ["callback_independent"],
    notes:
      both > 0
        ? [
            say(view, {
              zh: `${both} 次两样都是，列两行。`,
              en: `${counted(both, "callback")} of both kinds, listed twice.`,
            }),
          ]
        : [],
  });
}

const listColumns = (view: ReportView, {isMade}: {isMade: boolean}) => [
  column("kind", isMade ? say(view, {zh: "问题", en: "What"}) : say(view, {zh: "状态", en: "State"})),
  column("ticket_id", say(view, {zh: "工单", en: "Ticket"})),
  column("customer_id", say(view, {zh: "客户", en: "Customer"})),
  column("tier", say(view, {zh: "等级", en: "Tier"})),
  column("team", say(view, {zh: "团队", en: "Team"})),
  column("handler", say(view, {zh: "经办人", en: "Handler"})),
  column("closed_date", say(view, {zh: "结案", en: "Closed"})),
  column("due_date", say(view, {zh: "最后期限", en: "Last day"})),
  column(
    "called_date",
    isMade ? say(view, {zh: "回访", en: "Called"}) : say(view, {zh: "首次拨打", en: "First tried"}),
  ),
];

const listCells = (view: ReportView, {ticket_id, customer_id, tier, team, handler, closed_date, due_date}: Entry) => [
  ticket_id,
  customer_id,
  tier && memberName(view, {dimension: "tier", member: tier}),
  team && memberName(view, {dimension: "team", member: team}),
  handler && personName(view, handler),
  closed_date,
  due_date,
];

/** Claimed as solved against what the customer says, on the same callbacks. */
export function claimedConfirmed(view: ReportView): FigureOrMissing {
  const id = "claimed-confirmed";
  const rows = whereKnown(view.rows("claimed_confirmed"), "claimed", "confirmed", "gap", "gap_lo", "gap_hi", "p");
  const all = rows.find(({team}) => team === "all");
  if (!isKnown(all, "gap"))
    return missingFigure(view, {
      id,
      needs,
      shows: {zh: "标为解决的，客户认不认", en: "whether customers agree it is solved"},
    });
  const teams = rows.filter(({team}) => team !== "all").sort((a, b) => b.gap - a.gap);
  const tested = benjaminiHochberg(teams.map(({p}) => p));
  const worst = teams.find(({flag, gap}, at) => flag === "" && gap > 0 && tested[at]! < 0.05);
  const share = (value: number) => formatNumber(value, "share", view);
  const name = (team: string) =>
    team === "all"
      ? memberName(view, {dimension: "all", member: "all"})
      : memberName(view, {dimension: "team", member: team});
  const lead = worst ?? all;
  const who = worst ? groupName(view, {dimension: "team", member: worst.team}) : say(view, {zh: "全部", en: "All"});
  return estimateFigure(view, {
    id,
    title: say(view, {
      zh: `${who}标为解决 ${share(lead.claimed)}，客户确认 ${share(lead.confirmed)}`,
      en: `${who}: ${share(lead.claimed)} claimed solved, ${share(lead.confirmed)} confirmed by customers`,
    }),
    subtitle: say(view, {
      zh: `标为解决的比例减客户确认解决的比例，同一批联系上的回访；${periodName(view)}`,
      en: `Claimed less confirmed, of the same follow-ups that reached the customer; ${periodName(view)}`,
    }),
    form: "dots",
    unit: "share",
    labels: say(view, {zh: "团队", en: "Team"}),
    name: say(view, {zh: "多标的比例", en: "Claimed less confirmed"}),
    worked: [
      say(view, {
        zh: `${who}：标为解决 ${Math.round(lead.claimed * lead.reached)} ÷ 联系上 ${lead.reached} = ${share(lead.claimed)}`,
        en: `${who}: ${Math.round(lead.claimed * lead.reached)} claimed ÷ ${lead.reached} reached = ${share(lead.claimed)}`,
      }),
      say(view, {
        zh: `${who}：客户确认 ${Math.round(lead.confirmed * lead.reached)} ÷ 联系上 ${lead.reached} = ${share(lead.confirmed)}`,
        en: `${who}: ${Math.round(lead.confirmed * lead.reached)} confirmed ÷ ${lead.reached} reached = ${share(lead.confirmed)}`,
      }),
    ],
    metric: "confirmed_solved",
    method: say(view, {
      zh: "Newcombe 配对 95% 区间；McNemar 中位 p，Benjamini–Hochberg 校正",
      en: "Newcombe paired 95% interval; McNemar mid-p, Benjamini–Hochberg",
    }),
    marts: ["claimed_confirmed"],
    n: all.reached,
    rows: [all, ...teams].map((row) => ({
      label: name(row.team),
      value: row.gap,
      lo: row.gap_lo,
      hi: row.gap_hi,
      n: row.reached,
      flag: row.flag,
    })),
    focus: worst ? [name(worst.team)] : [],
    notes: [
      say(view, {
        zh: `标为解决而客户不认的 ${formatNumber(all.only_claimed, "count", view)} 次，反过来的 ${formatNumber(all.only_confirmed, "count", view)} 次。`,
        en: `Claimed but not confirmed: ${formatNumber(all.only_claimed, "count", view)}; the other way round: ${formatNumber(all.only_confirmed, "count", view)}.`,
      }),
    ],
  });
}

/** How callbacks ended: reached, no answer, refused. */
export function callbackOutcomes(view: ReportView): FigureOrMissing {
  const id = "callback-outcomes";
  const rows = [...view.rows("callback_outcomes")].sort(
    (a, b) => b.callbacks - a.callbacks || compare(a.outcome, b.outcome),
  );
  const n = sum(rows, "callbacks");
  if (n < 10)
    return missingFigure(view, {id, needs: ["callbacks"], shows: {zh: "回访的结果", en: "how follow-ups ended"}});
  const of = (outcome: string) => rows.find((row) => row.outcome === outcome)?.callbacks ?? 0;
  const share = (k: number) => formatNumber(k / n, "share", view);
  return estimateFigure(view, {
    id,
    title: say(view, {
      zh: `回访 ${formatNumber(n, "count", view)} 次：联系上 ${share(of("reached"))}，拒访 ${share(of("refused"))}`,
      en: `${formatNumber(n, "count", view)} follow-ups: ${share(of("reached"))} reached, ${share(of("refused"))} refused`,
    }),
    subtitle: say(view, {
      zh: `按结果，合计 100%；${periodName(view)}`,
      en: `By outcome, adding to 100%; ${periodName(view)}`,
    }),
    form: "bars",
    unit: "share",
    labels: say(view, {zh: "结果", en: "Outcome"}),
    name: say(view, {zh: "占回访的比例", en: "Share of follow-ups"}),
    metric: "callback_done",
    method: say(view, {zh: "Wilson 95% 区间", en: "Wilson 95% interval"}),
    marts: ["callback_outcomes"],
    n,
    rows: rows.map((row) => {
      const {estimate, low, high} = wilsonInterval(row.callbacks, n);
      return {
        label: callbackOutcomeName(view, row.outcome),
        value: estimate,
        lo: low,
        hi: high,
        n: row.callbacks,
      };
    }),
  });
}

const compare = (one: string, other: string): number => (one < other ? -1 : one > other ? 1 : 0);
