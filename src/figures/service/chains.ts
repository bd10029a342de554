import {metricRows} from "../../facts/metric.js";
import {type Chain, complaintChains} from "../../facts/service/chains.js";
import type {ReportView} from "../../facts/view.js";
import {memberName} from "../../words/dimensions.js";
import {formatDate, formatDay, formatNumber} from "../../words/format.js";
import {counted, listed, say} from "../../words/say.js";
import type {FigureOrMissing} from "../figure.js";
import {missingFigure} from "../forms/missing.js";
import {column, tableFigure} from "../forms/table.js";

/** Complaints that never ended: the same customer about the same cause, again and again, each chain told as one story. */
export function complaintChainsTable(view: ReportView): FigureOrMissing {
  const id = "complaint-chains";
  const chains = complaintChains(view);
  // Where no complaint is known by customer and category nobody can be seen to come again.
  const isKnown = chains.length > 0 || metricRows(view, {metric: "complaint_repeat", dimension: "all"}).length > 0;
  if (!isKnown)
    return missingFigure(view, {
      id,
      needs: ["tickets"],
      shows: {zh: "为同一件事一再投诉的客户", en: "customers who complain of the same thing again and again"},
    });
  const told = chains.slice(0, 3).map((chain) => shortStory(view, chain));
  const more = chains.length - told.length;
  // Whoever comes again and again about two things is one customer.
  const customers = new Set(chains.map(({customer_id}) => customer_id)).size;
  return tableFigure(view, {
    id,
    title:
      chains.length === 0
        ? say(view, {
            zh: "没有客户为同一件事接连投诉三次",
            en: "Nobody complained of the same thing three times running",
          })
        : say(view, {
            zh: `为同一件事接连投诉三次以上的有 ${customers} 户：${listed(view, told)}${more > 0 ? "等" : ""}`,
            en: `${counted(customers, "customer")} complained of the same thing three times or more: ${listed(view, told)}${more > 0 ? " …" : ""}`,
          }),
    subtitle: say(view, {
      zh: "同一客户、同一类别，上一件结案后 30 天内又来；全部月份，最近的在前",
      en: "Same customer and category, back within 30 days of closing; all months, the latest first",
    }),
    columns: [
      column("customer_id", say(view, {zh: "客户", en: "Customer"})),
      column("category", say(view, {zh: "类别", en: "Category"})),
      column("complaints", say(view, {zh: "投诉次数", en: "Complaints"}), "count"),
      column("reopened", say(view, {zh: "重开次数", en: "Reopened"}), "count"),
      column("handlers", say(view, {zh: "经手人数", en: "Handlers"}), "count"),
      column("from", say(view, {zh: "第一次", en: "First"}), "date"),
      column("to", say(view, {zh: "最近一次", en: "Last"}), "date"),
      column("state", say(view, {zh: "现在", en: "Now"})),
      column("story", say(view, {zh: "经过", en: "What happened"})),
      column("tickets", say(view, {zh: "工单", en: "Tickets"})),
    ],
    rows: chains.map((chain) => [
      chain.customer_id,
      memberName(view, {dimension: "category", member: chain.category}),
      chain.complaints.length,
      chain.reopened,
      new Set(chain.complaints.map(({handler}) => handler).filter((handler) => handler !== "")).size,
      chain.from,
      chain.to,
      chain.is_open ? say(view, {zh: "未结", en: "Open"}) : say(view, {zh: "已结", en: "Closed"}),
      story(view, chain),
      listed(
        view,
        chain.complaints.map(({ticket_id}) => ticket_id),
      ),
    ]),
    n: chains.length,
    marts: ["complaint_chains"],
    metrics: ["complaint_rate"],
    notes: [
      say(view, {
        zh: "没有客户编号或没有类别的投诉连不成链，实际只会更多。",
        en: "Complaints without a customer or a category cannot be joined; there are rather more than these.",
      }),
    ],
  });
}

/** "K00321“漏水”4 次". */
const shortStory = (view: ReportView, {customer_id, category, complaints}: Chain): string => {
  const name = memberName(view, {dimension: "category", member: category});
  const times = formatNumber(complaints.length, "count", view);
  return say(view, {zh: `${customer_id}“${name}”${times} 次`, en: `${customer_id} (“${name}”, ${times}×)`});
};

/** "2026年8月31日来，当天结；9月8日又来，重开 1 次，9月10日结 …". */
function story(view: ReportView, {complaints}: Chain): string {
  return complaints
    .map(({created_date, ended_date, reopened}, at) => {
      const came = at === 0 ? formatDate(created_date, view) : formatDay(created_date, view);
      const again = at === 0 ? say(view, {zh: "来", en: "came"}) : say(view, {zh: "又来", en: "again"});
      const back = reopened > 0 ? say(view, {zh: `，重开 ${reopened} 次`, en: `, reopened ${reopened}×`}) : "";
      const end =
        ended_date === ""
          ? say(view, {zh: "未结", en: "open"})
          : ended_date === created_date
            ? say(view, {zh: "当天结", en: "closed that day"})
            : say(view, {zh: `${formatDay(ended_date, view)}结`, en: `closed ${formatDay(ended_date, view)}`});
      return say(view, {zh: `${came}${again}${back}，${end}`, en: `${came} ${again}${back}, ${end}`});
    })
    .join(say(view, {zh: "；", en: "; "}));
}
