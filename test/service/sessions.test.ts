import {fileURLToPath} from "node:url";
import {beforeAll, expect, test} from "vitest";
import {drawReport} from "../../loaders/draw/draw.js";
import type {ReadReport} from "../../loaders/publish/report.js";
import type {Figure} from "../../src/figures/figure.js";
import {readFolder, rowOf, rowsOf} from "../real/real-report.js";

/**
 * Two months of chat, September as Qiyu pushes it and October as Zendesk gives it, read by the mappings that `map`
 * proposes: one session an hour to one agent, at noon four at once. Nobody replies every fifth day at three. Forty
 * sessions of the bot in September; five of their visitors come to a person two hours later.
 */
let report: ReadReport;
beforeAll(async () => {
  report = await readFolder(fileURLToPath(new URL("sessions/", import.meta.url)));
});

test("sessions that asked for a person and those that got a reply; the bot's own are apart", () => {
  const all = rowOf(report, "sessions_by_segment", {dimension: "all"});
  // 12 a day in 61 days and the five visitors of the bot; 12 of them without a reply.
  expect([all.offered, all.answered]).toEqual([61 * 12 + 5, 61 * 12 + 5 - 12]);
  expect(all.passed_on).toBeNull();
  const queues = rowsOf(report, "sessions_by_segment", {dimension: "queue"});
  expect(queues.map(({member, offered}) => [member, offered])).toEqual([
    ["Support", 31 * 12],
    ["售后组", 30 * 12 + 5],
  ]);
});

test("the first reply is slow at noon, when an agent holds several sessions at once, and the page says so", () => {
  const noon = rowOf(report, "session_times", {part: "12:00", clock: "first_reply"});
  expect([noon.sessions, noon.median_seconds]).toEqual([61 * 4, 90]);
  expect(rowOf(report, "session_times", {part: "11:00", clock: "first_reply"}).median_seconds).toBe(20);
  expect(rowOf(report, "sessions_by_segment", {dimension: "hour", member: "12:00"}).at_once).toBe(2.5);
  const {zh, en} = drawReport(report);
  expect(zh!.passages.calls!.join("")).toContain("12:00 起首次回复要 90 秒，全天 20 秒。");
  expect(en!.passages.calls!.join("")).toContain("In chat a first reply takes 90 s from 12:00, 20 s over the day");
  expect(zh!.figures["first-reply-by-hour"]).toMatchObject({
    notes: expect.arrayContaining(["12:00 起客服同时接待 2.5 个会话，全天平均 1.5 个。"]),
  });
  const rows = (en!.figures["phone-and-chat"] as Figure).table.rows;
  expect(rows.find(([name]) => name === "Answer rate")).toEqual([
    ...["Answer rate", "–", "98.4% (97.2%–99.1%)"],
    "phone: answered by an agent ÷ offered; chat: at least one message of an agent ÷ reached the queue for people",
  ]);
});

test("the bot has solved what was not handed over and did not come again within a day, beside what it says itself", () => {
  expect(rowOf(report, "bot_sessions", {})).toMatchObject({
    ...{sessions: 40, known_visitors: 40, handed_over: null, came_again: 5, solved: 35, called_solved: 36},
    ...{handed_over_share: null, solved_share: 0.875, called_share: 0.9, flag: ""},
  });
  expect(drawReport(report).en!.passages.calls!.join(" ")).toContain(
    "The bot served 40 sessions and solved at most 87.5%; the system itself says 90.0%.",
  );
});

test("a session that a person replied to is a contact: repeat contact looks across channels", () => {
  expect(rowsOf(report, "contact_identity")).toEqual([
    {kind: "session", contacts: 61 * 12 + 5 - 12, with_customer: 61 * 12 + 5 - 12, with_cause: 30 * 12 + 5 - 6},
  ]);
});
