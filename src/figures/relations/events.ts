import type {ReportView} from "../../facts/view.js";
import type {Row} from "../../marts/list.js";
import {campaignName} from "../../words/care.js";
import {inOrder, memberName} from "../../words/dimensions.js";
import {formatDate, formatInterval, formatNumber} from "../../words/format.js";
import {personName} from "../../words/people.js";
import {counted, say} from "../../words/say.js";
import type {FigureOrMissing} from "../figure.js";
import {missingFigure} from "../forms/missing.js";
import {column, tableFigure} from "../forms/table.js";

type Event = Row<"customer_events">;

const needs = ["care_actions", "customer_events"];

const byDate = (rows: readonly Event[]): Event[] =>
  [...rows].sort(
    (a, b) =>
      ((a.held_date ?? a.planned_date ?? "") < (b.held_date ?? b.planned_date ?? "") ? 1 : -1) ||
      (a.event_id < b.event_id ? -1 : 1),
  );

/** Each event: plan and budget beside what happened, cost a head, incidents, and what guests had to say. */
export function customerEvents(view: ReportView): FigureOrMissing {
  const id = "customer-events";
  const rows = byDate(view.rows("customer_events"));
  const [last] = rows.filter(({held_date}) => held_date !== null);
  if (rows.length === 0)
    return missingFigure(view, {
      id,
      needs,
      shows: {zh: "客户活动的方案、预算和到场", en: "events: plan, budget and guests"},
    });
  const head = (row: Event) => (row.cost === null || !row.attended ? null : row.cost / row.attended);
  return tableFigure(view, {
    id,
    title: eventsTitle(view, {rows, last}),
    subtitle: say(view, {
      zh: "新的在前；到场按关怀记录，费用按活动总账（没有就按到场人的费用）",
      en: "The latest first; guests by the care records, cost of the whole event (else of its guests)",
    }),
    n: rows.length,
    marts: ["customer_events"],
    columns: [
      column("event", say(view, {zh: "活动", en: "Event"})),
      column("held", say(view, {zh: "举办", en: "Held"}), "date"),
      column("planned", say(view, {zh: "计划", en: "Planned"}), "date"),
      column("plan", say(view, {zh: "有方案", en: "Written plan"})),
      column("kind", say(view, {zh: "类型", en: "Kind"})),
      column("owner", say(view, {zh: "负责人", en: "Owner"})),
      column("guests", say(view, {zh: "计划人数", en: "Planned guests"}), "count"),
      column("invited", say(view, {zh: "邀请", en: "Invited"}), "count"),
      column("attended", say(view, {zh: "到场", en: "Came"}), "count"),
      column("budget", say(view, {zh: "预算", en: "Budget"}), "money"),
      column("cost", say(view, {zh: "实际", en: "Cost"}), "money"),
      column("over", say(view, {zh: "超预算", en: "Over budget"}), "share"),
      column("head", say(view, {zh: "到场每户", en: "A guest"}), "money"),
      column("incidents", say(view, {zh: "事故", en: "Incidents"}), "count"),
      column("testimonials", say(view, {zh: "客户见证", en: "Testimonials"}), "count"),
    ],
    rows: rows.map((row) => [
      campaignName(view, row.campaign),
      row.held_date,
      row.planned_date,
      row.has_plan === null ? "" : row.has_plan ? say(view, {zh: "有", en: "yes"}) : say(view, {zh: "无", en: "no"}),
      campaignName(view, row.kind),
      personName(view, row.owner),
      row.guests_planned,
      row.invited,
      row.attended,
      row.budget,
      row.cost,
      row.cost === null || !row.budget ? null : row.cost / row.budget - 1,
      head(row),
      row.incidents,
      row.testimonials,
    ]),
    notes: eventNotes(view, rows),
  });
}

