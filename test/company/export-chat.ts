import {gzipSync} from "fflate";
import {hour, isoDate, isoStamp, type Moment, monthStart} from "./calendar.js";
import {utf8} from "./csv-text.js";
import {clean, type ExportFile} from "./export-file.js";
import type {Session} from "./records.js";

/** Chat in the shapes of two vendors, gzipped JSON lines, a year to a file: after-sales in Qiyu, the shop in Zendesk Chat. */
export function chatFiles(sessions: readonly Session[]): ExportFile[] {
  return ([0, 12] as const).flatMap((month) =>
    (["qiyu", "zendesk"] as const).map((system) => {
      const part = sessions.filter(
        (one) => one.system === system && one.enteredAt >= monthStart(month) && one.enteredAt < monthStart(month + 12),
      );
      const span = `${isoDate(monthStart(month)).slice(0, 7)}_${isoDate(monthStart(month + 12) - hour).slice(0, 7)}`;
      const lines = part.map((one) => JSON.stringify(system === "qiyu" ? qiyuSession(one) : zendeskChat(one)));
      return {
        name: `chat/${system === "qiyu" ? "qiyu_session" : "zendesk_chat"}_${span}.jsonl.gz`,
        bytes: gzipSync(utf8(`${lines.join("\n")}\n`), {level: 9, mtime: 0}),
        truth: clean("jsonl.gz", part.length),
      };
    }),
  );
}

/** Both systems write points in time; the company's clock is eight hours ahead of UTC. */
const utc = (when: Moment): Moment => when - 8 * hour;
const milliseconds = (when: Moment): number => utc(when) * 1000;
const zulu = (when: Moment): string => `${isoStamp(utc(when)).replace(" ", "T")}Z`;

/** What Qiyu pushes when a session ends; a session that no person replied to has no time of a first reply. */
const qiyuSession = (one: Session) => ({
  id: Number(one.id),
  interaction: one.isBot ? 1 : 0,
  foreignId: one.customerId || undefined,
  startTime: milliseconds(one.enteredAt),
  endTime: milliseconds(one.enteredAt + one.length),
  staffFirstReplyTime: one.isBot || !one.isAnswered ? undefined : milliseconds(one.enteredAt + one.reply),
  fromGroup: one.queue || undefined,
  fromType: one.source,
  staffName: one.agent || undefined,
  category: one.topic,
  evaluation: one.isRated ? 100 : -1,
  userResolvedStatus: one.isResolved === undefined ? 0 : one.isResolved ? 1 : 2,
});

/** A chat as the API of Zendesk Chat gives it. */
const zendeskChat = (one: Session) => ({
  id: one.id,
  type: "chat",
  visitor: {id: one.customerId || undefined},
  timestamp: zulu(one.enteredAt),
  session: {end_date: zulu(one.enteredAt + one.length)},
  department_name: one.queue,
  agent_names: one.agent ? [one.agent] : [],
  count: {visitor: one.isAnswered ? one.messages[0] : 1, agent: one.messages[1]},
  response_time: one.isAnswered ? {first: one.reply, avg: one.meanReply} : {first: null, avg: null},
  missed: !one.isAnswered,
  rating: one.isRated ? "good" : null,
});
