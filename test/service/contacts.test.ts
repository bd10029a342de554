import {beforeAll, expect, test} from "vitest";
import {drawReport} from "../../loaders/draw/draw.js";
import type {ReadReport} from "../../loaders/publish/report.js";
import type {Figure} from "../../src/figures/figure.js";
import {csvOf, plainMapping, readFolder} from "./folder.js";

/* March 2026, forty contacts counted by hand; January and February hold a chain of complaints. */
const ticketColumns =
  "ticket_id,customer_id,contact_id,ticket_type,category,created_at,closed_at,status,is_solved,handler,team,reopened_count";
const callColumns = "call_id,customer_id,ticket_id,called_at,direction,topic,is_answered,wait_seconds,queue";
let [nextCall, nextTicket] = [0, 0];
const call = (
  customer: string,
  at: string,
  topic = "leak",
  more: Partial<Record<"id" | "ticket" | "dir" | "answered", string>> = {},
) => [
  more.id ?? `C${String(++nextCall).padStart(3, "0")}`,
  customer,
  more.ticket ?? "",
  `2026-${at}`,
  more.dir ?? "inbound",
  topic,
  more.answered ?? "true",
  10,
  "line",
];
const ticket = (
  customer: string,
  at: string,
  more: {contact?: string; id?: string; type?: string; closed?: string; reopened?: number} = {},
) => [
  more.id ?? `T${String(++nextTicket).padStart(3, "0")}`,
  customer,
  more.contact ?? "",
  more.type ?? "inquiry",
  "leak",
  `2026-${at}`,
  more.closed ? `2026-${more.closed}` : "",
  more.closed ? "closed" : "open",
  more.closed ? "true" : "",
  "H1",
  "desk",
  more.reopened ?? 0,
];

const calls = [
  ...Array.from({length: 20}, (_, at) => call(`K${at + 1}`, "03-02 10:00", "bill")), // 20, each settled
  call("K21", "03-03 10:00"), // and an e-mail five days later
  call("K22", "03-03 10:00"),
  call("K22", "03-20 10:00"), // 17 days later
  call("K23", "03-03 10:00", "leak", {id: "L1"}), // one contact with its ticket
  call("K24", "03-03 10:00", "other words", {id: "L2", ticket: "TL2"}), // one contact with its ticket, of its category
  call("K25", "03-03 10:00"),
  call("K25", "03-04 10:00", "bill"), // about something else
  call("K28", "03-03 10:00"),
  call("K28", "03-06 10:00"),
  call("K28", "03-09 10:00"),
  call("", "03-05 10:00"),
  call("", "03-05 11:00"), // nobody knows whose
  call("K29", "03-05 10:00", "leak", {answered: "false"}), // no contact
  call("K30", "03-05 10:00", "leak", {dir: "outbound"}), // ours
];
const tickets = [
  ticket("K21", "03-08 10:00"),
  ticket("K23", "03-03 10:05", {contact: "L1"}),
  ticket("K24", "03-03 10:05", {id: "TL2"}),
  ticket("K24", "03-05 09:00"),
  ticket("K26", "03-03 10:00"),
  ticket("K26", "03-10 10:00"), // seven days to the minute
  ticket("K27", "03-01 10:00"),
  ticket("K27", "03-31 10:00"), // thirty days to the minute
  ticket("K31", "03-05 10:00"),
  ticket("K32", "03-05 10:00"),
  // Complaints: three that belong together, and one 63 days after the last.
  ticket("K40", "01-05 09:00", {type: "complaint", closed: "01-06 09:00"}),
  ticket("K40", "01-20 09:00", {type: "complaint", closed: "01-22 09:00", reopened: 1}),
  ticket("K40", "02-15 09:00", {type: "complaint", closed: "02-16 09:00"}),
  ticket("K40", "04-20 09:00", {type: "complaint", closed: "04-21 09:00"}),
  ticket("K99", "04-30 23:00"),
];

