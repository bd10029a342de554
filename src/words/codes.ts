import type {Language} from "./language.js";
import type {Report} from "./report.js";

type Names = Readonly<Record<string, Readonly<Record<Language, string>>>>;

const causes: Names = {
  product: {zh: "产品", en: "Product"},
  service: {zh: "服务", en: "Service"},
  both: {zh: "产品与服务", en: "Product and service"},
  price: {zh: "价格", en: "Price"},
  competitor: {zh: "竞争对手", en: "Competitor"},
  attitude: {zh: "态度", en: "Attitude"},
  dissatisfaction: {zh: "不满意", en: "Dissatisfaction"},
  involuntary: {zh: "停业等非自愿", en: "Involuntary"},
  eliminated: {zh: "我方淘汰", en: "Let go by us"},
  moved: {zh: "搬迁", en: "Moved away"},
  other: {zh: "其他", en: "Other"},
  unknown: {zh: "原因未知", en: "Cause unknown"},
};

const offers: Names = {
  discount: {zh: "打折优惠", en: "Discount"},
  lower_price: {zh: "价格更低", en: "Lower price"},
  gift: {zh: "赠送", en: "Gift"},
  other: {zh: "未提方案", en: "No offer named"},
};

const signals: Names = {
  complaint: {zh: "投诉", en: "Complaint"},
  low_score: {zh: "打低分", en: "Low score"},
  fewer_orders: {zh: "订单减半", en: "Orders halved"},
  unanswered_callback: {zh: "回访未接", en: "Follow-up unanswered"},
  rival_mentioned: {zh: "提到竞争对手", en: "Named a rival"},
  contract_due: {zh: "合同将到期", en: "Contract ends soon"},
};

const statuses: Names = {
  done: {zh: "按期完成", en: "Done in time"},
  done_late: {zh: "逾期完成", en: "Done late"},
  overdue: {zh: "逾期未完成", en: "Overdue"},
  open: {zh: "进行中", en: "Open"},
};

const ticketStatuses: Names = {
  open: {zh: "未处理", en: "Not started"},
  in_progress: {zh: "处理中", en: "In work"},
  pending: {zh: "等待中", en: "Waiting"},
  solved: {zh: "已解决", en: "Solved"},
  closed: {zh: "已关闭", en: "Closed"},
};

const callbackOutcomes: Names = {
  reached: {zh: "联系上", en: "Reached"},
  no_answer: {zh: "无人接听", en: "No answer"},
  refused: {zh: "拒访", en: "Refused"},
  "": {zh: "没有记录", en: "Not recorded"},
};

const effects: Names = {
  better: {zh: "见效", en: "It helped"},
  worse: {zh: "变差", en: "It got worse"},
  better_than_others: {zh: "比其他类别好", en: "Better than the other categories"},
  worse_than_others: {zh: "比其他类别差", en: "Worse than the other categories"},
  maybe_worse: {zh: "可能变差", en: "Possibly worse"},
  alike: {zh: "与其他类别分不出高下", en: "Not told apart from the other categories"},
  none: {zh: "未见效果", en: "No effect shown"},
  early: {zh: "为时尚早或样本太小", en: "Too early or too few"},
  open: {zh: "尚未完成", en: "Not done yet"},
};

const said = (names: Names, view: Pick<Report, "language">, code: string): string =>
  names[code]?.[view.language] ?? code;

/** Why a customer left, one word. */
export const causeName = (view: Pick<Report, "language">, code: string): string =>
  said(causes, view, code.toLowerCase() in causes ? code.toLowerCase() : code);
export const offerName = (view: Report, code: string): string => {
  const label = view.label("offers", code);
  return label === code ? said(offers, view, code) : label;
};
export const signalName = (view: Report, code: string): string => said(signals, view, code);
export const statusName = (view: Report, code: string): string => said(statuses, view, code);
export const ticketStatusName = (view: Pick<Report, "language">, code: string): string =>
  ticketStatuses[code]?.[view.language] ?? code;
/** How a callback ended. */
export const callbackOutcomeName = (view: Pick<Report, "language">, code: string): string =>
  said(callbackOutcomes, view, code);
export const effectName = (view: Report, code: string): string => said(effects, view, code);

/** A brand as the report calls it; "" is our own. */
export function brandName(view: Report, code: string): string {
  const zh = view.language === "zh";
  if (code === "") return zh ? "我们" : "We";
  if (code === "unknown") return zh ? "去向未知" : "Unknown";
  if (code === "(others)") return zh ? "其他品牌合计" : "Other brands together";
  if (code === "(pooled)") return zh ? "其他去向合计" : "Other places together";
  // A label may carry an explanation in brackets: the name alone is short enough for a sentence.
  return view.label("brands", code).replace(/ *[(（].*[)）]$/, "");
}

/** A survey item as reference/items.csv calls it; the overall question has a name without it. */
export const itemName = (view: Report, code: string): string => {
  const label = view.label("items", code);
  return label === "overall" ? (view.language === "zh" ? "总体满意度" : "Overall satisfaction") : label;
};
