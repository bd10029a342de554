import {
  brands,
  causes,
  channels,
  churnReasons,
  complaintCategories,
  constructs,
  departments,
  items,
  onComplaintsSince,
  orderCategories,
  orderChannels,
  otherCategories,
  products,
  regions,
  salespeople,
  teams,
  technicians,
} from "./catalog.js";
import {csvText, utf8} from "./csv-text.js";
import {holidayRows} from "./holidays.js";
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
  const staff = (
    codes: readonly string[],
    {zh, en, unit, since = ""}: {zh: string; en: string; unit: string; since?: string},
  ) => codes.map((code) => [code, `${zh}${code.slice(2)}`, `${en} ${code.slice(2)}`, unit, since]);
  return [
    list(
      "brands",
      ["aliases", "is_ours"],
      [
        ...brands.map((one) => [
          one.code,
          one.zh,
          one.en,
          [one.zh, ...one.aliases, one.en.replace(/ \(.*/, "")].join("|"),
          one.code === "YS" ? "true" : "false",
        ]),
        ["NONE", "不再订阅", "No further subscription", "", "false"],
      ],
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
        ...Object.entries(orderCategories).map(([code, en]) => [code, code, en, "", ""]),
        // What the calls are about that the company makes itself.
        ["关怀外呼", "关怀外呼", "Courtesy call", "", ""],
      ],
    ),
    list(
      "channels",
      [],
      [
        ...channels.map((one) => [one.code, one.zh, one.en]),
        ...Object.entries(orderChannels).map(([code, en]) => [code, code, en]),
      ],
    ),
    list(
      "products",
      ["category", "price"],
      products.map((one) => [one.code, one.zh, one.en, one.category, one.price]),
    ),
    list(
      "items",
      ["construct"],
      items.map((one) => [one.code, one.zh, one.en, "construct" in one ? one.construct : ""]),
    ),
    list(
      "constructs",
      [],
      constructs.map((one) => [one.code, one.zh, one.en]),
    ),
    list("departments", [], [...departments.map((one) => [one.code, one.code, one.en]), ["销售部", "销售部", "Sales"]]),
    list(
      "causes",
      [],
      causes.map((one) => [one.code, one.zh, one.en]),
    ),
    list(
      "teams",
      [],
      [
        ...teams.map((one) => [one.code, one.code, one.en]),
        // queues of chat
        ["在线售后", "在线售后", "After-sales chat"],
        ["商城售前", "商城售前", "Shop chat"],
      ],
    ),
    list(
      "measures",
      ["entity", "column", "date"],
      measures.map((one) => [one.code, one.zh, one.en, one.entity, one.column, one.date]),
    ),
    list(
      "agents",
      ["unit", "complaints_since"],
      [
        ...teams.flatMap(({code, members}) =>
          staff(members, {zh: "客服", en: "Agent", unit: code, since: onComplaintsSince[code] ?? ""}),
        ),
        ...staff(technicians, {zh: "技师", en: "Technician", unit: "维修部"}),
        ...staff(["WY01", "WY02", "WY03", "WY04", "WY05"], {zh: "文员", en: "Clerk", unit: "财务部"}),
        ...staff(salespeople, {zh: "销售", en: "Sales", unit: "销售部"}),
        ...staff(["HF01", "HF02", "HF03", "HF04"], {zh: "回访员", en: "Callback desk", unit: "客服部"}),
      ],
    ),
    ...Object.entries(words).map(([name, codes]) =>
      list(
        name,
        [],
        Object.entries(codes).map(([code, en]) => [code, code, en]),
      ),
    ),
    list(
      "customer_types",
      [],
      [
        ["firm", "企业", "Firm"],
        ["consumer", "个人", "Consumer"],
      ],
    ),
    list(
      "roles",
      [],
      [
        ["operator", "操作者", "Operator"],
        ["manager", "管理者", "Manager"],
        ["decision-maker", "决策者", "Decision-maker"],
      ],
    ),
    list(
      "cities",
      ["region"],
      regions.flatMap((region) => region.cities.map((city) => [city, city, cityNames[city] ?? city, region.code])),
    ),
    list("holidays", ["kind"], holidayRows()),
  ];
}

