import {asOf, day, hour, type Moment} from "./calendar.js";
import {callers, churnReasons} from "./catalog.js";
import {wave} from "./contracts.js";
import {type Draw, drawFor} from "./draw.js";
import type {Contract, Customer, Interview, WinbackContact} from "./records.js";

export interface Loss {
  readonly customer: Customer;
  readonly contract: Contract;
  readonly isInWave: boolean;
  readonly back: Moment | undefined; // first day of a later contract
}

/** Every end of a contract that no other followed within the grace, in order of time. */
export function lossesOf(customers: readonly Customer[]): Loss[] {
  const losses = customers.flatMap((customer) =>
    customer.contracts
      .filter((contract) => contract.endKind !== undefined)
      .map((contract) => ({
        customer,
        contract,
        isInWave:
          customer.region === wave.region &&
          contract.end >= wave.from &&
          contract.end < wave.to &&
          contract.endKind === "voluntary",
        back: customer.contracts.find((later) => later.start > contract.end)?.start,
      })),
  );
  return losses.sort((a, b) => a.contract.end - b.contract.end || (a.customer.id < b.customer.id ? -1 : 1));
}

const words: Readonly<Record<string, readonly string[]>> = {
  product: ["用了两年就老出毛病", "功能跟不上了"],
  service: ["报修半个月没人来", "每次都要重新说一遍"],
  price: ["续费太贵", "{rival}便宜三成"],
  competitor: ["{rival}送一年滤芯"],
  involuntary: ["公司关了"],
  other: ["暂时不需要"],
};

/** Talks with those who left of their own will; the larger the customer the likelier somebody asked. */
export function makeInterviews(losses: readonly Loss[]): Interview[] {
  const draw = drawFor("interviews");
  const interviews: Interview[] = [];
  for (const {customer, contract, isInWave} of losses) {
    const isVoluntary = contract.endKind === "voluntary";
    const likelihood = !isVoluntary
      ? contract.endKind === "involuntary"
        ? 0.35
        : 0
      : customer.isFirm
        ? 0.82
        : isInWave
          ? 0.72
          : 0.5;
    const interviewedAt = contract.end + draw.int(3, 28) * day + draw.int(9, 17) * hour;
    if (!draw.chance(likelihood) || interviewedAt >= asOf) continue;
    const reasons = reasonsOf(draw, {isInWave, isVoluntary});
    const categories = [
      ...new Set(reasons.map((code) => churnReasons.find((reason) => reason.code === code)!.category)),
    ];
    const destination = isVoluntary ? destinationOf(draw, isInWave) : "";
    const category = categories.includes("product") && categories.includes("service") ? "both" : categories[0]!;
    const rivalName = {RA: "蓝鲸", RB: "白鹭", RC: "红枫", RD: "青禾", NONE: "别家"}[destination] ?? "别家";
    interviews.push({
      id: `FT${String(interviews.length + 1).padStart(5, "0")}`,
      customer,
      left: contract.end,
      interviewedAt,
      interviewer: draw.pick(callers),
      reasons,
      category,
      destination,
      advantage: destination ? (isInWave ? draw.int(5, 9) : draw.int(2, 8)) : undefined,
      canWinBack: draw.chance(category === "service" || category === "price" ? 0.45 : 0.15),
      verbatim: draw.chance(0.6) ? draw.pick(words[category] ?? words.product!).replace("{rival}", rivalName) : "",
    });
  }
  return interviews;
}

function reasonsOf(draw: Draw, {isInWave, isVoluntary}: {isInWave: boolean; isVoluntary: boolean}): string[] {
  if (!isVoluntary) return ["I1"];
  const first = isInWave
    ? draw.weighted([
        ["R1", 62],
        ["R2", 24],
        ["C1", 9],
        ["S1", 5],
      ])
    : draw.weighted([
        ["P1", 18],
        ["P2", 8],
        ["S1", 20],
        ["S2", 8],
        ["S3", 14],
        ["R1", 12],
        ["R2", 6],
        ["C1", 8],
        ["O1", 6],
      ]);
  const second = draw.chance(0.35)
    ? isInWave
      ? draw.pick(["C1", "R2"])
      : draw.pick(["P1", "S1", "S3", "R2", "C1"])
    : first;
  return second === first ? [first] : [first, second];
}

const destinationOf = (draw: Draw, isInWave: boolean): string =>
  isInWave
    ? draw.weighted([
        ["RA", 84],
        ["RB", 4],
        ["", 12],
      ])
    : draw.weighted([
        ["RA", 22],
        ["RB", 20],
        ["RC", 16],
        ["RD", 6],
        ["NONE", 10],
        ["", 26],
      ]);

/** Attempts to win somebody back; who returned has a new contract from that day on. */
export function makeWinbackContacts(losses: readonly Loss[]): WinbackContact[] {
  const draw = drawFor("win-back");
  const contacts: Omit<WinbackContact, "id">[] = [];
  for (const {customer, contract, back} of losses) {
    if (contract.endKind !== "voluntary" || (back === undefined && !draw.chance(0.45))) continue;
    const person = draw.weighted([
      ["原销售", 4],
      ["客服主管", 3],
      ["总经理", customer.size > 8 ? 3 : 0.3],
      ["回访专员", 4],
    ]);
    const by = person === "原销售" ? customer.owner : draw.pick(callers);
    const offer = draw.pick(["续费八折", "免费换机", "赠一年滤芯", "专属客服", "无"]);
    const contactedAt =
      (back ?? contract.end + draw.int(35, 150) * day) - draw.int(2, 12) * day + draw.int(9, 17) * hour;
    if (contactedAt >= asOf) continue;
    const outcome =
      back === undefined
        ? draw.weighted([
            ["declined", 5],
            ["thinking", 3],
            ["no_answer", 4],
          ] as const)
        : "returned";
    contacts.push({customer, contactedAt, contactedBy: by, role: person, offer, outcome, returned: back});
  }
  contacts.sort((a, b) => a.contactedAt - b.contactedAt);
  return contacts.map((contact, index) => ({id: `WH${String(index + 1).padStart(5, "0")}`, ...contact}));
}
