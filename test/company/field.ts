import {asOf, day, hour, type Moment, minute, moment, monthOf, monthStart} from "./calendar.js";
import {clerks, technicians} from "./catalog.js";
import {type Draw, drawFor} from "./draw.js";
import {isActiveAt} from "./orders.js";
import type {Customer, Ticket, Visit, WorkOrder} from "./records.js";
import {rivalRemark} from "./ticket-texts.js";

export const carelessClerk = "WY03";
export const carelessMonth = "2026-08";
export const missingPartsRegion = "西南";
export const overdueCustomer = "K00012";
export const visitStandard: Readonly<Record<string, number>> = {star5: 4, star4: 2, star3: 1};

/** On-site jobs; where a part was missing the technician comes a second time within the month. */
export function makeWorkOrders(tickets: readonly Ticket[]): WorkOrder[] {
  const draw = drawFor("work orders");
  const orders: WorkOrder[] = [];
  for (const ticket of tickets) {
    const isField =
      ticket.type === "repair" ||
      (ticket.type === "complaint" && ["漏水", "维修未修好", "安装质量"].includes(ticket.category));
    if (!isField || !draw.chance(0.62)) continue;
    const first = workOrder(draw, {ticket, from: ticket.createdAt, isSecond: false});
    if (first.completedAt >= asOf) continue;
    orders.push(first);
    if (!first.isPartsMissing && !draw.chance(0.035)) continue;
    const second = workOrder(draw, {ticket, from: first.completedAt + draw.int(3, 14) * day, isSecond: true});
    if (second.completedAt < asOf) orders.push(second);
  }
  orders.sort((a, b) => a.completedAt - b.completedAt || (a.ticketId < b.ticketId ? -1 : 1));
  orders.forEach((order, index) => {
    order.id = `WX${String(index + 1).padStart(6, "0")}`;
  });
  const careless = orders.find(
    (order) =>
      monthOf(order.completedAt) === carelessMonth && order.trueFee > 150 && order.recordedBy === carelessClerk,
  )!;
  careless.fee = careless.trueFee * 100;
  return orders;
}

function workOrder(draw: Draw, {ticket, from, isSecond}: {ticket: Ticket; from: Moment; isSecond: boolean}): WorkOrder {
  const scheduledAt = Math.floor(from / day) * day + draw.int(1, 3) * day + draw.int(9, 17) * hour;
  const arrivedAt = scheduledAt + (draw.chance(0.13) ? draw.int(35, 190) : draw.int(-20, 25)) * minute;
  const completedAt = arrivedAt + draw.int(25, 150) * minute;
  const fee = draw.chance(0.55) ? 0 : draw.pick([60, 80, 120, 158, 186, 220, 268, 320]);
  return {
    id: "",
    ticketId: ticket.id,
    customer: ticket.customer,
    assetId: `SB${ticket.customer.id.slice(1)}`,
    scheduledAt,
    arrivedAt,
    completedAt,
    technician: draw.pick(technicians),
    isSigned: draw.chance(0.96),
    hasCard: draw.chance(0.7),
    isPartsMissing: !isSecond && draw.chance(ticket.customer.region === missingPartsRegion ? 0.38 : 0.07),
    fee,
    trueFee: fee,
    recordedBy: draw.pick(clerks),
    recordedAt: completedAt + draw.int(1, 6) * hour,
  };
}

const purposes = ["例行拜访", "续约沟通", "设备巡检", "投诉后回访"] as const;
const impressions = [
  "客户满意，无新需求",
  "希望增加一台直饮机",
  "关心滤芯价格",
  "负责人换了，需要重新建联",
  "希望能按月开票",
];

/** Visits by the standard of the customer's class, most of them done; one large customer is left out since January. */
export function makeVisits(customers: readonly Customer[]): Visit[] {
  const draw = drawFor("visits");
  const visits: Visit[] = [];
  for (const customer of customers) {
    const perYear = visitStandard[customer.tier] ?? 0;
    if (perYear === 0 || !customer.isFirm) continue;
    const step = Math.round(365 / perYear);
    for (
      let at = monthStart(0) + draw.int(0, step) * day;
      at < asOf + 40 * day;
      at += (step + draw.int(-12, 12)) * day
    ) {
      if (!isActiveAt(customer, at) && at < asOf) continue;
      if (customer.id === overdueCustomer && at >= moment("2026-01-10")) continue;
      const visited = Math.floor(at / day) * day + draw.int(0, 8) * day;
      const isDone = visited < asOf && draw.chance(0.86);
      const remark = isDone ? rivalRemark(draw, {customer, at: visited, usual: 0.04}) : "";
      visits.push({
        id: "",
        customer,
        planned: Math.floor(at / day) * day,
        visited: isDone ? visited : undefined,
        visitor: customer.owner,
        purpose: draw.pick(purposes),
        minutes: isDone ? draw.int(20, 120) : 0,
        cost: isDone ? draw.int(3, 40) * 10 : 0,
        verbatim: isDone ? [draw.pick(impressions), remark].filter(Boolean).join("；") : "",
      });
    }
  }
  visits.sort((a, b) => a.planned - b.planned || (a.customer.id < b.customer.id ? -1 : 1));
  visits.forEach((visit, index) => {
    visit.id = `BF${String(index + 1).padStart(5, "0")}`;
  });
  visits.find(
    (visit) => visit.visited && visit.customer.tier === "star3" && visit.planned > moment("2026-08-01"),
  )!.visited = moment("2027-08-14");
  return visits;
}
