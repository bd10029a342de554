/** What the made-up company is made of: code, Chinese label, English label, and what else a code carries. */
export const regions = [
  {code: "华东", en: "East", weight: 42, cities: ["上海", "杭州", "南京", "苏州"]},
  {code: "华北", en: "North", weight: 14, cities: ["北京", "天津", "石家庄"]},
  {code: "华南", en: "South", weight: 17, cities: ["广州", "深圳", "厦门"]},
  {code: "华中", en: "Central", weight: 11, cities: ["武汉", "长沙"]},
  {code: "西南", en: "Southwest", weight: 8, cities: ["成都", "重庆"]},
  {code: "西北", en: "Northwest", weight: 4, cities: ["西安", "兰州"]},
  {code: "东北", en: "Northeast", weight: 4, cities: ["沈阳", "大连"]},
] as const;
export type Region = (typeof regions)[number]["code"];

export const products = [
  {code: "W1", zh: "云泉台式净水器", en: "Countertop water purifier", category: "净水", price: 899},
  {code: "W2", zh: "云泉厨下净水器", en: "Under-sink water purifier", category: "净水", price: 2199},
  {code: "W3", zh: "云泉商用直饮机", en: "Commercial drinking fountain", category: "净水", price: 6800},
  {code: "A1", zh: "清岚空气净化器", en: "Air purifier", category: "空气", price: 1299},
  {code: "A2", zh: "清岚新风系统", en: "Fresh-air system", category: "空气", price: 5600},
  {code: "F1", zh: "滤芯套装", en: "Filter set", category: "耗材", price: 268},
  {code: "S1", zh: "滤芯无忧订阅", en: "Filter plan", category: "订阅", price: 80},
  {code: "S2", zh: "家庭空气订阅", en: "Home air plan", category: "订阅", price: 90},
  {code: "S3", zh: "商用直饮全包", en: "Business water plan", category: "订阅", price: 300},
  {code: "S4", zh: "新风运维", en: "Fresh-air upkeep plan", category: "订阅", price: 360},
] as const;

/** Complaint categories with their usual number a month and the department that answers for them. */
export const complaintCategories = [
  {code: "配送延误", en: "Late delivery", mean: 14, department: "物流部"},
  {code: "安装质量", en: "Installation quality", mean: 8, department: "安装部"},
  {code: "漏水", en: "Leak", mean: 10, department: "维修部"},
  {code: "噪音", en: "Noise", mean: 6, department: "产品部"},
  {code: "滤芯发错", en: "Wrong filter sent", mean: 16, department: "物流部"},
  {code: "热线等待过长", en: "Long hotline wait", mean: 13, department: "客服部"},
  {code: "收费争议", en: "Billing dispute", mean: 8, department: "财务部"},
  {code: "服务态度", en: "Staff attitude", mean: 5, department: "客服部"},
  {code: "维修未修好", en: "Repair did not hold", mean: 9, department: "维修部"},
  {code: "退换货受阻", en: "Return obstructed", mean: 5, department: "客服部"},
  {code: "设备联网故障", en: "Device offline after update", mean: 0, department: "产品部"},
] as const;
export type ComplaintCategory = (typeof complaintCategories)[number]["code"];

export const otherCategories = [
  {code: "使用方法", en: "How to use", type: "inquiry"},
  {code: "账单查询", en: "Bill question", type: "inquiry"},
  {code: "滤芯价格", en: "Filter price", type: "inquiry"},
  {code: "订单进度", en: "Order status", type: "inquiry"},
  {code: "选型咨询", en: "Which model fits", type: "inquiry"},
  {code: "不出水", en: "No water", type: "repair"},
  {code: "水质异味", en: "Odd taste", type: "repair"},
  {code: "无法开机", en: "Does not start", type: "repair"},
  {code: "滤网更换", en: "Filter change", type: "repair"},
  {code: "送货上门", en: "Delivery to the door", type: "request"},
  {code: "加急配送", en: "Express delivery", type: "request"},
  {code: "礼品包装", en: "Gift wrap", type: "request"},
  {code: "系统故障", en: "System outage", type: "incident"},
  {code: "其他", en: "Other", type: "other"},
] as const;

export const causes = [
  {code: "A1", zh: "仓库拣错", en: "Picking error"},
  {code: "A2", zh: "承运商延误", en: "Carrier delay"},
  {code: "B1", zh: "备件缺货", en: "Part out of stock"},
  {code: "B2", zh: "技术不熟", en: "Skill gap"},
  {code: "C1", zh: "人手不足", en: "Short of staff"},
  {code: "C2", zh: "话术不当", en: "Poor wording"},
  {code: "D1", zh: "产品设计", en: "Product design"},
  {code: "D2", zh: "账务规则", en: "Billing rule"},
] as const;

