import {expect, test} from "vitest";
import {sessionTables} from "../../../src/marts/service/sessions.js";

const hour = {
  ...{dimension: "hour", member: "09:00", offered: 9, answered: 9, short_left: 0, answered_within: 9, reply_known: 9},
  ...{at_once_known: 9, at_once_total: 18, rounds_known: 9, rounds_total: 36, messages_known: 9, messages_total: 90},
  ...{transfers_known: 9, transferred: 1, invited: 9, rated: 3, target_seconds: 30, short_seconds: 5},
};
const told = (row: object) =>
  sessionTables.sessions_by_segment.derive!([row as never], {preset: "default"} as never)[0];

test("a group of too few sessions tells no mean of theirs, nor a share", () => {
  const none = {at_once: null, rounds: null, messages: null, answer_rate: null, passed_on: null, rated_share: null};
  expect(told(hour)).toMatchObject({...none, flag: "suppressed"});
});

test("a mean is over the sessions of which it is known, and withheld where those are few", () => {
  const row = told({...hour, offered: 100, answered: 90, at_once_known: 50, at_once_total: 100, rounds_known: 8});
  expect(row).toMatchObject({at_once: 2, rounds: null, messages: null, answer_rate: 0.9, flag: ""});
});

test("of fewer than ten sessions of the bot nothing is told but how many they were", () => {
  const bot = {sessions: 9, known_visitors: 9, handed_over: 1, came_again: 1, solved: 7, judged: 9, called_solved: 8};
  const [row] = sessionTables.bot_sessions.derive!([bot as never], {preset: "default"} as never);
  const none = {handed_over: null, came_again: null, solved: null, called_solved: null, solved_share: null};
  expect(row).toMatchObject({sessions: 9, ...none, flag: "suppressed"});
});
