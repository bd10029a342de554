import {asOf, day, type Moment, moment} from "./calendar.js";
import {drawFor} from "./draw.js";
import {isActiveAt} from "./orders.js";
import type {CareAction, Customer} from "./records.js";

interface Campaign {
  readonly name: string;
  readonly kind: CareAction["kind"];
  readonly at: Moment;
  readonly tiers: readonly string[];
  readonly share: number;
  readonly cost: readonly [number, number];
  readonly budget: number;
}

const high = ["star5", "star4", "star3"];
const campaigns: readonly Campaign[] = [
  {name: "2025 春节问候", kind: "greeting", at: moment("2025-01-24"), tiers: high, share: 0.7, cost: [2, 6], budget: 5},
  {
    name: "2025 中秋礼品",
    kind: "gift",
    at: moment("2025-09-29"),
    tiers: ["star5", "star4"],
    share: 0.8,
    cost: [120, 180],
    budget: 150,
  },
  {
    name: "2025 水质体验日",
    kind: "event",
    at: moment("2025-10-18"),
    tiers: high,
    share: 0.18,
    cost: [80, 140],
    budget: 100,
  },
  {
    name: "2026 春节问候",
    kind: "greeting",
    at: moment("2026-02-12"),
    tiers: high,
    share: 0.75,
    cost: [2, 6],
    budget: 5,
  },
  {
    name: "2026 客户联谊会",
    kind: "event",
    at: moment("2026-05-16"),
    tiers: ["star5", "star4"],
    share: 0.35,
    cost: [180, 320],
    budget: 200,
  },
  {
    name: "2026 中秋礼品",
    kind: "gift",
    at: moment("2026-09-21"),
    tiers: ["star5", "star4"],
    share: 0.85,
    cost: [120, 180],
    budget: 150,
  },
];

/** Greetings, gifts and events with what they were to cost and did cost; birthday gifts all year round. */
export function makeCareActions(customers: readonly Customer[]): CareAction[] {
  const draw = drawFor("care");
  const actions: CareAction[] = [];
  for (const campaign of campaigns)
    for (const customer of customers) {
      if (!campaign.tiers.includes(customer.tier) || !isActiveAt(customer, campaign.at) || !draw.chance(campaign.share))
        continue;
      const isAttended = campaign.kind === "event" ? draw.chance(0.62) : undefined;
      const cost = isAttended === false ? 0 : draw.int(campaign.cost[0], campaign.cost[1]);
      const acted = campaign.kind === "greeting" ? campaign.at + draw.int(-2, 2) * day : campaign.at;
      actions.push({
        id: "",
        customer,
        kind: campaign.kind,
        campaign: campaign.name,
        acted,
        isAttended,
        cost,
        budget: campaign.budget,
        recordedBy: customer.owner,
      });
    }
  for (const customer of customers) {
    if (customer.tier !== "star5") continue;
    for (let at = moment("2024-11-05") + draw.int(0, 360) * day; at < asOf; at += 365 * day)
      if (isActiveAt(customer, at))
        actions.push({
          id: "",
          customer,
          kind: "gift",
          campaign: "生日礼品",
          acted: at,
          isAttended: undefined,
          cost: draw.int(60, 90),
          budget: 80,
          recordedBy: customer.owner,
        });
  }
  actions.sort((a, b) => a.acted - b.acted || (a.customer.id < b.customer.id ? -1 : 1));
  actions.forEach((action, index) => {
    action.id = `GH${String(index + 1).padStart(5, "0")}`;
  });
  return actions;
}
