import {addMonths, asOf, day, type Moment, moment, monthStart} from "./calendar.js";
import {salespeople} from "./catalog.js";
import {type Draw, drawFor} from "./draw.js";
import type {Contract, Customer} from "./records.js";

export const graceDays = 30;
export const wave = {region: "华南", from: moment("2026-07-01"), to: moment("2026-10-01"), rival: "RA"} as const;

// No contract may lie where the grace ends on the day of the export: both readings of that day would be right.
const quietFrom = moment("2026-09-28");
const quietTo = moment("2026-10-04");

/** Gives every customer a chain of subscriptions, renewed or not; the planted wave of leavers is made here. */
export function makeContracts(customers: readonly Customer[]): Contract[] {
  const draw = drawFor("contracts");
  for (const customer of customers) if (customer.joined !== undefined) chain(customer, draw);
  const seen = customers.flatMap((customer) => {
    customer.contracts = customer.contracts.filter((contract) => contract.end >= monthStart(0));
    return customer.contracts;
  });
  seen.sort((a, b) => a.start - b.start || (a.customerId < b.customerId ? -1 : 1));
  seen.forEach((contract, index) => {
    contract.id = `HT${String(index + 1).padStart(6, "0")}`;
  });
  return [...seen, ...overlapping(customers, draw)];
}

function chain(customer: Customer, draw: Draw): void {
  const product = customer.isFirm
    ? draw.weighted([
        ["S3", 7],
        ["S4", 3],
      ])
    : draw.weighted([
        ["S1", 65],
        ["S2", 35],
      ]);
  const rate = customer.isFirm ? Math.round(customer.size * 300) : product === "S1" ? 80 : 90;
  const isPlanted = customer.size >= 24;
  let start = customer.joined!;
  for (let term = 0; ; term++) {
    const months = draw.weighted([
      [12, 68],
      [6, 18],
      [24, 14],
    ]);
    const end = addMonths(start, months) - day;
    const contract: Contract = {
      id: "",
      customerId: customer.id,
      product,
      type: months === 12 ? "年付" : months === 6 ? "半年付" : "两年付",
      start,
      end,
      isRenewed: undefined,
      endKind: undefined,
      monthlyAmount: Math.round(rate * (months === 24 ? 0.9 : 1)),
      months,
      salesperson: draw.pick(salespeople),
    };
    customer.contracts.push(contract);
    if (end >= asOf - day) return;
    if (isPlanted) contract.isRenewed = true;
    const next = isPlanted ? end + day : whatNext(customer, {contract, term, draw});
    if (next === undefined) return;
    start = next;
  }
}

/** The first day of the following contract, or undefined where there is none (yet). */
function whatNext(
  customer: Customer,
  {contract, term, draw}: {contract: Contract; term: number; draw: Draw},
): Moment | undefined {
  const {end} = contract;
  const luck = draw.unit();
  const delay = draw.chance(0.12) ? draw.int(5, 26) : 0;
  const isOld = end < monthStart(0);
  const isInWave = customer.region === wave.region && end >= wave.from && end < wave.to;
  const keep = isInWave ? 0.34 : (customer.isFirm ? 0.92 : 0.895) - (term === 0 ? 0.04 : 0);
  if (isOld || (end >= quietFrom && end < quietTo)) {
    contract.isRenewed = true;
    return end + day;
  }
  if (luck < keep && end + (delay + 1) * day < asOf) {
    contract.isRenewed = true;
    return end + (delay + 1) * day;
  }
  if (end >= quietTo) return undefined; // the grace has not passed: not lost yet
  contract.isRenewed = false;
  contract.endKind = isInWave
    ? "voluntary"
    : draw.weighted([
        ["voluntary", 79],
        ["involuntary", 7],
        ["eliminated", 7],
        ["moved", 7],
      ] as const);
  customer.left = {at: end, kind: contract.endKind};
  if (contract.endKind !== "voluntary" || end > moment("2026-06-01") || !draw.chance(0.07)) return undefined;
  customer.left = undefined; // won back later
  return end + draw.int(48, 140) * day;
}

/** Four contracts entered while another of the same customer and product runs. */
function overlapping(customers: readonly Customer[], draw: Draw): Contract[] {
  const hosts = customers
    .filter((customer) => customer.isFirm && customer.contracts.at(-1)?.months === 12 && !customer.left)
    .slice(40, 44);
  return hosts.map((customer, index) => {
    const host = customer.contracts.at(-1)!;
    return {
      ...host,
      id: `HT9${String(index + 1).padStart(5, "0")}`,
      start: host.start + 40 * day,
      end: addMonths(host.start + 40 * day, 6) - day,
      months: 6,
      isRenewed: undefined,
      salesperson: draw.pick(salespeople),
    };
  });
}
