import {rateRatio} from "../../stats/comparisons/rate-ratio.js";
import {shiftMonth} from "../../words/month.js";
import {say} from "../../words/say.js";
import {monthCompared} from "../change.js";
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
  const row = (month: string) => view.rows("complaints_by_month").find((each) => each.month === month);
  const [before, after] = [row(from), row(view.month)];
  if (!before || !after || before.month === after.month) return undefined;
  const exposure = (each: typeof before) => Number(each?.customer_months ?? each?.days);
  const {estimate, low, high} = rateRatio(
    {events: Number(after.complaints), exposure: exposure(after)},
    {events: Number(before.complaints), exposure: exposure(before)},
  );
  return {from, ratio: estimate, lo: low, hi: high, before: Number(before.complaints), after: Number(after.complaints)};
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
      zh: `较${month}升降尚不能判断（${change.before} → ${change.after} 件）`,
      en: `cannot tell whether it changed from ${month} (${change.before} → ${change.after})`,
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
