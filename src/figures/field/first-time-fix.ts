import {allJobs, behindAtFirst, type Jobs, jobsBy} from "../../facts/field/site.js";
import type {ReportView} from "../../facts/view.js";
import {memberName} from "../../words/dimensions.js";
import {formatNumber} from "../../words/format.js";
import {spanName} from "../../words/period.js";
import {say} from "../../words/say.js";
import type {FigureOrMissing, FigureTable} from "../figure.js";
import {estimateFigure} from "../forms/estimate.js";
import {missingFigure} from "../forms/missing.js";
import {column} from "../forms/table.js";

const metric = "first_time_fix";

/** First-time fix of each region beside all others, and how often a part was missing. */
export function firstTimeFix(view: ReportView): FigureOrMissing {
  const id = "first-time-fix";
  const all = allJobs(view);
  const rows = jobsBy(view, "region").sort((a, b) => b.due - a.due || (a.member < b.member ? -1 : 1));
  if (!all || all.fixed_share === null || rows.every(({fixed_share}) => fixed_share === null))
    return missingFigure(view, {
      id,
      needs: ["work_orders"],
      shows: {zh: "各大区的一次修好率", en: "first-time fix by region"},
    });
  const name = (row: Jobs) => memberName(view, {dimension: "region", member: row.member});
  const share = formatNumber(all.fixed_share, "share", view);
  const figure = estimateFigure(view, {
    id,
    title: finding(view, all),
    subtitle: say(view, {
      zh: `30 天（30 × 24 小时）内同一设备没有再上门的占比；完成已满 30 天的上门；${spanName(view)}`,
      en: `Share of jobs without a second visit to the same device within 30 days (30 × 24 hours); jobs done 30 or more days ago; ${spanName(view)}`,
    }),
    form: "dots",
    unit: "share",
    labels: say(view, {zh: "大区", en: "Region"}),
    metric,
    method: say(view, {
      zh: "Wilson 95% 区间；各区与其余比，Benjamini–Hochberg 校正",
      en: "Wilson 95% interval; each region against the rest, Benjamini–Hochberg",
    }),
    marts: ["site_jobs"],
    n: all.due,
    rows: rows.map((row) => ({
      label: name(row),
      value: row.fixed_share,
      lo: row.fixed_share_lo,
      hi: row.fixed_share_hi,
      n: row.due,
      flag: row.fixed_flag,
    })),
    focus: behindAtFirst(view).map(name),
    reference: {value: all.fixed_share, label: say(view, {zh: `全部 ${share}`, en: `All ${share}`})},
    notes:
      all.parts_known > 0
        ? [
            say(view, {
              zh: `再次上门的 ${all.due - all.fixed} 次里，${all.again_for_parts} 次头一回缺件。`,
              en: `Of ${all.due - all.fixed} second visits, ${all.again_for_parts} followed a job where a part was missing.`,
            }),
          ]
        : [],
  });
  return {
    ...figure,
    table: fixTable(view, {table: figure.table, rows}),
  };
}

/** Beside each share that of the rest, and how often parts were missing; no counts of a region that is withheld. */
function fixTable(view: ReportView, {table, rows}: {table: FigureTable; rows: readonly Jobs[]}): FigureTable {
  const last = table.columns.length - 1;
  return {
    columns: [
      ...table.columns.slice(0, last),
      column("rest", say(view, {zh: "其余", en: "The rest"}), "share"),
      column("fixed", say(view, {zh: "一次修好", en: "Right the first time"}), "count"),
      column("parts", say(view, {zh: "缺件", en: "Parts missing"}), "count"),
      column("again_for_parts", say(view, {zh: "因缺件再上门", en: "Second visits after missing parts"}), "count"),
      ...table.columns.slice(last),
    ],
    rows: table.rows.map((cells, at) => {
      const {rest, fixed, parts_known, parts_missing, again_for_parts, fixed_flag} = rows[at]!;
      const hidden = fixed_flag === "suppressed";
      const known = parts_known > 0 && !hidden;
      return [
        ...cells.slice(0, last),
        rest,
        hidden ? null : fixed,
        known ? parts_missing : null,
        known ? again_for_parts : null,
        ...cells.slice(last),
      ];
    }),
  };
}

/** "西南一次修好 66.9%（178 次中 119 次），其余 88.0%；46 次缺件" */
function finding(view: ReportView, all: Jobs): string {
  const [worst] = behindAtFirst(view);
  const share = (value: number | null) => formatNumber(value, "share", view);
  if (!worst)
    return say(view, {
      zh: `一次修好 ${share(all.fixed_share)}（${all.due} 次中 ${all.fixed} 次），各大区看不出差别`,
      en: `${share(all.fixed_share)} of jobs right the first time (${all.fixed} of ${all.due}), no region clearly behind`,
    });
  const name = memberName(view, {dimension: "region", member: worst.member});
  const parts =
    worst.parts_known > 0
      ? say(view, {zh: `；${worst.parts_missing} 次缺件`, en: `; parts missing on ${worst.parts_missing}`})
      : "";
  return say(view, {
    zh: `${name}一次修好 ${share(worst.fixed_share)}（${worst.due} 次中 ${worst.fixed} 次），其余 ${share(worst.rest)}${parts}`,
    en: `${name}: ${share(worst.fixed_share)} right the first time (${worst.fixed} of ${worst.due} jobs), ${share(worst.rest)} elsewhere${parts}`,
  });
}
