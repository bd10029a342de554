import {readFileSync} from "node:fs";
import {join} from "node:path";
import {beforeAll, expect, test} from "vitest";
import {drawReport} from "../../loaders/draw/draw.js";
import type {ReadReport} from "../../loaders/publish/report.js";
import type {Figure} from "../../src/figures/figure.js";
import {project} from "../build/command.js";
import {csvOf, plainMapping, readFolder} from "./folder.js";

/* Complaints closed around Spring Festival 2026, to be called back within three working days. */
const ticketColumns = "ticket_id,customer_id,ticket_type,category,created_at,closed_at,status,is_solved,handler,team";
const callbackColumns = "callback_id,ticket_id,called_at,caller,outcome,is_confirmed_solved";
const customerColumns = "customer_id,tier,contact_preference";
const ticket = (id: string, customer: string, closed: string, claimed = "true") => [
  id,
  customer,
  "complaint",
  "leak",
  `${closed.slice(0, 10)} 08:00`,
  closed,
  "closed",
  claimed,
  "H1",
  "desk",
];

const tickets = [
  ticket("T1", "K1", "2026-02-13 18:00"), // Saturday the 14th, Tuesday the 24th, Wednesday the 25th
  ticket("T2", "K2", "2026-02-14 09:00"), // a Saturday that is worked: 24th, 25th, 26th
  ticket("T3", "K3", "2026-02-20 12:00"), // in the holidays: 24th, 25th, 26th
  ticket("T4", "K4", "2026-02-26 12:00"), // Friday, the Saturday worked, Monday 2 March
  ticket("T5", "K5", "2026-03-03 00:00"), // Tuesday: 4th, 5th, 6th
  ticket("T6", "K6", "2026-03-10 12:00"), // wants no calls
  ticket("T7", "K7", "2026-03-27 12:00"), // Monday the 30th, 31st, 1 April: not yet due
  ticket("T8", "K8", "2026-03-12 12:00", "false"), // 13th, 16th, 17th
  ticket("T9", "K9", "2026-03-31 23:59"),
];
const callbacks = [
  ["B1", "T1", "2026-02-25 23:59", "H2", "reached", "true"], // on the last day
  ["B2", "T2", "2026-02-27 00:00", "H1", "reached", "false"], // a minute late, by the handler
  ["B3", "T3", "2026-02-25 10:00", "H2", "no_answer", ""], // never reached
  ["B4", "T4", "2026-03-02 10:00", "H2", "reached", "true"],
  ["B5", "T5", "2026-03-04 10:00", "H1", "refused", ""],
  ["B6", "T6", "2026-03-11 10:00", "H2", "reached", "true"],
  ["B8", "T8", "2026-03-13 10:00", "H2", "reached", "true"],
  ["B9", "T9", "2026-03-31 23:59", "H2", "no_answer", ""],
];

let report: ReadReport;
let answers: Record<string, Record<string, unknown>[]>;
beforeAll(async () => {
  const read = await readFolder(
    {
      "report.yaml": "company: {zh: 回访, en: Callbacks}\nmonth: 2026-03\ncomplete_months: [2026-02, 2026-03]\n",
      "mappings/desk.yaml": plainMapping({
        tickets: ticketColumns,
        callbacks: callbackColumns,
        customers: customerColumns,
      }),
      "exports/tickets.csv": csvOf(ticketColumns, tickets),
      "exports/callbacks.csv": csvOf(callbackColumns, callbacks),
      "exports/customers.csv": csvOf(customerColumns, [
        ...[1, 2, 3, 4, 5, 7, 8, 9].map((at) => [`K${at}`, "gold", "any"]),
        ["K6", "gold", "no_call"],
      ]),
      "reference/holidays.csv": readFileSync(join(project, "data/reference/holidays.csv"), "utf8"),
    },
    {
      due: "select ticket_id, strftime(due_at - to_days(1), '%m-%d') as day from int_callbacks_due order by ticket_id",
      done: "select record_id, score from metric_callback_done order by record_id",
      pairs: "select both_solved, only_claimed, only_confirmed, neither from claimed_confirmed where team = 'all'",
    },
  );
  ({report, answers} = read);
});

test("the last of three working days, over holidays and make-up days", () => {
  expect(answers.due!.map(({ticket_id, day}) => [ticket_id, day])).toEqual([
    ["T1", "02-25"],
    ["T2", "02-26"],
    ["T3", "02-26"],
    ["T4", "03-02"],
    ["T5", "03-06"],
    ["T6", "03-13"],
    ["T7", "04-01"],
    ["T8", "03-17"],
    ["T9", "04-03"],
  ]);
});

test("done is reached by the end of that day; who wants no calls and what is not yet due is no part of it", () => {
  expect(answers.done!.map(({record_id, score}) => [record_id, Number(score)])).toEqual([
    ["T1", 1],
    ["T2", 0],
    ["T3", 0],
    ["T4", 1],
    ["T5", 0],
    ["T8", 1],
  ]);
});

test("the lists: overdue and due, by the handler and unwanted; titles count their rows", () => {
  const {figures} = drawReport(report).en!;
  const due = figures["callbacks-due"] as Figure;
  expect(due.title).toBe("Complaints not yet followed up: 3 (1 overdue, 2 not yet due)");
  expect(due.table.rows.map(([state, ticket]) => [state, ticket])).toEqual([
    ["Overdue", "T3"],
    ["Due", "T7"],
    ["Due", "T9"],
  ]);
  const amiss = figures["callbacks-amiss"] as Figure;
  expect(amiss.title).toBe("Follow-ups by the handler: 2; to customers who want no calls: 1");
  expect(amiss.table.rows.map(([what, ticket]) => [what, ticket])).toEqual([
    ["Wants no calls", "T6"],
    ["By the handler", "T5"],
    ["By the handler", "T2"],
  ]);
});

test("claimed and confirmed are pairs of the same callbacks", () => {
  // Reached: T1, T4, T6 agree; T2 claimed and denied; T8 not claimed, yet confirmed.
  expect(answers.pairs!.map((row) => Object.values(row).map(Number))).toEqual([[3, 1, 1, 0]]);
});