export const channels = [
  {code: "phone", zh: "电话", en: "Phone"},
  {code: "wechat", zh: "微信", en: "WeChat"},
  {code: "chat", zh: "在线客服", en: "Chat"},
  {code: "email", zh: "邮件", en: "E-mail"},
  {code: "visit", zh: "上门", en: "Field visit"},
] as const;
export type Channel = (typeof channels)[number]["code"];

const agents = (prefix: string, from: number, to: number) =>
  Array.from({length: to - from + 1}, (_, index) => `${prefix}${String(from + index).padStart(2, "0")}`);

export const teams = [
  {code: "热线一组", en: "Hotline 1", members: agents("KF", 1, 6)},
  {code: "热线二组", en: "Hotline 2", members: agents("KF", 7, 12)},
  {code: "在线组", en: "Online", members: agents("KF", 13, 18)},
  {code: "邮件组", en: "E-mail", members: agents("KF", 19, 21)},
  {code: "大客户组", en: "Key accounts", members: agents("KF", 22, 24)},
  {code: "上门组", en: "Field desk", members: agents("KF", 25, 28)},
] as const;
/** Since when each team has complaints: those of the online desk have not been rotated for half a year. */
export const onComplaintsSince: Readonly<Record<string, string>> = {
  热线一组: "2026-09-28",
  热线二组: "2026-09-07",
  在线组: "2026-03-02",
  邮件组: "2026-08-31",
  大客户组: "2026-09-14",
};
export const technicians = agents("JS", 1, 12);
export const clerks = agents("WY", 1, 5);
export const salespeople = agents("XS", 1, 10);
export const callers = agents("HF", 1, 4); // the callback desk

export const departments = [
  {code: "物流部", en: "Logistics"},
  {code: "安装部", en: "Installation"},
  {code: "维修部", en: "Repair"},
  {code: "客服部", en: "Customer service"},
  {code: "财务部", en: "Finance"},
  {code: "产品部", en: "Product"},
] as const;

export const brands = [
  {code: "YS", zh: "云杉示例", en: "Yunshan Sample", aliases: ["云杉", "Yunshan"], price: 2199},
  {code: "RA", zh: "蓝鲸示例", en: "Rival A (Blue Whale Sample)", aliases: ["蓝鲸", "Blue Whale"], price: 1799},
  {code: "RB", zh: "白鹭示例", en: "Rival B (Egret Sample)", aliases: ["白鹭", "Egret"], price: 2299},
  {code: "RC", zh: "红枫示例", en: "Rival C (Maple Sample)", aliases: ["红枫", "Maple"], price: 2599},
  {code: "RD", zh: "青禾示例", en: "Rival D (Green Grain Sample)", aliases: ["青禾", "Green Grain"], price: 1599},
] as const;

export const churnReasons = [
  {code: "P1", category: "product", zh: "产品质量", en: "Product quality"},
  {code: "P2", category: "product", zh: "功能落后", en: "Outdated features"},
  {code: "S1", category: "service", zh: "响应太慢", en: "Slow response"},
  {code: "S2", category: "service", zh: "服务态度", en: "Attitude"},
  {code: "S3", category: "service", zh: "上门修不好", en: "Field repair failed"},
  {code: "R1", category: "price", zh: "价格高", en: "Price too high"},
  {code: "R2", category: "price", zh: "续费涨价", en: "Renewal price rise"},
  {code: "C1", category: "competitor", zh: "竞品优惠", en: "Rival's offer"},
  {code: "I1", category: "involuntary", zh: "停业或破产", en: "Closed or bankrupt"},
  {code: "O1", category: "other", zh: "其他", en: "Other"},
] as const;

export const items = [
  {code: "overall", zh: "总体满意度", en: "Overall satisfaction"},
  {code: "recommend", zh: "推荐意愿", en: "Would recommend"},
  {code: "effort", zh: "省心程度", en: "Made it easy"},
  {code: "price", zh: "价格", en: "Price"},
  {code: "quality", zh: "产品质量", en: "Product quality"},
  {code: "speed", zh: "响应速度", en: "Speed", construct: "service"},
  {code: "attitude", zh: "服务态度", en: "Attitude", construct: "service"},
  {code: "install", zh: "安装上门", en: "Installation", construct: "service"},
  {code: "app", zh: "手机应用", en: "App"},
] as const;
export const constructs = [{code: "service", zh: "服务过程", en: "Service"}] as const;

/** Categories of products, which stand on the lines of orders. */
export const orderCategories = {净水: "Water", 空气: "Air", 耗材: "Consumables", 订阅: "Subscriptions"} as const;

/** Where orders are placed. */
export const orderChannels = {自动续费: "Auto-renewal", 电商: "Online shop", 门店: "Store", 销售: "Sales"} as const;
