import {whereKnown} from "../../facts/known.js";
import type {ReportView} from "../../facts/view.js";
import {sum} from "../../marts/shape/sum.js";
import {wilsonInterval} from "../../stats/estimates/wilson-interval.js";
import {memberName} from "../../words/dimensions.js";
import {formatNumber} from "../../words/format.js";
import {periodName} from "../../words/period.js";
import {isRestName} from "../../words/rest.js";
import {say} from "../../words/say.js";
import type {Figure, FigureOrMissing} from "../figure.js";
import {leaders} from "../forms/leaders.js";
import {missingFigure} from "../forms/missing.js";
import {column} from "../forms/table.js";

/** More columns than this cannot be told apart; the others stand in a last one. */
const mostColumns = 12;

/** Categories of complaint by size with their cumulative share: how few make up four fifths. */
export function complaintPareto(view: ReportView): FigureOrMissing {
  const id = "complaint-pareto";
  const all = whereKnown(view.rows("complaints_by_segment"), "complaints")
    .filter((row) => row.period === "window" && row.dimension === "category" && row.complaints > 0)
    .sort((a, b) => b.complaints - a.complaints || (a.member < b.member ? -1 : 1));
  const n = sum(all, "complaints");
  if (n < 30 || all.length < 3)
    return missingFigure(view, {
      id,
      needs: ["tickets"],
      shows: {zh: "投诉集中在哪几类", en: "how few categories make up most complaints"},
    });
  let before = 0;
  const rows = all.map((row) => {
    before += row.complaints;
    const {estimate, low, high} = wilsonInterval(row.complaints, n);
    const label = memberName(view, {dimension: "category", member: row.member});
    return {label, complaints: row.complaints, share: estimate, low, high, cumulative: before / n};
  });
  const few = rows.findIndex(({cumulative}) => cumulative >= 0.8) + 1;
  const share = formatNumber(rows[few - 1]!.cumulative, "share", view);
  const shown = rows.slice(0, mostColumns);
  const {names, others} = leaders(
    view,
    rows.filter(({label}) => !isRestName(label)),
    {of: ({complaints}) => complaints, name: ({label}) => label, kind: "类"},
  );
  const most = names[0] === undefined ? "" : `“${names[0]}”${others}`;
  const title = say(view, {
    zh: `${rows.length} 类投诉里，前 ${few} 类占 ${share}${most && `；最多的是${most}`}`,
    en: `${few} of ${rows.length} kinds make up ${share} of complaints${most && `; most: ${most}`}`,
  });
  const figure: Figure = {
    id,
    title,
    claims: [{is: "highest", of: "complaints", rows: names}],
    subtitle: say(view, {
      zh: `投诉按类别，从多到少；${periodName(view)}`,
      en: `Complaints by category, most first; ${periodName(view)}`,
    }),
    form: "columns",
    unit: "share",
    categories: shown.map(({label}) => label),
    category_kind: "text",
    category_title: say(view, {zh: "类别", en: "Category"}),
    ...drawnAndListed(view, {rows, shown, n}),
    n,
    method: say(view, {zh: "Wilson 95% 区间", en: "Wilson 95% interval"}),
    metrics: ["complaint_rate"],
    marts: ["complaints_by_segment"],
    notes:
      rows.length > shown.length
        ? [
            say(view, {
              zh: `图上只画前 ${shown.length} 类，其余 ${rows.length - shown.length} 类见表。`,
              en: `The chart shows the first ${shown.length}; the other ${rows.length - shown.length} stand in the table.`,
            }),
          ]
        : [],
    alt: `${title}.`,
  };
  return figure;
}

interface Kind {
  readonly label: string;
  readonly complaints: number;
  readonly share: number;
  readonly low: number;
  readonly high: number;
  readonly cumulative: number;
}

/** The largest kinds as columns with the cumulative line, and all of them as a table. */
function drawnAndListed(
  view: ReportView,
  {rows, shown, n}: {rows: readonly Kind[]; shown: readonly Kind[]; n: number},
): Pick<Figure, "value_title" | "series" | "table"> {
  const names = {
    share: say(view, {zh: "占投诉的比例", en: "Share of complaints"}),
    cumulative: say(view, {zh: "累计", en: "Cumulative"}),
  };
  return {
    value_title: names.share,
    series: [
      {
        id: "share",
        name: names.share,
        role: "main",
        points: shown.map(({share: value, low, high, complaints}) => ({value, lo: low, hi: high, n: complaints})),
      },
      {
        id: "cumulative",
        name: names.cumulative,
        role: "context",
        points: shown.map(({cumulative: value}) => ({value, n})),
      },
    ],
    table: {
      columns: [
        column("label", say(view, {zh: "类别", en: "Category"})),
        column("complaints", say(view, {zh: "投诉数", en: "Complaints"}), "count"),
        column("share", names.share, "share"),
        column("lo", say(view, {zh: "下限", en: "Lower"}), "share"),
        column("hi", say(view, {zh: "上限", en: "Upper"}), "share"),
        column("cumulative", names.cumulative, "share"),
      ],
      rows: rows.map((row) => [row.label, row.complaints, row.share, row.low, row.high, row.cumulative]),
    },
  };
}
