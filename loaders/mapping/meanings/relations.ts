import type {Bilingual} from "../../../src/words/language.js";

/** What the columns of events for customers and of graded prospects mean. */
export const relationMeanings: Readonly<Record<string, Readonly<Record<string, Bilingual>>>> = {
  customer_events: {
    event_id: {zh: "活动编号", en: "id of the event"},
    campaign: {zh: "活动名称，与客户关怀里的相同", en: "name of the event, as the care records have it"},
    kind: {zh: "种类，如体验、联谊", en: "kind of event"},
    planned_date: {zh: "计划日期", en: "day it was planned for"},
    held_date: {zh: "举办日期；空 = 还没办", en: "day it was held; empty = not held yet"},
    has_plan: {zh: "是否有批准的方案", en: "whether there is an approved plan"},
    guests_planned: {zh: "计划人数", en: "guests planned for"},
    budget: {zh: "整场预算", en: "budget of the whole event"},
    cost: {zh: "整场实际费用", en: "cost of the whole event"},
    incidents: {zh: "事故数", en: "number of incidents"},
    testimonials: {zh: "收集到的客户见证数", en: "testimonials collected"},
  },
  prospects: {
    prospect_id: {zh: "线索编号", en: "id of the prospect"},
    graded_date: {zh: "评级日期", en: "day of the grading"},
    grade: {zh: "级别：A 快要购买 … F 一年内不会", en: "grade: A about to buy … F not within a year"},
    outcome: {zh: "结果：open 跟进中、won 成交、lost 放弃", en: "outcome: open, won, lost"},
    inquired_at: {zh: "第一次询价的时间", en: "when they first asked"},
    answered_at: {zh: "我们第一次答复的时间", en: "when we first answered"},
  },
};
