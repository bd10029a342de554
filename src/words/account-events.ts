import {careKind} from "./care.js";
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
  callback: {phase: "after", name: {zh: "回访", en: "Callback"}, about: "category"},
  work_order: {phase: "after", name: {zh: "上门", en: "Work on site"}, about: "category"},
  return: {phase: "after", name: {zh: "退换", en: "Return"}, about: "product"},
  csat: {phase: "said", name: {zh: "满意度打分", en: "Satisfaction score"}, about: "channel"},
  nps: {phase: "said", name: {zh: "推荐意愿打分", en: "Recommend score"}, about: "channel"},
  ces: {phase: "said", name: {zh: "轻松度打分", en: "Ease score"}, about: "channel"},
};

const states: Readonly<Record<string, Readonly<Record<Language, string>>>> = {
  open: {zh: "未处理", en: "not started"},
  in_progress: {zh: "处理中", en: "in work"},
  pending: {zh: "等待中", en: "waiting"},
  solved: {zh: "已解决", en: "solved"},
  closed: {zh: "已关闭", en: "closed"},
  answered: {zh: "接通", en: "answered"},
  unanswered: {zh: "没接起", en: "not answered"},
  reached: {zh: "接通", en: "reached"},
  no_answer: {zh: "未接", en: "no answer"},
  refused: {zh: "拒绝", en: "refused"},
  accepted: {zh: "同意", en: "accepted"},
  exchanged: {zh: "换货", en: "exchanged"},
  renewed: {zh: "已续", en: "renewed"},
  voluntary: {zh: "客户不续", en: "left by choice"},
  involuntary: {zh: "非自愿终止", en: "ended, not by choice"},
  eliminated: {zh: "我方终止", en: "ended by us"},
  moved: {zh: "搬走", en: "moved away"},
};

export const phaseOf = (kind: string): Phase => kinds[kind]?.phase ?? "after";
export const kindName = ({language}: Pick<Report, "language">, kind: string): string =>
  kinds[kind]?.name[language] ?? kind;
export const stateName = ({language}: Pick<Report, "language">, state: string): string =>
  states[state]?.[language] ?? state;

/** What an event was about: product, category, topic, purpose. */
export function aboutName(view: Report, {kind, about}: {kind: string; about: string}): string {
  if (kind === "care") return careKind(view, about);
  const dimension = kinds[kind]?.about;
  return about === "" || !dimension ? about : memberName(view, {dimension, member: about});
}
