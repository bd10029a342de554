import {allJobs, type Jobs, jobsBy} from "../../facts/field/site.js";
import {missingText, partSuffix} from "../../facts/months.js";
import type {ReportView} from "../../facts/view.js";
import type {Row} from "../../marts/list.js";
import {memberName} from "../../words/dimensions.js";
import {formatMonth, formatNumber} from "../../words/format.js";
import {personName} from "../../words/people.js";
import {spanName} from "../../words/period.js";
import {counted, say} from "../../words/say.js";
import type {FigureOrMissing} from "../figure.js";
import {missingFigure} from "../forms/missing.js";
import {column, tableFigure} from "../forms/table.js";

const needs = ["work_orders"];

const columnsOf = (view: ReportView, first: string) => [
  column("label", first),
  column("jobs", say(view, {zh: "上门", en: "Jobs"}), "count"),
  column("kept", say(view, {zh: "准时", en: "In time"}), "share"),
  column("fixed", say(view, {zh: "一次修好", en: "Right first time"}), "share"),
  column("due", say(view, {zh: "满 30 天的", en: "Done 30 days ago"}), "count"),
  column("again", say(view, {zh: "再次上门", en: "Second visits"}), "count"),
  column("parts", say(view, {zh: "缺件", en: "Parts missing"}), "count"),
  column("signed", say(view, {zh: "签字", en: "Signed"}), "share"),
  column("card", say(view, {zh: "留反馈卡", en: "Card left"}), "share"),
  column("fee", say(view, {zh: "费用", en: "Cost"}), "money"),
  column("flag", say(view, {zh: "标记", en: "Flag"})),
];

/** A row too small to tell shows no share, nor the counts by which one could be had. */
function cellsOf(label: string, row: Jobs | Row<"site_months">): (string | number | null)[] {
  const hidden = row.jobs !== null && row.jobs < 10;
  const state = "state" in row && (row.state === "partial" || row.state === "missing") ? row.state : "";
  const shown = (value: number | null) => (hidden || row.fixed_flag === "suppressed" ? null : value);
  return [
    label,
    row.jobs,
    hidden ? null : row.kept_share,
    row.fixed_share,
    shown(row.due),
    shown(row.due === null || row.fixed === null ? null : row.due - row.fixed),
    shown(row.parts_known === 0 ? null : row.parts_missing),
    hidden ? null : row.signed_share,
    hidden ? null : row.card_share,
    hidden ? null : row.fee,
    hidden ? "suppressed" : state,
  ];
}

/** What work on site costs, by region; where the ledger differs it is said. */
export function siteCost(view: ReportView): FigureOrMissing {
  const id = "site-cost";
  const all = allJobs(view);
  if (!all || all.fee === 0)
    return missingFigure(view, {id, needs, shows: {zh: "上门的费用", en: "what work on site costs"}});
  const gaps = view
    .rows("reconciliation")
    .filter(({counted, status}) => counted === "work_orders.fee" && status === "different");
  const [fee, each] = [all.fee, all.fee / all.jobs].map((value) => formatNumber(value, "money", view));
  const jobs = formatNumber(all.jobs, "count", view);
  const rows = jobsBy(view, "region").sort((a, b) => b.jobs - a.jobs || (a.member < b.member ? -1 : 1));
  return tableFigure(view, {
    id,
    title: say(view, {
      zh: `上门 ${jobs} 次，费用 ${fee}，平均一次 ${each}`,
      en: `${counted(all.jobs, "job")} on site: ${fee}, ${each} each`,
    }),
    subtitle: say(view, {
      zh: `费用按系统登记；${spanName(view)}`,
      en: `Cost as entered in the system; ${spanName(view)}`,
    }),
    n: all.jobs,
    marts: ["site_jobs", ...(gaps.length > 0 ? ["reconciliation"] : [])],
    metrics: ["appointment_kept", "first_time_fix"],
    columns: columnsOf(view, say(view, {zh: "大区", en: "Region"})),
    rows: [
      ...rows.map((row) => cellsOf(memberName(view, {dimension: "region", member: row.member}), row)),
      cellsOf(say(view, {zh: "合计", en: "Together"}), all),
    ],
    notes: gaps.slice(0, 3).map(({month, difference}) =>
      say(view, {
        zh: `${formatMonth(month, view)}的费用比总账${(difference ?? 0) > 0 ? "多" : "少"} ${formatNumber(Math.abs(difference ?? 0), "money", view)}，可能登记有误，见“数据质量”。`,
        en: `Cost of ${formatMonth(month, view)} is ${formatNumber(Math.abs(difference ?? 0), "money", view)} ${(difference ?? 0) > 0 ? "above" : "below"} the ledger, perhaps an entry gone wrong: see Data quality.`,
      }),
    ),
  });
}

