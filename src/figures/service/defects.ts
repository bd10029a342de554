import type {ReportView} from "../../facts/view.js";
import type {Row} from "../../marts/list.js";
import {memberName} from "../../words/dimensions.js";
import {formatNumber} from "../../words/format.js";
import {periodName} from "../../words/period.js";
import {isRestName} from "../../words/rest.js";
import {listed, say} from "../../words/say.js";
import type {Figure, FigureOrMissing} from "../figure.js";
import {leaders} from "../forms/leaders.js";
import {missingFigure} from "../forms/missing.js";
import {column, tableFigure} from "../forms/table.js";

type Flaw = Row<"defect_register">;

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
  if (named.length === 0)
    return missingFigure(view, {
      id,
      needs: ["tickets"],
      shows: {zh: "投诉背后的缺陷台账", en: "the register of flaws behind complaints"},
    });
  return tableFigure(view, {
    id,
    ...said(view, {named, shown: coded.length > 0 ? coded : named}),
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
        causeOf(view, row),
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

/** The flaw of most complaints and the dearest to repair, each a claim that the table bears out. */
function said(
  view: ReportView,
  {named, shown}: {named: readonly Flaw[]; shown: readonly Flaw[]},
): Required<Pick<Figure, "title" | "claims">> {
  const flaw = ({category, cause}: Flaw) => {
    const name = memberName(view, {dimension: "category", member: category});
    const why = cause === "" ? "" : view.label("causes", cause);
    return why !== "" && isRestName(name) ? why : [name, why].filter(Boolean).join(" · ");
  };
  const {names, others} = leaders(view, shown, {of: ({complaints}) => complaints, name: flaw, kind: "种"});
  const complaints = formatNumber(shown[0]!.complaints, "count", view);
  const dearest = [...named].sort((a, b) => b.repair_cost - a.repair_cost || compare(a.category, b.category))[0]!;
  const hasCost = named.some(({repaired}) => repaired > 0) && dearest.repair_cost > 0;
  const price = formatNumber(dearest.repair_cost, "money", view);
  const cost = hasCost
    ? say(view, {
        zh: `；维修花费最多的是“${flaw(dearest)}”，${price}`,
        en: `; dearest to repair: “${flaw(dearest)}”, ${price}`,
      })
    : "";
  return {
    title: say(view, {
      zh: `投诉最多的缺陷：“${names[0]}”${others}${others && "各 "}${complaints} 件${cost}`,
      en: `Most complaints from one flaw: “${names[0]}”${others}, ${complaints}${others && " each"}${cost}`,
    }),
    claims: [
      {is: "highest", of: "complaints", rows: names, among: shown.map((row) => causeOf(view, row))},
      ...(hasCost ? [{is: "highest" as const, of: "repair_cost", rows: [flaw(dearest)]}] : []),
    ],
  };
}

/** Why, as its cell says it. */
const causeOf = (view: ReportView, {cause}: Flaw): string =>
  cause === "" ? say(view, {zh: "未编原因", en: "Not coded"}) : view.label("causes", cause);

const compare = (one: string, other: string): number => (one < other ? -1 : one > other ? 1 : 0);
