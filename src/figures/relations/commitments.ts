import type {ReportView} from "../../facts/view.js";
import type {Row} from "../../marts/list.js";
import {inOrder, memberName} from "../../words/dimensions.js";
import {formatNumber} from "../../words/format.js";
import {periodName} from "../../words/period.js";
import {counted, say} from "../../words/say.js";
import type {FigureOrMissing} from "../figure.js";
import {missingFigure} from "../forms/missing.js";
import {column, tableFigure} from "../forms/table.js";

type Kind = Row<"commitments_by_kind">;

const needs = ["tickets"];
const shows = {zh: "客户的服务请求是否按承诺办到", en: "whether requests were met as promised"};
const of = (view: ReportView, dimension: Kind["dimension"]): Kind[] =>
  view.rows("commitments_by_kind").filter((row) => row.dimension === dimension);

/** Requests by kind: kept, missed and open add up to all of them. */
export function commitments(view: ReportView): FigureOrMissing {
  const id = "commitments";
  const [all] = of(view, "all");
  if (!all || all.requests === all.unpromised) return missingFigure(view, {id, needs, shows});
  const kinds = of(view, "category").sort((a, b) => b.requests - a.requests || (a.member < b.member ? -1 : 1));
  const share =
    all.value === null
      ? ""
      : say(view, {
          zh: `（到期的 ${formatNumber(all.value, "share", view)} 办到）`,
          en: ` (${formatNumber(all.value, "share", view)} of those due)`,
        });
  const rest = [
    ...(all.still_open > 0
      ? [say(view, {zh: `未到期 ${all.still_open} 件`, en: `${all.still_open} not due yet`})]
      : []),
    ...(all.unpromised > 0
      ? [say(view, {zh: `没有承诺时间 ${all.unpromised} 件`, en: `${all.unpromised} without a promised time`})]
      : []),
  ];
  const tail = rest.map((part) => `${say(view, {zh: "，", en: ", "})}${part}`).join("");
  const line = (label: string, row: Kind) => [
    label,
    row.requests,
    row.kept,
    row.missed,
    row.still_open,
    ...(all.unpromised > 0 ? [row.unpromised] : []),
    row.value,
    row.lo,
    row.hi,
    // Counts of requests are nobody's secret: of few of them only no share is made.
    row.flag === "suppressed" ? "" : row.flag,
  ];
  const tiers = tiersOf(view);
  const isFew = [...kinds, ...tiers].some(({flag}) => flag === "suppressed");
  return tableFigure(view, {
    id,
    title: say(view, {
      zh: `服务请求 ${all.requests} 件：按时办到 ${all.kept} 件，逾期 ${all.missed} 件${share}${tail}`,
      en: `${counted(all.requests, "request")}: ${all.kept} met in time, ${all.missed} late${share}${tail}`,
    }),
    subtitle: say(view, {
      zh: `客户提出的服务请求，按种类和等级；到期仍未办的算逾期；${periodName(view)}`,
      en: `Requests of customers by kind and tier; due and not done counts as late; ${periodName(view)}`,
    }),
    n: all.requests,
    method: say(view, {zh: "办到的占比：Wilson 95% 区间", en: "share met: Wilson 95% interval"}),
    marts: ["commitments_by_kind"],
    metrics: ["commitment_kept"],
    columns: [
      column("group", say(view, {zh: "种类 / 等级", en: "Kind / tier"})),
      column("requests", say(view, {zh: "请求", en: "Requests"}), "count"),
      column("kept", say(view, {zh: "按时办到", en: "In time"}), "count"),
      column("missed", say(view, {zh: "逾期", en: "Late"}), "count"),
      column("open", say(view, {zh: "未到期", en: "Not due"}), "count"),
      ...(all.unpromised > 0 ? [column("unpromised", say(view, {zh: "没有承诺时间", en: "No promise"}), "count")] : []),
      column("share", say(view, {zh: "到期的办到", en: "Share in time"}), "share"),
      column("lo", say(view, {zh: "下限", en: "Lower"}), "share"),
      column("hi", say(view, {zh: "上限", en: "Upper"}), "share"),
      column("flag", say(view, {zh: "标记", en: "Flag"})),
    ],
    rows: [
      ...kinds.map((row) => line(memberName(view, {dimension: "category", member: row.member}), row)),
      ...tiers.map((row) => line(memberName(view, {dimension: "tier", member: row.member}), row)),
      line(say(view, {zh: "合计", en: "Together"}), all),
    ],
    notes: isFew
      ? [say(view, {zh: "到期不足 10 件的不算占比。", en: "Of fewer than 10 due requests no share is made."})]
      : [],
  });
}

const tiersOf = (view: ReportView): Kind[] =>
  inOrder(view, {dimension: "tier", members: of(view, "tier").map((row) => ({...row, n: row.requests}))});

