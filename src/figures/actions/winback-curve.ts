import type {ReportView} from "../../facts/view.js";
import {formatNumber} from "../../words/format.js";
import type {FigureOrMissing, Point} from "../figure.js";
import {missingLosses} from "../forms/missing.js";
import {column, limitColumns, numbersOf} from "../forms/table.js";

const needs = ["winback_contacts", "contracts"];

/** Share of all lost who are back, by months since leaving. */
export function winbackCurve(view: ReportView): FigureOrMissing {
  const id = "winback-curve";
  const rows = view.rows("winback_by_month");
  const last = rows.at(-1);
  if (!last || last.value === 0)
    return missingLosses(view, {
      id,
      needs,
      shows: {zh: "离开后多久回来", en: "how long after leaving customers come back"},
    });
  const zh = view.language === "zh";
  const share = (value: number) => formatNumber(value, "share", view);
  const at = (month: number) => rows.find((row) => row.month === month);
  const [half, year] = [at(6), at(12)];
  const points: Point[] = rows.map((row) => ({
    value: row.value,
    lo: row.lo,
    hi: row.hi,
    n: row.n_risk,
  }));
  const later = half && year && year.value - half.value < 0.005;
  const title = half
    ? zh
      ? `离开半年内回来的占 ${share(half.value)}${later ? "，之后几乎没有人回来" : year ? `，一年内 ${share(year.value)}` : ""}`
      : `${share(half.value)} are back within half a year${later ? ", hardly anybody later" : year ? `, ${share(year.value)} within a year` : ""}`
    : zh
      ? `至今回来的占 ${share(last.value)}`
      : `${share(last.value)} are back so far`;
  return {
    id,
    title,
    subtitle: zh
      ? "全部自愿流失客户中已回来的累积比例；刚离开的算到现在为止"
      : "Cumulative share back of all who left of their own will; the recently lost count up to now",
    form: "steps",
    unit: "share",
    categories: rows.map(({month}) => String(month)),
    category_kind: "number",
    category_title: zh ? "离开后的月数" : "Months since leaving",
    value_title: zh ? "已回来" : "Back",
    series: [{id: "returned", name: zh ? "已回来" : "Back", role: "main", points}],
    table: {
      columns: [
        column("month", zh ? "月数" : "Months", "count"),
        column("value", zh ? "已回来" : "Back", "share"),
        ...limitColumns(view, "share"),
        column("n", zh ? "仍在观察" : "Still observed", "count"),
      ],
      rows: rows.map((row) => numbersOf(row, ["month", "value", "lo", "hi", "n_risk"])),
    },
    n: rows[0]!.n_risk,
    method: zh ? "1 − Kaplan–Meier，log-log 95% 区间" : "1 − Kaplan–Meier, log-log 95% limits",
    metrics: ["winback_rate"],
    marts: ["winback_by_month"],
    notes: [],
    alt: `${title}${zh ? "。" : "."}`,
  };
}
