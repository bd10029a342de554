import {insideWords} from "./capital.js";
import type {Language} from "./language.js";
import type {Report} from "./report.js";
import {spaced} from "./spaced.js";

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
  department: {zh: "责任部门", en: "Department"},
  queue: {zh: "队列", en: "Queue"},
  topic: {zh: "来电主题", en: "Topic"},
};

/** Names of dimensions that an analyst's own may replace. */
const fallbacks: Readonly<Record<string, Readonly<Record<Language, string>>>> = {
  contract_type: {zh: "合同类型", en: "Contract"},
  cohort: {zh: "入网年份", en: "Year of joining"},
};

/** Where the labels of a dimension's codes stand, first found: reference/<plural>.csv unless given here. */
const references: Readonly<Record<string, readonly string[]>> = {
  category: ["categories"],
  // Calls come in by a queue, which a team may be named for.
  channel: ["channels", "queues", "teams"],
  city: ["cities"],
  responsible: ["departments"],
  team: ["teams", "departments"],
  queue: ["queues", "teams"],
  topic: ["topics", "categories", "products"],
};

/** Dimensions that the report knows by itself. */
export const dimensions: readonly string[] = [...Object.keys(names), ...Object.keys(fallbacks), "age_band"];

/**
 * The files of reference/ that may hold the labels of a dimension, first found: its plural, as people form it, its own
 * name, or that of its column.
 * @example referencesOf("class") // => ["classs", "classes", "class", "dim_class", "dim_classes"]
 */
export function referencesOf(dimension: string): string[] {
  const plural = /(?:s|x|ch|sh)$/.test(dimension)
    ? `${dimension}es`
    : dimension.replace(/([^aeiou])y$/, "$1ie").concat("s");
  const names = [`${dimension}s`, plural, dimension, `dim_${dimension}`, `dim_${plural}`];
  return [...(references[dimension] ?? []), ...new Set(names)];
}

/** What the dimensions of calls and promises hold is called by its own name. */
export function saidDimension({metric, dimension}: {metric: string; dimension: string}): string {
  if ((metric === "promise_kept" || metric === "complaint_repeat") && dimension === "team") return "department";
  if (!["answer_rate", "service_level", "connect_rate", "call_resolved"].includes(metric)) return dimension;
  return dimension === "channel" ? "queue" : dimension === "product" ? "topic" : dimension;
}

/** Dimensions that an analyst made of columns of their own (dim_<code>). */
export const isOwnDimension = (dimension: string): boolean => !(dimension in names);

/** The name of a dimension; an analyst's own is named in reference/dimensions.csv, or by its code. */
export function dimensionName(view: Report, dimension: string): string {
  const label = names[dimension]?.[view.language] ?? view.label("dimensions", dimension);
  return label === dimension ? (fallbacks[dimension]?.[view.language] ?? label) : label;
}

const female = {zh: "女", en: "Female"};
const male = {zh: "男", en: "Male"};
/** As systems write it where reference/sexes.csv says nothing. */
const sexes: Readonly<Record<string, Readonly<Record<Language, string>>>> = {
  ...{female, f: female, woman: female, 女: female, 女性: female},
  ...{male, m: male, man: male, 男: male, 男性: male},
};

/** The label of one member of a dimension. */
export function memberName(view: Report, {dimension, member}: {dimension: string; member: string}): string {
  const common: Record<string, Record<Language, string>> = {
    new: {zh: "期内新客户", en: "New in the window"},
    unknown: {zh: "未知", en: "Unknown"},
    unassigned: {zh: "未定责", en: "Unassigned"},
    customer: {zh: "客户自身", en: "Customer"},
    third_party: {zh: "第三方", en: "Third party"},
    "(none)": {zh: "未分类", en: "Not categorised"},
    all: {zh: "全部", en: "All"},
  };
  for (const reference of referencesOf(dimension)) {
    const label = view.label(reference, member);
    if (label !== member) return label;
  }
  const own = dimension === "sex" ? sexes[member.trim().toLowerCase()] : undefined;
  return (own ?? common[member])?.[view.language] ?? member;
}

