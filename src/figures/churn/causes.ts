import {bySize, isLeading} from "../../facts/leading.js";
import type {ReportView} from "../../facts/view.js";
import type {Row} from "../../marts/list.js";
import {inside} from "../../words/capital.js";
import {causeName} from "../../words/codes.js";
import {formatNumber} from "../../words/format.js";
import {periodName} from "../../words/period.js";
import {counted, say} from "../../words/say.js";
import type {Figure, FigureOrMissing, FigureTable} from "../figure.js";
import {type EstimateRow, estimateFigure, extremes} from "../forms/estimate.js";
import {missingFigure} from "../forms/missing.js";
import {column, limitColumns, numbersOf} from "../forms/table.js";

type Cause = Row<"churn_causes">;

const shows = {zh: "流失原因：产品、服务、价格或其他", en: "why they left: product, service, price or other"};
const needs = ["churn_interviews"];

/** Causes in the window, or of all records where the window has none. */
export function causeRows(view: ReportView): Cause[] {
  const of = (period: string) => view.rows("churn_causes").filter((row) => row.period === period);
  return of("window").some(({cause}) => cause !== "unknown") ? of("window") : of("all");
}

/** Everybody lost by one cause each, the unknown as a bar of their own. */
export function churnCauses(view: ReportView): FigureOrMissing {
  const id = "churn-causes";
  const rows = causeRows(view);
  const known = bySize(
    rows.filter(({cause}) => cause !== "unknown"),
    ({cause}) => cause,
  );
  const unknown = rows.find(({cause}) => cause === "unknown");
  const [first] = known;
  if (!first) return missingFigure(view, {id, needs, shows});
  const all = first.lost;
  const missing = unknown ? (unknown.customers ?? 0) / all : 0;
  const shown = [...known, ...(unknown ? [unknown] : [])];
  const figure = estimateFigure(view, {
    id,
    title: causeFinding(view, known),
    subtitle: say(view, {
      zh: `流失客户 ${formatNumber(all, "count", view)} 户，每户一个主因；${periodName(view)}`,
      en: `${counted(all, "customer")} lost, one main cause each; ${periodName(view)}`,
    }),
    form: "bars",
    unit: "share",
    labels: say(view, {zh: "原因", en: "Cause"}),
    name: say(view, {zh: "占流失", en: "Of all lost"}),
    metric: "reason_share",
    marts: ["churn_causes"],
    n: all,
    worked: [
      say(view, {
        zh: `说明了原因：${first.known} ÷ ${all} = ${formatNumber(first.known / all, "share", view)}`,
        en: `Said why: ${first.known} ÷ ${all} = ${formatNumber(first.known / all, "share", view)}`,
      }),
      ...(first.customers === null
        ? []
        : [
            say(view, {
              zh: `${causeName(view, first.cause)}，占已知：${formatNumber(first.customers, "count", view)} ÷ ${first.known} = ${formatNumber(first.customers / first.known, "share", view)}`,
              en: `${causeName(view, first.cause)}, of the known: ${formatNumber(first.customers, "count", view)} ÷ ${first.known} = ${formatNumber(first.customers / first.known, "share", view)}`,
            }),
          ]),
    ],
    rows: shown.map((row) => partRow(row, causeName(view, row.cause))),
    method: say(view, boundsMethod),
    notes:
      missing > 0.2
        ? [
            say(view, {
              zh: `${formatNumber(missing, "share", view)} 原因未知：占比只是下限，先提高访谈覆盖率。`,
              en: `The cause of ${formatNumber(missing, "share", view)} is unknown: shares are lower bounds; interview more.`,
            }),
          ]
        : [],
  });
  return {
    ...figure,
    ...(known.length > 1 && first.flag !== "suppressed"
      ? {claims: [{is: "highest", of: "customers", rows: namedFirst(known).map(({cause}) => causeName(view, cause))}]}
      : {}),
    ...asCounts(view, figure, {
      rows: shown.map((row) => ({...row, label: causeName(view, row.cause)})),
      named: namedFirst(known).map(({cause}) => causeName(view, cause)),
      unknown: unknown ? [causeName(view, unknown.cause)] : [],
    }),
    table: causeTable(view, shown),
  };
}