/** Words of the systems themselves that stand in columns without another list. */
const words: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  actions: {
    滤芯拣货无复核: "Filters picked unchecked",
    拣货加扫码复核: "Scan check at picking",
    热线人手不足: "Hotline short of staff",
    增加语音菜单分流: "More choices in the phone menu",
    承运商时效差: "Slow carrier",
    更换西北承运商: "New carrier for the Northwest",
    西南备件缺货: "Spare parts missing in the Southwest",
    成都设备件分仓: "Parts store in Chengdu",
    固件更新致离线: "Firmware takes devices offline",
    "回滚 10 月固件": "Roll back the October firmware",
    华南价格劣势: "Dearer than rivals in the South",
    续费老客户价: "Loyalty price on renewal",
    接缝漏水: "Leaking seams",
    更换密封圈供应商: "New supplier of seals",
    回访由经办人自己做: "Handlers call back themselves",
    回访移交回访组: "Callbacks moved to the callback desk",
  },
  campaigns: {
    "2025 春节问候": "Spring Festival greetings 2025",
    "2025 中秋礼品": "Mid-Autumn gifts 2025",
    "2025 水质体验日": "Water tasting day 2025",
    "2026 春节问候": "Spring Festival greetings 2026",
    "2026 客户联谊会": "Customer gathering 2026",
    "2026 中秋礼品": "Mid-Autumn gifts 2026",
    "2026 年末答谢会": "Year-end thanks 2026",
    联谊活动: "Gathering",
    体验活动: "Trial day",
    生日礼品: "Birthday gift",
  },
  purposes: {
    例行拜访: "Routine call",
    续约沟通: "Renewal talk",
    设备巡检: "Check of devices",
    投诉后回访: "After a complaint",
  },
  callers: {
    原销售: "Own salesperson",
    客服主管: "Service supervisor",
    总经理: "General manager",
    回访专员: "Callback desk",
    客户经理: "Account manager",
    产品经理: "Product manager",
    客服专员: "Service agent",
    销售总监: "Sales director",
    大客户经理: "Key account manager",
    物流主管: "Logistics manager",
    配送主管: "Delivery manager",
    维修主管: "Repair manager",
    热线主管: "Hotline supervisor",
  },
  winback_offers: {
    续费八折: "20% off renewal",
    免费换机: "Free new device",
    赠一年滤芯: "A year of filters free",
    专属客服: "Own service contact",
    无: "None",
  },
  segments: {企业: "Business", 家庭: "Household"},
  industries: {餐饮: "Food service", 办公: "Office", 教育: "Education", 酒店: "Hotel"},
  acquisition_channels: {
    电商: "Online shop",
    门店: "Store",
    电话销售: "Phone sales",
    展会: "Fair",
    渠道商: "Reseller",
    老客户推荐: "Referral",
  },
  contract_types: {年付: "Yearly", 半年付: "Half-yearly", 两年付: "Two-yearly"},
  return_reasons: {
    质量问题: "Quality",
    不想要了: "Changed mind",
    与描述不符: "Not as described",
    发错货: "Wrong item",
    噪音大: "Too noisy",
  },
  statuses: {在网: "Active", 流失: "Lost", 淘汰: "Let go", 潜在: "Prospect"},
};

const cityNames: Readonly<Record<string, string>> = {
  上海: "Shanghai",
  杭州: "Hangzhou",
  南京: "Nanjing",
  苏州: "Suzhou",
  北京: "Beijing",
  天津: "Tianjin",
  石家庄: "Shijiazhuang",
  广州: "Guangzhou",
  深圳: "Shenzhen",
  厦门: "Xiamen",
  武汉: "Wuhan",
  长沙: "Changsha",
  成都: "Chengdu",
  重庆: "Chongqing",
  西安: "Xi'an",
  兰州: "Lanzhou",
  沈阳: "Shenyang",
  大连: "Dalian",
};
