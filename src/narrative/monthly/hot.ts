import {besideText} from "../../facts/beside.js";
import {isShifted, workingDaysText} from "../../facts/calendar.js";
import {monthCompared} from "../../facts/change.js";
import {isKnown, type Known} from "../../facts/known.js";
import {isMissing, partSuffix} from "../../facts/months.js";
import {type CategoryNow, uncategorised} from "../../facts/past.js";
import {categoriesNow} from "../../facts/service/categories.js";
import {complaintBeside} from "../../facts/service/complaint-change.js";
import type {ReportView} from "../../facts/view.js";
import type {Tile} from "../../figures/overview/tile-shape.js";
import type {Row} from "../../marts/list.js";
import {poissonRate} from "../../stats/estimates/poisson-rate.js";
import {memberName} from "../../words/dimensions.js";
import {formatNumber} from "../../words/format.js";
import {newKindText} from "../../words/new-kind.js";
import {counted, listed, say} from "../../words/say.js";
import {usualText} from "../../words/usual.js";
import {festivalLines} from "./calendar.js";
import {evidence, listedComplaints, targetText, unknownLine} from "./evidence.js";
import type {Line} from "./letter.js";
import {movedLines} from "./moved.js";

const page = "complaints.html";
const categoriesFigure = `${page}#complaint-categories`;

/** What is complained about: how much, what is new or rising, what most; and whether the telephone was answered. */
export function hotSpots(view: ReportView, tiles: readonly Tile[]): Line[] {
  const {month} = view;
  const href = `${page}#complaint-rate-trend`;
  const noTickets = {zh: "未收到工单", en: "no tickets received", href};
  if (!month || !view.entities.has("tickets") || isMissing(view, {metric: "complaint_rate", month}))
    return [unknownLine(view, noTickets), ...answering(view)];
  const categories = categoriesNow(view);
  return [...complaints(view, tiles), ...festivalLines(view), ...standing(view, categories), ...answering(view)];
}

const answering = (view: ReportView): Line[] =>
  movedLines(view, [
    {metric: "answer_rate", href: "calls.html#answer-rate-trend"},
    {metric: "service_level", href: `${page}#service-promises`},
  ]);

/** "投诉 108 件，每万户 456（上月 372，去年同月 399），可能是波动；目标 350，未达标" */
function complaints(view: ReportView, tiles: readonly Tile[]): Line[] {
  const row = view.rows("complaints_by_month").find(({month}) => month === view.month);
  const href = `${page}#complaint-rate-trend`;
  if (!view.rows("complaints_by_month").some(({complaints: n}) => n !== null && n > 0))
    return [unknownLine(view, {zh: "工单没有标出哪些是投诉", en: "tickets do not say which are complaints", href})];
  if (!isKnown(row, "complaints"))
    return [{text: say(view, {zh: "本月没有投诉", en: "no complaints this month"}), evidence: "", href}];
  const part = partSuffix(view, {metric: "complaint_rate", month: row.month});
  const n = formatNumber(row.complaints, "count", view);
  const hasRate = row.value !== null;
  const beside = part ? {} : complaintBeside(view);
  const compared = besideText(view, beside, {unit: hasRate ? "per_10000" : "count"});
  const rate = formatNumber(row.value, "per_10000", view);
  const target = targetText(view, {tiles, id: "complaint_rate"});
  const isNews = beside.month?.verdict === "clear" && !isShifted(view, [row.month, beside.month.month]);
  const few = fewComplainants(view, row);
  const base = part || !beside.month ? "" : changedBase(view, {now: row, before: beside.month.month});
  const days = workingDaysText(view);
  // A number of complaints stands beside numbers, a rate beside rates.
  const news = hasRate
    ? say(view, {zh: `每万户投诉 ${rate}${compared}`, en: `${rate} complaints per 10,000 customers${compared}`})
    : say(view, {zh: `投诉 ${n} 件${compared}`, en: `${n} complaints${compared}`});
  return [
    {
      text: hasRate
        ? say(view, {
            zh: `投诉 ${n} 件${few}${part}，每万户 ${rate}${compared}${base}${target}`,
            en: `${n} complaints${few}${part}, ${rate} per 10,000 customers${compared}${base}${target}`,
          })
        : say(view, {zh: `投诉 ${n} 件${few}${part}${compared}`, en: `${n} complaints${few}${part}${compared}`}),
      evidence: [
        hasRate
          ? evidence(view, {lo: row.lo, hi: row.hi, n: row.customers}, "per_10000")
          : evidence(view, limits(row.complaints), "count"),
        ...(days ? [days] : []),
      ].join(say(view, {zh: "，", en: ", "})),
      href,
      records: listedComplaints,
      ...(isNews ? {news} : {}),
    },
  ];
}

type Month = Row<"complaints_by_month">;

