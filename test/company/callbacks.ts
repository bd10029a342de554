import {asOf, day, hour, minute, moment} from "./calendar.js";
import {callers, teams} from "./catalog.js";
import {drawFor} from "./draw.js";
import type {Callback, Ticket} from "./records.js";
import {overclaimingTeam} from "./tickets.js";

export const ownCallbackTeam = "热线二组";
const thanks = ["问题已解决，谢谢回访", "师傅来过了，好了", "还行"];
const doubts = ["系统里写解决了，其实没有", "又坏了，没人再联系", "只是打了个电话，没处理"];

/** Calls after a complaint was closed. In time means within two calendar days; late means sixteen or more. */
export function makeCallbacks(tickets: readonly Ticket[]): Callback[] {
  const draw = drawFor("callbacks");
  const closed = tickets.filter((ticket) => ticket.type === "complaint" && ticket.closedAt !== undefined);
  const callbacks: Callback[] = [];
  const violations = new Set(
    closed
      .filter((ticket) => ticket.customer.preference === "no_call")
      .slice(-30)
      .filter((_, index) => index % 4 === 1)
      .slice(0, 7),
  );
  for (const ticket of closed) {
    const isForbidden = ticket.customer.preference !== "any";
    if (isForbidden ? !violations.has(ticket) : !draw.chance(ticket.customer.tier === "star1" ? 0.7 : 0.84)) continue;
    const isOnTime = isForbidden || draw.chance(0.86);
    const calledAt =
      ticket.closedAt! + (isOnTime ? draw.int(2, 40) * hour : draw.int(16, 24) * day) + draw.int(0, 59) * minute;
    if (calledAt >= asOf) continue;
    const isOwn = draw.chance(ticket.team === ownCallbackTeam ? 0.7 : 0.012);
    const colleagues = teams
      .find((team) => team.code === ticket.team)!
      .members.filter((agent) => agent !== ticket.handler);
    const outcome = isForbidden
      ? "reached"
      : draw.weighted([
          ["reached", 80],
          ["no_answer", 16],
          ["refused", 4],
        ] as const);
    const isReached = outcome === "reached";
    const isConfirmed = isReached ? draw.chance(ticket.team === overclaimingTeam ? 0.62 : 0.94) : undefined;
    const text = draw.chance(0.3) ? draw.pick(isConfirmed ? thanks : doubts) : "";
    callbacks.push({
      id: "",
      ticket,
      dueAt: ticket.closedAt! + 3 * day,
      calledAt,
      caller: isOwn ? ticket.handler : draw.chance(0.85) ? draw.pick(callers) : draw.pick(colleagues),
      outcome,
      isConfirmed,
      score: isReached
        ? isConfirmed
          ? draw.weighted([
              [5, 6],
              [4, 4],
            ])
          : draw.weighted([
              [3, 3],
              [2, 4],
              [1, 3],
            ])
        : undefined,
      verbatim: isReached ? text : "",
    });
  }
  plantEarly(callbacks);
  callbacks.sort((a, b) => a.calledAt! - b.calledAt! || (a.ticket.id < b.ticket.id ? -1 : 1));
  callbacks.forEach((callback, index) => {
    callback.id = `HF${String(index + 1).padStart(6, "0")}`;
  });
  return callbacks;
}

/** Three calls noted before the ticket was closed; none reached anybody. */
function plantEarly(callbacks: readonly Callback[]): void {
  const from = moment("2026-08-01");
  const missed = callbacks.filter(
    (one) => one.outcome === "no_answer" && one.ticket.closedAt! >= from && one.ticket.customer.preference === "any",
  );
  for (const callback of missed.slice(4, 7)) callback.calledAt = callback.ticket.closedAt! - 5 * hour;
}
