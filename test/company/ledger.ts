import {type Moment, monthOf, months} from "./calendar.js";
import type {Call, CareAction, OrderLine, Return, Ticket, WorkOrder} from "./records.js";

export interface LedgerLine {
  readonly month: string;
  readonly source: string;
  readonly measure: string;
  readonly value: number;
  readonly recordedBy: string;
}

/** What each control total counts: the entity, the summed column (none = records) and the date it goes by. */
export const measures = [
  {
    code: "orders.amount",
    source: "erp",
    entity: "orders",
    column: "amount",
    date: "ordered_at",
    zh: "订单金额",
    en: "Order amount",
  },
  {
    code: "orders.count",
    source: "erp",
    entity: "orders",
    column: "",
    date: "ordered_at",
    zh: "订单行数",
    en: "Order lines",
  },
  {
    code: "returns.amount",
    source: "erp",
    entity: "returns",
    column: "amount",
    date: "requested_at",
    zh: "退款金额",
    en: "Amount returned",
  },
  {
    code: "work_orders.fee",
    source: "erp",
    entity: "work_orders",
    column: "fee",
    date: "completed_at",
    zh: "维修工单费用",
    en: "Work-order fees",
  },
  {
    code: "work_orders.count",
    source: "erp",
    entity: "work_orders",
    column: "",
    date: "completed_at",
    zh: "维修工单数",
    en: "Work orders",
  },
  {
    code: "care_actions.cost",
    source: "crm",
    entity: "care_actions",
    column: "cost",
    date: "acted_date",
    zh: "客户关怀费用",
    en: "Care cost",
  },
  {
    code: "tickets.count",
    source: "helpdesk",
    entity: "tickets",
    column: "",
    date: "created_at",
    zh: "工单数",
    en: "Tickets",
  },
  {
    code: "calls.count",
    source: "callcentre",
    entity: "calls",
    column: "",
    date: "called_at",
    zh: "通话数",
    en: "Calls",
  },
] as const;

export interface Booked {
  readonly orders: readonly OrderLine[];
  readonly returns: readonly Return[];
  readonly workOrders: readonly WorkOrder[];
  readonly care: readonly CareAction[];
  readonly tickets: readonly Ticket[];
  readonly calls: readonly Call[];
}

/** The totals that finance and the other departments hold, right in every month. */
export function makeLedger({orders, returns, workOrders, care, tickets, calls}: Booked): LedgerLine[] {
  const sums: Readonly<Record<(typeof measures)[number]["code"], ReadonlyMap<string, number>>> = {
    "orders.amount": sumBy(orders, {at: (one) => one.orderedAt, value: (one) => one.amount}),
    "orders.count": sumBy(orders, {at: (one) => one.orderedAt, value: () => 1}),
    "returns.amount": sumBy(returns, {at: (one) => one.requestedAt, value: (one) => one.amount}),
    "work_orders.fee": sumBy(workOrders, {at: (one) => one.completedAt, value: (one) => one.trueFee}),
    "work_orders.count": sumBy(workOrders, {at: (one) => one.completedAt, value: () => 1}),
    "care_actions.cost": sumBy(care, {at: (one) => one.acted, value: (one) => one.cost}),
    "tickets.count": sumBy(tickets, {at: (one) => one.createdAt, value: () => 1}),
    "calls.count": sumBy(calls, {at: (one) => one.calledAt, value: () => 1}),
  };
  // Five tickets and three calls carry one unreadable cell each; they did take place and were counted.
  const odd: Readonly<Record<string, number>> = {"2026-03 tickets.count": 5, "2026-07 calls.count": 3};
  return months.flatMap((month) =>
    measures.map(({code, source}) => ({
      month,
      source,
      measure: code,
      value: (sums[code].get(month) ?? 0) + (odd[`${month} ${code}`] ?? 0),
      recordedBy: source === "erp" ? "CW01" : "CW02",
    })),
  );
}

function sumBy<T>(
  records: readonly T[],
  {at, value}: {at: (record: T) => Moment; value: (record: T) => number},
): Map<string, number> {
  const sums = new Map<string, number>();
  for (const record of records) {
    const month = monthOf(at(record));
    sums.set(month, (sums.get(month) ?? 0) + value(record));
  }
  return sums;
}
