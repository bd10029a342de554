import {asOf, day, hour, type Moment, minute, moment, monthIndex, monthStart} from "./calendar.js";
import type {Channel} from "./catalog.js";
import {type Draw, drawFor} from "./draw.js";
import type {Call, Survey, Ticket} from "./records.js";
import {scoresFor, surveyText} from "./survey-scores.js";

export const perfectAgent = "KF09";
export const honestAgent = "KF04";
export const gatingTeam = "上门组";
export const secondVersion = moment("2025-07-01");

/** Answers and satisfied answers by channel, set by hand in two months so that only the mix makes the total fall. */
export const mixMonths: Readonly<Record<number, Readonly<Record<Channel, readonly [number, number]>>>> = {
  18: {phone: [120, 111], wechat: [34, 28], chat: [31, 21], email: [30, 16], visit: [32, 29]},
  19: {phone: [40, 38], wechat: [36, 31], chat: [130, 94], email: [90, 52], visit: [30, 28]},
};
const usualShare: Readonly<Record<Channel, number>> = {phone: 0.9, wechat: 0.84, chat: 0.7, email: 0.56, visit: 0.9};
const responseRate: Readonly<Record<Channel, number>> = {
  phone: 0.26,
  wechat: 0.36,
  chat: 0.3,
  email: 0.24,
  visit: 0.42,
};
const modes: Readonly<Record<Channel, string>> = {
  phone: "短信",
  wechat: "微信",
  chat: "网页",
  email: "邮件",
  visit: "短信",
};

/** A contact that could be asked about, with how its survey would turn out. */
interface Served {
  readonly ticket: Ticket | undefined;
  readonly call: Call | undefined;
  readonly channel: Channel;
  readonly team: string;
  readonly agent: string;
  readonly servedAt: Moment;
  readonly luck: number; // decides satisfied or not; small = satisfied
  readonly reply: number; // decides answered or not; small = answered
  readonly asked: number;
}

/** One row per invitation, answered or not. */
export function makeSurveys({
  tickets,
  calls,
  customers,
}: {
  tickets: readonly Ticket[];
  calls: readonly Call[];
  customers: ReadonlyMap<string, Survey["customer"]>;
}): Survey[] {
  const draw = drawFor("surveys");
  const served = contacts({tickets, calls, draw});
  const surveys: Survey[] = [];
  for (let month = 0; month < 24; month++) {
    const ofMonth = served.filter((one) => monthIndex(one.servedAt) === month);
    const isMixMonth = month in mixMonths;
    const invited = ofMonth.filter((one) => isInvited(one, {isMixMonth}));
    const quota = mixMonths[month];
    const chosen = quota ? chooseExactly(invited, quota) : undefined;
    for (const one of invited) {
      const isAnswered = chosen ? chosen.has(one) : one.reply < responseOf(one, customers);
      const isSatisfied = chosen ? chosen.get(one) === true : one.luck < satisfiedShare(one, month);
      surveys.push(invitation(draw, {one, month, isAnswered, isSatisfied, customers}));
    }
  }
  surveys.push(...pilot(draw, {served, customers}));
  surveys.sort((a, b) => a.invitedAt - b.invitedAt || (a.ticketId + a.callId < b.ticketId + b.callId ? -1 : 1));
  surveys.forEach((survey, index) => {
    survey.id = `WJ${String(index + 1).padStart(6, "0")}`;
  });
  plantOrphans(surveys);
  plantTheme(surveys);
  return surveys;
}

function contacts({tickets, calls, draw}: {tickets: readonly Ticket[]; calls: readonly Call[]; draw: Draw}): Served[] {
  const fates = () => ({luck: draw.unit(), reply: draw.unit(), asked: draw.unit()});
  const fromTickets = tickets
    .filter(
      (ticket) => ticket.solvedAt !== undefined && ticket.type !== "other" && ticket.customerId === ticket.customer.id,
    )
    .map((ticket) => ({
      ticket,
      call: undefined,
      channel: ticket.channel,
      team: ticket.team,
      agent: ticket.handler,
      servedAt: ticket.solvedAt!,
      ...fates(),
    }));
  const fromCalls = calls
    .filter((call) => call.direction === "inbound" && call.isAnswered && call.ticketId === "" && call.customerId !== "")
    .map((call) => ({
      ticket: undefined,
      call,
      channel: "phone" as const,
      team: call.queue,
      agent: call.agent,
      servedAt: call.calledAt + call.talk,
      ...fates(),
    }));
  // Too near a month's end the invitation would fall into the next month; such contacts were asked by another tool.
  return [...fromTickets, ...fromCalls].filter(
    (one) => monthIndex(one.servedAt + 20 * hour) === monthIndex(one.servedAt) && one.servedAt < asOf,
  );
}

/** One team leaves out complaints and anybody who did not seem happy. */
function isInvited(one: Served, {isMixMonth}: {isMixMonth: boolean}): boolean {
  if (one.team === gatingTeam)
    return one.ticket?.type === "complaint" || one.luck > 0.97 ? one.asked < 0.08 : one.asked < 0.96;
  if (one.agent === perfectAgent) return one.asked < 0.8;
  if (one.call) return one.asked < (isMixMonth ? 0.9 : 0.74);
  return one.asked < (isMixMonth ? 0.97 : 0.84);
}

const responseOf = (one: Served, customers: ReadonlyMap<string, Survey["customer"]>): number => {
  const customer = customers.get(one.ticket?.customer.id ?? one.call!.customerId)!;
  const byAge = customer.age === undefined ? 0.85 : customer.age > 60 ? 0.9 : 1.05;
  return responseRate[one.channel] * byAge;
};

