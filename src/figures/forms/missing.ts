import type {ReportView} from "../../facts/view.js";
import type {Language, MissingFigure} from "../figure.js";

const entityNames: Readonly<Record<string, Readonly<Record<Language, string>>>> = {
  customers: {zh: "客户资料", en: "customers"},
  contracts: {zh: "合同", en: "contracts"},
  orders: {zh: "订单", en: "orders"},
  returns: {zh: "退换货", en: "returns"},
  tickets: {zh: "工单", en: "tickets"},
  calls: {zh: "通话记录", en: "calls"},
  surveys: {zh: "满意度调查", en: "surveys"},
  callbacks: {zh: "回访记录", en: "callbacks"},
  visits: {zh: "拜访记录", en: "visits"},
  work_orders: {zh: "上门工单", en: "work orders"},
  churn_interviews: {zh: "流失访谈", en: "churn interviews"},
  ticket_events: {zh: "工单流水", en: "ticket events"},
  care_actions: {zh: "客户关怀", en: "care actions"},
  winback_contacts: {zh: "挽回联系", en: "win-back contacts"},
  actions: {zh: "改进措施", en: "improvement actions"},
  control_totals: {zh: "总账（对账用合计）", en: "control totals of the ledger"},
  events: {zh: "大事记", en: "dated notes"},
};

export const entityName = (view: Pick<ReportView, "language">, entity: string): string =>
  entityNames[entity]?.[view.language] ?? entity;

/** The system that records come from, as its mapping names it, or else the kind of record, or the code. */
export function systemName(view: Pick<ReportView, "language" | "label">, source: string): string {
  const label = view.label("sources", source);
  return label === source ? entityName(view, source) : label;
}

/** What stands where a figure would, when the report folder lacks its records. */
export function missingFigure(
  view: ReportView,
  {id, needs, shows}: {id: string; needs: readonly string[]; shows: Readonly<Record<Language, string>>},
): MissingFigure {
  const absent = needs.filter((need) => !view.entities.has(need));
  const listed = absent.length > 0 ? absent : needs;
  const list = listed.map((need) => entityName(view, need)).join(view.language === "zh" ? "、" : ", ");
  const undated = view.month === undefined;
  const [before, after] =
    view.language === "zh"
      ? absent.length > 0
        ? [`本次导出里没有${list}；放入后，这里会显示`, "。"]
        : [`本次导出里的${list}${undated ? "没有日期，或" : ""}缺少所需的列或记录；补上后，这里会显示`, "。"]
      : absent.length > 0
        ? [`The exports hold no ${list}; once they do, `, " will stand here."]
        : [
            `The ${list} in the exports ${undated ? "are undated, or " : ""}lack the columns or records needed; once they have them, `,
            " will stand here.",
          ];
  const shown = shows[view.language];
  return {id, missing: needs, message: `${before}${shown}${after}`, parts: [before!, shown, after!]};
}
