import {asOf, day, type Moment, moment, monthCount, monthDays, monthStart} from "./calendar.js";
import {regions, salespeople} from "./catalog.js";
import {type Draw, drawFor} from "./draw.js";
import type {Customer} from "./records.js";

const surnames = [..."赵钱孙李周吴郑王冯陈褚卫蒋沈韩杨朱秦许何吕施张孔曹严华金魏陶姜"];
const first = [..."晨东听松北锦云朗同知永嘉长清望远春和"];
const second = [..."曦篱泉月辰程帆照舟行茂禾风庭山湖林川"];
const trades = [
  {segment: "餐饮", name: "餐饮有限公司"},
  {segment: "办公", name: "科技有限公司"},
  {segment: "教育", name: "学校"},
  {segment: "酒店", name: "酒店"},
] as const;
const joinSeason = [1.2, 1, 0.8, 0.6, 1, 1, 1.1, 1.3, 1, 0.9, 1, 1]; // from November; the Spring Festival is quiet

/** Everybody the customer-relations system knows: customers, prospects, and some who stand in it twice. */
export function makeCustomers(): Customer[] {
  const draw = drawFor("customers");
  const joins: Moment[] = [];
  const historyStart = moment("2021-01-04");
  for (let i = 0; i < 1900; i++)
    joins.push(historyStart + draw.int(0, Math.floor((monthStart(0) - historyStart) / day) - 1) * day);
  joins.sort((a, b) => a - b);
  for (let month = 0; month < monthCount; month++) {
    const count = Math.round(38 * joinSeason[month % 12]!);
    const days = Array.from({length: count}, () => monthStart(month) + draw.int(0, monthDays(month) - 1) * day);
    joins.push(...days.sort((a, b) => a - b));
  }
  const names: Names = {draw: drawFor("names"), used: new Set()};
  const customers = joins.map((joined, index) => makeCustomer(draw, {number: index + 1, joined, names}));
  for (let i = 0; i < 140; i++)
    customers.push(makeCustomer(draw, {number: customers.length + 1, joined: undefined, names, isFirm: i % 2 === 0}));
  plantAccounts(customers);
  plantReferrals(draw, customers);
  plantPreferences(draw, customers);
  return customers;
}

function makeCustomer(
  draw: Draw,
  {
    number,
    joined,
    names,
    isFirm = draw.chance(0.29),
  }: {number: number; joined: Moment | undefined; names: Names; isFirm?: boolean},
): Customer {
  const region = draw.weighted(regions.map((one) => [one, one.weight] as const));
  const city = draw.pick(region.cities);
  const trade = draw.pick(trades);
  const serial = String(number).padStart(5, "0");
  const age = Math.round(draw.normal(44, 13));
  const born = 2026 - Math.min(85, Math.max(19, age));
  const sex = draw.chance(0.52) ? "女" : "男";
  const touched = (joined ?? moment("2026-01-05")) + Math.floor(draw.unit() * draw.unit() * 900) * day;
  const tail = draw.unit();
  const root = 1 / tail;
  return {
    id: `K${serial}`,
    name: unusedName(names, isFirm ? (word) => `${city}${word}示例${trade.name}` : undefined),
    phone: `1610000${String((number * 7) % 10_000).padStart(4, "0")}`,
    email: draw.chance(isFirm ? 0.9 : 0.35) ? `user${serial}@example.com` : "",
    idCard:
      !isFirm && draw.chance(0.25)
        ? idCard(born, {month: draw.int(1, 12), date: draw.int(1, 28), serial: number % 1000})
        : "",
    bankCard: draw.chance(0.08) ? bankCard(number) : "",
    plate: isFirm && draw.chance(0.06) ? `沪A${String(number % 100_000).padStart(5, "0")}` : "",
    address: `${city}市示例区样板路${draw.int(1, 400)}号${isFirm ? "" : `${draw.int(1, 30)}栋${draw.int(101, 2804)}室`}`,
    isFirm,
    segment: isFirm ? "企业" : "家庭",
    region: region.code,
    city,
    acquisition: draw.weighted([
      ["电商", 40],
      ["门店", 22],
      ["电话销售", 16],
      ["展会", isFirm ? 16 : 2],
      ["渠道商", isFirm ? 14 : 6],
    ] as const),
    sex: isFirm ? "" : sex,
    age: isFirm ? undefined : 2026 - born,
    role: isFirm
      ? draw.weighted([
          ["操作者", 3],
          ["管理者", 4],
          ["决策者", 3],
        ] as const)
      : "",
    industry: isFirm ? trade.segment : "",
    joined,
    grade:
      joined === undefined
        ? draw.weighted([
            ["A", 1],
            ["B", 2],
            ["C", 3],
            ["D", 4],
            ["E", 5],
            ["F", 6],
          ] as const)
        : "",
    owner: draw.pick(salespeople),
    preference: "any",
    referredBy: "",
    potential: Math.round((isFirm ? 30_000 : 3000) * (0.4 + draw.unit() * draw.unit() * 4)),
    cardUpdated: Math.min(touched, asOf - draw.int(1, 40) * day),
    tags: [],
    // A heavy tail by square roots only: u^-0.75 for firms, about even for households.
    size: isFirm ? Math.min(28, Math.sqrt(root * Math.sqrt(root))) : 0.6 + draw.unit() + (draw.chance(0.05) ? 2 : 0),
    contracts: [],
    left: undefined,
    duplicateOf: undefined,
    revenue: 0,
    lifetime: 0,
    tier: "",
  };
}

