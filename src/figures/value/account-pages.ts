import {accountSentences} from "../../facts/value/account-said.js";
import {fileOfAccount} from "../../facts/value/accounts.js";
import {tierName} from "../../facts/value/tiers.js";
import type {ReportView} from "../../facts/view.js";
import type {Row} from "../../marts/list.js";
import {groupRows} from "../../marts/shape/groups.js";
import {aboutName, kindName, type Phase, phaseNames, phaseOf, stateName} from "../../words/account-events.js";
import {memberName} from "../../words/dimensions.js";
import {formatDate} from "../../words/format.js";
import {shiftMonth} from "../../words/month.js";
import {say} from "../../words/say.js";
import type {FigureTable} from "../figure.js";
import {column, withCurrency} from "../forms/table.js";

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

/** The page of each key account, one at a time. */
export function* accountPages(view: ReportView): Generator<AccountPage> {
  const files = fileOfAccount(view);
  const end = view.month === undefined ? 0 : endOf(view.month);
  const events = groupRows(view.rows("account_events"), ({customer_id}) => customer_id);
  for (const account of view.rows("key_accounts")) {
    const {customer_id: id} = account;
    yield pageOf(view, {account, events: events.get(id) ?? [], file: files[id]!, end});
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
    tierName(view, account.tier),
    account.region && memberName(view, {dimension: "region", member: account.region}),
  ].filter(Boolean);
  const phases = Object.keys(phaseNames) as Phase[];
  return {
    id: account.customer_id,
    file,
    title: [account.customer_id, ...group].join(" · "),
    said: accountSentences(view, account, {shown: events.length}),
    lanes: phases.map((phase) => ({
      name: phaseNames[phase][view.language],
      events: events
        .filter(({kind}) => phaseOf(kind) === phase)
        .map((event) => ({
          at: Math.max(0, 1 - (end - Date.parse(event.event_date)) / span),
          isBad: event.is_bad,
          text: [formatDate(event.event_date, view), kindName(view, event.kind), aboutName(view, event)]
            .filter(Boolean)
            .join(" "),
        })),
    })),
    months: view.month ? {first: shiftMonth(view.month, -23), last: view.month} : {first: "", last: ""},
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
        stateName(view, event),
        event.amount,
        event.score,
        event.record_id,
      ]),
    },
  };
}
