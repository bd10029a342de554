import type {Language} from "./language.js";
import type {Report} from "./report.js";

const entityNames: Readonly<Record<string, Readonly<Record<Language, string>>>> = {
  customers: {zh: "客户资料", en: "customers"},
  contracts: {zh: "合同", en: "contracts"},
  orders: {zh: "订单", en: "orders"},
  returns: {zh: "退换货", en: "returns"},
  tickets: {zh: "工单", en: "tickets"},
  calls: {zh: "通话记录", en: "calls"},
  sessions: {zh: "在线会话", en: "chat sessions"},
  surveys: {zh: "满意度调查", en: "surveys"},
  callbacks: {zh: "回访记录", en: "follow-ups"},
  visits: {zh: "拜访记录", en: "visits"},
  work_orders: {zh: "上门工单", en: "work orders"},
  churn_interviews: {zh: "流失访谈", en: "churn interviews"},
  ticket_events: {zh: "工单流水", en: "ticket events"},
  care_actions: {zh: "客户关怀", en: "care actions"},
  customer_events: {zh: "客户活动", en: "customer events"},
  prospects: {zh: "潜在客户评级", en: "graded prospects"},
  winback_contacts: {zh: "挽回联系", en: "win-back contacts"},
  actions: {zh: "改进措施", en: "improvement actions"},
  control_totals: {zh: "总账（对账用合计）", en: "control totals of the ledger"},
  events: {zh: "大事记", en: "dated notes"},
};

export const isEntity = (name: string): boolean => Object.hasOwn(entityNames, name);

/** What records of a kind are called. */
export const entityLabel = (entity: string): Readonly<Record<Language, string>> =>
  entityNames[entity] ?? {zh: entity, en: entity};

export const entityName = (view: Pick<Report, "language">, entity: string): string =>
  entityNames[entity]?.[view.language] ?? entity;

/** The system that records come from, as its mapping names it, or else the kind of record, or the code. */
export function systemName(view: Pick<Report, "language" | "label">, source: string): string {
  const label = view.label("sources", source);
  return label === source ? entityName(view, source) : label;
}
