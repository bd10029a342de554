import type {Bilingual} from "../../../src/words/language.js";

/** What one row of an entity is. */
export const rowMeanings: Readonly<Record<string, Bilingual>> = {
  customers: {zh: "一行一位客户（卡片）", en: "one row per customer (the card)"},
  contracts: {zh: "一行一份合同；流失默认由它判断", en: "one row per contract; by default it tells who is lost"},
  orders: {zh: "一行一条订单行", en: "one row per order line"},
  returns: {zh: "一行一次退换货", en: "one row per return or exchange"},
  tickets: {zh: "一行一张工单（投诉、咨询、报修 …）", en: "one row per ticket (complaint, inquiry, repair …)"},
  ticket_events: {zh: "一行一次工单变动", en: "one row per change of a ticket"},
  calls: {zh: "一行一通电话", en: "one row per call"},
  sessions: {zh: "一行一次在线会话，人工或机器人", en: "one row per chat session, with a person or the bot"},
  surveys: {zh: "一行一次邀请的一个问题，未答也保留", en: "one row per invitation and question, answered or not"},
  callbacks: {zh: "一行一次应做的回访", en: "one row per follow-up that was due"},
  visits: {zh: "一行一次拜访", en: "one row per visit"},
  work_orders: {zh: "一行一次上门服务", en: "one row per job on site"},
  care_actions: {zh: "一行一次客户关怀", en: "one row per act of customer care"},
  customer_events: {zh: "一行一场客户活动", en: "one row per event for customers"},
  prospects: {zh: "一行一位潜在客户的一次评级", en: "one row per grading of a prospect"},
  churn_interviews: {zh: "一行一次流失访谈", en: "one row per interview with a lost customer"},
  winback_contacts: {zh: "一行一次挽回联系", en: "one row per contact to win a customer back"},
  actions: {zh: "一行一项改进措施", en: "one row per improvement action"},
  control_totals: {
    zh: "一行一个总账数字，用来与读到的记录对账",
    en: "one row per figure of the ledger, to reconcile the records with",
  },
  events: {zh: "一行一件大事，标在趋势图上", en: "one row per dated note on the trends"},
};
