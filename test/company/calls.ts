import {day, hour, type Moment, minute, monthCount, monthDays, monthStart} from "./calendar.js";
import {regions, teams} from "./catalog.js";
import {type Draw, drawFor} from "./draw.js";
import {isActiveAt} from "./orders.js";
import type {Call, Customer, Ticket} from "./records.js";
import {rivalRemark} from "./ticket-texts.js";

const season = [1.1, 1, 0.9, 0.8, 1.1, 1, 1, 1.1, 1.15, 1.1, 1, 1]; // from November
export const thinMonth = 16; // 2026-03: six of the second hotline team were away
const hotline = [...teams[0].members, ...teams[1].members];

/** Inbound calls (those that opened a phone ticket among them) and the hotline's own outbound calls. */
export function makeCalls(customers: readonly Customer[], tickets: readonly Ticket[]): Call[] {
  const draw = drawFor("calls");
  const calls: Call[] = [];
  for (let month = 0; month < monthCount; month++) {
    const active = customers.filter((customer) => isActiveAt(customer, monthStart(month)));
    const opened = tickets.filter(
      (ticket) =>
        ticket.channel === "phone" && ticket.createdAt >= monthStart(month) && ticket.createdAt < monthStart(month + 1),
    );
    for (const ticket of opened) calls.push(ticketCall(draw, ticket));
    const rate = month === thinMonth ? 0.7 : 0.9 + draw.unit() * 0.025;
    const offered = Math.round(470 * season[month % 12]!);
    const answered = Math.round(offered * rate);
    for (let i = opened.length; i < offered; i++)
      calls.push(plainCall(draw, {month, active, isAnswered: i < answered}));
    for (let i = draw.int(18, 30); i > 0; i--)
      calls.push({
        ...plainCall(draw, {month, active, isAnswered: false}),
        isOffered: false,
        agent: "",
        queue: "",
        wait: 0,
      });
    for (let i = draw.int(40, 60); i > 0; i--) calls.push(outboundCall(draw, {month, active}));
  }
  calls.sort((a, b) => a.calledAt - b.calledAt || (a.customerId < b.customerId ? -1 : 1));
  calls.forEach((call, index) => {
    call.id = `C${String(index + 1).padStart(7, "0")}`;
  });
  const byTicket = new Map(calls.filter((call) => call.ticketId).map((call) => [call.ticketId, call.id]));
  for (const ticket of tickets) if (ticket.channel === "phone") ticket.contactId = byTicket.get(ticket.id)!;
  return calls;
}

const queueOf = (agent: string) =>
  (teams.find((team) => (team.members as readonly string[]).includes(agent)) ?? teams[0]).code;

function ticketCall(draw: Draw, ticket: Ticket): Call {
  return {
    id: "",
    customerId: ticket.customer.id,
    ticketId: ticket.id,
    calledAt: Math.max(ticket.createdAt - draw.int(60, 500), monthFloor(ticket.createdAt)),
    direction: "inbound",
    queue: ticket.team,
    agent: ticket.handler,
    topic: ticket.category,
    region: ticket.customer.region,
    isOffered: true,
    isAnswered: true,
    isResolved: ticket.type === "inquiry" ? draw.chance(0.85) : draw.chance(0.3),
    wait: Math.round(draw.exponential(20)),
    talk: 60 + Math.round(draw.exponential(240)),
    verbatim: "",
  };
}

const monthFloor = (when: Moment): Moment => {
  for (let month = monthCount - 1; month >= 0; month--) if (monthStart(month) <= when) return monthStart(month);
  return when;
};

function plainCall(
  draw: Draw,
  {month, active, isAnswered}: {month: number; active: readonly Customer[]; isAnswered: boolean},
): Call {
  const isKnown = draw.chance(0.8);
  const customer = draw.pick(active);
  const calledAt =
    monthStart(month) +
    draw.int(0, monthDays(month) - 1) * day +
    draw.int(8, 20) * hour +
    draw.int(0, 59) * minute +
    draw.int(0, 59);
  const agent = draw.pick(month === thinMonth ? hotline.slice(0, 7) : hotline);
  const slow = month === thinMonth ? 3 : 1;
  const topic = draw.weighted([
    ["使用方法", 5],
    ["账单查询", 4],
    ["订单进度", 5],
    ["滤芯价格", 3],
    ["选型咨询", 2],
    ["滤网更换", 3],
  ] as const);
  return {
    id: "",
    customerId: isKnown ? customer.id : "",
    ticketId: "",
    calledAt,
    direction: "inbound",
    queue: isAnswered ? queueOf(agent) : draw.pick(["热线一组", "热线二组"]),
    agent: isAnswered ? agent : "",
    topic: isAnswered ? topic : "",
    region: isKnown ? customer.region : draw.weighted(regions.map((region) => [region.code, region.weight] as const)),
    isOffered: true,
    isAnswered,
    isResolved: isAnswered ? draw.chance(0.82) : undefined,
    wait: Math.round(isAnswered ? draw.exponential(18 * slow) : 2 + draw.exponential(55 * slow)),
    talk: isAnswered ? 30 + Math.round(draw.exponential(150)) : 0,
    verbatim: isAnswered && isKnown ? rivalRemark(draw, {customer, at: calledAt, usual: 0.012}) : "",
  };
}

function outboundCall(draw: Draw, {month, active}: {month: number; active: readonly Customer[]}): Call {
  const customer = draw.pick(active.filter((one) => one.preference === "any"));
  const isAnswered = draw.chance(0.62);
  const agent = draw.pick(hotline);
  return {
    ...plainCall(draw, {month, active, isAnswered}),
    customerId: customer.id,
    region: customer.region,
    direction: "outbound",
    agent,
    queue: queueOf(agent),
    topic: "关怀外呼",
    wait: draw.int(4, 30),
    isResolved: undefined,
    verbatim: "",
  };
}
