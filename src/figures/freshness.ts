import {formatDate} from "../format.js";
import type {ReportView} from "../report-view.js";
import type {FigureOrMissing} from "./figure.js";
import {entityName, missingFigure} from "./missing.js";
import {column, tableFigure} from "./table-figure.js";

/** A month that brings less than this share of the month before, and of the usual month, is worth a question. */
const thin = 0.5;

/** Kinds of record that bring far fewer rows this month than they did. */
export const thinEntities = (view: ReportView): string[] =>
  view
    .rows("source_freshness")
    .filter((row) => Number(row.rows_in_previous_month) >= 20)
    .filter(
      (row) => Number(row.rows_in_month) < thin * Math.min(Number(row.rows_in_previous_month), Number(row.rows_usual)),
    )
    .map(({entity}) => String(entity));

/** How far each kind of record reaches, and whether the month is as full as the last. */
export function freshness(view: ReportView): FigureOrMissing {
  const zh = view.language === "zh";
  const rows = view.rows("source_freshness");
  if (rows.length === 0)
    return missingFigure(view, {
      id: "freshness",
      needs: ["tickets"],
      shows: {zh: "各类记录的最新日期与本月行数", en: "how far each kind of record reaches"},
    });
  const few = thinEntities(view);
  const last = rows.map(({last_date}) => String(last_date)).sort()[0]!;
  return tableFigure(view, {
    id: "freshness",
    title: zh
      ? few.length > 0
        ? `${few.map((entity) => entityName(view, entity)).join("、")}：本月行数不到上月的一半，请确认是否导全`
        : `各类记录都已到本月，最早截止 ${formatDate(last, view)}`
      : few.length > 0
        ? `${few.map((entity) => entityName(view, entity)).join(", ")}: under half of last month's rows; was the export complete?`
        : `Every kind of record reaches this month; the earliest ends ${formatDate(last, view)}`,
    subtitle: zh ? "首日、末日、本月与上月的行数" : "First and last day, rows of this month and the last",
    columns: [
      column("entity", zh ? "内容" : "Records"),
      column("first_date", zh ? "首日" : "First day", "date"),
      column("last_date", zh ? "末日" : "Last day", "date"),
      column("rows_in_month", zh ? "本月行数" : "This month", "count"),
      column("rows_in_previous_month", zh ? "上月行数" : "Last month", "count"),
      column("rows_usual", zh ? "通常一月" : "Usual month", "count"),
      column("change", zh ? "本月 ÷ 上月" : "This ÷ last", "share"),
    ],
    rows: rows.map((row) => [
      entityName(view, String(row.entity)),
      String(row.first_date),
      String(row.last_date),
      Number(row.rows_in_month),
      Number(row.rows_in_previous_month),
      Number(row.rows_usual),
      Number(row.rows_in_previous_month) > 0 ? Number(row.rows_in_month) / Number(row.rows_in_previous_month) : null,
    ]),
    n: rows.reduce((sum, row) => sum + Number(row.rows_in_month), 0),
    marts: ["source_freshness"],
  });
}
