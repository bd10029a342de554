import {thinEntities} from "../../facts/quality/freshness.js";
import type {ReportView} from "../../facts/view.js";
import {entityName} from "../../words/entities.js";
import {formatDate} from "../../words/format.js";
import type {FigureOrMissing} from "../figure.js";
import {missingFigure} from "../forms/missing.js";
import {column, tableFigure} from "../forms/table.js";

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
  return tableFigure(view, {
    id: "freshness",
    title: freshnessTitle(view),
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
      entityName(view, row.entity),
      row.first_date,
      row.last_date,
      row.rows_in_month,
      row.rows_in_previous_month,
      row.rows_usual,
      row.rows_in_previous_month > 0 ? row.rows_in_month / row.rows_in_previous_month : null,
    ]),
    n: rows.reduce((sum, row) => sum + row.rows_in_month, 0),
    marts: ["source_freshness"],
  });
}

function freshnessTitle(view: ReportView): string {
  const zh = view.language === "zh";
  const rows = view.rows("source_freshness");
  const names = (entities: readonly string[]) =>
    entities.map((entity) => entityName(view, entity)).join(zh ? "、" : ", ");
  const absent = rows.filter((row) => row.rows_in_month === 0).map(({entity}) => entity);
  if (absent.length > 0 && view.month)
    return zh ? `${names(absent)}没有本月的记录` : `No record of this month among: ${names(absent)}`;
  const few = thinEntities(view);
  if (few.length > 0)
    return zh
      ? `${names(few)}：本月行数不到平常的一半，请确认是否导全`
      : `${names(few)}: under half of the usual rows; was the export complete?`;
  const last = rows.map(({last_date}) => last_date).sort()[0]!;
  return zh
    ? `各类记录都含本月；最后一条最早的一类到 ${formatDate(last, view)} 为止`
    : `Every kind of record reaches into this month; the first to end does so on ${formatDate(last, view)}`;
}