let report: ReadReport;
let answers: Record<string, Record<string, unknown>[]>;
beforeAll(async () => {
  const read = await readFolder(
    {
      "report.yaml":
        "company: {zh: 四十次来访, en: Forty contacts}\nmonth: 2026-04\ncomplete_months: [2026-01, 2026-02, 2026-03, 2026-04]\n",
      "mappings/desk.yaml": plainMapping({tickets: ticketColumns, calls: callColumns}),
      "exports/tickets.csv": csvOf(ticketColumns, tickets),
      "exports/calls.csv": csvOf(callColumns, calls),
    },
    {
      march:
        "select count(*) as contacts, count(customer_id) as known from int_contacts where month_of(contact_at) = '2026-03'",
      settled:
        "select metric, count(score) as n, sum(score) as settled from all_metrics where metric in ('fcr_7', 'fcr_30') and month_of(occurred_date) = '2026-03' group by metric order by metric",
      apart:
        "select metric, customer_id, occurred_date, cast(score as decimal(18, 4)) as score, count(*) as n from all_metrics where score is not null group by all order by all",
      together:
        "select * from (select score_places.metric, customer_id, occurred_date, cast(case place when 1 then score_1 when 2 then score_2 else score_3 end as decimal(18, 4)) as score, count(*) as n from all_scores inner join score_places on score_places.family = all_scores.family group by all) as scores where score is not null order by all",
      ages: "select band, sum(tickets) as tickets from backlog_ages group by band order by band",
      flaws: "select category, cause, complaints, customers, owner, owned, tickets from defect_register",
      load: "select team, handlers, complaints, handler_weeks, longest_weeks_on from complaint_load",
      repeats: "select count(*) as n, sum(score) as again from metric_complaint_repeat",
    },
  );
  ({report, answers} = read);
});

const numbers = (name: string) =>
  answers[name]!.map((row) => Object.values(row).map((cell) => (typeof cell === "string" ? cell : Number(cell))));

test("metrics that share a scan have the scores that each has alone", () => {
  expect(new Set(answers.apart!.map(({metric}) => metric)).size).toBeGreaterThan(3);
  expect(answers.together).toEqual(answers.apart);
});

test("forty contacts, thirty-eight of known customers; a call and its ticket are one", () => {
  expect(numbers("march")).toEqual([[40, 38]]);
});

test("settled within 7 and 30 days, by any channel, about the same cause", () => {
  // Back within 7 days: K21, K24, K26, K28 twice; within 30 also K22 and K27.
  expect(numbers("settled")).toEqual([
    ["fcr_30", 38, 31],
    ["fcr_7", 38, 33],
  ]);
});

test("a chain of complaints is one story; what comes later than 30 days is another", () => {
  // Closed on 6 and 22 January and 16 February; only the first two were followed within 30 days. 21 April is too young.
  expect(numbers("repeats")).toEqual([[3, 2]]);
  const figure = drawReport(report).en!.figures["complaint-chains"] as Figure;
  expect(figure.title).toBe("1 customer complained of the same thing three times or more: K40 (“leak”, 3×)");
  expect(figure.table.rows[0]!.slice(0, 8)).toEqual(["K40", "leak", 3, 1, 1, "2026-01-05", "2026-02-15", "Closed"]);
  expect(figure.table.rows[0]![8]).toBe(
    "5 Jan 2026 came, closed 6 Jan; 20 Jan again, reopened 1×, closed 22 Jan; 15 Feb again, closed 16 Feb",
  );
});

test("how far customers are known is said beside it, and that the rest makes it look better", () => {
  const figure = drawReport(report).zh!.figures["first-contact"] as Figure;
  expect(figure.notes[0]).toContain("真实的一次解决率只会更低");
});

test("open tickets by age, flaws with their tickets, complaints a handler", () => {
  // Ten of March have been open for more than 30 days on 30 April at 23:00; one came at that moment.
  expect(numbers("ages")).toEqual([
    ["d1", 1],
    ["older", 10],
  ]);
  expect(numbers("flaws")).toEqual([["leak", "", 4, 1, "unassigned", 4, "T010 T011 T012 T013"]]);
  // Four complaints in four weeks, no two of them next to each other.
  expect(numbers("load")).toEqual([["desk", 1, 4, 4, 1]]);
});
