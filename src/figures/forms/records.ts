import {recordsBehind, recordsTitle} from "../../facts/overview/records.js";
import type {ReportView} from "../../facts/view.js";
import type {Row} from "../../marts/list.js";
import {type MetricId, metricOf} from "../../metrics/catalogue.js";
import {dimensionName, memberName, saidDimension} from "../../words/dimensions.js";
import {formatNumber} from "../../words/format.js";
import type {Language} from "../../words/language.js";
import {say} from "../../words/say.js";
import type {FigureOrMissing, TableColumn} from "../figure.js";
import {missingFigure} from "./missing.js";
import {rowCell} from "./row-cell.js";
import {column, tableFigure} from "./table.js";

type Listed = Row<"records_listed">;

/** The records of the month that count against a metric, one by one, as many as the number says. */
export function metricRecords(
  view: ReportView,
  {id, metric, shows}: {id: string; metric: MetricId; shows: Readonly<Record<Language, string>>},
): FigureOrMissing {
  const behind = recordsBehind(view, metric);
  const needs = [...new Set(metricOf(metric).needs.map((need) => need.split(".")[0]!))];
  if (!behind) return missingFigure(view, {id, needs, shows});
  const rows = view.rows("records_listed").filter((row) => row.metric === metric);
  const isCut = rows.length < behind.n;
  const {columns, cells} = columnsOf(view, rows);
  return tableFigure(view, {
    id,
    title: recordsTitle(view, behind),
    subtitle: say(view, {zh: "逐条，附来源文件与行号", en: "One by one, with file and line"}),
    n: behind.n,
    marts: ["records_listed"],
    metrics: [metric],
    columns,
    rows: cells,
    notes: isCut
      ? [
          say(view, {
            zh: `列出最新的 ${formatNumber(rows.length, "count", view)} 条，共 ${formatNumber(behind.n, "count", view)} 条`,
            en: `The newest ${formatNumber(rows.length, "count", view)} of ${formatNumber(behind.n, "count", view)}`,
          }),
        ]
      : [],
  });
}

/** Columns that have something to say, and their cells. */
function columnsOf(view: ReportView, rows: readonly Listed[]) {
  const metric = rows[0]?.metric ?? "";
  const named = (dimension: "category" | "region" | "product" | "channel" | "team") => {
    const said = saidDimension({metric, dimension});
    return {
      column: column(dimension, dimensionName(view, said)),
      cell: (row: Listed) => (row[dimension] === "" ? "" : memberName(view, {dimension: said, member: row[dimension]})),
    };
  };
  const all: readonly {column: TableColumn; cell: (row: Listed) => string | number | null}[] = [
    {column: column("record", say(view, {zh: "记录", en: "Record"})), cell: (row) => row.record_id},
    {column: column("date", say(view, {zh: "日期", en: "Date"}), "date"), cell: (row) => row.occurred_date},
    {column: column("customer", say(view, {zh: "客户", en: "Customer"})), cell: (row) => row.customer_id},
    {column: column("score", say(view, {zh: "打分", en: "Score"}), "id"), cell: (row) => row.score},
    ...(["category", "region", "product", "channel", "team"] as const).map(named),
    {column: column("file", say(view, {zh: "文件", en: "File"})), cell: (row) => row.file},
    {column: column("row", say(view, {zh: "行", en: "Line"}), "id"), cell: rowCell},
  ];
  const kept = all.filter(({cell}) => rows.some((row) => cell(row) !== "" && cell(row) !== null));
  return {
    columns: kept.map(({column: each}) => each),
    cells: rows.map((row) => kept.map(({cell}) => cell(row))),
  };
}
