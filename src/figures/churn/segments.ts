import {finalPeriodName} from "../../facts/churn/period.js";
import {isStatedDated, otherLeaving} from "../../facts/leaving.js";
import {explains} from "../../facts/outcome.js";
import type {ReportView} from "../../facts/view.js";
import type {Row} from "../../marts/list.js";
import {dimensionName, groupName, inOrder, memberName} from "../../words/dimensions.js";
import {formatInterval, formatNumber} from "../../words/format.js";
import {say} from "../../words/say.js";
import type {FigureOrMissing, FigureTable} from "../figure.js";
import {estimateFigure} from "../forms/estimate.js";
import {drawnMembers, leftText} from "../forms/members.js";
import {missingLosses} from "../forms/missing.js";
import {column, limitColumns} from "../forms/table.js";

/** With the measure drawn: the rate of a month, or the share lost where the file has no dates. */
type Member = Row<"churn_by_segment"> & {
  readonly n: number;
  readonly drawn: {readonly value: number | null; readonly lo: number | null; readonly hi: number | null};
};

/** Churn of each kind of customer over the window, beside the rest; the share lost where the file has no dates. */
export function churnBySegment(view: ReportView): FigureOrMissing {
  const id = "churn-by-segment";
  const rows = view.rows("churn_by_segment");
  const total = rows.map(withMeasure).find((row) => row.dimension === "all");
  const every = total ? membersOf(view, rows) : [];
  const {drawn: list, ...left} = drawnMembers(every, {most: mostRows, isDifferent: (row) => isSurely(row)});
  if (!total || list.length === 0)
    return missingLosses(view, {
      id,
      needs: ["contracts", "customers"],
      shows: {zh: "各类客户的流失率", en: "churn by kind of customer"},
    });
  const isShare = total.clock === "months"; // no dates: only the share lost is known
  const measure = isShare
    ? say(view, {zh: "流失占比", en: "share churned"})
    : say(view, {zh: "月流失率", en: "monthly churn"});
  const all = formatNumber(total.drawn.value, "share", view);
  const label = (row: Member) => `${dimensionName(view, row.dimension)} · ${memberName(view, row)}`;
  const hasDue = list.some(({lost_of_due}) => lost_of_due !== null);
  const figure = estimateFigure(view, {
    id,
    title: segmentFinding(view, {list: every, total, measure}),
    subtitle: subtitleOf(view, isShare),
    form: "dots",
    unit: "share",
    labels: say(view, {zh: "分组", en: "Group"}),
    name: measure,
    metric: isShare ? "churned_share" : "churn_rate",
    marts: ["churn_by_segment"],
    n: total.customers,
    rows: list.map((row) => ({
      label: label(row),
      ...row.drawn,
      n: row.n,
      flag: row.flag,
    })),
    ...(left.left > 0 ? {left: leftText(view, left)} : {}),
    focus: surelyAbove(list).map(label),
    ...(total.drawn.value === null
      ? {}
      : {reference: {value: total.drawn.value, label: say(view, {zh: `全部 ${all}`, en: `All ${all}`})}}),
    notes: notesOf(view, {list, hasDue}),
  });
  return {...figure, table: withLosses(view, {table: figure.table, list, hasDue})};
}

const subtitleOf = (view: ReportView, isShare: boolean): string =>
  isShare
    ? isStatedDated(view)
      ? say(view, {zh: "流失客户 ÷ 全部客户", en: "Customers churned ÷ customers"})
      : say(view, {
          zh: "流失客户 ÷ 全部客户；导出里没有日期",
          en: "Customers churned ÷ customers; the export has no dates",
        })
    : say(view, {
        zh: `每月流失客户 ÷ 客户月数；${finalPeriodName(view)}`,
        en: `Customers lost ÷ customer-months; ${finalPeriodName(view)}`,
      });

function notesOf(view: ReportView, {list, hasDue}: {list: readonly Member[]; hasDue: boolean}): string[] {
  return [
    ...(isStatedDated(view) ? otherLeaving(view) : []),
    ...(hasDue
      ? [
          say(view, {
            zh: "合同类型按当时有效的合同计；期限短的到期次数多，数据表另列“到期一次的流失”。",
            en: "Contract is the one in force; short terms come up more often, so the table adds the loss per renewal due.",
          }),
        ]
      : []),
    ...(list.some(({member, dimension}) => dimension === "tier" && member === "new")
      ? [
          say(view, {
            zh: "等级是窗口开始时的；期内新客户多数还没到第一次到期。",
            en: "The tier is the one held when the window began; most of the new customers have not come up for renewal yet.",
          }),
        ]
      : []),
  ];
}

