import {day, hour, type Moment, minute, monthStart} from "./calendar.js";
import {salespeople} from "./catalog.js";
import {count} from "./count.js";
import {type Draw, drawFor} from "./draw.js";
import type {Customer} from "./records.js";

/** A prospect as it stood at the end of a month. */
export interface Grading {
  readonly id: string;
  readonly customerId: string;
  readonly graded: Moment;
  readonly grade: string;
  readonly outcome: "open" | "won" | "lost";
  readonly inquired: Moment;
  readonly answered: Moment | undefined;
  readonly owner: string;
}

const grades = ["A", "B", "C", "D", "E", "F"] as const;
/** Gradings are kept since this month; 11 = 2025-10. */
const firstMonth = 11;
const lastMonth = 23;

/**
 * Prospects graded at the end of every month: those still on file end at the grade their card holds, those won climbed
 * to A and signed, those lost gave up. Who was answered within four hours was won far more often.
 */
export function makeProspects(customers: readonly Customer[]): Grading[] {
  const draw = drawFor("prospects");
  const gradings: Grading[] = [];
  let serial = 0;
  const follow = (life: Omit<Life, "id">) => {
    serial += 1;
    gradings.push(...gradingsOf(draw, {...life, id: `YX${String(serial).padStart(5, "0")}`}));
  };
  for (const customer of customers) {
    if (customer.joined !== undefined) continue;
    const start = draw.chance(0.4) ? firstMonth : draw.int(firstMonth, lastMonth);
    follow({
      customerId: customer.id,
      owner: customer.owner,
      start,
      end: lastMonth,
      last: customer.grade,
      outcome: "open",
      isFast: draw.chance(0.4),
    });
  }
  const joiners = customers.filter(
    (one) =>
      one.joined !== undefined && one.joined >= monthStart(firstMonth + 3) && one.joined < monthStart(lastMonth + 1),
  );
  for (const customer of joiners) {
    if (!draw.chance(0.24)) continue;
    const end = Math.min(lastMonth, monthOfJoining(customer.joined!));
    const start = Math.max(firstMonth, end - draw.int(1, 4));
    follow({
      customerId: customer.id,
      owner: customer.owner,
      start,
      end,
      last: "A",
      outcome: "won",
      isFast: draw.chance(0.74),
    });
  }
  for (let lost = 0; lost < 150; lost++) {
    const start = draw.int(firstMonth, lastMonth - 1);
    const end = Math.min(lastMonth, start + draw.int(1, 5));
    follow({
      customerId: "",
      owner: draw.pick(salespeople),
      start,
      end,
      last: draw.pick(["D", "E", "F"]),
      outcome: "lost",
      isFast: draw.chance(0.27),
    });
  }
  return gradings.sort((a, b) => a.graded - b.graded || (a.id < b.id ? -1 : 1));
}

const monthOfJoining = (joined: Moment): number => {
  let month = firstMonth;
  while (monthStart(month + 1) <= joined) month += 1;
  return month;
};

interface Life {
  readonly id: string;
  readonly customerId: string;
  readonly owner: string;
  readonly start: number;
  readonly end: number;
  readonly last: string;
  readonly outcome: Grading["outcome"];
  readonly isFast: boolean;
}

/** One step at a time towards the last grade, one row a month. */
function gradingsOf(draw: Draw, {id, customerId, owner, start, end, last, outcome, isFast}: Life): Grading[] {
  const inquired = monthStart(start) + draw.int(0, 24) * day + draw.int(9, 17) * hour;
  const wait = isFast ? draw.int(10, 235) * minute : draw.int(5, 70) * hour;
  const answered = draw.chance(0.95) ? inquired + wait : undefined;
  const target = grades.indexOf(last as (typeof grades)[number]);
  const months = end - start;
  const away = Math.min(5 - target, months, draw.int(0, 3));
  return Array.from({length: months + 1}, (_, step) => {
    const left = months - step;
    return {
      id,
      customerId,
      owner,
      graded: monthStart(start + step + 1) - day,
      grade: grades[target + Math.min(away, left)]!,
      outcome: left === 0 ? outcome : "open",
      inquired,
      answered,
    };
  });
}

/** What the gradings hold, counted plainly. */
export function prospectTruths(gradings: readonly Grading[]): unknown {
  const at = (month: number) => gradings.filter((one) => one.graded === monthStart(month + 1) - day);
  const now = at(lastMonth);
  const ids = [...new Set(gradings.map((one) => one.id))];
  const ends = ids.map((id) => gradings.filter((one) => one.id === id).at(-1)!);
  const decided = ends.filter((one) => one.outcome !== "open");
  const isFast = (one: Grading) => one.answered !== undefined && one.answered - one.inquired <= 4 * hour;
  const wins = (group: readonly Grading[]) => ({
    decided: group.length,
    won: count(group, (one) => one.outcome === "won"),
  });
  const before = new Set(
    at(lastMonth - 1)
      .filter((one) => one.outcome === "open")
      .map((one) => one.id),
  );
  return {
    month: "2026-10",
    opening: before.size,
    new: count(now, (one) => !before.has(one.id)),
    won: count(now, (one) => one.outcome === "won"),
    lost: count(now, (one) => one.outcome === "lost"),
    closing: count(now, (one) => one.outcome === "open"),
    answered_within_4_hours: wins(decided.filter(isFast)),
    answered_later_or_never: wins(decided.filter((one) => !isFast(one))),
  };
}
