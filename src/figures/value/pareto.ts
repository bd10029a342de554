import type {ReportView} from "../../facts/view.js";
import {formatNumber} from "../../words/format.js";
import {periodName} from "../../words/period.js";
import {say} from "../../words/say.js";
import type {FigureOrMissing} from "../figure.js";
import {missingFigure} from "../forms/missing.js";
import {partsFigure} from "../forms/parts.js";
import {column} from "../forms/table.js";

/** What the first 1, 5, 10 … % of those who buy bring: as found, not "80/20". */
export function valuePareto(view: ReportView): FigureOrMissing {
  const id = "value-pareto";
  const rows = view.rows("revenue_shares").filter(({top}) => top < 1);
  const [spread] = view.rows("revenue_concentration");
  const said = rows.find(({top}) => top === 0.05) ?? rows[0];
  if (!said || !spread)
    return missingFigure(view, {
      id,
      needs: ["orders"],
      shows: {zh: "收入集中在多少客户身上", en: "how many customers bring most of the revenue"},
    });
  const top = (share: number) =>
    say(view, {zh: `前 ${Math.round(share * 100)}%`, en: `First ${Math.round(share * 100)}%`});
  const value = formatNumber(said.value, "share", view);
  const number = (each: number) => formatNumber(each, "count", view);
  return partsFigure(view, {
    id,
    title: say(view, {
      zh: `${top(said.top)} 的客户（${number(said.customers)} 户）带来 ${value} 的收入`,
      en: `The first ${Math.round(said.top * 100)}% of customers (${number(said.customers)}) bring ${value} of revenue`,
    }),
    subtitle: say(view, {
      zh: `有购买的 ${number(spread.buyers)} 户按购买额从高到低排；${periodName(view)}`,
      en: `${number(spread.buyers)} customers who bought, ranked by amount; ${periodName(view)}`,
    }),
    form: "columns",
    unit: "share",
    labels: say(view, {zh: "购买额最高的客户", en: "Customers who buy most"}),
    series: [{id: "value", name: say(view, {zh: "占收入", en: "Share of revenue"}), role: "main"}],
    more: [
      column("customers", say(view, {zh: "户数", en: "Customers"}), "count"),
      column("revenue", say(view, {zh: "收入", en: "Revenue"}), "money"),
    ],
    rows: rows.map((row) => ({
      label: top(row.top),
      parts: [{value: row.value, n: row.customers}],
      more: [row.customers, row.revenue],
    })),
    n: spread.buyers,
    method: say(view, {
      zh: `全部有购买的客户；基尼系数 ${spread.gini.toFixed(2)}，相当于 ${number(Math.round(spread.effective_number))} 户一样大的客户`,
      en: `all who bought; Gini ${spread.gini.toFixed(2)}, as concentrated as ${number(Math.round(spread.effective_number))} equal customers`,
    }),
    marts: ["revenue_shares", "revenue_concentration"],
    notes: [
      say(view, {
        zh: `占去收入八成的是 ${number(spread.a_customers)} 户（${formatNumber(spread.a_share, "share", view)}），不是想当然的两成。`,
        en: `Four fifths of revenue come from ${number(spread.a_customers)} customers (${formatNumber(spread.a_share, "share", view)}), as found: no “80/20” assumed.`,
      }),
      say(view, {
        zh:
          spread.risk_accounts > 0
            ? `单户超过收入 5% 的有 ${spread.risk_accounts} 户，最大一户占 ${formatNumber(spread.largest_share, "share", view)}。`
            : "没有一户超过收入的 5%。",
        en:
          spread.risk_accounts > 0
            ? `Customers above 5% of revenue: ${spread.risk_accounts}; the largest holds ${formatNumber(spread.largest_share, "share", view)}.`
            : "No customer holds more than 5% of revenue.",
      }),
    ],
  });
}