/** The table with the rest, the number lost and, where contracts end, the loss per renewal. */
function withLosses(
  view: ReportView,
  {table, list, hasDue}: {table: FigureTable; list: readonly Member[]; hasDue: boolean},
): FigureTable {
  return {
    columns: [
      ...table.columns.slice(0, -1),
      column("rest", say(view, {zh: "其余客户", en: "The rest"}), "share"),
      column("lost", say(view, {zh: "流失", en: "Lost"}), "count"),
      ...(hasDue
        ? [
            column("due", say(view, {zh: "到期合同", en: "Renewals due"}), "count"),
            column("lost_of_due", say(view, {zh: "到期一次的流失", en: "Lost per renewal due"}), "share"),
            ...limitColumns(view, "share", "lost_of_due"),
          ]
        : []),
      ...table.columns.slice(-1),
    ],
    rows: table.rows.map((cells, index) => {
      const row = list[index]; // none for those left out, counted in a last row
      const {rest, lost, due, lost_of_due, lost_of_due_lo, lost_of_due_hi} = row ?? {};
      const more = [rest, lost, ...(hasDue ? [due, lost_of_due, lost_of_due_lo, lost_of_due_hi] : [])];
      return [...cells.slice(0, -1), ...more.map((cell) => cell ?? null), ...cells.slice(-1)];
    }),
  };
}

const withMeasure = (row: Row<"churn_by_segment">): Member => ({
  ...row,
  n: row.customers,
  drawn:
    row.clock === "months"
      ? {value: row.share, lo: row.share_lo, hi: row.share_hi}
      : {value: row.value, lo: row.lo, hi: row.hi},
});

/** The members of every dimension that tells customers apart. */
function membersOf(view: ReportView, rows: readonly Row<"churn_by_segment">[]): Member[] {
  const dimensions = [...new Set(rows.map(({dimension}) => dimension))].filter(
    (dimension) => dimension !== "all" && explains(rows, dimension),
  );
  const known = ["tier", "region", "segment", "customer_type"];
  const chosen = [
    ...known.filter((each) => dimensions.includes(each)),
    ...dimensions.filter((each) => !known.includes(each)),
  ];
  return chosen.flatMap((dimension) =>
    inOrder(view, {
      dimension,
      members: rows.filter((row) => row.dimension === dimension && row.flag !== "suppressed").map(withMeasure),
    }),
  );
}

/** More than this nobody reads: those that differ are drawn first, the others counted in a last row. */
const mostRows = 30;

const isSurely = ({p_adjusted, flag}: Member): boolean => p_adjusted !== null && p_adjusted <= 0.05 && flag === "";

/** Groups surely above the rest, the furthest first. */
const surelyAbove = (list: readonly Member[]): Member[] =>
  list.filter((row) => isSurely(row) && (row.ratio ?? 0) > 1).sort((a, b) => (b.ratio ?? 0) - (a.ratio ?? 0));

/** The group lost most beside the rest, where that is sure; never beside a total that holds it. */
function segmentFinding(
  view: ReportView,
  {list, total, measure}: {list: readonly Member[]; total: Member; measure: string},
): string {
  const text = (share: number | null) => formatNumber(share, "share", view);
  const [first] = surelyAbove(list);
  if (!first)
    return say(view, {
      zh: `各类客户的${measure}没有明显高于其余客户的（全部 ${text(total.drawn.value)}）`,
      en: `No kind of customer is clearly above the rest in ${measure} (${text(total.drawn.value)} overall)`,
    });
  const name = groupName(view, first);
  const interval = formatInterval([first.drawn.lo, first.drawn.hi], "share", view);
  return say(view, {
    zh: `${name}${measure}明显高于其余客户：${text(first.drawn.value)}（${interval}），其余 ${text(first.rest)}`,
    en: `${name}: ${measure} ${text(first.drawn.value)} (${interval}), the rest ${text(first.rest)}`,
  });
}
