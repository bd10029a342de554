import {asOf, day, hour, type Moment, minute, moment, monthCount, monthDays, monthStart} from "./calendar.js";
import {products} from "./catalog.js";
import {type Draw, drawFor} from "./draw.js";
import type {Customer, OrderLine, Return} from "./records.js";

const season = [1.4, 1.1, 0.85, 0.55, 1, 1, 1.05, 1.45, 1, 0.95, 1.05, 1.1]; // from November
export const returnSpike = {product: "A1", from: moment("2026-04-01")} as const;
export const tierLevels = [
  {code: "star5", min: 40_000, zh: "五星", en: "Five stars"},
  {code: "star4", min: 15_000, zh: "四星", en: "Four stars"},
  {code: "star3", min: 5000, zh: "三星", en: "Three stars"},
  {code: "star2", min: 1500, zh: "二星", en: "Two stars"},
  {code: "star1", min: 0, zh: "一星", en: "One star"},
] as const;

const productOf = (code: string) => products.find((product) => product.code === code)!;
export const isActiveAt = (customer: Customer, when: Moment): boolean =>
  customer.contracts.some((contract) => contract.start <= when && when < contract.end + day);

/** Subscription bills and product sales, one line each. Also fills each customer's revenue and tier. */
export function makeOrders(customers: readonly Customer[]): OrderLine[] {
  const draw = drawFor("orders");
  const lines: Omit<OrderLine, "id" | "orderId">[] = [];
  for (let month = 0; month < monthCount; month++)
    for (const customer of customers) {
      const billed = monthStart(month) + 2 * day;
      if (isActiveAt(customer, billed)) bill(customer, {month, draw, lines});
      if (isActiveAt(customer, monthStart(month) + 14 * day)) buy(customer, {month, draw, lines});
    }
  lines.sort((a, b) => a.orderedAt - b.orderedAt || (a.customer.id < b.customer.id ? -1 : 1));
  const numbered = lines.map((line, index) => {
    const serial = String(index + 1).padStart(6, "0");
    return {...line, id: `DDH${serial}`, orderId: `DD${serial}`};
  });
  for (const line of numbered) {
    line.customer.lifetime += line.amount;
    if (line.orderedAt >= monthStart(12)) line.customer.revenue += line.amount;
  }
  for (const customer of customers)
    if (customer.joined !== undefined) customer.tier = tierLevels.find((level) => customer.revenue >= level.min)!.code;
  return numbered;
}

interface Shop {
  readonly month: number;
  readonly draw: Draw;
  readonly lines: Omit<OrderLine, "id" | "orderId">[];
}

function bill(customer: Customer, {month, draw, lines}: Shop): void {
  const start = monthStart(month);
  const contract = customer.contracts.find((one) => one.start <= start + 2 * day && start + 2 * day < one.end + day)!;
  const isQuarterly = !customer.isFirm;
  if (isQuarterly && (month + Number(customer.id.slice(1))) % 3 !== 0) return;
  const amount = contract.monthlyAmount * (isQuarterly ? 3 : 1);
  const orderedAt = start + 2 * day + 9 * hour + draw.int(0, 480) * minute;
  lines.push({
    customer,
    orderedAt,
    shipped: orderedAt,
    product: contract.product,
    category: "订阅",
    channel: "自动续费",
    quantity: 1,
    amount,
    margin: Math.round(amount * 0.55),
    isPromotion: false,
    recordedBy: "WY01",
  });
}

function buy(customer: Customer, {month, draw, lines}: Shop): void {
  const chance = (customer.isFirm ? 0.2 : 0.1) * season[month % 12]!;
  for (let tries = 0; tries < (customer.size > 20 ? 3 : 1); tries++) {
    if (!draw.chance(chance)) continue;
    const code = draw.weighted(
      customer.isFirm
        ? [
            ["W3", 3],
            ["A2", 2],
            ["F1", 4],
            ["W2", 1],
          ]
        : [
            ["W1", 3],
            ["W2", 2],
            ["A1", 4],
            ["F1", 5],
          ],
    );
    const product = productOf(code);
    const isPromotion = month % 12 === 0 || month % 12 === 7 ? draw.chance(0.6) : draw.chance(0.08);
    const quantity = customer.isFirm
      ? Math.max(1, Math.round(Math.sqrt(customer.size) * (0.5 + draw.unit())))
      : draw.chance(0.1)
        ? 2
        : 1;
    const amount = Math.round(product.price * quantity * (isPromotion ? 0.85 : 1));
    const someTime =
      monthStart(month) +
      draw.int(0, monthDays(month) - 1) * day +
      draw.int(8, 21) * hour +
      draw.int(0, 59) * minute +
      draw.int(0, 59);
    const orderedAt = Math.max(someTime, customer.joined! + 10 * hour);
    const shipped = Math.min(orderedAt + draw.int(0, 3) * day, asOf - minute);
    lines.push({
      customer,
      orderedAt,
      shipped,
      product: code,
      category: product.category,
      channel: draw.weighted([
        ["电商", 5],
        ["门店", 2],
        ["销售", 3],
      ]),
      quantity,
      amount,
      margin: Math.round(amount * (isPromotion ? 0.22 : 0.34)),
      isPromotion,
      recordedBy: draw.pick(["WY01", "WY02"]),
    });
  }
}

/** Goods sent back; one product comes back far more often from a certain ship month on. */
export function makeReturns(lines: readonly OrderLine[]): Return[] {
  const draw = drawFor("returns");
  const returns: Return[] = [];
  for (const line of lines) {
    if (line.category === "订阅") continue;
    const isSpike = line.product === returnSpike.product && line.shipped >= returnSpike.from;
    if (!draw.chance(isSpike ? 0.17 : line.category === "耗材" ? 0.02 : 0.04)) continue;
    const requestedAt = line.shipped + draw.int(1, 28) * day + draw.int(9, 20) * hour;
    const outcome = draw.weighted([
      ["accepted", 70],
      ["exchanged", 20],
      ["refused", 10],
    ] as const);
    const completedAt = requestedAt + Math.round(draw.exponential(4 * day)) + 2 * hour;
    if (requestedAt >= asOf) continue;
    const isDone = completedAt < asOf;
    returns.push({
      id: "",
      orderId: line.orderId,
      customerId: line.customer.id,
      requestedAt,
      completedAt: isDone ? completedAt : undefined,
      product: line.product,
      reason: isSpike
        ? draw.weighted([
            ["噪音大", 7],
            ["不想要了", 2],
            ["与描述不符", 1],
          ])
        : draw.pick(["质量问题", "不想要了", "与描述不符", "发错货", "噪音大"]),
      outcome: isDone ? outcome : "open",
      amount: isDone && outcome === "accepted" ? line.amount : 0,
      recordedBy: draw.pick(["WY02", "WY04"]),
    });
  }
  returns.sort((a, b) => a.requestedAt - b.requestedAt || (a.orderId < b.orderId ? -1 : 1));
  for (let i = 0; i < 4; i++)
    returns.splice(40 + i * 15, 0, {
      id: "",
      orderId: `DD99${i}001`,
      customerId: returns[i]!.customerId,
      requestedAt: returns[40 + i * 15]!.requestedAt,
      completedAt: returns[40 + i * 15]!.requestedAt + day,
      product: "W1",
      reason: "质量问题",
      outcome: "accepted",
      amount: 899,
      recordedBy: "WY04",
    });
  returns.forEach((one, index) => {
    one.id = `TH${String(index + 1).padStart(5, "0")}`;
  });
  return returns;
}
