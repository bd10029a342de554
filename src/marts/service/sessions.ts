import {z} from "zod";
import {smallN} from "../../stats/privacy/small-n.js";
import {count, flag, number, text} from "../shape/columns.js";
import {groupRows} from "../shape/groups.js";
import {limitColumns} from "../shape/limits.js";
import {meanOf, shareAs, shareOf} from "../shape/rates.js";
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
    rounds_known: count,
    rounds_total: number.nullable(),
    messages_known: count,
    messages_total: number.nullable(),
    /** 0 where no export tells of it */
    transfers_known: count,
    transferred: count,
    invited: count,
    /** Of those invited. */
    rated: count,
  },
});

const clock = z.enum(["first_reply", "mean_reply", "length"]);
const sessionSeconds = mart("session_seconds", {
  grain: ["part", "clock", "second"],
  row: {part: text, clock, second: count, sessions: count},
});
type Second = Delivered<typeof sessionSeconds>;

const botParts = {sessions: count, known_visitors: count};
const botSessions = mart("bot_sessions", {
  grain: ["sessions"],
  row: {
    ...botParts,
    /** null where no export tells of it */
    handed_over: count.nullable(),
    came_again: count,
    solved: count,
    judged: count,
    called_solved: count,
  },
});

/** Chat sessions with people, and those of the bot, which are no part of the answer rate. */
export const sessionTables = {
  sessions_by_segment: table({
    from: sessionsBySegment,
    row: {
      ...bySegment,
      /** Sessions that an agent held at once when one began, on average. */
      at_once: number.nullable(),
      rounds: number.nullable(),
      messages: number.nullable(),
      ...limitColumns("answer_rate"),
      ...limitColumns("in_time"),
      ...limitColumns("passed_on"),
      ...limitColumns("rated_share"),
      flag,
    },
    derive: (rows, options) =>
      rows.map((row) => ({
        ...row,
        at_once: meanOf({total: row.at_once_total, known: row.at_once_known}, options),
        rounds: meanOf({total: row.rounds_total, known: row.rounds_known}, options),
        messages: meanOf({total: row.messages_total, known: row.messages_known}, options),
        ...shareAs("answer_rate", {k: row.answered, n: row.offered}, options),
        ...shareAs("in_time", {k: row.answered_within, n: row.reply_known > 0 ? row.offered : 0}, options),
        ...shareAs("passed_on", {k: row.transferred, n: row.transfers_known}, options),
        ...shareAs("rated_share", {k: row.rated, n: row.invited}, options),
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
    from: botSessions,
    row: {
      ...botParts,
      handed_over: count.nullable(),
      came_again: count.nullable(),
      solved: count.nullable(),
      called_solved: count.nullable(),
      ...limitColumns("handed_over_share"),
      ...limitColumns("came_again_share"),
      ...limitColumns("solved_share"),
      ...limitColumns("called_share"),
      flag,
    },
    derive: (rows, options) => rows.map((row) => botShares(row, options)),
  }),
};

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

/** What became of the bot's sessions, with limits; nothing but their number where they are too few to show. */
function botShares(row: Delivered<typeof botSessions>, options: DeriveOptions) {
  const {sessions, judged, handed_over} = row;
  const {flag} = shareOf({k: row.solved, n: sessions}, options);
  const none = {handed_over: null, came_again: null, solved: null, called_solved: null};
  const told = {
    ...shareAs("handed_over_share", {k: handed_over ?? 0, n: handed_over === null ? 0 : sessions}, options),
    ...shareAs("came_again_share", {k: row.came_again, n: sessions}, options),
    ...shareAs("solved_share", {k: row.solved, n: sessions}, options),
    ...shareAs("called_share", {k: row.called_solved, n: judged}, options),
    flag,
  };
  return {
    ...row,
    ...(flag === "suppressed" ? none : {called_solved: told.called_share === null ? null : row.called_solved}),
    ...told,
  };
}