const causeTable = (view: ReportView, rows: readonly Cause[]): FigureTable => ({
  columns: [
    column("cause", say(view, {zh: "原因", en: "Cause"})),
    column("customers", say(view, {zh: "客户", en: "Customers"}), "count"),
    column("known_share", say(view, {zh: "占已知", en: "Of the known"}), "share"),
    ...limitColumns(view, "share"),
    column("least", say(view, {zh: "占全部（至少）", en: "Of all, at least"}), "share"),
    column("most", say(view, {zh: "占全部（至多）", en: "Of all, at most"}), "share"),
    column("flag", say(view, {zh: "标记", en: "Flag"})),
  ],
  rows: rows.map((row) => [
    causeName(view, row.cause),
    ...numbersOf(row, ["customers", "value", "lo", "hi", "least", "most"]),
    row.flag,
  ]),
});

export const boundsMethod = {
  zh: "已知部分：Goodman 联合 95% 区间；占全部的上下界：未知者全是或全不是",
  en: "known part: Goodman simultaneous 95% intervals; bounds of all: none or all of the unknown added",
};

/** Those that the title names as most: one where that is sure, else two. */
export const namedFirst = <Part extends {readonly customers: number | null; readonly flag: string}>(
  known: readonly Part[],
): readonly Part[] => (known[0]?.flag === "suppressed" ? [] : known.slice(0, isLeading(known) ? 1 : 2));

type Counted = Pick<Row<"churn_destinations">, "customers" | "flag"> & {readonly label: string};

/** The picture of a part of all who left: customers, the named ones coloured, the unknown an empty bar. */
export const asCounts = (
  view: ReportView,
  {title, subtitle}: Pick<Figure, "title" | "subtitle">,
  {rows, named, unknown}: {rows: readonly Counted[]; named: readonly string[]; unknown: readonly string[]},
): Pick<Figure, "unit" | "value_title" | "series" | "focus" | "unknown" | "alt"> => {
  const name = say(view, {zh: "客户数", en: "Customers"});
  const values = rows.map(({label, customers, flag}) => ({label, value: customers, flag}));
  return {
    alt: `${title}. ${subtitle}. ${extremes(view, {rows: values, unit: "count"})}`,
    unit: "count",
    value_title: name,
    series: [{id: "customers", name, points: values.map(({value, flag}) => ({value, flag})), role: "main"}],
    focus: named,
    unknown,
  };
};

/** A part of all who left, with the bounds that the unknown leave it. */
export const partRow = (row: Omit<Row<"churn_destinations">, "brand">, label: string): EstimateRow => ({
  label,
  value: row.customers === null ? null : row.customers / row.lost,
  lo: row.least,
  hi: row.most,
  n: row.customers,
  flag: row.flag,
});

/** "流失 207 户，130 户说明了原因：价格（50 户）和服务（40 户）最多，分不出先后" – one is named alone only where that is sure. */
function causeFinding(view: ReportView, known: readonly Cause[]): string {
  const [first, second] = known;
  const [all, asked] = [first!.lost, first!.known];
  const part = (row: Cause) =>
    say(view, {
      zh: `${causeName(view, row.cause)}（${formatNumber(row.customers, "count", view)} 户）`,
      en: `${inside(causeName(view, row.cause))} (${formatNumber(row.customers, "count", view)})`,
    });
  const head = say(view, {
    zh: `流失 ${formatNumber(all, "count", view)} 户，${formatNumber(asked, "count", view)} 户说明了原因`,
    en: `${formatNumber(asked, "count", view)} of ${formatNumber(all, "count", view)} lost said why`,
  });
  if (first!.flag === "suppressed") return `${head}${say(view, {zh: "，太少，不能下结论", en: ", too few to tell"})}`;
  if (!second) return `${head}${say(view, {zh: `：都是${part(first!)}`, en: `: all ${part(first!)}`})}`;
  return isLeading(known)
    ? `${head}${say(view, {zh: `：${part(first!)}最多，其次${part(second)}`, en: `: most often ${part(first!)}, then ${part(second)}`})}`
    : `${head}${say(view, {zh: `：${part(first!)}和${part(second)}最多，分不出先后`, en: `: most often ${part(first!)} or ${part(second)}; which comes first cannot be told`})}`;
}
