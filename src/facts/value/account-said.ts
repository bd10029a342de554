import type {Row} from "../../marts/list.js";
import {aboutName} from "../../words/account-events.js";
import {formatDate, formatNumber} from "../../words/format.js";
import {shiftMonth} from "../../words/month.js";
import {counted, say} from "../../words/say.js";
import type {ReportView} from "../view.js";

type Account = Row<"key_accounts">;

/** What is said of a key account: only of what the report has records of, and for as long as it has them. */
export const accountSentences = (view: ReportView, account: Account, {shown}: {shown: number}): string[] =>
  [
    amountSaid(view, account),
    view.entities.has("orders") ? ordersSaid(view, account) : "",
    view.entities.has("tickets") ? complaintsSaid(view, account) : "",
    view.entities.has("surveys") ? scoreSaid(view, account) : "",
    account.events > shown
      ? say(view, {
          zh: `下面列最近 ${formatNumber(shown, "count", view)} 次往来，共 ${formatNumber(account.events, "count", view)} 次。`,
          en: `The last ${formatNumber(shown, "count", view)} of ${counted(account.events, "event")} are listed below.`,
        })
      : "",
  ].filter(Boolean);

function amountSaid(view: ReportView, {revenue}: Account): string {
  if (revenue === null) return "";
  const amount = formatNumber(revenue, "money", view);
  if (view.entities.has("orders")) return say(view, {zh: `近 12 个月金额 ${amount}。`, en: `${amount} in 12 months.`});
  return view.entities.has("contracts") ? say(view, {zh: `合同总额 ${amount}。`, en: `${amount} by contracts.`}) : "";
}

function ordersSaid(view: ReportView, {orders, last_order_date: last}: Account): string {
  const span = spanSaid(view, "orders");
  if (orders === 0 || !last) return say(view, {zh: `${span.zh}没有订单。`, en: `No order ${span.en}.`});
  const date = formatDate(last, view);
  return say(view, {
    zh: `${span.zh}订单 ${formatNumber(orders, "count", view)} 笔，最近一笔 ${date}。`,
    en: `${counted(orders, "order")} ${span.en}, the last on ${date}.`,
  });
}

function complaintsSaid(view: ReportView, account: Account): string {
  const {complaints, complaints_open: open, complaints_unclear: unclear, last_complaint_date: last} = account;
  const span = spanSaid(view, "tickets");
  if (complaints === 0 || !last) return say(view, {zh: `${span.zh}没有投诉。`, en: `No complaint ${span.en}.`});
  const about = aboutName(view, {kind: "complaint", about: account.last_complaint_about});
  const [date, cause] = [formatDate(last, view), {zh: about && `（${about}）`, en: about && ` (${about})`}];
  const parts = {
    zh: [...(open > 0 ? [`${open} 件未结`] : []), ...(unclear > 0 ? [`${unclear} 件不知是否办结`] : [])],
    en: [
      ...(open > 0 ? [`${open} still open`] : []),
      ...(unclear > 0 ? [`whether ${unclear} are done is unknown`] : []),
    ],
  };
  return say(view, {
    zh: `${[`${span.zh}投诉 ${complaints} 件，最近 ${date}${cause.zh}`, ...parts.zh].join("，")}。`,
    en: `${[`${counted(complaints, "complaint")} ${span.en}, the last on ${date}${cause.en}`, ...parts.en].join("; ")}.`,
  });
}

function scoreSaid(view: ReportView, {last_score: score, last_score_date: date}: Account): string {
  const span = spanSaid(view, "surveys");
  if (score === null || !date)
    return say(view, {zh: `${span.zh}没有答过满意度问卷。`, en: `No satisfaction survey answered ${span.en}.`});
  const on = formatDate(date, view);
  return say(view, {
    zh: `最近一次满意度打 ${score} 分（${on}）。`,
    en: `Last satisfaction score ${score} (${on}).`,
  });
}

/** "两年里", "in two years"; where records of a kind do not reach over all of them, the months that there are. */
function spanSaid(view: ReportView, entity: string): {zh: string; en: string} {
  const first = view.month === undefined ? "" : shiftMonth(view.month, -23);
  const known = new Set(
    view
      .rows("source_months")
      .filter((row) => row.entity === entity && row.rows > 0 && row.month >= first && row.month <= (view.month ?? ""))
      .map(({month}) => month),
  ).size;
  if (known >= 24) return {zh: "两年里", en: "in two years"};
  if (known === 0) return {zh: "记录里", en: "on record"};
  return {
    zh: `有记录的 ${known} 个月里`,
    en: known === 1 ? "in the one month on record" : `in the ${known} months on record`,
  };
}