/** " from 4 customers", where each complained at least twice on average: a rate of all customers would not tell. */
function fewComplainants(view: ReportView, {complaints, complainants}: Known<Month, "complaints">): string {
  if (!complainants || complaints < 2 * complainants) return "";
  const n = formatNumber(complainants, "count", view);
  return say(view, {zh: `（只来自 ${n} 户）`, en: ` from only ${counted(complainants, "customer")}`});
}

/** A base that fell or grew by more than this makes a rate of its own. */
const largeChange = 0.25;

/** "；有效客户 30 户，上月 315 户", where the rate moved because the customers did. */
function changedBase(view: ReportView, {now, before}: {now: Month; before: string}): string {
  const then = view.rows("complaints_by_month").find(({month}) => month === before)?.customer_months;
  const after = now.customer_months;
  if (!then || !after || Math.abs(after / then - 1) <= largeChange) return "";
  const [n, m] = [after, then].map((customers) => formatNumber(Math.round(customers), "count", view));
  const name = monthCompared(view, before);
  return say(view, {
    zh: `；日均有效客户 ${n} 户，${name} ${m} 户`,
    en: `; active customers ${n} on an average day, ${name} ${m}`,
  });
}

/** Exact Poisson limits of a count. */
function limits(events: number): {lo: number; hi: number; n: number} {
  const {low, high} = poissonRate({events, exposure: 1});
  return {lo: low, hi: high, n: events};
}

/** New and rising categories, the most frequent first; then what it is mainly, or that none stands out. */
function standing(view: ReportView, categories: readonly CategoryNow[]): Line[] {
  const [first] = categories;
  if (first?.category === uncategorised && categories.length === 1) return usualLine(view, first);
  const found = categories.filter(({isNew, isRising}) => isNew || isRising).slice(0, 3);
  const lines = found.map((each) => categoryLine(view, each));
  const most = foremost(categories.filter((each) => !found.includes(each))).map(
    ({category, now}) => `${nameOf(view, category)} ${formatNumber(now, "count", view)}`,
  );
  if (most.length === 0) return lines;
  const names = listed(view, most);
  const text = !categories.some(({isCompared}) => isCompared)
    ? // A part of a month is like no month before it; and the first of all has none.
      say(view, {
        zh: `${found.length > 0 ? "其余" : ""}主要是${names}`,
        en: `${found.length > 0 ? "then" : "mainly"}: ${names}`,
      })
    : found.length === 0
      ? say(view, {
          zh: `没有类别明显多于以往；主要是${names}`,
          en: `no category clearly above its past; mainly ${names}`,
        })
      : say(view, {zh: `其余主要是${names}，没有明显变化`, en: `then: ${names}, without clear change`});
  const n = categories.reduce((sum, {now}) => sum + now, 0);
  return [...lines, {text, evidence: evidence(view, {n}, "count"), href: categoriesFigure, records: listedComplaints}];
}

/** The two most frequent, and up to two that are as frequent; of more alike only what stands before them. */
function foremost(categories: readonly CategoryNow[]): readonly CategoryNow[] {
  const least = categories[1]?.now ?? 0;
  const found = categories.filter(({now}) => now >= least);
  return found.length <= 4 ? found : categories.filter(({now}) => now > least);
}

/** Where no complaint bears a category there is one thing to say of all: that they are more than usual. */
function usualLine(view: ReportView, {now, before, months, isAbove}: CategoryNow): Line[] {
  if (!isAbove) return [];
  const usual = usualText(view, before / Math.max(1, months));
  const text = say(view, {zh: `投诉多于平时（${usual.trim()} 件）`, en: `complaints are above the usual ${usual}`});
  const href = `${page}#complaint-rate-trend`;
  return [{text, evidence: evidence(view, limits(now), "count"), href, records: listedComplaints, news: text}];
}

function categoryLine(view: ReportView, {category, now, before, months, isNew}: CategoryNow): Line {
  const name = nameOf(view, category);
  const usual = usualText(view, before / Math.max(1, months));
  const count = formatNumber(now, "count", view);
  return {
    text: isNew
      ? say(view, {
          zh: `新投诉“${name}” ${count} 件，前 ${months} 个月没有`,
          en: `new: “${name}”, ${count} complaints, none in the ${months} months before`,
        })
      : say(view, {
          zh: `“${name}”${count} 件，平时${usual} 件`,
          en: `“${name}”: ${count} complaints, usually ${usual}`,
        }),
    evidence: evidence(view, limits(now), "count"),
    href: categoriesFigure,
    records: listedComplaints,
    news: isNew
      ? newKindText(view, {name, count})
      : say(view, {
          zh: `“${name}”投诉 ${count} 件，平时${usual} 件`,
          en: `“${name}”, ${count} complaints, usually ${usual}`,
        }),
  };
}

const nameOf = (view: ReportView, member: string): string => memberName(view, {dimension: "category", member});