/** The same month by month. */
export function siteByMonth(view: ReportView): FigureOrMissing {
  const id = "site-by-month";
  const rows = view.rows("site_months");
  const last = rows.find(({month}) => month === view.month);
  if (rows.length < 2 || !last)
    return missingFigure(view, {id, needs, shows: {zh: "各月的上门", en: "jobs on site by month"}});
  const jobs = formatNumber(last.jobs, "count", view);
  const month = formatMonth(last.month, view);
  const at = {metric: "work_orders", month: last.month};
  return tableFigure(view, {
    id,
    title:
      last.jobs === null
        ? missingText(view, {...at, name: say(view, {zh: "上门", en: "Jobs on site"})})
        : say(view, {
            zh: `${month}上门 ${jobs} 次${partSuffix(view, at)}`,
            en: `${counted(last.jobs, "job")} on site in ${month}${partSuffix(view, at)}`,
          }),
    subtitle: say(view, {
      zh: "按完成月份；一次修好只算完成已满 30 天的",
      en: "By the month in which they were done; right the first time only of those done 30 days ago",
    }),
    n: rows.reduce((sum, row) => sum + (row.jobs ?? 0), 0),
    marts: ["site_months"],
    metrics: ["appointment_kept", "first_time_fix"],
    columns: columnsOf(view, say(view, {zh: "月份", en: "Month"})).map((each) =>
      each.id === "label" ? column("label", each.label, "month") : each,
    ),
    rows: rows.map((row) => cellsOf(row.month, row)),
  });
}

/** By technician, for care and coaching; nobody is ranked. */
export function siteByTechnician(view: ReportView): FigureOrMissing {
  const id = "site-by-technician";
  const rows = jobsBy(view, "technician").filter(({member}) => member !== "unknown");
  if (rows.length < 2)
    return missingFigure(view, {id, needs, shows: {zh: "各技师的上门", en: "jobs on site by technician"}});
  const behind = rows.filter(
    ({p_adjusted, fixed_share, rest}) => (p_adjusted ?? 1) <= 0.05 && (fixed_share ?? 1) < (rest ?? 0),
  );
  return tableFigure(view, {
    id,
    title:
      behind.length > 0
        ? say(view, {
            zh: `${rows.length} 位技师里，${behind.length} 位一次修好明显偏少`,
            en: `${behind.length} of ${rows.length} technicians clearly need second visits more often`,
          })
        : say(view, {
            zh: `${rows.length} 位技师一次修好看不出差别`,
            en: `No clear difference between ${rows.length} technicians in first-time fix`,
          }),
    subtitle: say(view, {
      zh: `按工号排列，不排名；派单难易不同，供安排备件和培训；${spanName(view)}`,
      en: `In order of code, not ranked: jobs differ; for parts and training; ${spanName(view)}`,
    }),
    n: rows.reduce((sum, row) => sum + row.jobs, 0),
    method: say(view, {
      zh: "各人与其余比，Benjamini–Hochberg 校正",
      en: "each against the rest, Benjamini–Hochberg",
    }),
    marts: ["site_jobs"],
    metrics: ["appointment_kept", "first_time_fix"],
    columns: columnsOf(view, say(view, {zh: "技师", en: "Technician"})),
    rows: rows.map((row) => cellsOf(personName(view, row.member), row)),
  });
}
