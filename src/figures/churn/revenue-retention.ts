import type {ReportView} from "../../facts/view.js";
import type {Row} from "../../marts/list.js";
import {formatInterval, formatMonth, formatNumber} from "../../words/format.js";
import type {FigureOrMissing, FigureTable, Point} from "../figure.js";
import {missingFigure} from "../forms/missing.js";
import {column, limitColumns, numbersOf} from "../forms/table.js";

type Month = Row<"revenue_retention_by_month">;

/** Gross and net revenue retention, month by month: money, apart from heads. */
export function revenueRetention(view: ReportView): FigureOrMissing {
  const id = "revenue-retention";
  const rows = finalRows(view);
  const known = rows.filter((row) => row.gross !== null);
  const zh = view.language === "zh";
  if (known.length < 2)
    return missingFigure(view, {id, needs: ["contracts"], shows: {zh: "收入留存率", en: "revenue retention"}});
  const last = known.at(-1)!;
  const points = (name: "gross" | "net"): Point[] =>
    rows.map((row) => ({
      value: row[name],
      lo: row[`${name}_lo`],
      hi: row[`${name}_hi`],
      n: row.customers,
      ...(row.state === "missing" ? {flag: "missing" as const} : {}),
    }));
  const title = finding(view, last);
  return {
    id,
    title,
    subtitle: zh
      ? "月初客户的月费，到月末还剩多少；毛：不计涨价与增购，净：计入；宽限期未过的月份不画"
      : "Of the monthly amounts at the start, what is left at the end; gross without rises, net with them; months within the grace are not drawn",
    form: "lines",
    unit: "share",
    categories: rows.map(({month}) => month),
    category_kind: "month",
    category_title: zh ? "月份" : "Month",
    value_title: zh ? "收入留存率" : "Revenue retention",
    series: [
      {id: "gross", name: zh ? "毛留存" : "Gross", role: "main", points: points("gross")},
      {id: "net", name: zh ? "净留存" : "Net", points: points("net")},
    ],
    table: tableOf(view, rows),
    n: last.customers ?? 0,
    method: zh ? "比率的 95% 区间，按客户线性化" : "95% interval of the ratio, linearised by customer",
    metrics: ["revenue_retention"],
    marts: ["revenue_retention_by_month"],
    notes: [],
    alt: `${title}${zh ? "。" : "."}`,
  };
}

/** Within the grace nobody is known as lost: a month of that would show all who may yet renew as gone. */
function finalRows(view: ReportView): Month[] {
  const provisional = new Set(
    view
      .rows("churn_by_month")
      .filter(({is_provisional}) => is_provisional)
      .map(({month}) => month),
  );
  return view
    .rows("revenue_retention_by_month")
    .filter((row) => (row.gross !== null || row.state === "missing") && !provisional.has(row.month!));
}

function finding(view: ReportView, last: Month): string {
  const zh = view.language === "zh";
  const share = (value: number | null) => formatNumber(value, "share", view);
  const interval = formatInterval([last.gross_lo, last.gross_hi], "share", view);
  return zh
    ? `${formatMonth(last.month, view)}月费毛留存 ${share(last.gross)}（${interval}），净留存 ${share(last.net)}；流失月费 ${formatNumber(last.lost_amount, "money", view)}`
    : `${formatMonth(last.month, view)}: gross revenue retention ${share(last.gross)} (${interval}), net ${share(last.net)}; ${formatNumber(last.lost_amount, "money", view)} a month lost`;
}

function tableOf(view: ReportView, rows: readonly Month[]): FigureTable {
  const zh = view.language === "zh";
  return {
    columns: [
      column("month", zh ? "月份" : "Month", "month"),
      column("opening", zh ? "月初月费" : "Opening", "money"),
      column("kept", zh ? "月末留下" : "Kept", "money"),
      column("lost", zh ? "流失" : "Lost", "money"),
      column("otherwise", zh ? "其他终止" : "Other ends", "money"),
      column("gross", zh ? "毛留存" : "Gross", "share"),
      ...limitColumns(view, "share", "gross"),
      column("net", zh ? "净留存" : "Net", "share"),
      ...limitColumns(view, "share", "net"),
      column("n", zh ? "客户" : "Customers", "count"),
    ],
    rows: rows.map((row) => [
      row.month,
      ...numbersOf(row, [
        "opening_amount",
        "kept_amount",
        "lost_amount",
        "ended_otherwise_amount",
        "gross",
        "gross_lo",
        "gross_hi",
        "net",
        "net_lo",
        "net_hi",
        "customers",
      ]),
    ]),
  };
}
