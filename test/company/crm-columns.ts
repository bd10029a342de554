import {asOf, chineseDate, isoDate, isoStamp, monthIndex, slashDate} from "./calendar.js";
import {type Columns, orBlank, yesNo} from "./export-file.js";
import type {Gathering} from "./gatherings.js";
import type {Grading} from "./prospects.js";
import type {CareAction, Contract, Customer, Interview, Visit, WinbackContact} from "./records.js";

const preferences = {any: "不限", email_only: "仅邮件", no_call: "勿电话", none: "勿联系"} as const;
const endKinds = {voluntary: "主动", involuntary: "被动", eliminated: "淘汰", moved: "搬迁"} as const;
const statusOf = (customer: Customer) =>
  customer.joined === undefined
    ? "潜在"
    : !customer.left
      ? "在网"
      : customer.left.kind === "eliminated"
        ? "淘汰"
        : "流失";
const tenureOf = (customer: Customer) =>
  customer.joined === undefined
    ? ""
    : monthIndex(customer.left?.at ?? (customer.exportedAt ?? asOf) - 1) - monthIndex(customer.joined);
const money = (amount: number) => String(Math.round(amount)).replace(/\B(?=(\d{3})+$)/g, ",") + ".00";

export const customerColumns: Columns<Customer> = [
  ["客户编号", (one) => one.id],
  ["客户名称", (one) => one.name],
  ["手机", (one) => one.phone],
  ["邮箱", (one) => one.email],
  ["身份证号", (one) => one.idCard],
  ["银行卡号", (one) => one.bankCard],
  ["车牌", (one) => one.plate],
  ["地址", (one) => one.address],
  ["客户类型", (one) => (one.isFirm ? "企业" : "个人")],
  ["客户细分", (one) => one.segment],
  ["大区", (one) => one.region],
  ["城市", (one) => one.city],
  ["来源渠道", (one) => one.acquisition],
  ["性别", (one) => one.sex],
  ["年龄", (one) => one.age ?? ""],
  ["联系人角色", (one) => one.role],
  ["行业", (one) => one.industry],
  ["等级", (one) => one.tier],
  ["状态", statusOf],
  ["意向级别", (one) => one.grade],
  ["入网日期", (one) => orBlank(one.joined, isoDate)],
  ["离网日期", (one) => orBlank(one.left?.at, isoDate)],
  ["在网月数", tenureOf],
  ["是否流失", (one) => (one.joined === undefined ? "" : yesNo(one.left !== undefined))],
  ["负责人", (one) => one.owner],
  ["联系偏好", (one) => preferences[one.preference]],
  ["推荐人", (one) => one.referredBy],
  ["潜在年采购(万)", (one) => (one.potential / 10_000).toFixed(2)],
  ["累计贡献", (one) => money(one.lifetime)],
  ["资料更新日", (one) => isoDate(one.cardUpdated)],
  ["标签", (one) => one.tags.join("、")],
];

export const contractColumns: Columns<Contract> = [
  ["合同号", (one) => one.id],
  ["客户编号", (one) => one.customerId],
  ["产品", (one) => one.product],
  ["合同类型", (one) => one.type],
  ["开始日期", (one) => slashDate(one.start)],
  ["结束日期", (one) => slashDate(one.end)],
  ["是否续约", (one) => yesNo(one.isRenewed)],
  ["终止类别", (one) => (one.endKind ? endKinds[one.endKind] : "")],
  ["月费", (one) => money(one.monthlyAmount)],
  ["合同总额", (one) => money(one.monthlyAmount * one.months)],
  ["销售", (one) => one.salesperson],
];

export const visitColumns: Columns<Visit> = [
  ["拜访编号", (one) => one.id],
  ["客户编号", (one) => one.customer.id],
  ["计划日期", (one) => chineseDate(one.planned)],
  ["实际日期", (one) => orBlank(one.visited, chineseDate)],
  ["拜访人", (one) => one.visitor],
  ["目的", (one) => one.purpose],
  ["时长(分钟)", (one) => (one.visited ? one.minutes : "")],
  ["费用", (one) => (one.visited ? one.cost : "")],
  ["纪要", (one) => one.verbatim],
];

export const careColumns: Columns<CareAction> = [
  ["关怀编号", (one) => one.id],
  ["客户编号", (one) => one.customer.id],
  ["类型", (one) => ({greeting: "问候", gift: "礼品", event: "活动"})[one.kind]],
  ["活动名称", (one) => one.campaign],
  ["日期", (one) => isoDate(one.acted)],
  ["是否到场", (one) => yesNo(one.isAttended)],
  ["实际费用", (one) => one.cost],
  ["预算", (one) => one.budget],
  ["登记人", (one) => one.recordedBy],
];

export const interviewColumns: Columns<Interview> = [
  ["访谈编号", (one) => one.id],
  ["客户编号", (one) => one.customer.id],
  ["离网日期", (one) => isoDate(one.left)],
  ["访谈时间", (one) => isoStamp(one.interviewedAt)],
  ["访谈人", (one) => one.interviewer],
  ["原因代码", (one) => one.reasons.map((reason) => `${reason},`).join("")],
  ["原因大类", (one) => one.category],
  ["去向品牌", (one) => one.destination],
  ["对手优势(0-10)", (one) => one.advantage ?? ""],
  ["可否挽回", (one) => yesNo(one.canWinBack)],
  ["访谈记录", (one) => one.verbatim],
];

export const winbackColumns: Columns<WinbackContact> = [
  ["挽回编号", (one) => one.id],
  ["客户编号", (one) => one.customer.id],
  ["联系时间", (one) => isoStamp(one.contactedAt)],
  ["联系人", (one) => one.contactedBy],
  ["身份", (one) => one.role],
  ["方案", (one) => one.offer],
  ["结果", (one) => ({returned: "已返回", declined: "拒绝", thinking: "考虑中", no_answer: "未联系上"})[one.outcome]],
  ["返回日期", (one) => orBlank(one.returned, isoDate)],
];

export const gatheringColumns: Columns<Gathering> = [
  ["活动编号", (one) => one.id],
  ["活动名称", (one) => one.campaign],
  ["活动类型", (one) => one.kind],
  ["计划日期", (one) => isoDate(one.planned)],
  ["举办日期", (one) => orBlank(one.held, isoDate)],
  ["有方案", (one) => yesNo(one.hasPlan)],
  ["计划人数", (one) => one.guests],
  ["预算", (one) => one.budget],
  ["实际费用", (one) => one.cost ?? ""],
  ["事故数", (one) => one.incidents ?? ""],
  ["客户见证", (one) => one.testimonials ?? ""],
  ["负责人", (one) => one.owner],
];

export const gradingColumns: Columns<Grading> = [
  ["线索编号", (one) => one.id],
  ["客户编号", (one) => one.customerId],
  ["评级日期", (one) => isoDate(one.graded)],
  ["级别", (one) => one.grade],
  ["结果", (one) => ({open: "跟进中", won: "成交", lost: "放弃"})[one.outcome]],
  ["询价时间", (one) => isoStamp(one.inquired)],
  ["答复时间", (one) => orBlank(one.answered, isoStamp)],
  ["负责人", (one) => one.owner],
];
