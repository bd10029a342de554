import {formatNumber} from "../format.js";
import {daysPerMonth} from "../marts/rates.js";
import type {MartRow} from "../marts.js";
import {metricOf} from "../metrics.js";
import type {ReportView} from "../report-view.js";
import {dimensionName, inOrder, memberName} from "./dimension-names.js";
import {methodName} from "./estimate-figure.js";
import type {FigureOrMissing, Point} from "./figure.js";
import {missingFigure} from "./missing.js";
import {column} from "./table-figure.js";

const needs = ["contracts"];

/** The dimension whose members differ most by logrank, of up to four members: its curves are drawn. */
function telling(view: ReportView): MartRow | undefined {
  const rows = view
    .rows("retention_comparisons")
    .filter(({dimension}) => !["all", "cohort"].includes(String(dimension)));
  const size = (dimension: unknown) => rows.filter((row) => row.dimension === dimension).length;
  return [...rows]
    .filter(({dimension}) => size(dimension) <= 6)
    .sort((a, b) => Number(b.chi2) / Number(b.df) - Number(a.chi2) / Number(a.df))[0];
}

/** Retention curves of the kinds of customer that differ most, with the logrank test. */
export function retentionGroups(view: ReportView): FigureOrMissing {
  const id = "retention-groups";
  const best = telling(view);
  const zh = view.language === "zh";
  if (!best) return missingFigure(view, {id, needs, shows: {zh: "分组留存曲线", en: "retention curves by group"}});
  const dimension = String(best.dimension);
  const all = view.rows("retention_curves").filter((row) => row.dimension === dimension && row.clock === best.clock);
  const unit = best.clock === "months" ? 1 : daysPerMonth;
  const members = inOrder(view, {
    dimension,
    members: view
      .rows("retention_comparisons")
      .filter((row) => row.dimension === dimension && all.some((each) => each.member === row.member))
      .map((row) => ({member: String(row.member), n: Number(row.customers)})),
  }).slice(0, 6);
  const end = Math.max(
    ...members.map(({member}) => Math.floor(Number(all.findLast((row) => row.member === member)!.time) / unit)),
  );
  const grid = Array.from({length: end + 1}, (_, month) => month);
  const points = (member: string): Point[] => {
    const own = all.filter((row) => row.member === member);
    const start = Number(own[0]!.start ?? 0);
    return grid.map((month) => {
      const time = month * unit;
      const row = own.findLast((each) => Number(each.time) <= time);
      if (time < start || (row === own.at(-1) && time > Number(own.at(-1)!.time) + unit))
        return {value: null, lo: null, hi: null, n: null};
      return row
        ? {value: Number(row.value), lo: row.lo as number | null, hi: row.hi as number | null, n: Number(row.n_risk)}
        : {value: 1, lo: null, hi: null, n: Number(own[0]!.n_risk)};
    });
  };
  const series = members.map(({member}) => ({
    id: member,
    name: memberName(view, {dimension, member}),
    points: points(member),
  }));
  const at = grid.includes(24) ? 24 : grid.includes(12) ? 12 : end;
  const ends = series
    .map(({name, points: own}) => ({name, value: own[at]!.value}))
    .filter(({value}) => value !== null)
    .sort((a, b) => b.value! - a.value!);
  const isSure = Number(best.p) < 0.05;
  const share = (value: number | null) => formatNumber(value, "share", view);
  const test = `${zh ? "对数秩检验" : "logrank"} χ² = ${formatNumber(Number(best.chi2), Number(best.chi2) >= 100 ? "count" : "points", view).replace("+", "")}, df = ${best.df}, p ${Number(best.p) < 0.001 ? "< 0.001" : `= ${Number(best.p).toFixed(3)}`}`;
  const title =
    isSure && ends.length >= 2
      ? zh
        ? `满 ${at} 个月时，${ends[0]!.name}还有 ${share(ends[0]!.value)}，${ends.at(-1)!.name}只有 ${share(ends.at(-1)!.value)}`
        : `At ${at} months ${share(ends[0]!.value)} of “${ends[0]!.name}” are left, of “${ends.at(-1)!.name}” only ${share(ends.at(-1)!.value)}`
      : zh
        ? `按${dimensionName(view, dimension)}看，留存没有可断定的差异`
        : `No sure difference in retention by ${dimensionName(view, dimension).toLowerCase()}`;
  return {
    id,
    title,
    subtitle: zh
      ? `按${dimensionName(view, dimension)}的留存；${test}`
      : `Retention by ${dimensionName(view, dimension).toLowerCase()}; ${test}`,
    form: "steps",
    unit: "share",
    categories: grid.map(String),
    category_kind: "number",
    category_title: zh ? "成为客户后的月数" : "Months as a customer",
    value_title: zh ? "仍在的比例" : "Still customers",
    series,
    table: {
      columns: [
        column("months", zh ? "月数" : "Months", "count"),
        ...series.map((each) => column(each.id, each.name, "share")),
      ],
      rows: grid
        .filter((month) => month % 6 === 0)
        .map((month) => [month, ...series.map((each) => each.points[month]!.value)]),
    },
    n: members.reduce((sum, {n}) => sum + n, 0),
    method: `${methodName(view, metricOf("retention"))}${zh ? "；" : "; "}${test}`,
    metrics: ["retention"],
    marts: ["retention_curves", "retention_comparisons"],
    notes: [
      zh
        ? "对数秩检验说的是整条曲线；曲线交叉时请看平均留存月数。"
        : "The logrank test speaks of whole curves; where they cross, read the mean months kept.",
    ],
    alt: `${title}${zh ? "。" : "."}`,
  };
}
