import type {Row} from "../marts/list.js";
import {formatDate, formatDay, formatMonth, formatNumber} from "../words/format.js";
import {shiftMonth} from "../words/month.js";
import {counted, say} from "../words/say.js";
import type {ReportView} from "./view.js";

type Leaving = Row<"leaving_dates">;

/** What is known of leaving dates, where they tell who is lost. */
export const leavingDates = (view: ReportView): Leaving | undefined =>
  view.rows("leaving_dates").find(({rule}) => rule === "left_date");

/** The last day that leaving dates reach, where that is before the report month's end; else undefined. */
export function leavingEnd(view: ReportView): string | undefined {
  const last = leavingDates(view)?.last_date;
  return view.month && last && last.slice(0, 7) <= view.month && !isMonthEnd(last, view.month) ? last : undefined;
}

const isMonthEnd = (day: string, month: string): boolean =>
  day.startsWith(month) && shiftMonth(month, 1) === nextDay(day).slice(0, 7);

const nextDay = (day: string): string => new Date(Date.parse(day) + 86_400_000).toISOString().slice(0, 10);

/** What the rate of leaving dates says and leaves out, each with how many. */
export function leavingNotes(view: ReportView): string[] {
  const found = leavingDates(view);
  if (!found) return [];
  const {undated, impossible, planned, returned} = found;
  const n = (value: number) => formatNumber(value, "count", view);
  return [
    say(view, {
      zh: "按客户表里的离开日期算；表里不写怎样离开的，被淘汰、停业、搬迁的也在内。样本量一栏是月初的客户数。",
      en: "Lost on the leaving date in the customers' list, which does not say how: customers let go, closed down or moved are among them. The column n counts customers at the start of the month.",
    }),
    ...beginning(view, found),
    ...ending(view),
    ...(undated > 0
      ? [
          say(view, {
            zh: `${n(undated)} 户没有入网日期，当作一开始就在，客户数可能偏多。`,
            en: `${counted(undated, "customer")} without a joining date ${undated === 1 ? "counts" : "count"} as there from the start: there may have been fewer.`,
          }),
        ]
      : []),
    ...(impossible > 0
      ? [
          say(view, {
            zh: `${n(impossible)} 户离开早于入网，没有计入。`,
            en: `${counted(impossible, "customer")} who left before joining ${impossible === 1 ? "is" : "are"} not counted.`,
          }),
        ]
      : []),
    ...(planned > 0
      ? [
          say(view, {
            zh: `${n(planned)} 户的离开日期还没到，仍算客户。`,
            en: `${counted(planned, "customer")} whose leaving date is yet to come still ${planned === 1 ? "counts" : "count"} as there.`,
          }),
        ]
      : []),
    ...(returned > 0
      ? [
          say(view, {
            zh: `${n(returned)} 户在离开日期之后又下过单，仍算流失：请核对日期。`,
            en: `${counted(returned, "customer")} ordered after the leaving date and still ${returned === 1 ? "counts" : "count"} as lost: check the dates.`,
          }),
        ]
      : []),
  ];
}

function beginning(view: ReportView, {begins_late, first_date}: Leaving): string[] {
  if (!begins_late) return [];
  const month = formatMonth(first_date.slice(0, 7), view);
  return [
    say(view, {
      zh: `离开日期从 ${month}起才完整：此前走了多少不知道，不是 0。`,
      en: `Leaving dates are complete from ${month}: how many left before is not known, not zero.`,
    }),
  ];
}

function ending(view: ReportView): string[] {
  const last = leavingEnd(view);
  if (!last) return [];
  const day = formatDate(last, view);
  return [
    say(view, {
      zh: `离开日期只到 ${day}：之后走了多少还不知道，不是 0。`,
      en: `Leaving dates reach ${day} only: how many left later is not known, not zero.`,
    }),
  ];
}

/** Why there is no rate, or none of the report month, though the list gives leaving dates. */
export function leavingDoubts(view: ReportView): string[] {
  const found = leavingDates(view);
  if (!found) return [];
  const {customers, gone} = found;
  const [n, all] = [formatNumber(gone, "count", view), formatNumber(customers, "count", view)];
  if (!found.has_base)
    return [
      say(view, {
        zh: `客户表 ${all} 户中 ${n} 户有离开日期：没有仍在的客户可比，算不出流失率；请把仍在的客户也导出。`,
        en: `${n} of ${all} in the customers' list have a leaving date: with none still there, there is no churn rate. Export those still there too.`,
      }),
    ];
  if (view.rows("churn_by_month").length === 0)
    return [
      say(view, {
        zh: "离开日期不够一个完整的月，算不出流失率。",
        en: "Leaving dates cover no whole month: there is no churn rate.",
      }),
    ];
  const last = leavingEnd(view);
  if (!last) return [];
  return [
    say(view, {
      zh: `离开日期只到 ${formatDay(last, view)}：${formatMonth(view.month!, view)}的流失还不知道。`,
      en: `Leaving dates reach ${formatDay(last, view)} only: churn in ${formatMonth(view.month!, view)} is not known yet.`,
    }),
  ];
}

/** Leaving dates that the rule in force does not go by. */
const otherDates = (view: ReportView): Leaving | undefined =>
  view.rows("leaving_dates").find(({rule}) => rule !== "left_date");

/** Whether the source says who left, and when as well. */
export const isStatedDated = (view: ReportView): boolean =>
  view.churnRule === "stated" && otherDates(view) !== undefined;

/** What leaving dates say otherwise than the rule in force, or what they would tell. */
export function otherLeaving(view: ReportView): string[] {
  const {unlike = 0} = otherDates(view) ?? {};
  if (isStatedDated(view))
    return [
      say(view, {
        zh: "客户表也有离开日期：在 rules/churn.yaml 写 rule: left_date，就按日期算各月流失率。",
        en: "The customers' list has leaving dates, too: with rule: left_date in rules/churn.yaml they make a rate of every month.",
      }),
    ];
  if (unlike === 0) return [];
  const n = formatNumber(unlike, "count", view);
  return [
    view.churnRule === "contract"
      ? say(view, {
          zh: `客户表说已离开、合同却还在的有 ${n} 户：流失按合同算。`,
          en: `${counted(unlike, "customer")} left by the customers' list but still ${unlike === 1 ? "has a contract" : "have contracts"}: contracts decide.`,
        })
      : say(view, {
          zh: `客户表说已离开、按订单却还在的有 ${n} 户：流失按订单算。`,
          en: `${counted(unlike, "customer")} left by the customers' list but not by orders: orders decide.`,
        }),
  ];
}
