import {expect, test} from "vitest";
import {entities} from "../../loaders/mapping/entities/entities.js";
import {ticketStatusName} from "../../src/words/codes.js";

test("every state of a ticket has a name in both languages", () => {
  const states = entities.tickets.columns.status?.values ?? [];
  expect(states).toContain("in_progress");
  for (const language of ["zh", "en"] as const)
    for (const state of states) expect(ticketStatusName({language}, state), state).not.toBe(state);
});