function satisfiedShare(one: Served, month: number): number {
  if (one.agent === perfectAgent) return 1;
  if (one.agent === honestAgent) return 0.975;
  if (one.agent === "KF15") return 0.5;
  const isGated = one.team === gatingTeam ? 0.01 : 0;
  const complaint = one.ticket?.type === "complaint" ? -0.17 : 0.03;
  const version = monthStart(month) < secondVersion ? -0.1 : 0;
  return usualShare[one.channel] + isGated + complaint + version;
}

/** Exactly n answers per channel and k satisfied among them; the likeliest first. */
function chooseExactly(
  invited: readonly Served[],
  quota: Readonly<Record<Channel, readonly [number, number]>>,
): Map<Served, boolean> {
  const chosen = new Map<Served, boolean>();
  for (const [channel, [answers, satisfied]] of Object.entries(quota)) {
    const answering = invited
      .filter((one) => one.channel === channel)
      .sort((a, b) => a.reply - b.reply)
      .slice(0, answers);
    if (answering.length < answers)
      throw new Error(`only ${answering.length} contacts by ${channel} for ${answers} answers`);
    const lean = (one: Served) => one.luck - satisfiedShare(one, 20) - (one.agent === perfectAgent ? 9 : 0);
    answering.sort((a, b) => lean(a) - lean(b));
    for (const [index, one] of answering.entries()) chosen.set(one, index < satisfied);
  }
  return chosen;
}

function invitation(
  draw: Draw,
  {
    one,
    month,
    isAnswered,
    isSatisfied,
    customers,
  }: {
    one: Served;
    month: number;
    isAnswered: boolean;
    isSatisfied: boolean;
    customers: ReadonlyMap<string, Survey["customer"]>;
  },
): Survey {
  const customer = customers.get(one.ticket?.customer.id ?? one.call!.customerId)!;
  const invitedAt = one.servedAt + draw.int(20, 15 * 60) * minute;
  const isDelivered = isAnswered || draw.chance(0.94);
  const last = Math.min(monthStart(month + 1), asOf) - 5 * minute;
  const lag = draw.chance(0.12) ? draw.int(7, 20) * day : Math.round(draw.exponential(16 * hour)) + 5 * minute;
  const answeredAt = Math.min(invitedAt + lag, Math.max(invitedAt + 3 * minute, last - draw.int(0, 300)));
  const version = invitedAt < secondVersion ? "v1" : "v2";
  const isPerfect = one.agent === perfectAgent;
  const scores = isAnswered ? scoresFor(draw, {isSatisfied, isPerfect, version, isVisit: one.channel === "visit"}) : {};
  const duration = isPerfect ? draw.int(6, 11) : 30 + Math.round(draw.exponential(70));
  return {
    id: "",
    customer,
    ticketId: one.ticket?.id ?? "",
    callId: one.call?.id ?? "",
    channel: one.channel,
    team: one.team,
    agent: one.agent,
    product: one.ticket?.product ?? "",
    collectedBy: isPerfect ? one.agent : "系统",
    mode: modes[one.channel],
    servedAt: one.servedAt,
    invitedAt,
    deliveredAt: isDelivered ? invitedAt + draw.int(1, 90) : undefined,
    answeredAt: isAnswered ? answeredAt : undefined,
    duration: isAnswered ? duration : undefined,
    version,
    isPilot: false,
    scores,
    verbatim: isAnswered ? surveyText(draw, {score: scores.overall!, customer, isPerfect}) : "",
  };
}

/** The second questionnaire was tried out on two dozen people the month before. */
function pilot(
  draw: Draw,
  {served, customers}: {served: readonly Served[]; customers: ReadonlyMap<string, Survey["customer"]>},
): Survey[] {
  const month = 7;
  const some = served
    .filter(
      (one) =>
        monthIndex(one.servedAt) === month && one.asked > 0.86 && one.team !== gatingTeam && one.agent !== perfectAgent,
    )
    .slice(0, 24);
  return some.map((one, index) => {
    const survey = invitation(draw, {one, month, isAnswered: index % 2 === 0, isSatisfied: one.luck < 0.8, customers});
    const scores = survey.answeredAt
      ? scoresFor(draw, {isSatisfied: one.luck < 0.8, isPerfect: false, version: "v2", isVisit: false})
      : {};
    return {...survey, version: "v2", isPilot: true, scores};
  });
}

/** Five answered surveys about tickets that no system knows. */
/** What nobody wrote before: in the last month the unhappy write of devices that go offline. */
export const themeMonth = 23;
const offline = ["更新以后设备老是离线", "设备离线，连不上网", "升级后一直离线，要重新联网"] as const;

function plantTheme(surveys: readonly Survey[]): void {
  const unhappy = surveys.filter(
    (one) => one.answeredAt && !one.isPilot && one.scores.overall! <= 3 && monthIndex(one.answeredAt) === themeMonth,
  );
  unhappy.slice(0, 18).forEach((survey, index) => {
    survey.verbatim = `${offline[index % offline.length]}${/，电话.*$/.exec(survey.verbatim)?.[0] ?? ""}`;
  });
}

function plantOrphans(surveys: readonly Survey[]): void {
  const answered = surveys.filter(
    (survey) => survey.answeredAt && survey.ticketId && survey.team === "在线组" && monthIndex(survey.invitedAt) === 21,
  );
  answered.slice(3, 8).forEach((survey, index) => {
    survey.ticketId = `T2699${String(index + 1).padStart(4, "0")}`;
  });
}
