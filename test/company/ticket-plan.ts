import {asOf, day, hour, type Moment, minute, moment, monthCount, monthDays, monthStart} from "./calendar.js";
import {type Channel, type ComplaintCategory, complaintCategories, otherCategories, type Region} from "./catalog.js";
import type {Draw} from "./draw.js";
import {isActiveAt} from "./orders.js";
import type {Customer, TicketType} from "./records.js";

const season = [1.1, 1, 0.9, 0.75, 1.05, 1, 1, 1.15, 1.15, 1.1, 1, 1]; // from November
export const workedAction = {category: "滤芯发错", done: moment("2026-02-15")} as const;
export const failedAction = {category: "热线等待过长", done: moment("2025-12-31")} as const;
export const newCategory = {category: "设备联网故障", month: 23} as const;
export const basesMonth = {month: 23, large: "华东", small: "西北", complaints: 30} as const;
export const chainCategory = "漏水";
export const promoMonth = 19; // 2026-06: many more online contacts

export interface PlannedTicket {
  readonly customer: Customer;
  readonly type: TicketType;
  readonly category: string;
  readonly createdAt: Moment;
  readonly channel?: Channel;
}

/** Who writes in, when and about what: everything but how the ticket went. */
export function planTickets(customers: readonly Customer[], draw: Draw): PlannedTicket[] {
  const planned: PlannedTicket[] = [];
  for (let month = 0; month < monthCount; month++) {
    const active = customers.filter((customer) => isActiveAt(customer, monthStart(month)));
    const when = () =>
      monthStart(month) +
      draw.int(0, monthDays(month) - 1) * day +
      draw.int(8, 20) * hour +
      draw.int(0, 59) * minute +
      draw.int(0, 59);
    const add = (
      type: TicketType,
      category: string,
      {count, channel, from = active}: {count: number; channel?: Channel; from?: readonly Customer[]},
    ) => {
      for (let i = 0; i < count; i++)
        planned.push({customer: draw.pick(from), type, category, createdAt: when(), ...(channel ? {channel} : {})});
    };
    if (month === newCategory.month) lastMonthComplaints(active, {add, draw});
    else
      for (const {code, mean} of complaintCategories)
        add("complaint", code, {count: draw.poisson(complaintMean(code, {month, mean}) * season[month % 12]!)});
    const others = {inquiry: 78, repair: 72, request: 34, incident: 3, other: 8} as const;
    for (const [type, mean] of Object.entries(others)) {
      const categories = otherCategories.filter((category) => category.type === type);
      const count = draw.poisson(mean * season[month % 12]!);
      for (let i = 0; i < count; i++) add(type as TicketType, draw.pick(categories).code, {count: 1});
    }
    add("inquiry", "账单查询", {count: draw.int(18, 24), channel: "email"});
    add("inquiry", "使用方法", {count: draw.int(12, 18), channel: "chat"});
    if (month === promoMonth) {
      add("inquiry", "订单进度", {count: 190, channel: "chat"});
      add("inquiry", "账单查询", {count: 150, channel: "email"});
    }
  }
  planned.push(...chains(customers));
  return planned
    .filter((ticket) => ticket.createdAt < asOf)
    .sort((a, b) => a.createdAt - b.createdAt || (a.customer.id < b.customer.id ? -1 : 1));
}

function complaintMean(code: ComplaintCategory, {month, mean}: {month: number; mean: number}): number {
  if (code !== workedAction.category) return mean;
  const share = (monthStart(month + 1) - workedAction.done) / (monthStart(month + 1) - monthStart(month));
  return share <= 0 ? mean : share < 1 ? mean * (1 - 0.75 * share) : mean * 0.25;
}

type Add = (type: TicketType, category: string, options: {count: number; from?: readonly Customer[]}) => void;

/** The last month is set by hand: a new category, and the same thirty complaints in a large and a small region. */
function lastMonthComplaints(active: readonly Customer[], {add, draw}: {add: Add; draw: Draw}): void {
  const inRegion = (region: Region) => draw.shuffled(active.filter((customer) => customer.region === region));
  const plan: readonly (readonly [Region, readonly (readonly [ComplaintCategory, number])[]])[] = [
    [
      "华东",
      [
        ["设备联网故障", 13],
        ["热线等待过长", 5],
        ["漏水", 3],
        ["配送延误", 4],
        ["收费争议", 2],
        ["安装质量", 2],
        ["维修未修好", 1],
      ],
    ],
    [
      "西北",
      [
        ["配送延误", 17],
        ["安装质量", 6],
        ["维修未修好", 5],
        ["服务态度", 2],
      ],
    ],
    [
      "华北",
      [
        ["设备联网故障", 6],
        ["热线等待过长", 3],
        ["漏水", 2],
        ["噪音", 1],
        ["滤芯发错", 1],
      ],
    ],
    [
      "华南",
      [
        ["设备联网故障", 5],
        ["热线等待过长", 3],
        ["收费争议", 3],
        ["漏水", 2],
        ["滤芯发错", 1],
      ],
    ],
    [
      "华中",
      [
        ["设备联网故障", 3],
        ["热线等待过长", 2],
        ["服务态度", 2],
        ["噪音", 1],
      ],
    ],
    [
      "西南",
      [
        ["设备联网故障", 2],
        ["维修未修好", 4],
        ["噪音", 2],
        ["退换货受阻", 1],
      ],
    ],
    [
      "东北",
      [
        ["热线等待过长", 1],
        ["退换货受阻", 2],
        ["安装质量", 1],
      ],
    ],
  ];
  for (const [region, categories] of plan) {
    const from = inRegion(region).filter((customer) => !isChainCustomer(customer));
    for (const [category, count] of categories) add("complaint", category, {count, from});
  }
}

/** One customer complains four times in thirty days about the same leak; two others three times. */
export const chainStarts: readonly {id: string; at: readonly Moment[]}[] = [
  {
    id: "K00321",
    at: ["2026-08-31 10:12:05", "2026-09-08 09:40:31", "2026-09-17 15:22:48", "2026-09-28 11:05:10"].map(moment),
  },
  {id: "K00654", at: ["2026-03-03 14:01:00", "2026-03-12 09:33:20", "2026-03-24 16:45:09"].map(moment)},
  {id: "K00987", at: ["2025-09-02 10:00:40", "2025-09-10 11:30:15", "2025-09-26 17:20:33"].map(moment)},
];
const isChainCustomer = (customer: Customer) => chainStarts.some((one) => one.id === customer.id);

function chains(customers: readonly Customer[]): PlannedTicket[] {
  return chainStarts.flatMap(({id, at}) => {
    const customer = customers.find((one) => one.id === id)!;
    return at.map((createdAt) => ({
      customer,
      type: "complaint" as const,
      category: chainCategory,
      createdAt,
      channel: "phone" as const,
    }));
  });
}