/** The last event held: who came, at what cost, and how that stands to the budget. */
function eventsTitle(view: ReportView, {rows, last}: {rows: readonly Event[]; last: Event | undefined}): string {
  const money = (value: number | null) => formatNumber(value, "money", view);
  return last
    ? say(view, {
        zh: `“${campaignName(view, last.campaign)}”${last.attended === null ? `邀请 ${last.invited} 户` : `到场 ${last.attended} 户（邀请 ${last.invited}）`}${last.cost === null ? "" : `，花了 ${money(last.cost)}`}${budgetText(view, last)}`,
        en: `“${campaignName(view, last.campaign)}”: ${last.attended === null ? `${last.invited} invited` : `${last.attended} came, ${last.invited} invited`}${last.cost === null ? "" : `, at ${money(last.cost)}`}${budgetText(view, last)}`,
      })
    : say(view, {
        zh: `计划了 ${rows.length} 场客户活动，还没有办过`,
        en: `${counted(rows.length, "event")} planned, none held yet`,
      });
}

/** What to look into: incidents, and events without a plan. */
const eventNotes = (view: ReportView, rows: readonly Event[]): string[] =>
  [
    ...rows
      .filter(({incidents}) => (incidents ?? 0) > 0)
      .map(({incidents, ...row}) =>
        say(view, {
          zh: `“${campaignName(view, row.campaign)}”记了 ${incidents} 起事故，要看原因。`,
          en: `“${campaignName(view, row.campaign)}” recorded ${counted(incidents ?? 0, "incident")}: look into why.`,
        }),
      ),
    ...rows
      .filter(({held_date, has_plan}) => held_date === null && has_plan === false)
      .map(({planned_date, ...row}) =>
        say(view, {
          zh: `“${campaignName(view, row.campaign)}”${planned_date ? `定在 ${formatDate(planned_date, view)}，` : ""}还没有方案。`,
          en: `“${campaignName(view, row.campaign)}”${planned_date ? `, planned for ${formatDate(planned_date, view)},` : ""} has no written plan yet.`,
        }),
      ),
  ].slice(0, 3);

function budgetText(view: ReportView, {budget, cost}: Event): string {
  if (budget === null || cost === null || budget === 0) return "";
  const share = formatNumber(Math.abs(cost / budget - 1), "share", view);
  if (cost === budget) return say(view, {zh: "，正好是预算", en: ", just the budget"});
  return cost > budget
    ? say(view, {zh: `，超预算 ${share}`, en: `, ${share} over budget`})
    : say(view, {zh: `，比预算省 ${share}`, en: `, ${share} under budget`});
}

/** Who came, by tier. */
export function eventGuests(view: ReportView): FigureOrMissing {
  const id = "event-guests";
  const rows = view.rows("event_guests");
  const invited = rows.reduce((sum, row) => sum + row.invited, 0);
  const attended = rows.reduce((sum, row) => sum + row.attended, 0);
  if (invited < 10)
    return missingFigure(view, {id, needs, shows: {zh: "各等级客户的到场", en: "guests of events by tier"}});
  const campaigns = byDate(view.rows("customer_events"))
    .map(({campaign}) => campaign)
    .filter((campaign) => rows.some((row) => row.campaign === campaign));
  return tableFigure(view, {
    id,
    title: say(view, {
      zh: `客户活动邀请 ${invited} 户次，到场 ${attended} 户次（${formatNumber(attended / invited, "share", view)}）`,
      en: `Invitations to events: ${invited}, guests who came: ${attended} (${formatNumber(attended / invited, "share", view)})`,
    }),
    subtitle: say(view, {zh: "按活动和客户等级", en: "By event and tier"}),
    n: invited,
    marts: ["event_guests", "customer_events"],
    columns: [
      column("event", say(view, {zh: "活动", en: "Event"})),
      column("tier", say(view, {zh: "等级", en: "Tier"})),
      column("invited", say(view, {zh: "邀请", en: "Invited"}), "count"),
      column("attended", say(view, {zh: "到场", en: "Came"}), "count"),
      column("share", say(view, {zh: "到场率", en: "Share"}), "share"),
      column("cost", say(view, {zh: "到场人的费用", en: "Spent on guests"}), "money"),
    ],
    rows: [
      ...campaigns.flatMap((campaign) =>
        inOrder(view, {
          dimension: "tier",
          members: rows
            .filter((row) => row.campaign === campaign)
            .map((row) => ({...row, member: row.tier, n: row.invited})),
        }).map((row) => [
          campaignName(view, campaign),
          memberName(view, {dimension: "tier", member: row.tier}),
          row.invited,
          row.attended,
          row.invited < 10 ? null : row.attended / row.invited,
          row.attended < 5 ? null : row.cost,
        ]),
      ),
      [
        say(view, {zh: "合计", en: "Together"}),
        "",
        invited,
        attended,
        attended / invited,
        rows.reduce((sum, row) => sum + row.cost, 0),
      ],
    ],
  });
}