interface Names {
  readonly draw: Draw;
  readonly used: Set<string>;
}

/** A name nobody has yet, so that the same name twice always means something. */
function unusedName({draw, used}: Names, firm?: (word: string) => string): string {
  for (;;) {
    const word = draw.pick(first) + draw.pick(second);
    const name = firm ? firm(word) : `${draw.pick(surnames)}示${word}`;
    if (used.has(name)) continue;
    used.add(name);
    return name;
  }
}

export const impossibleAges = [187, 142, -2];

/** Accounts that a later test looks for by number. */
function plantAccounts(customers: Customer[]): void {
  const whale = customers[0]!;
  Object.assign(whale, {
    isFirm: true,
    segment: "企业",
    name: "上海云上示例酒店集团",
    region: "华东",
    city: "上海",
    industry: "酒店",
    role: "决策者",
    sex: "",
    age: undefined,
    idCard: "",
    address: "上海市示例区样板路1号",
    potential: 1_500_000,
    size: 400,
  });
  const overdue = customers[11]!;
  Object.assign(overdue, {
    isFirm: true,
    segment: "企业",
    name: "广州听泉示例学校",
    region: "华南",
    city: "广州",
    industry: "教育",
    role: "管理者",
    sex: "",
    age: undefined,
    idCard: "",
    address: "广州市示例区样板路12号",
    potential: 200_000,
    size: 24,
  });
  const households = customers.filter((customer) => !customer.isFirm && customer.joined !== undefined);
  impossibleAges.forEach((age, index) => {
    households[300 + index * 200]!.age = age;
  });
}

function plantReferrals(draw: Draw, customers: Customer[]): void {
  const real = customers.filter((customer) => customer.joined !== undefined);
  const fans = draw.shuffled(real.slice(0, 1500)).slice(0, 90);
  for (const customer of real.slice(400)) {
    if (!draw.chance(0.085)) continue;
    const fan = draw.chance(0.12) ? customers[57]! : draw.pick(fans);
    if (fan === customer || fan.joined! >= customer.joined!) continue;
    customer.referredBy = fan.id;
    customer.acquisition = "老客户推荐";
  }
}

function plantPreferences(draw: Draw, customers: Customer[]): void {
  for (const customer of customers) {
    customer.preference = draw.weighted([
      ["any", 900],
      ["email_only", 40],
      ["no_call", 40],
      ["none", 20],
    ] as const);
    if (customer.size > 6 && customer.preference === "none") customer.preference = "any";
    if (draw.chance(0.1)) customer.tags.push("价格敏感");
    if (customer.age !== undefined && customer.age >= 65) customer.tags.push("老年客户");
    if (draw.chance(0.06)) customer.tags.push("高频报修");
    if (draw.chance(0.12)) customer.tags.push("偏好微信");
  }
}

/** Twelve customers entered a second time: same phone, the name spelled another way. */
export function duplicateCustomers(customers: readonly Customer[]): Customer[] {
  const draw = drawFor("duplicates");
  const firms = customers.filter((customer) => customer.isFirm && customer.joined !== undefined && !customer.left);
  return draw
    .shuffled(firms.slice(5, 300))
    .slice(0, 12)
    .map((original, index) => ({
      ...original,
      id: `K9${String(index + 1).padStart(4, "0")}`,
      name:
        index % 3 === 0
          ? original.name.replace("有限公司", "") + "（新）"
          : index % 3 === 1
            ? original.name.replace("示例", " 示例 ")
            : original.name.replace(original.city, `${original.city}市`),
      email: "",
      contracts: [],
      tags: ["疑似重复"],
      referredBy: "",
      revenue: 0,
      lifetime: 0,
      tier: "",
      joined: Math.min(asOf - 20 * day, original.joined! + draw.int(60, 400) * day),
      duplicateOf: original.id,
    }));
}

/** Right in shape and check digit, with an area code (99) that is not assigned. */
function idCard(year: number, {month, date, serial}: {month: number; date: number; serial: number}): string {
  const two = (value: number) => String(value).padStart(2, "0");
  const body = `990101${year}${two(month)}${two(date)}${String(serial).padStart(3, "0")}`;
  const weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];
  const sum = weights.reduce((total, weight, index) => total + weight * Number(body[index]), 0);
  return body + "10X98765432"[sum % 11];
}

/** Nineteen digits that pass the Luhn check, under a number range nobody issues. */
function bankCard(number: number): string {
  const body = `6299990000${String(number * 37).padStart(8, "0")}`;
  let sum = 0;
  for (let i = 0; i < body.length; i++) {
    const digit = Number(body[body.length - 1 - i]);
    sum += i % 2 === 0 ? (digit > 4 ? digit * 2 - 9 : digit * 2) : digit;
  }
  return body + String((10 - (sum % 10)) % 10);
}
