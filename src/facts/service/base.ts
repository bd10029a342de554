import {entityName} from "../../words/entities.js";
import {say} from "../../words/say.js";
import {leavingDates} from "../leaving.js";
import {absentSystems, isMissing} from "../months.js";
import type {ReportView} from "../view.js";

/** Why the complaints of the report month have no customers to be counted against. */
export function withoutBase(view: ReportView): string {
  const {month = ""} = view;
  const entity = ["contracts", "orders"].find((metric) => isMissing(view, {metric, month}));
  if (leavingDates(view)?.has_base === false)
    return say(view, {
      zh: "客户表里几乎都是已经离开的，无法折算成比率",
      en: "nearly all customers of the list have left, so there is no base for a rate",
    });
  if (!entity && view.rows("complaints_by_month").some(({customer_months}) => customer_months))
    return say(view, {
      zh: "这个月没有有效客户，无法折算成比率",
      en: "no customer was active in this month, so there is no rate",
    });
  if (!entity)
    return say(view, {
      zh: "导出里没有客户资料，无法折算成比率",
      en: "without customer records there is no base for a rate",
    });
  const [records, who] = [entityName(view, entity), absentSystems(view, {entity, month})];
  return say(view, {
    zh: `${records}没有更新到这个月（${who}没交），无法折算成比率`,
    en: `the ${records} do not reach this month (${who} sent none), so there is no rate`,
  });
}
