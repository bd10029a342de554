import {formatInterval, formatNumber} from "../format.js";
import {daysPerMonth} from "../marts/rates.js";
import type {MartRow} from "../marts.js";
import {metricOf} from "../metrics.js";
import type {ReportView} from "../report-view.js";
import {methodName} from "./estimate-figure.js";
import type {FigureOrMissing, Point} from "./figure.js";
import {missingFigure} from "./missing.js";

/** Kaplan–Meier: the share still there after so many months, read at whole months. */
export function retention(view: ReportView): FigureOrMissing {
  const id = "retention";
  const rows = view.rows("retention_curves").filter((row) => row.dimension === "all");
  if (rows.length < 2)
    return missingFigure(view, {id, needs: ["contracts"], shows: {zh: "留存曲线", en: "the retention curve"}});
  const zh = view.language === "zh";
  const inMonths = (row: MartRow, time: unknown) => Number(time) / (row.clock === "months" ? 1 : daysPerMonth);
  const months = (row: MartRow) => inMonths(row, row.time);
  const start = Math.floor(inMonths(rows[0]!, rows[0]!.start));
  const end = Math.floor(months(rows.at(-1)!));
  const grid = Array.from({length: end - start + 1}, (_, index) => start + index);
  const at = (month: number) => rows.findLast((row) => months(row) <= month + 1e-9);
  const points: Point[] = grid.map((month) => {
    const row = at(month);
    return row
      ? {
          value: Number(row.value),
          lo: row.lo as number | null,
          hi: row.hi as number | null,
          n: Number(row.n_risk),
          flag: "",
        }
      : {value: 1, lo: 1, hi: 1, n: Number(rows[0]!.n_risk), flag: ""};
  });
  const read = [12, 24, 36].filter((month) => month >= start && month <= end);
  const shown = (month: number) => {
    const point = points[grid.indexOf(month)]!;
    return `${formatNumber(point.value, "share", view)}${zh ? "（" : " ("}${formatInterval([point.lo, point.hi], "share", view)}${zh ? "）" : ")"}`;
  };
  const main = read[0] ?? end;
  const given = start > 0;
  return {
    id,
    title: zh
      ? `${main} 个月后仍在的客户占 ${shown(main)}${given ? `（以满 ${start} 个月仍在为起点）` : ""}`
      : `Still customers after ${main} months: ${shown(main)}${given ? `, given still there at ${start}` : ""}`,
    subtitle: zh
      ? "从成为客户起的月数；观察期前就在的客户从观察起点进入（左截断）"
      : "Months since becoming a customer; those who joined before the records enter when they begin (left truncation)",
    form: "steps",
    unit: "share",
    categories: grid.map(String),
    category_kind: "number",
    category_title: zh ? "成为客户后的月数" : "Months as a customer",
    value_title: zh ? "仍在的比例" : "Still customers",
    series: [{id: "retention", name: zh ? "留存" : "Retention", role: "main", points}],
    table: {
      columns: [
        {id: "months", label: zh ? "月数" : "Months", unit: "count"},
        {id: "value", label: zh ? "仍在的比例" : "Still customers", unit: "share"},
        {id: "lo", label: zh ? "区间下限" : "Lower limit", unit: "share"},
        {id: "hi", label: zh ? "区间上限" : "Upper limit", unit: "share"},
        {id: "n", label: zh ? "在册数" : "At risk", unit: "count"},
      ],
      rows: grid.map((month, index) => [
        month,
        points[index]!.value,
        points[index]!.lo ?? null,
        points[index]!.hi ?? null,
        points[index]!.n ?? null,
      ]),
    },
    n: Number(rows[0]!.n_risk),
    method: methodName(view, metricOf("retention")),
    metrics: ["retention"],
    marts: ["retention_curves"],
    notes: [zh ? "在册不足 10 户处曲线终止。" : "The curve ends where fewer than 10 customers are at risk."],
    alt: zh
      ? `${read.map((month) => `${month} 个月 ${shown(month)}`).join("，")}。`
      : `${read.map((month) => `${month} months ${shown(month)}`).join(", ")}.`,
  };
}