/** What those who came bought afterwards, beside others of the same class. */
export function eventEffects(view: ReportView): FigureOrMissing {
  const id = "event-effects";
  const rows = view.rows("event_effects");
  const [first] = rows.filter(({difference}) => difference !== null);
  if (!first)
    return missingFigure(view, {
      id,
      needs: ["care_actions", "orders"],
      shows: {zh: "到场客户之后的采购", en: "what guests bought afterwards"},
    });
  const money = (value: number | null) => formatNumber(value, "money", view);
  const sure = rows.filter(({difference_lo: lo, difference_hi: hi}) => (lo ?? 0) > 0 || (hi ?? 0) < 0);
  const [told] = sure;
  const interval = (row: (typeof rows)[number]) =>
    formatInterval([row.difference_lo, row.difference_hi], "money", view);
  return tableFigure(view, {
    id,
    title: told
      ? say(view, {
          zh: `“${campaignName(view, told.campaign)}”后 90 天，到场客户比同等级其他客户每户${(told.difference ?? 0) > 0 ? "多" : "少"}买 ${money(Math.abs(told.difference ?? 0))}（${interval(told)}）`,
          en: `In the 90 days after “${campaignName(view, told.campaign)}” guests bought ${money(Math.abs(told.difference ?? 0))} ${(told.difference ?? 0) > 0 ? "more" : "less"} each than others of their tier (${interval(told)})`,
        })
      : say(view, {
          zh: `办过的活动：到场客户之后的采购看不出多于同等级其他客户`,
          en: "No event shows guests buying more afterwards than others of their tier",
        }),
    subtitle: say(view, {
      zh: "每户活动前后 90 天的订单额；其他客户按到场客户的等级折算；满 90 天的活动",
      en: "Orders a customer in the 90 days before and after; others weighted to the tiers of the guests; events 90 days ago",
    }),
    n: rows.reduce((sum, row) => sum + row.came + row.others, 0),
    method: say(view, {
      zh: "前后差之差，等级内比较，正态 95% 区间",
      en: "difference of changes within tiers, normal 95% interval",
    }),
    marts: ["event_effects"],
    columns: [
      column("event", say(view, {zh: "活动", en: "Event"})),
      column("came", say(view, {zh: "到场客户", en: "Guests"}), "count"),
      column("came_before", say(view, {zh: "到场：之前", en: "Guests: before"}), "money"),
      column("came_after", say(view, {zh: "到场：之后", en: "Guests: after"}), "money"),
      column("others", say(view, {zh: "其他客户", en: "Others"}), "count"),
      column("others_before", say(view, {zh: "其他：之前", en: "Others: before"}), "money"),
      column("others_after", say(view, {zh: "其他：之后", en: "Others: after"}), "money"),
      column("difference", say(view, {zh: "差", en: "Difference"}), "money"),
      column("difference_lo", say(view, {zh: "下限", en: "Lower"}), "money"),
      column("difference_hi", say(view, {zh: "上限", en: "Upper"}), "money"),
    ],
    rows: rows.map((row) => [
      campaignName(view, row.campaign),
      row.came,
      row.came_before,
      row.came_after,
      row.others,
      row.others_before,
      row.others_after,
      row.difference,
      row.difference_lo,
      row.difference_hi,
    ]),
    notes: [
      say(view, {
        zh: "谁来不是随机的：有差别也不等于活动的效果。",
        en: "Guests were not chosen at random: a difference is not the effect of the event.",
      }),
    ],
  });
}
