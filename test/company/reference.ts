import {
  brands,
  causes,
  channels,
  churnReasons,
  complaintCategories,
  departments,
  items,
  otherCategories,
  products,
  regions,
  salespeople,
  teams,
  technicians,
} from "./catalog.js";
import {csvText, utf8} from "./csv-text.js";
import {measures} from "./ledger.js";

export interface ReferenceFile {
  readonly name: string;
  readonly bytes: Uint8Array;
}

/** The code lists: how every code reads in both languages, and what belongs to it. */
export function referenceFiles(): ReferenceFile[] {
  const list = (
    name: string,
    more: readonly string[],
    rows: readonly (readonly (string | number)[])[],
  ): ReferenceFile => ({
    name: `${name}.csv`,
    bytes: utf8(csvText([["code", "label_zh", "label_en", ...more], ...rows])),
  });
  const staff = (codes: readonly string[], {zh, en, unit}: {zh: string; en: string; unit: string}) =>
    codes.map((code) => [code, `${zh}${code.slice(2)}`, `${en} ${code.slice(2)}`, unit]);
  return [
    list(
      "brands",
      ["aliases", "is_ours"],
      brands.map((one) => [
        one.code,
        one.zh,
        one.en,
        [one.zh, ...one.aliases, one.en.replace(/ \(.*/, "")].join("|"),
        one.code === "YS" ? "true" : "false",
      ]),
    ),
    list(
      "churn_reasons",
      ["category"],
      churnReasons.map((one) => [one.code, one.zh, one.en, one.category]),
    ),
    list(
      "regions",
      [],
      regions.map((one) => [one.code, one.code, one.en]),
    ),
    list(
      "categories",
      ["ticket_type", "department"],
      [
        ...complaintCategories.map((one) => [one.code, one.code, one.en, "complaint", one.department]),
        ...otherCategories.map((one) => [one.code, one.code, one.en, one.type, ""]),
      ],
    ),
    list(
      "channels",
      [],
      channels.map((one) => [one.code, one.zh, one.en]),
    ),
    list(
      "products",
      ["category", "price"],
      products.map((one) => [one.code, one.zh, one.en, one.category, one.price]),
    ),
    list(
      "items",
      [],
      items.map((one) => [one.code, one.zh, one.en]),
    ),
    list(
      "departments",
      [],
      departments.map((one) => [one.code, one.code, one.en]),
    ),
    list(
      "causes",
      [],
      causes.map((one) => [one.code, one.zh, one.en]),
    ),
    list(
      "teams",
      [],
      teams.map((one) => [one.code, one.code, one.en]),
    ),
    list(
      "measures",
      ["entity", "column", "date"],
      measures.map((one) => [one.code, one.zh, one.en, one.entity, one.column, one.date]),
    ),
    list(
      "staff",
      ["unit"],
      [
        ...teams.flatMap((team) => staff(team.members, {zh: "客服", en: "Agent", unit: team.code})),
        ...staff(technicians, {zh: "技师", en: "Technician", unit: "维修部"}),
        ...staff(["WY01", "WY02", "WY03", "WY04", "WY05"], {zh: "文员", en: "Clerk", unit: "财务部"}),
        ...staff(salespeople, {zh: "销售", en: "Sales", unit: "销售部"}),
        ...staff(["HF01", "HF02", "HF03", "HF04"], {zh: "回访员", en: "Callback desk", unit: "客服部"}),
      ],
    ),
    list(
      "values",
      ["column"],
      words.map(([column, code, en]) => [code, code, en, column]),
    ),
  ];
}

/** Words of the systems themselves that stand in columns without a list of their own. */
const words: readonly (readonly [string, string, string])[] = [
  ["segment", "企业", "Business"],
  ["segment", "家庭", "Household"],
  ["industry", "餐饮", "Food service"],
  ["industry", "办公", "Office"],
  ["industry", "教育", "Education"],
  ["industry", "酒店", "Hotel"],
  ["acquisition_channel", "电商", "Online shop"],
  ["acquisition_channel", "门店", "Store"],
  ["acquisition_channel", "电话销售", "Phone sales"],
  ["acquisition_channel", "展会", "Fair"],
  ["acquisition_channel", "渠道商", "Reseller"],
  ["acquisition_channel", "老客户推荐", "Referral"],
  ["contract_type", "年付", "Yearly"],
  ["contract_type", "半年付", "Half-yearly"],
  ["contract_type", "两年付", "Two-yearly"],
  ["reason", "质量问题", "Quality"],
  ["reason", "不想要了", "Changed mind"],
  ["reason", "与描述不符", "Not as described"],
  ["reason", "发错货", "Wrong item"],
  ["reason", "噪音大", "Too noisy"],
  ["status", "在网", "Active"],
  ["status", "流失", "Lost"],
  ["status", "淘汰", "Let go"],
  ["status", "潜在", "Prospect"],
];