/** A member beside a bar: one that is a bare number or a yes has its dimension before it: "类别 15", "Category 15". */
export function plainName(view: Report, {dimension, member}: {dimension: string; member: string}): string {
  const name = memberName(view, {dimension, member});
  return isBare(name) ? `${dimensionName(view, dimension)} ${name}` : name;
}

/** Whether a name says nothing without the name of its dimension: a bare number, a yes or a no. */
export const isBare = (name: string): boolean =>
  !/\p{L}/u.test(name) || /^(?:yes|no|y|n|true|false|是|否)$/i.test(name);

/** A member as a sentence speaks of it: "邮件渠道", "五星客户", "E-mail channel", "Hotline 2". */
export function groupName(view: Report, {dimension, member}: {dimension: string; member: string}): string {
  const name = memberName(view, {dimension, member});
  const kind = dimensionName(view, dimension);
  const zh = view.language === "zh";
  if (dimension === "all" || member === "new") return name;
  if (member === "unknown" || member === "(none)")
    return zh ? `${spaced(kind)}${name}者` : `${kind} ${name.toLowerCase()}`;
  switch (dimension) {
    case "region":
    case "city":
    case "team":
    case "department":
    case "queue":
    case "agent":
    case "product":
    case "brand":
    case "responsible":
      return plainName(view, {dimension, member});
    case "channel":
      return zh ? `${spaced(name)}渠道` : `${name} channel`;
    case "tier":
      return zh ? `${spaced(name)}客户` : `Tier “${name}”`;
    case "customer_type":
    case "segment":
    case "sex":
      return zh ? `${spaced(name)}客户` : `${name} customers`;
    case "contract_type":
      return zh ? `${spaced(name)}客户` : `Customers on ${insideWords(name)} contracts`;
    case "cohort":
      return zh ? `${name} 年入网的客户` : `Customers who joined in ${name}`;
    default:
      return zh ? `${spaced(kind)}为“${name}”者` : `${kind} “${name}”`;
  }
}

const rests: Readonly<Record<string, string>> = {team: "团队", department: "部门", queue: "队列", agent: "坐席"};

/** Whom a group is compared with: "其余客户", "其余团队", "the rest". */
export const restName = (view: Report, dimension: string): string =>
  view.language === "zh" ? `其余${rests[dimension] ?? "客户"}` : "the rest";

interface Sized {
  readonly n: number | null;
  readonly value?: unknown;
}

/** Two dimensions that part customers in the same way, such as a type and a segment that mirror each other. */
export function sameCut(one: readonly Sized[], other: readonly Sized[]): boolean {
  const shape = (rows: readonly Sized[]) =>
    rows
      .map(({n, value}) => `${n} ${value}`)
      .sort()
      .join();
  return shape(one) === shape(other);
}

/** Members in the order they are shown: as given (tiers, best first), else by size. */
export function inOrder<T extends {readonly member: string; readonly n: number | null}>(
  view: Report,
  {dimension, members}: {dimension: string; members: readonly T[]},
): T[] {
  const order =
    dimension === "tier" || dimension === "age_band"
      ? (view.order(dimension) ?? [...members].map(({member}) => member).sort())
      : undefined;
  // Numbers stand in their own order: 0, 1, 2 contacts.
  if (!order && members.length > 1 && members.every(({member}) => /^\d+$/.test(member)))
    return [...members].sort((a, b) => Number(a.member) - Number(b.member));
  return [...members].sort(
    (a, b) =>
      (order ? order.indexOf(a.member) - order.indexOf(b.member) : (b.n ?? 0) - (a.n ?? 0)) ||
      (a.member < b.member ? -1 : 1),
  );
}
