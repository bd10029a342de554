import {formatInterval, formatNumber} from "../format.js";
import {daysPerMonth} from "../marts/rates.js";
import type {MartRow} from "../marts.js";
import {metricOf} from "../metrics.js";
import type {ReportView} from "../report-view.js";
import {dimensionName, inOrder, memberName} from "./dimension-names.js";
import {estimateFigure, methodName} from "./estimate-figure.js";
import type {FigureOrMissing, Flag, Point} from "./figure.js";
import {missingFigure} from "./missing.js";
import {causeName} from "./relation-names.js";
import {column, tableFigure} from "./table-figure.js";

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

/** Months kept of the first 24 (12, 6), by kind of customer: one number that needs no proportional hazards. */
export function retentionMeans(view: ReportView): FigureOrMissing {
  const id = "retention-means";
  const rows = view.rows("retention_means");
  const total = rows.find(({dimension}) => dimension === "all");
  const zh = view.language === "zh";
  if (!total) return missingFigure(view, {id, needs, shows: {zh: "平均留存月数", en: "mean months kept"}});
  const size = (dimension: unknown) => rows.filter((row) => row.dimension === dimension).length;
  const others = rows.filter(({dimension, flag}) => size(dimension) > 1 && flag !== "suppressed");
  const label = (row: MartRow) =>
    `${dimensionName(view, String(row.dimension))} · ${memberName(view, {dimension: String(row.dimension), member: String(row.member)})}`;
  const sure = others
    .filter((row) => row.p_adjusted !== null && Number(row.p_adjusted) <= 0.05 && Number(row.difference) < 0)
    .sort((a, b) => Number(a.difference) - Number(b.difference));
  const worst = sure[0];
  const months = (value: unknown) => formatNumber(Number(value), "score", view);
  const whole = `${months(total.value)}${zh ? "（" : " ("}${formatInterval([Number(total.lo), Number(total.hi)], "score", view)}${zh ? "）" : ")"}`;
  return estimateFigure(view, {
    id,
    title: worst
      ? zh
        ? `前 ${total.months} 个月平均留存 ${whole} 个月；${label(worst)}少 ${months(-Number(worst.difference))} 个月`
        : `Of the first ${total.months} months ${whole} are kept on average; “${label(worst)}” ${months(-Number(worst.difference))} fewer`
      : zh
        ? `前 ${total.months} 个月平均留存 ${whole} 个月，各类客户没有可断定的差异`
        : `Of the first ${total.months} months ${whole} are kept on average; no sure difference between groups`,
    subtitle: zh
      ? `限制平均留存时间（前 ${total.months} 个月），与其余客户相比`
      : `Restricted mean of the first ${total.months} months, against everybody else`,
    form: "dots",
    unit: "score",
    labels: zh ? "分组" : "Group",
    name: zh ? "平均留存月数" : "Mean months kept",
    metric: "retention",
    marts: ["retention_means"],
    n: Number(total.customers),
    rows: others.map((row) => ({
      label: label(row),
      value: Number(row.value),
      lo: row.lo as number | null,
      hi: row.hi as number | null,
      n: Number(row.customers),
      flag: row.flag as Flag,
    })),
    reference: {value: Number(total.value), label: zh ? `全部 ${months(total.value)}` : `All ${months(total.value)}`},
    method: zh
      ? "Kaplan–Meier 曲线下面积；与其余之差作 Benjamini–Hochberg 校正"
      : "area under the Kaplan–Meier curve; differences by Benjamini–Hochberg",
    notes: [
      zh
        ? "等级取观察结束（或离开）时的等级；入网年份在观察期内才有前几个月的记录。"
        : "The tier is the one held at the end of observation, or on leaving.",
    ],
  });
}

