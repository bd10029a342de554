import type {ReportView} from "../../facts/view.js";
import type {Row} from "../../marts/list.js";
import {metricOf} from "../../metrics/catalogue.js";
import {formatInterval, formatNumber} from "../../words/format.js";
import {say} from "../../words/say.js";
import type {FigureOrMissing, FigureTable, Point} from "../figure.js";
import {methodName} from "../forms/estimate.js";
import {missingFigure} from "../forms/missing.js";
import {column} from "../forms/table.js";

type Curve = Row<"retention_curves">;
type Mean = Row<"retention_means">;

/** The clock that runs from joining: in days, or in months where the file has no dates. */
export const sinceJoining = (row: Pick<Curve, "clock">): boolean => row.clock !== "since_window";

/** Value, limits and number at risk of a published curve at one month; empty where the curve is not known. */
export const curvePoint = (row: Curve | undefined): Point => ({
  value: row?.value ?? null,
  lo: row?.lo ?? null,
  hi: row?.hi ?? null,
  n: row?.n_risk ?? null,
});

/** Kaplan–Meier: the share still customers after so many whole months; the restricted mean in the headline. */
export function retention(view: ReportView): FigureOrMissing {
  const id = "retention";
  const rows = view
    .rows("retention_curves")
    .filter((row) => row.dimension === "all" && sinceJoining(row) && row.value !== null);
  if (rows.length < 3)
    return missingFigure(view, {id, needs: ["contracts"], shows: {zh: "留存曲线", en: "the retention curve"}});
  const start = rows[0]!.month;
  const months = rows.map(({month}) => month);
  const points = rows.map(curvePoint);
  const shown = (month: number) => {
    const {value, lo, hi} = points[months.indexOf(month)]!;
    const share = formatNumber(value, "share", view);
    const limits = formatInterval([lo, hi], "share", view);
    return say(view, {zh: `${share}（${limits}）`, en: `${share} (${limits})`});
  };
  const read = [12, 24, 36].filter((month) => months.includes(month) && points[months.indexOf(month)]!.value !== 1);
  const main = read[0] ?? months.at(-1)!;
  const mean = view.rows("retention_means").find((row) => row.dimension === "all" && sinceJoining(row));
  const headline = mean ? `${meanFinding(view, mean)}${say(view, {zh: "；", en: "; "})}` : "";
  const given =
    start > 0 ? say(view, {zh: `（以满 ${start} 个月仍在为起点）`, en: `, given still there at ${start}`}) : "";
  const half = months.find((_, index) => (points[index]!.value ?? 1) <= 0.5);
  const median =
    half === undefined
      ? say(view, {zh: "观察期内流失未过半", en: "fewer than half leave within what the records cover"})
      : say(view, {zh: `半数在满 ${half} 个月时已离开`, en: `half are gone by month ${half}`});
  return {
    id,
    title: `${headline}${say(view, {
      zh: `满 ${main} 个月仍是客户的占 ${shown(main)}${given}`,
      en: `${shown(main)} are still customers after ${main} months${given}`,
    })}`,
    subtitle:
      view.churnRule === "stated"
        ? say(view, {
            zh: "从成为客户起的月数；文件没有日期",
            en: "Months since becoming a customer; the file has no dates",
          })
        : say(view, {
            zh: "从成为客户起的月数，任何方式的终止都算离开；观察期前就在的客户从观察起点进入（左截断）",
            en: "Months since becoming a customer, every kind of end counts; who joined before the records enters when they begin (left truncation)",
          }),
    form: "steps",
    unit: "share",
    categories: months.map(String),
    category_kind: "number",
    category_title: say(view, {zh: "成为客户后的月数", en: "Months as a customer"}),
    value_title: say(view, {zh: "仍是客户的比例", en: "Still customers"}),
    series: [{id: "retention", name: say(view, {zh: "留存", en: "Retention"}), role: "main", points}],
    table: curveTable(view, rows),
    n: mean?.customers ?? Math.max(...points.map(({n}) => n ?? 0)),
    method: methodName(view, metricOf("retention")),
    metrics: ["retention"],
    marts: ["retention_curves", "retention_means"],
    notes: [
      view.churnRule === "stated"
        ? say(view, {
            zh: `在册不足 10 户处曲线终止；月数为 0 的客户不计；${median}。`,
            en: `The curve ends where fewer than 10 customers are at risk; customers of 0 months are left out; ${median}.`,
          })
        : say(view, {
            zh: `在册不足 10 户处曲线起止；在册数会增加，因为老客户在观察起点才进入；${median}。`,
            en: `The curve begins and ends where 10 customers are at risk; that number may rise, as older customers enter when the records begin; ${median}.`,
          }),
    ],
    alt: `${read.map((month) => `${month}${say(view, {zh: " 个月 ", en: " months "})}${shown(month)}`).join(say(view, {zh: "，", en: ", "}))}${say(view, {zh: "。", en: "."})}`,
  };
}

const curveTable = (view: ReportView, rows: readonly Curve[]): FigureTable => ({
  columns: [
    column("months", say(view, {zh: "月数", en: "Months"}), "count"),
    column("value", say(view, {zh: "仍是客户的比例", en: "Still customers"}), "share"),
    column("lo", say(view, {zh: "区间下限", en: "Lower limit"}), "share"),
    column("hi", say(view, {zh: "区间上限", en: "Upper limit"}), "share"),
    column("se", say(view, {zh: "标准误", en: "Standard error"}), "share"),
    column("n", say(view, {zh: "在册数", en: "At risk"}), "count"),
  ],
  rows: rows.map(({month, value, lo, hi, se, n_risk}) => [month, value, lo, hi, se, n_risk]),
});

/** "前 24 个月平均留存 22.5 个月（22.4–22.7）" */
export function meanFinding(view: ReportView, row: Mean): string {
  const value = formatNumber(row.value, "score", view);
  const limits = formatInterval([row.lo, row.hi], "score", view);
  return say(view, {
    zh: `前 ${row.months} 个月平均留存 ${value} 个月（${limits}）`,
    en: `Customers stay ${value} of their first ${row.months} months on average (${limits})`,
  });
}