/** Who may ask for free, who paid, and where the records and the rule part. */
export function paidExtras(view: ReportView): FigureOrMissing {
  const id = "paid-extras";
  const [all] = of(view, "all");
  if (!all || all.entitled_known + all.paid === 0)
    return missingFigure(view, {id, needs, shows: {zh: "谁免费、谁付费", en: "who is served free and who pays"}});
  const fee = formatNumber(all.fee, "money", view);
  const charged =
    all.charged_entitled > 0
      ? say(view, {
          zh: `，${all.charged_entitled} 件够格却收了费`,
          en: `, ${all.charged_entitled} charged though entitled`,
        })
      : "";
  const below =
    all.ruled > 0
      ? say(view, {
          zh: `；${all.given_below} 件没到起步消费也免了费${charged}`,
          en: `; ${all.given_below} free below the spend that the rule asks for${charged}`,
        })
      : "";
  const kinds = of(view, "category").sort((a, b) => b.requests - a.requests || (a.member < b.member ? -1 : 1));
  const varied = kinds.filter(({fee_min, fee_max}) => fee_min !== null && fee_max !== null && fee_min < fee_max);
  return tableFigure(view, {
    id,
    title: say(view, {
      zh: `${all.entitled} 件免费，${all.paid} 件付费共 ${fee}${below}`,
      en: `${all.entitled} served free, ${all.paid} paid ${fee}${below}`,
    }),
    subtitle: say(view, {
      zh: `免费与否按工单记录；起步消费按 rules/commitments.yaml，取提出之前 12 个月的消费；${periodName(view)}`,
      en: `Free as recorded in the ticket; the spend it takes from rules/commitments.yaml, over the 12 months before the request; ${periodName(view)}`,
    }),
    n: all.requests,
    marts: ["commitments_by_kind"],
    columns: [
      column("group", say(view, {zh: "种类 / 等级", en: "Kind / tier"})),
      column("requests", say(view, {zh: "请求", en: "Requests"}), "count"),
      column("entitled", say(view, {zh: "免费", en: "Free"}), "count"),
      column("below", say(view, {zh: "没到起步消费却免费", en: "Free below the spend"}), "count"),
      column("charged", say(view, {zh: "够格却收费", en: "Charged though entitled"}), "count"),
      column("paid", say(view, {zh: "付费", en: "Paid"}), "count"),
      column("fee", say(view, {zh: "收费合计", en: "Paid in all"}), "money"),
      column("fee_min", say(view, {zh: "最低一件", en: "Lowest"}), "money"),
      column("fee_max", say(view, {zh: "最高一件", en: "Highest"}), "money"),
    ],
    rows: [
      ...kinds.map((row) => paidLine(memberName(view, {dimension: "category", member: row.member}), row)),
      ...tiersOf(view).map((row) => paidLine(memberName(view, {dimension: "tier", member: row.member}), row)),
      paidLine(say(view, {zh: "合计", en: "Together"}), all),
    ],
    notes: varied.length > 0 ? [pricesNote(view, varied)] : [],
  });
}

const paidLine = (label: string, row: Kind) => [
  label,
  row.requests,
  row.entitled_known === 0 ? null : row.entitled,
  row.ruled === 0 ? null : row.given_below,
  row.ruled === 0 ? null : row.charged_entitled,
  row.paid,
  row.fee,
  row.fee_min,
  row.fee_max,
];

/** "明码标价": one kind, one price; where it is not so it is said. */
function pricesNote(view: ReportView, varied: readonly Kind[]): string {
  const [first] = varied as [Kind, ...Kind[]];
  const name = memberName(view, {dimension: "category", member: first.member});
  const [low, high] = [first.fee_min, first.fee_max].map((value) => formatNumber(value, "money", view));
  return say(view, {
    zh: `同一种服务收费不一：${name} ${low} 到 ${high}${varied.length > 1 ? `，另有 ${varied.length - 1} 种也不一` : ""}。`,
    en: `One service, several prices: ${name} from ${low} to ${high}${varied.length > 1 ? `, ${counted(varied.length - 1, "other kind")} likewise` : ""}.`,
  });
}

/** Requests that were not met in time, the latest promise first. */
export function missedCommitments(view: ReportView): FigureOrMissing {
  const id = "missed-commitments";
  const [all] = of(view, "all");
  const rows = [...view.rows("commitments_missed_listed")].sort(
    (a, b) =>
      (a.promised_date < b.promised_date ? 1 : a.promised_date > b.promised_date ? -1 : 0) ||
      (a.ticket_id < b.ticket_id ? -1 : 1),
  );
  if (!all || all.requests === all.unpromised)
    return missingFigure(view, {id, needs, shows: {zh: "逾期的服务请求", en: "requests met late"}});
  const undone = rows.filter(({done_date}) => done_date === null).length;
  return tableFigure(view, {
    id,
    title:
      rows.length === 0
        ? say(view, {zh: "没有逾期的服务请求", en: "No request was met late"})
        : say(view, {
            zh: `${rows.length} 件服务请求逾期${undone > 0 ? `，其中 ${undone} 件至今没办` : ""}`,
            en: `${counted(rows.length, "request")} late${undone > 0 ? `, ${undone} not done to this day` : ""}`,
          }),
    subtitle: say(view, {zh: `新的在前；${periodName(view)}`, en: `The latest first; ${periodName(view)}`}),
    n: rows.length,
    marts: ["commitments_missed_listed", "commitments_by_kind"],
    metrics: ["commitment_kept"],
    columns: [
      column("ticket", say(view, {zh: "工单", en: "Ticket"})),
      column("customer", say(view, {zh: "客户", en: "Customer"})),
      column("tier", say(view, {zh: "等级", en: "Tier"})),
      column("category", say(view, {zh: "种类", en: "Kind"})),
      column("promised", say(view, {zh: "承诺", en: "Promised"}), "date"),
      column("done", say(view, {zh: "办到", en: "Done"}), "date"),
      column("late", say(view, {zh: "晚了", en: "Late by"}), "hours"),
      column("state", say(view, {zh: "现状", en: "State"})),
    ],
    rows: rows.map((row) => [
      row.ticket_id,
      row.customer_id,
      memberName(view, {dimension: "tier", member: row.tier}),
      memberName(view, {dimension: "category", member: row.category}),
      row.promised_date,
      row.done_date,
      row.hours_late,
      row.done_date === null ? say(view, {zh: "没办", en: "not done"}) : say(view, {zh: "晚办", en: "done late"}),
    ]),
  });
}
