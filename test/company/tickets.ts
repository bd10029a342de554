import {asOf, day, hour, type Moment, minute, monthOf} from "./calendar.js";
import {type Channel, causes, complaintCategories, departments, teams} from "./catalog.js";
import {type Draw, drawFor} from "./draw.js";
import type {Customer, Ticket} from "./records.js";
import {chainStarts, type PlannedTicket, planTickets} from "./ticket-plan.js";
import {rivalRemark, ticketText} from "./ticket-texts.js";

export const fastHandler = "KF15";
export const slowDepartment = "物流部";
export const overclaimingTeam = "在线组";
const replyMinutes: Readonly<Record<Channel, number>> = {phone: 4, wechat: 25, chat: 6, email: 260, visit: 30};
const teamOf: Readonly<Record<Channel, readonly (readonly [string, number])[]>> = {
  phone: [
    ["热线一组", 1],
    ["热线二组", 1],
  ],
  wechat: [["在线组", 1]],
  chat: [["在线组", 1]],
  email: [["邮件组", 1]],
  visit: [["上门组", 1]],
};

/** Every ticket with its whole course; what would have happened after the export is not there yet. */
export function makeTickets(customers: readonly Customer[]): Ticket[] {
  const draw = drawFor("tickets");
  const counts = new Map<string, number>();
  const tickets = planTickets(customers, drawFor("ticket plan")).map((planned) => {
    const month = monthOf(planned.createdAt).slice(2).replace("-", "");
    const serial = (counts.get(month) ?? 0) + 1;
    counts.set(month, serial);
    return openTicket(draw, {planned, id: `T${month}${String(serial).padStart(4, "0")}`});
  });
  for (const ticket of tickets) runCourse(draw, ticket);
  plantLateFile(tickets);
  plantOddities(tickets);
  return tickets;
}

function openTicket(draw: Draw, {planned, id}: {planned: PlannedTicket; id: string}): Ticket {
  const {customer, type, category, createdAt} = planned;
  const channel: Channel =
    planned.channel ??
    (type === "repair" && draw.chance(0.68)
      ? "visit"
      : draw.weighted([
          ["phone", 47],
          ["wechat", 22],
          ["chat", 17],
          ["email", 9],
          ["visit", 5],
        ] as const));
  const teamName = customer.size > 12 && channel !== "visit" ? "大客户组" : draw.weighted(teamOf[channel]);
  const team = teams.find((one) => one.code === teamName)!;
  const known = complaintCategories.find((one) => one.code === category)?.department;
  const party =
    type === "complaint"
      ? draw.weighted([
          ["department", 78],
          ["customer", 7],
          ["third_party", 6],
          ["unassigned", 9],
        ] as const)
      : "department";
  const isRequest = type === "request";
  const isEntitled = isRequest ? ["star5", "star4", "star3"].includes(customer.tier) || draw.chance(0.15) : undefined;
  const priority = draw.weighted([
    ["high", type === "complaint" ? 30 : 8],
    ["normal", 60],
    ["low", type === "complaint" ? 5 : 30],
  ] as const);
  const remark =
    type === "complaint" || type === "inquiry" ? rivalRemark(draw, {customer, at: createdAt, usual: 0.018}) : "";
  const text = ticketText(draw, {type, category, customer});
  return {
    id,
    customerId: customer.id,
    customer,
    contactId: channel === "phone" ? "" : `M${id.slice(1)}`,
    type,
    category,
    subcategory:
      type === "complaint"
        ? draw.weighted([
            ["首次", 8],
            ["再次反映", 2],
          ])
        : "",
    causes: type === "complaint" ? causesOf(draw, category) : [],
    product:
      planned.channel === undefined && draw.chance(0.03)
        ? ""
        : (customer.contracts.find((one) => one.start <= createdAt && createdAt < one.end + day)?.product ?? "S1"),
    channel,
    priority,
    status: "open",
    createdAt,
    repliedAt: undefined,
    promisedAt: type === "complaint" || isRequest ? createdAt + (priority === "high" ? 24 : 48) * hour : undefined,
    firstSolvedAt: undefined,
    solvedAt: undefined,
    closedAt: undefined,
    reopened: 0,
    reassigned: draw.chance(0.12) ? draw.int(1, 3) : 0,
    isSlaMet: undefined,
    isSolved: undefined,
    isDisputed: type === "complaint" && draw.chance(0.03),
    department:
      party === "department"
        ? (known ?? (type === "repair" ? "维修部" : type === "request" ? "物流部" : "客服部"))
        : party === "customer" || party === "third_party"
          ? draw.pick(departments).code
          : "",
    party,
    handler: draw.pick(team.members),
    team: team.code,
    fee: isRequest && !isEntitled ? draw.pick([20, 30, 50, 80]) : undefined,
    isEntitled,
    title: category,
    verbatim: remark ? `${text}。${remark}` : text,
    isLate: false,
  };
}

