import {isStatedDated} from "../../facts/leaving.js";
import type {ReportView} from "../../facts/view.js";
import type {Row} from "../../marts/list.js";
import {metricOf} from "../../metrics/catalogue.js";
import {formatNumber} from "../../words/format.js";
import {say} from "../../words/say.js";
import type {FigureOrMissing, FigureTable, Point} from "../figure.js";
import {methodName} from "../forms/estimate.js";
import {missingLosses} from "../forms/missing.js";
import {column} from "../forms/table.js";
import {horizonNotes, impossibleMonths, meanCells, meanColumns, ruleNotes} from "./retention-length.js";

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

/** Kaplan–Meier: the share still customers after so many whole months; when half are gone, or the restricted mean, beside it. */
export function retention(view: ReportView): FigureOrMissing {
  const id = "retention";
  const silent = impossibleMonths(view);
  const rows = view
    .rows("retention_curves")
    .filter((row) => row.dimension === "all" && sinceJoining(row) && row.value !== null && row.month >= silent);
  if (rows.length < 3)
    return missingLosses(view, {id, needs: ["contracts"], shows: {zh: "留存曲线", en: "the retention curve"}});
  const start = rows[0]!.month;
  const months = rows.map(({month}) => month);
  const points = rows.map(curvePoint);
  const shown = (month: number) => formatNumber(points[months.indexOf(month)]!.value, "share", view);
  const read = [12, 24, 36].filter((month) => months.includes(month) && points[months.indexOf(month)]!.value !== 1);
  const main = read[0] ?? months.at(-1)!;
  const mean = view
    .rows("retention_means")
    .find((row) => row.dimension === "all" && sinceJoining(row) && row.months > silent);
  const half = months.find((_, index) => (points[index]!.value ?? 1) <= 0.5);
  const given =
    start > silent ? say(view, {zh: `（以满 ${start} 个月仍在为起点）`, en: `, given still there at ${start}`}) : "";
  return {
    id,
    title: `${say(view, {
      zh: `满 ${main} 个月还在的客户占 ${shown(main)}${given}`,
      en: `${shown(main)} are still customers after ${main} months${given}`,
    })}${lengthFinding(view, {mean, half, silent})}`,
    subtitle:
      view.churnRule === "stated"
        ? isStatedDated(view)
          ? say(view, {zh: "从成为客户起的月数", en: "Months since becoming a customer"})
          : say(view, {
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
    table: curveTable(view, {rows, mean}),
    n: mean?.customers ?? Math.max(...points.map(({n}) => n ?? 0)),
    method: methodName(view, metricOf("retention")),
    metrics: ["retention"],
    marts: ["retention_curves", "retention_means"],
    notes: notesOf(view, {mean, half, silent}),
    alt: `${read.map((month) => `${month}${say(view, {zh: " 个月 ", en: " months "})}${shown(month)}`).join(say(view, {zh: "，", en: ", "}))}${say(view, {zh: "。", en: "."})}`,
  };
}

interface Length {
  readonly mean: Mean | undefined;
  /** The first month by which half are gone. */
  readonly half: number | undefined;
  readonly silent: number;
}

/** The first row holds what is said of the whole curve. */
const curveTable = (view: ReportView, {rows, mean}: {rows: readonly Curve[]; mean: Mean | undefined}): FigureTable => ({
  columns: [
    column("months", say(view, {zh: "月数", en: "Months"}), "count"),
    column("value", say(view, {zh: "仍是客户的比例", en: "Still customers"}), "share"),
    column("lo", say(view, {zh: "区间下限", en: "Lower limit"}), "share"),
    column("hi", say(view, {zh: "区间上限", en: "Upper limit"}), "share"),
    column("se", say(view, {zh: "标准误", en: "Standard error"}), "share"),
    column("n", say(view, {zh: "仍在观察", en: "Still observed"}), "count"),
    ...meanColumns(view, mean),
  ],
  rows: rows.map(({month, value, lo, hi, se, n_risk}, index) => [
    ...[month, value, lo, hi, se, n_risk],
    ...(index === 0 ? meanCells(mean) : meanCells(undefined)),
  ]),
});

/** "半数在满 67 个月时已离开", or how long they stay on average where fewer than half are seen to leave. */
function lengthFinding(view: ReportView, {mean, half, silent}: Length): string {
  if (half !== undefined)
    return say(view, {zh: `，半数在满 ${half} 个月时已离开`, en: `; half are gone by month ${half}`});
  // Under the rule of silence the first months of a mean are given by the rule, not by the customers.
  if (!mean || mean.value === null || silent > 0 || mean.value > 0.99 * mean.months) return "";
  const value = formatNumber(mean.value, "ratio", view);
  return say(view, {
    zh: `，前 ${mean.months} 个月平均留 ${value} 个月`,
    en: `; on average they stay ${value} of the first ${mean.months}`,
  });
}

function notesOf(view: ReportView, {mean, half, silent}: Length): string[] {
  const median =
    half === undefined
      ? say(view, {zh: "观察期内流失未过半", en: "fewer than half leave within what the records cover"})
      : say(view, {
          zh: `半数在满 ${half} 个月时已离开`,
          en: `half are gone by month ${half}`,
        });
  const curve =
    view.churnRule === "stated"
      ? say(view, {
          zh: `观察不足 10 户处曲线终止；入网当月就离开的从第 0 个月算起；${median}。`,
          en: `The curve ends where fewer than 10 customers are at risk; who left in the first month counts from month 0; ${median}.`,
        })
      : say(view, {
          zh: `观察不足 10 户处曲线起止；在观察的户数会增加，因为老客户在观察起点才进入；${median}。`,
          en: `The curve begins and ends where 10 customers are at risk; that number may rise, as older customers enter when the records begin; ${median}.`,
        });
  return [curve, ...ruleNotes(view, silent), ...horizonNotes(view, mean)];
}
