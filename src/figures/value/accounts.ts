import {tierName} from "../../facts/value/tiers.js";
import type {ReportView} from "../../facts/view.js";
import type {Row} from "../../marts/list.js";
import {memberName} from "../../words/dimensions.js";
import {formatNumber} from "../../words/format.js";
import {personName} from "../../words/people.js";
import {counted, say} from "../../words/say.js";
import type {FigureOrMissing} from "../figure.js";
import {missingRule} from "../forms/missing.js";
import {column, tableFigure} from "../forms/table.js";

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
  return tableFigure(view, {
    id,
    title: titleOf(view, rows),
    subtitle: say(view, {
      zh: `最高等级（${tierName(view, rows[0]!.tier)}），近 12 个月金额高的在前；订单、投诉为近 24 个月`,
      en: `The best tier (${tierName(view, rows[0]!.tier)}), most amount in 12 months first; orders and complaints of 24 months`,
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
      view.entities.has("orders") ? row.orders : null,
      view.entities.has("tickets") ? row.complaints : null,
      row.last_score,
      row.last_date,
      personName(view, row.owner),
    ]),
  });
}

/** How many there are, with how many complained where tickets tell of it; of more than have a page both numbers. */
function titleOf(view: ReportView, rows: readonly Row<"key_accounts">[]): string {
  const {tier: code, of_customers: all} = rows[0]!;
  const tier = tierName(view, code);
  const count = (n: number) => formatNumber(n, "count", view);
  if (all > rows.length)
    return say(view, {
      zh: `${tier}客户前 ${count(rows.length)} 户各一页，共 ${count(all)} 户`,
      en: `A page for the first ${count(rows.length)} of ${counted(all, "customer")} of tier “${tier}”`,
    });
  const complaining = rows.filter(({complaints}) => complaints > 0).length;
  const said = view.entities.has("tickets")
    ? {zh: `，两年里 ${count(complaining)} 户投诉过`, en: `, ${count(complaining)} complained in two years`}
    : {zh: "", en: ""};
  return say(view, {
    zh: `${tier}客户 ${count(rows.length)} 户${said.zh}；每户一页`,
    en: `${counted(rows.length, "customer")} of tier “${tier}”${said.en}; a page for each`,
  });
}
