import type {ReportView} from "../report-view.js";
import type {Language} from "./figure.js";

const names: Readonly<Record<string, Readonly<Record<Language, string>>>> = {
  all: {zh: "全部", en: "All"},
  tier: {zh: "客户等级", en: "Tier"},
  region: {zh: "区域", en: "Region"},
  segment: {zh: "客户细分", en: "Segment"},
  customer_type: {zh: "客户类型", en: "Customer type"},
  sex: {zh: "性别", en: "Sex"},
  age_band: {zh: "年龄段", en: "Age"},
  role: {zh: "角色", en: "Role"},
  channel: {zh: "渠道", en: "Channel"},
  product: {zh: "产品", en: "Product"},
  category: {zh: "类别", en: "Category"},
  brand: {zh: "品牌", en: "Brand"},
  agent: {zh: "坐席", en: "Agent"},
  team: {zh: "团队", en: "Team"},
  city: {zh: "城市", en: "City"},
  responsible: {zh: "责任方", en: "Responsible"},
};

/** Names of dimensions that an analyst's own may replace. */
const fallbacks: Readonly<Record<string, Readonly<Record<Language, string>>>> = {
  contract_type: {zh: "合同类型", en: "Contract"},
  cohort: {zh: "入网年份", en: "Joined in"},
};

/** Where the labels of a dimension's codes stand: reference/<plural>.csv. */
const references: Readonly<Record<string, string>> = {
  tier: "tiers",
  category: "categories",
  city: "cities",
  responsible: "departments",
  segment: "segments",
  customer_type: "customer_types",
};

/** Dimensions that an analyst made of columns of their own (dim_<code>). */
export const isOwnDimension = (dimension: string): boolean => !(dimension in names);

/** The name of a dimension; an analyst's own is named in reference/dimensions.csv, or by its code. */
export function dimensionName(view: ReportView, dimension: string): string {
  const label = names[dimension]?.[view.language] ?? view.label("dimensions", dimension);
  return label === dimension ? (fallbacks[dimension]?.[view.language] ?? label) : label;
}

/** The label of one member of a dimension. */
export function memberName(view: ReportView, {dimension, member}: {dimension: string; member: string}): string {
  const common: Record<string, Record<Language, string>> = {
    new: {zh: "期内新客户", en: "New in the window"},
    unknown: {zh: "未知", en: "Unknown"},
    unassigned: {zh: "未定责", en: "Unassigned"},
    customer: {zh: "客户自身", en: "Customer"},
    third_party: {zh: "第三方", en: "Third party"},
    "(none)": {zh: "未分类", en: "Not categorised"},
    all: {zh: "全部", en: "All"},
  };
  const label = view.label(references[dimension] ?? `${dimension}s`, member);
  return label === member ? (common[member]?.[view.language] ?? member) : label;
}

/** Members in the order they are shown: as given (tiers, best first), else by size. */
export function inOrder<T extends {readonly member: string; readonly n: number}>(
  view: ReportView,
  {dimension, members}: {dimension: string; members: readonly T[]},
): T[] {
  const order =
    dimension === "tier" || dimension === "age_band"
      ? (view.order(dimension) ?? [...members].map(({member}) => member).sort())
      : undefined;
  return [...members].sort(
    (a, b) => (order ? order.indexOf(a.member) - order.indexOf(b.member) : b.n - a.n) || (a.member < b.member ? -1 : 1),
  );
}
