import {z} from "zod";
import {smallN} from "../../stats/privacy/small-n.js";
import {count, flag, number, text} from "../shape/columns.js";
import {groupRows} from "../shape/groups.js";
import {limitColumns, limits} from "../shape/limits.js";
import {shareOf} from "../shape/rates.js";
import {sum} from "../shape/sum.js";
import {type Delivered, type DeriveOptions, mart, table} from "../shape/table.js";
import {percentileLimits} from "./calls.js";

const bySegment = {
  dimension: z.enum(["all", "queue", "hour", "end"]),
  member: text,
  offered: count,
  answered: count,
  /** Left within the seconds of rules/service_level.yaml in which nobody could have replied. */
  short_left: count,
  invited: count,
  rated: count,
  rounds: number.nullable(),
  messages: number.nullable(),
  /** null where no export tells of it */
  transferred: count.nullable(),
  target_seconds: number,
  short_seconds: number,
};
const sessionsBySegment = mart("sessions_by_segment", {
  grain: ["dimension", "member"],
  row: {
    ...bySegment,
    answered_within: count,
    reply_known: count,
    at_once_known: count,
    at_once_total: number.nullable(),
  },
});

const clock = z.enum(["first_reply", "mean_reply", "length"]);
const sessionSeconds = mart("session_seconds", {
  grain: ["part", "clock", "second"],
  row: {part: text, clock, second: count, sessions: count},
});
type Second = Delivered<typeof sessionSeconds>;

/** Chat sessions with people, and those of the bot, which are no part of the answer rate. */
export const sessionTables = {
  sessions_by_segment: table({
    from: sessionsBySegment,
    row: {
      ...bySegment,
      /** Sessions that an agent held at once when one began, on average. */
      at_once: number.nullable(),
      ...limitColumns("answer_rate"),
      ...limitColumns("in_time"),
      flag,
    },
    derive: (rows, options) =>
      rows.map((row) => ({
        ...row,
        at_once: row.at_once_known > 0 ? (row.at_once_total ?? 0) / row.at_once_known : null,
        ...sharesAs("answer_rate", {k: row.answered, n: row.offered}, options),
        ...sharesAs("in_time", {k: row.answered_within, n: row.reply_known > 0 ? row.offered : 0}, options),
        flag: shareOf({k: row.answered, n: row.offered}, options).flag,
      })),
  }),
  session_times: table({
    from: sessionSeconds,
    grain: ["part", "clock"],
    row: {
      part: text,
      clock,
      sessions: count,
      ...limitColumns("median_seconds"),
      ...limitColumns("p90_seconds"),
      flag,
    },
    derive: sessionTimes,
  }),
  bot_sessions: table({
    grain: ["sessions"],
    row: {
      sessions: count,
      known_visitors: count,
      handed_over: count.nullable(),
      came_again: count,
      solved: count,
      judged: count,
      called_solved: count,
    },
  }),
};

function sharesAs<Name extends string>(name: Name, part: {k: number; n: number}, options: DeriveOptions) {
  const {value, lo, hi} = shareOf(part, options);
  return limits(name, value === null ? undefined : {estimate: value, low: lo!, high: hi!});
}

/** Mean, median and 90th percentile of each clock; withheld where too few sessions have it. */
function sessionTimes(rows: readonly Second[], {preset}: DeriveOptions) {
  return [...groupRows(rows, (row) => `${row.part} ${row.clock}`).values()].map((own) => {
    const sessions = sum(own, "sessions");
    const {flag} = smallN({n: sessions, kind: "mean"}, {preset});
    const isHidden = flag === "suppressed";
    return {
      part: own[0]!.part,
      clock: own[0]!.clock,
      sessions,
      ...percentileLimits(isHidden ? [] : own.map((row) => ({second: row.second, calls: row.sessions}))),
      flag,
    };
  });
}
