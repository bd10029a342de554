import {resolutionTimes} from "../../stats/survival/resolution-times.js";
import {groupRows} from "../shape/groups.js";
import type {MartRow} from "../shape/mart.js";

const minuteHorizons = [24, 48, 72].map((hours) => hours * 60);

/** Median, P90 and share done within 24, 48 and 72 hours (Kaplan–Meier), open tickets counted as "not yet". */
export function resolutionEstimates(rows: readonly MartRow[]): MartRow[] {
  const groups = groupRows(rows, (row) => `${row.period}|${row.ticket_type}|${row.clock}`);
  return [...groups.values()].map((durations) => {
    const first = durations[0]!;
    const open = sum(durations, "still_open");
    const done = sum(durations, "done");
    const times = resolutionTimes(riskRows(durations), {within: minuteHorizons});
    const [day, twoDays, threeDays] = times.within;
    return {
      period: first.period!,
      ticket_type: first.ticket_type!,
      clock: first.clock!,
      tickets: open + done,
      still_open: open,
      median_hours: hours(times.median.estimate),
      median_hours_lo: hours(times.median.low),
      median_hours_hi: hours(times.median.high),
      p90_hours: hours(times.p90.estimate),
      within_24h: known(day?.estimate),
      within_24h_lo: known(day?.low),
      within_24h_hi: known(day?.high),
      within_48h: known(twoDays?.estimate),
      within_72h: known(threeDays?.estimate),
      flag: open + done < 10 ? "suppressed" : open + done < 30 ? "hollow" : "",
    };
  });
}

/** A ticket done at once is at risk for a moment: minute 0 becomes half a minute. */
function riskRows(durations: readonly MartRow[]) {
  const total = sum(durations, "done") + sum(durations, "still_open");
  const rows = durations.map((row) => ({
    time: Number(row.minutes) || 0.5,
    entered: 0,
    exited: Number(row.done) + Number(row.still_open),
    events: Number(row.done),
  }));
  return [{time: 0, entered: total, exited: 0, events: 0}, ...rows.sort((a, b) => a.time - b.time)];
}

const sum = (rows: readonly MartRow[], name: string): number =>
  rows.reduce((total, row) => total + Number(row[name]), 0);
const known = (value: number | undefined): number | null =>
  value === undefined || !Number.isFinite(value) ? null : value;
const hours = (minutes: number): number | null => known(minutes / 60);
