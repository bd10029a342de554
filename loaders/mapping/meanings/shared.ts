import type {Bilingual} from "../../../src/words/language.js";

/** Columns that mean the same in every entity that has them; an entity may say more of its own. */
export const shared: Readonly<Record<string, Bilingual>> = {
  updated_at: {
    zh: "最近更新时间：同一条记录送来几次时，以更新的为准",
    en: "when it was last updated: of one record delivered several times the latest counts",
  },
  customer_id: {zh: "客户编号，各系统写法须相同", en: "id of the customer, the same in every system"},
  ticket_id: {zh: "所属工单的编号", en: "id of the ticket it belongs to"},
  call_id: {zh: "所属通话的编号", en: "id of the call it belongs to"},
  order_id: {zh: "订单编号", en: "id of the order"},
  product: {zh: "产品代码", en: "code of the product"},
  brand: {zh: "记录说的是哪个品牌；空 = 我们", en: "brand the record is about; empty = ours"},
  channel: {zh: "渠道", en: "channel"},
  region: {zh: "区域（大区）", en: "region"},
  city: {zh: "城市", en: "city"},
  segment: {zh: "客户细分", en: "customer segment"},
  category: {zh: "类别", en: "category"},
  owner: {zh: "负责人", en: "person in charge"},
  agent: {zh: "坐席", en: "agent"},
  role: {zh: "角色", en: "role"},
  cost: {zh: "费用", en: "cost"},
  recorded_by: {zh: "登记人：对账时看差异出自谁", en: "who entered it: shows where differences to the ledger arise"},
  left_date: {zh: "离网（流失）日期", en: "day the customer left"},
  verbatim: {
    zh: "原话或记录全文；遮住个人信息后才显示",
    en: "words as spoken or noted; shown only with personal data masked",
  },
};
