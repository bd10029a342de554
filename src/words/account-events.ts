import {careKind} from "./care.js";
import {callbackOutcomeName, causeName, ticketStatusName} from "./codes.js";
import {memberName} from "./dimensions.js";
import type {Language} from "./language.js";
import type {Report} from "./report.js";

/** When in the life of a sale something happens. */
export type Phase = "before" | "sale" | "after" | "said";

interface Kind {
  readonly phase: Phase;
  readonly name: Readonly<Record<Language, string>>;
  /** What the code beside it is a member of; where there is none it is written as it is. */
  readonly about?: string;
}

export const phaseNames: Readonly<Record<Phase, Readonly<Record<Language, string>>>> = {
  before: {zh: "售前", en: "Before"},
  sale: {zh: "售中", en: "Sale"},
  after: {zh: "售后", en: "After"},
  said: {zh: "评价", en: "Said"},
};

const ticketKinds = new Set(["inquiry", "complaint", "repair", "request", "incident", "other"]);

const kinds: Readonly<Record<string, Kind>> = {
  visit: {phase: "before", name: {zh: "拜访", en: "Visit"}, about: "purpose"},
  care: {phase: "before", name: {zh: "关怀", en: "Care"}},
  inquiry: {phase: "before", name: {zh: "咨询", en: "Inquiry"}, about: "category"},
  order: {phase: "sale", name: {zh: "订单", en: "Order"}, about: "product"},
  contract_start: {phase: "sale", name: {zh: "合同开始", en: "Contract starts"}, about: "product"},
  contract_end: {phase: "sale", name: {zh: "合同到期", en: "Contract ends"}, about: "product"},
  complaint: {phase: "after", name: {zh: "投诉", en: "Complaint"}, about: "category"},
  repair: {phase: "after", name: {zh: "报修", en: "Repair"}, about: "category"},
  request: {phase: "after", name: {zh: "服务请求", en: "Request"}, about: "category"},
  incident: {phase: "after", name: {zh: "故障", en: "Incident"}, about: "category"},
  other: {phase: "after", name: {zh: "其他工单", en: "Other ticket"}, about: "category"},
  call: {phase: "after", name: {zh: "来电", en: "Call"}, about: "topic"},
  outbound: {phase: "after", name: {zh: "去电", en: "Outbound call"}, about: "topic"},
  session: {phase: "after", name: {zh: "在线会话", en: "Chat"}, about: "topic"},
  bot_session: {phase: "after", name: {zh: "机器人会话", en: "Chat with the bot"}, about: "topic"},
  callback: {phase: "after", name: {zh: "回访", en: "Follow-up"}, about: "category"},
  work_order: {phase: "after", name: {zh: "上门", en: "Work on site"}, about: "category"},
  return: {phase: "after", name: {zh: "退换", en: "Return"}, about: "product"},
  csat: {phase: "said", name: {zh: "满意度打分", en: "Satisfaction score"}, about: "channel"},
  nps: {phase: "said", name: {zh: "推荐意愿打分", en: "Recommend score"}, about: "channel"},
  ces: {phase: "said", name: {zh: "轻松度打分", en: "Ease score"}, about: "channel"},
};

/** Results that only a list of one customer's events names. */
const states: Readonly<Record<string, Readonly<Record<Language, string>>>> = {
  unfinished: {zh: "未结", en: "not done yet"},
  answered: {zh: "接通", en: "answered"},
  unanswered: {zh: "没接起", en: "not answered"},
  accepted: {zh: "退货", en: "taken back"},
  exchanged: {zh: "换货", en: "exchanged"},
  open: {zh: "未办完", en: "open"},
  renewed: {zh: "已续", en: "renewed"},
  voluntary: {zh: "客户不续", en: "left by choice"},
};

export const phaseOf = (kind: string): Phase => kinds[kind]?.phase ?? "after";
export const kindName = ({language}: Pick<Report, "language">, kind: string): string =>
  kinds[kind]?.name[language] ?? kind;

/** What became of an event: of a ticket its status, of a contract why it ended, of a callback whether it reached anybody. */
export function stateName(view: Pick<Report, "language">, {kind, state}: {kind: string; state: string}): string {
  if (state === "") return "";
  const own = states[state]?.[view.language] ?? state;
  if (kind === "callback") return callbackOutcomeName(view, state);
  if (kind === "contract_end") return state in states ? own : causeName(view, state);
  return ticketKinds.has(kind) && state !== "unfinished" ? ticketStatusName(view, state) : own;
}

/** What an event was about: product, category, topic, purpose. */
export function aboutName(view: Report, {kind, about}: {kind: string; about: string}): string {
  if (kind === "care") return careKind(view, about);
  const dimension = kinds[kind]?.about;
  return about === "" || !dimension ? about : memberName(view, {dimension, member: about});
}
