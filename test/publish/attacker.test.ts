import {expect, test} from "vitest";
import {sampleReport} from "../sample-report.js";
import {attack} from "./attacker.js";

const {report} = sampleReport();

test("nothing that the sample report withholds follows from what it publishes", () => {
  const {published} = report();
  expect(published.metric_by_segment.filter(({flag}) => flag === "suppressed").length).toBeGreaterThan(1000);
  expect(attack(published)).toEqual([]);
});

test("a withheld row put back is found, and by it others", () => {
  const {published} = report();
  const of = (row: (typeof published.tickets_by_segment)[number]) => `${row.period} ${row.dimension} ${row.member}`;
  const hidden = published.tickets_by_segment.find(({tickets, state}) => tickets === null && state === "complete");
  const restored = published.tickets_by_segment.map((row) =>
    row === hidden ? {...row, tickets: 7, done: 7, sla_judged: 7, sla_met: 3} : row,
  );
  const leaks = attack({...published, tickets_by_segment: restored});
  expect(leaks.map(({row}) => row).some((row) => row.includes(of(hidden!)))).toBe(true);
});
