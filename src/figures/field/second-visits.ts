import {allJobs} from "../../facts/field/site.js";
import type {ReportView} from "../../facts/view.js";
import {memberName} from "../../words/dimensions.js";
import {formatNumber} from "../../words/format.js";
import {personName} from "../../words/people.js";
import {spanName} from "../../words/period.js";
import {say} from "../../words/say.js";
import type {FigureOrMissing} from "../figure.js";
import {missingFigure} from "../forms/missing.js";
import {column, tableFigure} from "../forms/table.js";

/** Every job after which somebody had to come again: exactly those that the first-time fix leaves out. */
export function secondVisits(view: ReportView): FigureOrMissing {
  const id = "second-visits";
  const all = allJobs(view);
  const rows = [...view.rows("second_visits_listed")].sort(
    (a, b) => (a.completed_date < b.completed_date ? 1 : -1) || (a.work_order_id < b.work_order_id ? -1 : 1),
  );
  if (!all || all.due < 10)
    return missingFigure(view, {
      id,
      needs: ["work_orders"],
      shows: {zh: "30 天内再次上门的清单", en: "the list of second visits within 30 days"},
    });
  const parts = rows.filter(({is_parts_missing}) => is_parts_missing).length;
  const [count, due] = [rows.length, all.due].map((value) => formatNumber(value, "count", view));
  return tableFigure(view, {
    id,
    title: say(view, {
      zh: `${due} 次上门里 ${count} 次要再跑一趟${all.parts_known > 0 ? `，其中 ${parts} 次因为缺件` : ""}`,
      en: `${count} of ${due} jobs needed a second visit${all.parts_known > 0 ? `, ${parts} of them after a part was missing` : ""}`,
    }),
    subtitle: say(view, {
      zh: `30 天内同一设备再次上门，新的在前；完成已满 30 天的上门；${spanName(view)}`,
      en: `The same device visited again within 30 days, the latest first; jobs done 30 or more days ago; ${spanName(view)}`,
    }),
    n: rows.length,
    marts: ["second_visits_listed", "site_jobs"],
    metrics: ["first_time_fix"],
    worked: [
      say(view, {
        zh: `再次上门 ÷ 完成已满期限的上门：${count} ÷ ${due} = ${formatNumber(rows.length / all.due, "share", view)}`,
        en: `Second visits ÷ jobs old enough: ${count} ÷ ${due} = ${formatNumber(rows.length / all.due, "share", view)}`,
      }),
    ],
    columns: [
      column("work_order", say(view, {zh: "上门工单", en: "Job"})),
      column("completed", say(view, {zh: "完成", en: "Done"}), "date"),
      column("region", say(view, {zh: "大区", en: "Region"})),
      column("category", say(view, {zh: "事由", en: "About"})),
      column("technician", say(view, {zh: "技师", en: "Technician"})),
      column("parts", say(view, {zh: "缺件", en: "Part missing"})),
      column("next", say(view, {zh: "再次上门", en: "Second visit"})),
      column("next_date", say(view, {zh: "再次完成", en: "Done again"}), "date"),
      column("days", say(view, {zh: "相隔天数", en: "Days between"}), "count"),
    ],
    rows: rows.map((row) => [
      row.work_order_id,
      row.completed_date,
      memberName(view, {dimension: "region", member: row.region}),
      row.category === "" ? "" : memberName(view, {dimension: "category", member: row.category}),
      personName(view, row.technician),
      row.is_parts_missing ? say(view, {zh: "是", en: "yes"}) : "",
      row.next_id,
      row.next_date,
      row.days,
    ]),
  });
}
