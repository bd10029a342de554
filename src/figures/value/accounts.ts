import {fileOfAccount} from "../../facts/value/accounts.js";
import type {ReportView} from "../../facts/view.js";
import type {Row} from "../../marts/list.js";
import {aboutName, kindName, type Phase, phaseNames, phaseOf, stateName} from "../../words/account-events.js";
import {memberName} from "../../words/dimensions.js";
import {formatDate, formatNumber} from "../../words/format.js";
import {personName} from "../../words/people.js";
import {counted, say} from "../../words/say.js";
import type {FigureOrMissing, FigureTable} from "../figure.js";
import {missingRule} from "../forms/missing.js";
import {column, tableFigure, withCurrency} from "../forms/table.js";

type Account = Row<"key_accounts">;
type Event = Row<"account_events">;

/** A page of one customer: in a few sentences, as a picture of two years, and event by event. */
export interface AccountPage {
  readonly id: string;
  readonly file: string;
  readonly title: string;
  readonly said: readonly string[];
  readonly lanes: readonly {readonly name: string; readonly events: readonly Mark[]}[];
  readonly months: {readonly first: string; readonly last: string};
  readonly table: FigureTable;
}

interface Mark {
  /** From 0, two years before the end of the month, to 1. */
  readonly at: number;
  readonly isBad: boolean;
  readonly text: string;
}

/** The customers of the best level; each leads to its page. */
export function keyAccounts(view: ReportView): FigureOrMissing {
  const rows = [...view.rows("key_accounts")].sort((a, b) => a.place - b.place);
  const id = "key-accounts";
  if (rows.length === 0)
    return missingRule(view, {
      id,
      rule: say(view, {
        zh: "report.yaml 的 accounts: true 或 rules/tiers.yaml",
        en: "accounts: true in report.yaml, or no rules/tiers.yaml",
      }),
      needs: ["customers"],
      shows: {zh: "最高等级客户的名单，每户一页", en: "the customers of the best tier, a page for each"},
    });
  const tier = memberName(view, {dimension: "tier", member: rows[0]!.tier});
  const complaining = rows.filter(({complaints}) => complaints > 0).length;
  return tableFigure(view, {
    id,
    title: say(view, {
      zh: `${tier}客户 ${rows.length} 户，两年里 ${complaining} 户投诉过；每户一页`,
      en: `${counted(rows.length, "customer")} of tier “${tier}”, ${complaining} complained in two years; a page for each`,
    }),
    subtitle: say(view, {
      zh: "最高等级，近 12 个月金额高的在前；订单、投诉为近 24 个月",
      en: "The best tier, most amount in 12 months first; orders and complaints of 24 months",
    }),
    n: rows.length,
    marts: ["key_accounts"],
    columns: [
      column("customer_id", say(view, {zh: "客户", en: "Customer"})),
      column("region", say(view, {zh: "大区", en: "Region"})),
      column("amount", say(view, {zh: "金额", en: "Amount"}), "money"),
      column("orders", say(view, {zh: "订单", en: "Orders"}), "count"),
      column("complaints", say(view, {zh: "投诉", en: "Complaints"}), "count"),
      column("score", say(view, {zh: "最近打分", en: "Last score"}), "id"),
      column("last", say(view, {zh: "最近往来", en: "Last event"}), "date"),
      column("owner", say(view, {zh: "负责人", en: "Owner"})),
    ],
    rows: rows.map((row) => [
      row.customer_id,
      row.region === "" ? "" : memberName(view, {dimension: "region", member: row.region}),
      row.revenue,
      row.orders,
      row.complaints,
      row.last_score,
      row.last_date,
      personName(view, row.owner),
    ]),
  });
}

/** The page of each key account, one at a time. */
export function* accountPages(view: ReportView): Generator<AccountPage> {
  const files = fileOfAccount(view);
  const end = view.month === undefined ? 0 : endOf(view.month);
  const events = view.rows("account_events");
  const firsts = new Map<string, number>();
  for (const [at, {customer_id}] of events.entries()) if (!firsts.has(customer_id)) firsts.set(customer_id, at);
  for (const account of view.rows("key_accounts")) {
    const from = firsts.get(account.customer_id);
    let to = from ?? 0;
    while (from !== undefined && events[to]?.customer_id === account.customer_id) to++;
    const own = from === undefined ? [] : events.slice(from, to);
    yield pageOf(view, {account, events: own, file: files[account.customer_id]!, end});
  }
}

