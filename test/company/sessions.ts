import {asOf, day, hour, type Moment, minute, monthCount, monthDays, monthStart} from "./calendar.js";
import {type Draw, drawFor} from "./draw.js";
import {isActiveAt} from "./orders.js";
import type {Customer, Session, Ticket} from "./records.js";

const season = [1.1, 1, 0.9, 0.8, 1.1, 1, 1, 1.1, 1.15, 1.1, 1, 1]; // from November
/** At noon one agent of each desk stays while the others eat: sessions pile up on one screen. */
export const lunch = {from: 12 * hour, minutes: 25} as const;
const desks = {
  qiyu: {queue: "在线售后", members: ["KF13", "KF14", "KF15", "KF16", "KF17", "KF18"], monthly: 170, known: 0.8},
  zendesk: {queue: "商城售前", members: ["KF19", "KF20", "KF21"], monthly: 95, known: 0.35},
} as const;
type Desk = keyof typeof desks;

/** Chat sessions with people, those that opened a chat ticket among them, and those that the bot served alone. */
export function makeSessions(customers: readonly Customer[], tickets: readonly Ticket[]): Session[] {
  const draw = drawFor("sessions");
  const sessions: Session[] = [];
  for (let month = 0; month < monthCount; month++) {
    const active = customers.filter((customer) => isActiveAt(customer, monthStart(month)));
    for (const desk of ["qiyu", "zendesk"] as const)
      for (let i = Math.round(desks[desk].monthly * season[month % 12]!); i > 0; i--)
        sessions.push(plainSession(draw, {desk, month, active}));
    for (let i = draw.int(45, 60); i > 0; i--) sessions.push(...botSessions(draw, {month, active}));
  }
  for (const ticket of tickets) if (ticket.channel === "chat") sessions.push(ticketSession(draw, ticket));
  sessions.sort((a, b) => a.enteredAt - b.enteredAt || (a.customerId < b.customerId ? -1 : 1));
  serve(draw, sessions);
  const serial = new Map<string, number>();
  for (const session of sessions) {
    if (session.id) continue;
    const at = new Date(session.enteredAt * 1000).toISOString().slice(2, 7).replace("-", "");
    serial.set(at, (serial.get(at) ?? 0) + 1);
    session.id = `${at}${5000 + serial.get(at)!}`; // ticket sessions end in the number of their ticket
  }
  return sessions;
}

const blank = {
  id: "",
  customerId: "",
  agent: "",
  topic: "",
  source: "",
  isBot: false,
  isAnswered: true,
  reply: 0,
  meanReply: 0,
  length: 0,
  messages: [0, 0] as readonly [number, number],
  isRated: false,
  isResolved: undefined,
  heldAtOnce: 0,
};

const topicOf = (draw: Draw) =>
  draw.weighted([
    ["使用方法", 6],
    ["账单查询", 4],
    ["订单进度", 5],
    ["滤芯价格", 4],
    ["选型咨询", 2],
  ] as const);
const sourceOf = (draw: Draw) =>
  draw.weighted([
    ["WEB", 3],
    ["WX", 5],
    ["APP", 4],
  ] as const);

function plainSession(
  draw: Draw,
  {desk, month, active}: {desk: Desk; month: number; active: readonly Customer[]},
): Session {
  const {queue, members, known} = desks[desk];
  const date = monthStart(month) + draw.int(0, monthDays(month) - 1) * day;
  const isNoon = draw.chance(0.5);
  const others = [9, 10, 11, 13, 14, 15, 16, 17, 18, 19, 20] as const;
  const enteredAt = isNoon
    ? date + lunch.from + draw.int(0, lunch.minutes * minute - 1)
    : date + draw.pick(others) * hour + draw.int(0, 3599);
  const isKnown = draw.chance(known);
  // Whoever has the lunch hour of a day has all of it.
  const onLunch = members[(date / day) % members.length]!;
  return {
    ...blank,
    system: desk,
    queue,
    enteredAt,
    customerId: isKnown ? draw.pick(active).id : "",
    agent: isNoon ? onLunch : draw.pick(members),
    topic: topicOf(draw),
    source: sourceOf(draw),
    isAnswered: !draw.chance(isNoon ? 0.1 : 0.03),
    length: (isNoon ? 9 : 4) * minute + Math.round(draw.exponential(8 * minute)),
    isRated: draw.chance(0.22),
    isResolved: draw.chance(0.5) ? draw.chance(0.85) : undefined,
  };
}

/** What opened a ticket: the number of the session is the ticket's. */
function ticketSession(draw: Draw, ticket: Ticket): Session {
  return {
    ...blank,
    id: ticket.contactId.slice(1),
    system: "qiyu",
    queue: desks.qiyu.queue,
    enteredAt: Math.max(ticket.createdAt - draw.int(60, 400), monthFloor(ticket.createdAt)),
    customerId: ticket.customer.id,
    agent: ticket.handler,
    topic: ticket.category,
    source: sourceOf(draw),
    length: 7 * minute + Math.round(draw.exponential(6 * minute)),
    isRated: draw.chance(0.3),
    isResolved: draw.chance(0.5) ? draw.chance(ticket.type === "inquiry" ? 0.85 : 0.3) : undefined,
  };
}

const monthFloor = (when: Moment): Moment => {
  for (let month = monthCount - 1; month >= 0; month--) if (monthStart(month) <= when) return monthStart(month);
  return when;
};

/** The bot at any hour; some of its visitors come to a person within the day. */
function botSessions(draw: Draw, {month, active}: {month: number; active: readonly Customer[]}): Session[] {
  const customer = draw.pick(active);
  const session: Session = {
    ...blank,
    system: "qiyu",
    queue: "",
    enteredAt: monthStart(month) + draw.int(0, monthDays(month) * day - 1),
    customerId: draw.chance(0.7) ? customer.id : "",
    topic: topicOf(draw),
    source: sourceOf(draw),
    isBot: true,
    reply: 1,
    length: 40 + Math.round(draw.exponential(150)),
    isResolved: draw.chance(0.93),
  };
  const again = session.enteredAt + draw.int(20 * minute, 6 * hour);
  const isAgain = session.customerId !== "" && draw.chance(0.3);
  if (!isAgain || again >= asOf || again % day < 9 * hour || again % day >= 20 * hour) return [session];
  const person = plainSession(draw, {desk: "qiyu", month, active});
  return [session, {...person, enteredAt: again, customerId: customer.id, topic: session.topic}];
}

/** The first reply waits for the other sessions on the same screen: half a minute more for each, and longer still. */
function serve(draw: Draw, sessions: readonly Session[]): void {
  const busy = new Map<string, Moment[]>();
  for (const session of sessions) {
    if (session.isBot) continue;
    if (!session.isAnswered) {
      Object.assign(session, {agent: "", length: 20 + Math.round(draw.exponential(70)), isRated: false});
      session.isResolved = undefined;
      continue;
    }
    const held = (busy.get(session.agent) ?? []).filter((end) => end > session.enteredAt);
    session.heldAtOnce = held.length + 1;
    session.reply = 6 + Math.round(draw.exponential(16)) + held.length * 30 + held.length ** 2 * draw.int(4, 12);
    session.meanReply = 10 + Math.round(session.reply * 0.6 + draw.exponential(12));
    session.length += session.reply;
    const rounds = 2 + Math.floor(session.length / 150);
    session.messages = [rounds + draw.int(0, 3), rounds + draw.int(0, 2)];
    busy.set(session.agent, [...held, session.enteredAt + session.length]);
  }
}
