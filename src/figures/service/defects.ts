import type {ReportView} from "../../facts/view.js";
import {memberName} from "../../words/dimensions.js";
import {formatNumber} from "../../words/format.js";
import {periodName} from "../../words/period.js";
import {listed, say} from "../../words/say.js";
import type {FigureOrMissing} from "../figure.js";
import {missingFigure} from "../forms/missing.js";
import {column, tableFigure} from "../forms/table.js";

/** Ticket numbers in a cell; the rest are counted. */
const shownTickets = 20;

/** Flaws behind the complaints: what they are about, why, how many, what the repair cost, whose they are, which tickets. */
export function defectRegister(view: ReportView): FigureOrMissing {
  const id = "defect-register";
  const rows = [...view.rows("defect_register")].sort(
    (a, b) => b.complaints - a.complaints || compare(a.category, b.category) || compare(a.cause, b.cause),
  );
  const named = rows.filter(({category, cause}) => cause !== "" || category !== "(none)");
  const coded = named.filter(({cause}) => cause !== "");
  const [first] = coded.length > 0 ? coded : named;
  if (!first)
    return missingFigure(view, {
      id,
      needs: ["tickets"],
      shows: {zh: "投诉背后的缺陷台账", en: "the register of flaws behind complaints"},
    });
  const flaw = ({category, cause}: (typeof rows)[number]) => {
    const name = memberName(view, {dimension: "category", member: category});
    return cause === "" ? name : `${name} · ${view.label("causes", cause)}`;
  };
  const hasCost = named.some(({repaired}) => repaired > 0);
  const dearest = [...named].sort((a, b) => b.repair_cost - a.repair_cost || compare(a.category, b.category))[0]!;
  const cost = hasCost
    ? say(view, {
        zh: `；维修花费最多的是“${flaw(dearest)}”，${formatNumber(dearest.repair_cost, "money", view)}`,
        en: `; dearest to repair: “${flaw(dearest)}”, ${formatNumber(dearest.repair_cost, "money", view)}`,
      })
    : "";
  return tableFigure(view, {
    id,
    title: say(view, {
      zh: `投诉最多的缺陷：“${flaw(first)}”${formatNumber(first.complaints, "count", view)} 件${cost}`,
      en: `Most complaints from one flaw: “${flaw(first)}”, ${formatNumber(first.complaints, "count", view)}${cost}`,
    }),
    subtitle: say(view, {
      zh: `投诉按类别和原因代码；一件有几个原因就记几行；${periodName(view)}`,
      en: `Complaints by category and coded cause; one with several causes stands in several rows; ${periodName(view)}`,
    }),
    columns: [
      column("category", say(view, {zh: "类别", en: "Category"})),
      column("cause", say(view, {zh: "原因", en: "Cause"})),
      column("complaints", say(view, {zh: "投诉数", en: "Complaints"}), "count"),
      column("customers", say(view, {zh: "客户数", en: "Customers"}), "count"),
      column("still_open", say(view, {zh: "未结", en: "Open"}), "count"),
      column("repaired", say(view, {zh: "上门维修", en: "Repaired on site"}), "count"),
      column("repair_cost", say(view, {zh: "维修费", en: "Repair cost"}), "money"),
      column("owner", say(view, {zh: "责任方", en: "Owner"})),
      column("owned", say(view, {zh: "其中归它", en: "Of these theirs"}), "count"),
      column("tickets", say(view, {zh: "工单", en: "Tickets"})),
    ],
    rows: rows.map((row) => {
      const tickets = row.tickets.split(" ");
      const more = row.complaints - Math.min(tickets.length, shownTickets);
      return [
        memberName(view, {dimension: "category", member: row.category}),
        row.cause === "" ? say(view, {zh: "未编原因", en: "Not coded"}) : view.label("causes", row.cause),
        row.complaints,
        row.customers,
        row.still_open,
        row.repaired,
        row.repair_cost,
        memberName(view, {dimension: "responsible", member: row.owner}),
        row.owned,
        `${listed(view, tickets.slice(0, shownTickets))}${more > 0 ? say(view, {zh: `，另有 ${more} 件`, en: ` and ${more} more`}) : ""}`,
      ];
    }),
    n: rows.reduce((total, {complaints}) => total + complaints, 0),
    marts: ["defect_register"],
    metrics: ["complaint_rate"],
    notes: [
      say(view, {
        zh: "责任方取这类投诉里判得最多的；维修费是这些工单名下上门单的费用。",
        en: "The owner is whom most of these complaints were put down to; the cost is that of the visits on these tickets.",
      }),
    ],
  });
}

const compare = (one: string, other: string): number => (one < other ? -1 : one > other ? 1 : 0);