const day = 86_400_000;
const endOf = (month: string): number => {
  const [year = 0, number = 0] = month.split("-").map(Number);
  return Date.UTC(year, number, 1);
};
const span = 2 * 365.25 * day;

function pageOf(
  view: ReportView,
  {account, events, file, end}: {account: Account; events: readonly Event[]; file: string; end: number},
): AccountPage {
  const group = [
    memberName(view, {dimension: "tier", member: account.tier}),
    account.region && memberName(view, {dimension: "region", member: account.region}),
  ].filter(Boolean);
  const phases = Object.keys(phaseNames) as Phase[];
  return {
    id: account.customer_id,
    file,
    title: [account.customer_id, ...group].join(" · "),
    said: sentences(view, account, events),
    lanes: phases.map((phase) => ({
      name: phaseNames[phase][view.language],
      events: events
        .filter(({kind}) => phaseOf(kind) === phase)
        .map((event) => ({
          at: Math.max(0, 1 - (end - Date.parse(event.event_date)) / span),
          isBad: isBad(event),
          text: [formatDate(event.event_date, view), kindName(view, event.kind), aboutName(view, event)]
            .filter(Boolean)
            .join(" "),
        })),
    })),
    months: {first: monthBefore(view.month ?? "", 23), last: view.month ?? ""},
    table: {
      columns: [
        column("date", say(view, {zh: "日期", en: "Date"}), "date"),
        column("phase", say(view, {zh: "阶段", en: "Phase"})),
        column("kind", say(view, {zh: "事件", en: "Event"})),
        column("about", say(view, {zh: "内容", en: "About"})),
        column("state", say(view, {zh: "结果", en: "Result"})),
        withCurrency(column("amount", say(view, {zh: "金额", en: "Amount"}), "money"), {
          language: view.language,
          currency: view.currency,
        }),
        column("score", say(view, {zh: "打分", en: "Score"}), "id"),
        column("record", say(view, {zh: "记录", en: "Record"})),
      ],
      rows: events.map((event) => [
        event.event_date,
        phaseNames[phaseOf(event.kind)][view.language],
        kindName(view, event.kind),
        aboutName(view, event),
        stateName(view, event.state),
        event.amount,
        event.score,
        event.record_id,
      ]),
    },
  };
}

/** What should not be overlooked: a complaint, a call nobody took, a low score, a contract not renewed. */
const isBad = ({kind, state, score}: Event): boolean =>
  kind === "complaint" ||
  state === "unanswered" ||
  (kind === "csat" && score !== null && score <= 2) ||
  (kind === "contract_end" && state !== "renewed" && state !== "");

function sentences(view: ReportView, account: Account, events: readonly Event[]): string[] {
  const ofKind = (kind: string) => events.filter((event) => event.kind === kind);
  const [order] = ofKind("order");
  const amount = formatNumber(account.revenue, "money", view);
  const complaints = ofKind("complaint");
  const open = complaints.filter(({state}) => state !== "solved" && state !== "closed").length;
  const [score] = ofKind("csat");
  const date = (event: Event) => formatDate(event.event_date, view);
  return [
    say(view, {
      zh: `近 12 个月金额 ${amount}；两年里订单 ${account.orders} 笔${order ? `，最近一笔 ${date(order)}` : ""}。`,
      en: `${amount} in 12 months; ${counted(account.orders, "order")} in two years${order ? `, the last on ${date(order)}` : ""}.`,
    }),
    complaints.length === 0
      ? say(view, {zh: "两年里没有投诉。", en: "No complaint in two years."})
      : say(view, {
          zh: `投诉 ${complaints.length} 件，最近 ${date(complaints[0]!)}（${aboutName(view, complaints[0]!)}）${open > 0 ? `，${open} 件未结` : ""}。`,
          en: `${counted(complaints.length, "complaint")}, the last on ${date(complaints[0]!)} (${aboutName(view, complaints[0]!)})${open > 0 ? `; ${open} still open` : ""}.`,
        }),
    score
      ? say(view, {
          zh: `最近一次满意度打 ${score.score} 分（${date(score)}）。`,
          en: `Last satisfaction score ${score.score} (${date(score)}).`,
        })
      : say(view, {zh: "两年里没有答过满意度问卷。", en: "No satisfaction survey answered in two years."}),
  ];
}

function monthBefore(month: string, by: number): string {
  const [year = 0, number = 0] = month.split("-").map(Number);
  const at = year * 12 + number - 1 - by;
  return `${Math.floor(at / 12)}-${String((at % 12) + 1).padStart(2, "0")}`;
}
