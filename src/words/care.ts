import type {Language} from "./language.js";
import type {Report} from "./report.js";
import {say} from "./say.js";

type Names = Readonly<Record<string, Readonly<Record<Language, string>>>>;

const kinds: Names = {
  greeting: {zh: "问候", en: "Greetings"},
  gift: {zh: "礼品", en: "Gifts"},
  event: {zh: "活动", en: "Events"},
  other: {zh: "其他", en: "Other"},
};

const standings: Names = {
  active: {zh: "在册客户", en: "Active customers"},
  prospect: {zh: "潜在客户", en: "Prospects"},
  former: {zh: "已不在册", en: "Former customers"},
};

const fields: Names = {
  phone: {zh: "电话", en: "Phone"},
  email: {zh: "邮箱", en: "E-mail"},
  owner: {zh: "负责人", en: "Owner"},
  customer_type: {zh: "客户类型", en: "Kind of customer"},
  region: {zh: "大区", en: "Region"},
  city: {zh: "城市", en: "City"},
  industry: {zh: "行业（企业）", en: "Industry (firms)"},
  role: {zh: "联系人角色（企业）", en: "Role of the contact (firms)"},
  acquisition_channel: {zh: "来源渠道", en: "How they came"},
  potential_amount: {zh: "潜在采购额", en: "Potential spend"},
  tags: {zh: "标签", en: "Tags"},
  contact_preference: {zh: "联系偏好", en: "Contact preference"},
};

const said = (names: Names, {language}: Pick<Report, "language">, code: string): string =>
  names[code]?.[language] ?? code;

/** A kind of care; an analyst's own kind stays as it is. */
export const careKind = (view: Pick<Report, "language">, code: string): string => said(kinds, view, code);
/** How a customer on file stands to us. */
export const standingName = (view: Pick<Report, "language">, code: string): string => said(standings, view, code);
/** A field of the customer card. */
export const fieldName = (view: Pick<Report, "language">, code: string): string => said(fields, view, code);

/** A campaign or customer event as reference/campaigns.csv names it, else as the records do. */
export const campaignName = (view: Pick<Report, "language" | "label">, code: string): string =>
  code === "(none)" ? say(view, {zh: "未写活动", en: "No campaign named"}) : view.label("campaigns", code);