/** Share lost to each cause by months as a customer; the parts add up to everybody. */
export function churnIncidence(view: ReportView): FigureOrMissing {
  const id = "churn-incidence";
  const rows = view.rows("churn_cause_incidence");
  const last = Math.max(0, ...rows.map((row) => Number(row.month)));
  const zh = view.language === "zh";
  const horizons = [6, 12, 18, 24, 36, 48].filter((month) => month <= last);
  const causes = [...new Set(rows.map(({cause}) => String(cause)))];
  if (horizons.length < 2 || causes.every((cause) => cause === "unknown" || cause === "voluntary"))
    return missingFigure(view, {
      id,
      needs: ["contracts", "churn_interviews"],
      shows: {zh: "各原因的累积流失", en: "cumulative loss by cause"},
    });
  const at = (month: number, cause: string) => rows.find((row) => row.month === month && row.cause === cause);
  const forced = ["involuntary", "eliminated", "moved"];
  const groups = [
    ...causes
      .filter((cause) => !forced.includes(cause) && cause !== "unknown" && cause !== "other" && cause !== "competitor")
      .map((cause) => ({id: cause, name: causeName(view, cause), of: [cause]})),
    {
      id: "other",
      name: zh ? "竞争对手及其他" : "Rival and other",
      of: causes.filter((cause) => ["other", "competitor"].includes(cause)),
    },
    {id: "unknown", name: causeName(view, "unknown"), of: ["unknown"]},
    {id: "forced", name: zh ? "非自愿终止" : "Not of own will", of: forced},
  ].filter(({of}) => of.some((cause) => causes.includes(cause)));
  const value = (month: number, of: readonly string[]) =>
    of.reduce((sum, cause) => sum + Number(at(month, cause)?.value ?? 0), 0);
  const still = (month: number) => Number(rows.find((row) => row.month === month)?.still_there ?? 1);
  const known = groups.filter(({id: cause}) => !["unknown", "forced"].includes(cause));
  const end = horizons.includes(24) ? 24 : horizons.at(-1)!;
  const most = [...known].sort((a, b) => value(end, b.of) - value(end, a.of))[0];
  const title = most
    ? zh
      ? `满 ${end} 个月时 ${formatNumber(1 - still(end), "share", view)} 已终止；已知原因中${most.name}最多（${formatNumber(value(end, most.of), "share", view)}）`
      : `By month ${end} ${formatNumber(1 - still(end), "share", view)} have ended; of known causes most by ${most.name.toLowerCase()} (${formatNumber(value(end, most.of), "share", view)})`
    : zh
      ? `满 ${end} 个月时 ${formatNumber(1 - still(end), "share", view)} 已终止`
      : `By month ${end} ${formatNumber(1 - still(end), "share", view)} have ended`;
  const parts = [
    ...groups.map((group) => ({...group, of: (month: number) => value(month, group.of)})),
    {id: "still", name: zh ? "仍在" : "Still there", of: still},
  ];
  const label = (month: number) => (zh ? `${month} 个月` : `${month} months`);
  return {
    id,
    title,
    subtitle: zh
      ? "从成为客户起，各原因累积终止的比例（竞争风险）；合计 100%"
      : "Share ended by each cause since becoming a customer (competing risks); adds to 100%",
    form: "stacked",
    unit: "share",
    categories: horizons.map(label),
    category_kind: "text",
    category_title: zh ? "成为客户后" : "Since becoming a customer",
    value_title: zh ? "比例" : "Share",
    series: parts.map((part) => ({
      id: part.id,
      name: part.name,
      ...(part.id === "still" ? {role: "context" as const} : {}),
      points: horizons.map((month) => ({
        value: part.of(month),
        n: Number(rows.find((row) => row.month === month)?.n_risk ?? 0),
      })),
    })),
    table: {
      columns: [
        column("month", zh ? "月数" : "Months"),
        ...parts.map((part) => column(part.id, part.name, "share")),
        column("n_risk", zh ? "在册数" : "At risk", "count"),
      ],
      rows: horizons.map((month) => [
        label(month),
        ...parts.map((part) => part.of(month)),
        Number(rows.find((row) => row.month === month)?.n_risk ?? 0),
      ]),
    },
    n: Number(rows[0]?.n_risk ?? 0),
    method: zh ? "Aalen–Johansen 累积发生率，含左截断" : "Aalen–Johansen cumulative incidence with left truncation",
    metrics: ["retention"],
    marts: ["churn_cause_incidence"],
    notes: [],
    alt: `${title}${zh ? "。" : "."}`,
  };
}

/** Cohorts by quarter of joining: empty where the future is. */
export function retentionCohorts(view: ReportView): FigureOrMissing {
  const id = "retention-cohorts";
  const rows = view.rows("retention_by_cohort");
  const zh = view.language === "zh";
  if (rows.length < 3)
    return missingFigure(view, {id, needs, shows: {zh: "同期群留存三角", en: "the cohort triangle"}});
  const ages = [...new Set(rows.map((row) => Number(row.age_months)))].sort((a, b) => a - b);
  const cohorts = [...new Set(rows.map(({cohort}) => String(cohort)))].sort((a, b) =>
    a === "all" ? 1 : b === "all" ? -1 : a < b ? -1 : 1,
  );
  const cell = (cohort: string, age: number) => rows.find((row) => row.cohort === cohort && row.age_months === age);
  const age = [...ages].reverse().find((each) => each <= 12 && cell("all", each)) ?? ages.at(-1)!;
  const pooled = cell("all", age)!;
  return tableFigure(view, {
    id,
    title: zh
      ? `入网满 ${age} 个月的客户还有 ${formatNumber(pooled.value as number | null, "share", view)}（${formatInterval([pooled.lo as number, pooled.hi as number], "share", view)}）`
      : `${formatNumber(pooled.value as number | null, "share", view)} (${formatInterval([pooled.lo as number, pooled.hi as number], "share", view)}) are left ${age} months after joining`,
    subtitle: zh
      ? "按入网季度的留存；还没到的月龄留空"
      : "Retention by quarter of joining; ages not yet reached are empty",
    n: Number(pooled.n),
    method: zh ? "Wilson 95% 区间；合计为总数之比" : "Wilson 95% interval; the total is a ratio of sums",
    marts: ["retention_by_cohort"],
    metrics: ["retention"],
    columns: [
      column("cohort", zh ? "入网季度" : "Joined in"),
      column("size", zh ? "客户" : "Customers", "count"),
      ...ages.map((each) => column(`m${each}`, zh ? `${each} 月` : `${each} mo`)),
    ],
    rows: cohorts.map((cohort) => [
      cohort === "all" ? (zh ? "合计" : "Together") : cohort,
      Number(cell(cohort, ages[0]!)?.n ?? 0),
      ...ages.map((each) => {
        const found = cell(cohort, each);
        return found?.value === null || found === undefined ? "" : formatNumber(Number(found.value), "share", view);
      }),
    ]),
  });
}