function causesOf(draw: Draw, category: string): string[] {
  const usual =
    {
      配送延误: "A2",
      滤芯发错: "A1",
      热线等待过长: "C1",
      收费争议: "D2",
      服务态度: "C2",
      噪音: "D1",
      设备联网故障: "D1",
      维修未修好: "B1",
    }[category] ?? "B2";
  const second = draw.pick(causes).code;
  return draw.chance(0.25) && second !== usual ? [usual, second] : [usual];
}

/** Hours to solve that break the promise for about an eighth of complaints, two fifths in one department. */
function solveHours(draw: Draw, ticket: Ticket): number {
  if (ticket.handler === fastHandler) return 0.15 + draw.exponential(1.1);
  const promise = ticket.priority === "high" ? 24 : 48;
  if (ticket.type === "complaint" || ticket.type === "request")
    return (
      1 +
      draw.exponential(promise / (ticket.department === slowDepartment ? 0.95 : 2.2)) +
      (draw.chance(0.03) ? draw.exponential(400) : 0)
    );
  return (
    0.2 +
    draw.exponential({inquiry: 5, repair: 52, incident: 9, other: 12}[ticket.type]) +
    (draw.chance(0.01) ? draw.exponential(500) : 0)
  );
}

function runCourse(draw: Draw, ticket: Ticket): void {
  const known = (when: Moment) => (when < asOf ? when : undefined);
  const replied = ticket.createdAt + Math.round(draw.exponential(replyMinutes[ticket.channel]) * minute) + 20;
  const firstSolved = Math.max(replied + 60, ticket.createdAt + Math.round(solveHours(draw, ticket) * hour));
  const isReopened = draw.chance(ticket.handler === fastHandler ? 0.2 : ticket.type === "complaint" ? 0.08 : 0.025);
  const solved = isReopened ? firstSolved + Math.round((20 + draw.exponential(50)) * hour) : firstSolved;
  const closed = solved + Math.round((0.3 + draw.exponential(4)) * hour);
  ticket.repliedAt = known(replied);
  ticket.firstSolvedAt = known(firstSolved);
  ticket.solvedAt = isReopened && firstSolved < asOf && solved >= asOf ? undefined : known(solved);
  ticket.closedAt = known(closed);
  ticket.reopened = isReopened && firstSolved + 12 * hour < asOf ? 1 : 0;
  if (ticket.reopened === 0) ticket.solvedAt = known(firstSolved);
  ticket.isSlaMet = ticket.repliedAt === undefined ? undefined : replied - ticket.createdAt <= 4 * hour;
  ticket.status = ticket.closedAt
    ? "closed"
    : ticket.solvedAt
      ? "solved"
      : ticket.repliedAt
        ? draw.weighted([
            ["in_progress", 3],
            ["pending", 1],
          ] as const)
        : "open";
  ticket.isSolved = ticket.solvedAt ? draw.chance(ticket.team === overclaimingTeam ? 0.99 : 0.96) : undefined;
}

/** Seventeen tickets came in a later file: three of August, fourteen of September 2026. */
function plantLateFile(tickets: readonly Ticket[]): void {
  const of = (month: string) =>
    tickets.filter(
      (ticket) =>
        monthOf(ticket.createdAt) === month &&
        ticket.type === "complaint" &&
        !chainStarts.some(({id}) => id === ticket.customerId),
    );
  for (const ticket of [...of("2026-08").slice(30, 33), ...of("2026-09").slice(20, 34)]) ticket.isLate = true;
}

/** A handful that only a look across tables finds. None is a complaint, so the complaint figures stay clean. */
function plantOddities(tickets: readonly Ticket[]): void {
  const closed = tickets.filter(
    (ticket) =>
      ticket.type === "inquiry" &&
      ticket.closedAt &&
      ticket.closedAt < asOf - 60 * day &&
      ticket.createdAt > asOf - 200 * day &&
      ticket.reopened === 0,
  );
  for (const ticket of [closed[10]!, closed[60]!, closed[110]!]) {
    ticket.closedAt = ticket.createdAt - 3 * day;
  }
  [closed[20]!, closed[70]!, closed[120]!].forEach((ticket, index) => {
    ticket.customerId = `K8888${index}`;
  });
}
