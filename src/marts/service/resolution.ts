import {z} from "zod";
import {smallN} from "../../stats/privacy/small-n.js";
import {resolutionTimes} from "../../stats/survival/resolution-times.js";
import {count, flag, number, period, text} from "../shape/columns.js";
import {groupRows} from "../shape/groups.js";
import {byMonth} from "../shape/months.js";
import {type Delivered, mart, table} from "../shape/table.js";

const minuteHorizons = [24, 72].map((hours) => hours * 60);
const hoursOrNone = number.nullable();
const shareOrNone = number.nullable();
/** By the clock on the wall, or in the working hours of rules/hours.yaml. */
const hoursKind = z.enum(["calendar", "business"]);
const key = {period, ticket_type: text, clock: text, hours: hoursKind};

const ticketDurations = mart("ticket_durations", {
  grain: ["period", "ticket_type", "clock", "hours", "minutes"],
  row: {...key, minutes: count, done: count, still_open: count},
});
type Duration = Delivered<typeof ticketDurations>;

export const resolutionTables = {
  resolution_estimates: {
    ...byMonth(
      table({
        from: ticketDurations,
        grain: ["period", "ticket_type", "clock", "hours"],
        row: {
          ...key,
          tickets: count,
          still_open: count,
          median_hours: hoursOrNone,
          median_hours_lo: hoursOrNone,
          median_hours_hi: hoursOrNone,
          p90_hours: hoursOrNone,
          within_24h: shareOrNone,
          within_24h_lo: shareOrNone,
          within_24h_hi: shareOrNone,
          within_72h: shareOrNone,
          is_by_day: z.boolean(),
          flag,
        },
        derive: resolutionEstimates,
      }),
      {at: "period", metric: "tickets"},
    ),
    stays: ["tickets", "still_open"],
  },
};

/** Median, P90 and share done within 24, 48 and 72 hours (Kaplan–Meier), open tickets counted as "not yet". */
export function resolutionEstimates(rows: readonly Duration[]) {
  const groups = groupRows(rows, (row) => `${row.period}|${row.ticket_type}|${row.clock}|${row.hours}`);
  return [...groups.values()].map((durations) => {
    const {period, ticket_type, clock, hours} = durations[0]!;
    const open = sum(durations, "still_open");
    const done = sum(durations, "done");
    const times = resolutionTimes(riskRows(durations), {within: minuteHorizons});
    const [day, threeDays] = times.within;
    return {
      period,
      ticket_type,
      clock,
      hours,
      tickets: open + done,
      still_open: open,
      median_hours: inHours(times.median.estimate),
      median_hours_lo: inHours(times.median.low),
      median_hours_hi: inHours(times.median.high),
      p90_hours: inHours(times.p90.estimate),
      within_24h: known(day?.estimate),
      within_24h_lo: known(day?.low),
      within_24h_hi: known(day?.high),
      within_72h: known(threeDays?.estimate),
      is_by_day: isByDay(durations),
      flag: smallN({n: open + done}).flag,
    };
  });
}

/** Whether the records know days and no hours: all that is done took whole days, an hour more or less over a change of clocks. */
function isByDay(durations: readonly Duration[]): boolean {
  const finished = durations.filter(({done}) => done > 0);
  const beyond = (minutes: number) => Math.min(minutes % 1440, 1440 - (minutes % 1440));
  const exact = finished.filter(({minutes}) => minutes % 1440 === 0);
  return (
    finished.every(({minutes}) => [0, 60].includes(beyond(minutes))) && 2 * sum(exact, "done") > sum(finished, "done")
  );
}

/** A ticket done at once is at risk for a moment: minute 0 becomes half a minute. */
function riskRows(durations: readonly Duration[]) {
  const total = sum(durations, "done") + sum(durations, "still_open");
  const rows = durations.map((row) => ({
    time: row.minutes || 0.5,
    entered: 0,
    exited: row.done + row.still_open,
    events: row.done,
  }));
  return [{time: 0, entered: total, exited: 0, events: 0}, ...rows.sort((a, b) => a.time - b.time)];
}

const sum = (rows: readonly Duration[], name: "done" | "still_open"): number =>
  rows.reduce((total, row) => total + row[name], 0);
const known = (value: number | undefined): number | null =>
  value === undefined || !Number.isFinite(value) ? null : value;
const inHours = (minutes: number): number | null => known(minutes / 60);
