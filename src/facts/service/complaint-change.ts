import {isAcross} from "../../metrics/breaks.js";
import {rateRatio} from "../../stats/comparisons/rate-ratio.js";
import {shiftMonth} from "../../words/month.js";
import {say} from "../../words/say.js";
import {type Beside, rateBeside} from "../beside.js";
import {isShifted} from "../calendar.js";
import {monthCompared} from "../change.js";
import {exposuresBeside} from "../exposure.js";
import {isKnown} from "../known.js";
import {isWhole} from "../months.js";
import type {ReportView} from "../view.js";

export interface RateChange {
  readonly from: string;
  readonly ratio: number;
  readonly lo: number;
  readonly hi: number;
  readonly before: number;
  readonly after: number;
}

/** This month's complaint rate over last month's: exact conditional interval of the ratio. */
export function complaintChange(view: ReportView): RateChange | undefined {
  if (!view.month) return undefined;
  const from = shiftMonth(view.month, -1);
  if (isAcross(view, {metric: "complaint_rate", from, to: view.month}) || isShifted(view, [from, view.month]))
    return undefined;
  if (![from, view.month].every((month) => isWhole(view, {metric: "complaint_rate", month}))) return undefined;
  const row = (month: string) => view.rows("complaints_by_month").find((each) => each.month === month);
  const [before, after] = [row(from), row(view.month)];
  if (!isKnown(before, "complaints") || !isKnown(after, "complaints") || before.month === after.month) return undefined;
  const exposure = exposuresBeside(after);
  const [then, now] = [exposure(before), exposure(after)];
  if (then === undefined || now === undefined) return undefined;
  const {estimate, low, high} = rateRatio(
    {events: after.complaints, exposure: now},
    {events: before.complaints, exposure: then},
  );
  return {from, ratio: estimate, lo: low, hi: high, before: before.complaints, after: after.complaints};
}

/** The month's complaints beside last month and the same month of last year; counts where there is no base for a rate. */
export function complaintBeside(view: ReportView): Beside {
  if (!view.month) return {};
  const rows = view.rows("complaints_by_month");
  const last = rows.find(({month}) => month === view.month);
  const exposureOf = exposuresBeside(last);
  const isCount = !last?.customer_months;
  const at = (month: string) => {
    const row = rows.find((each) => each.month === month);
    if (!row || row.complaints === null || (row.state !== "complete" && row.state !== "late")) return undefined;
    const [events, exposure] = [Number(row.complaints), exposureOf(row)];
    if (exposure === undefined) return undefined;
    return {value: isCount ? events : Number(row.value ?? events), events, exposure};
  };
  return rateBeside(view, {metric: "complaint_rate", month: view.month, at, isCount});
}

/** Smallest relative change of a complaint rate that matters. */
const matters = 0.1;

/** "较2026年9月明显上升 35%" – or that nothing can be told. */
export function complaintChangeText(view: ReportView, change: RateChange | undefined): string {
  if (!change || !Number.isFinite(change.ratio)) return "";
  const month = monthCompared(view, change.from);
  const percent = `${Math.abs(Math.round((change.ratio - 1) * 100))}%`;
  const up = change.ratio > 1;
  if (change.lo <= 1 && change.hi >= 1)
    return say(view, {
      zh: `${month} ${change.before} 件，可能是波动`,
      en: `${month} ${change.before}, could be chance`,
    });
  if (Math.abs(change.ratio - 1) < matters)
    return say(view, {
      zh: `较${month}略${up ? "升" : "降"} ${percent}`,
      en: `slightly ${up ? "up" : "down"} from ${month}, by ${percent}`,
    });
  return say(view, {
    zh: `较${month}明显${up ? "上升" : "下降"} ${percent}`,
    en: `clearly ${up ? "up" : "down"} ${percent} from ${month}`,
  });
}
