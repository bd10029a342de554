import {
  amountUnit,
  differences,
  measureName,
  staffName,
  suspectKind,
  suspectRows,
} from "../../facts/quality/reconciliation.js";
import type {ReportView} from "../../facts/view.js";
import type {Row} from "../../marts/list.js";
import type {FigureOrMissing} from "../figure.js";
import {missingFigure} from "../forms/missing.js";
import {rowCell} from "../forms/row-cell.js";
import {column, tableFigure} from "../forms/table.js";

type Suspect = Row<"reconciliation_suspects">;

/** The records behind each difference, the likeliest first, with who recorded them. */
export function reconciliationSuspects(view: ReportView): FigureOrMissing {
  const zh = view.language === "zh";
  if (view.rows("reconciliation").length === 0)
    return missingFigure(view, {
      id: "reconciliation-suspects",
      needs: ["control_totals"],
      shows: {zh: "解释差额的记录与登记人", en: "the records that explain a difference, and who recorded them"},
    });
  const rows = suspectRows(view);
  const unit = amountUnit(rows.flatMap(({amount, corrected}) => [amount, corrected]));
  return tableFigure(view, {
    id: "reconciliation-suspects",
    title: suspectTitle(view, rows[0]),
    subtitle: zh
      ? "每个差额最多列 10 条，能独自解释全部差额的在前"
      : "Up to 10 for each difference; those that explain all of it come first",
    columns: [
      column("month", zh ? "月份" : "Month", "month"),
      column("measure", zh ? "项目" : "Measure"),
      column("record_id", zh ? "记录" : "Record"),
      column("recorded_by", zh ? "登记人" : "Recorded by"),
      column("kind", zh ? "可能的错误" : "Likely slip"),
      column("amount", zh ? "登记值" : "Recorded", unit),
      column("corrected", zh ? "应为" : "Should be", unit),
      column("row", zh ? "行" : "Row", "id"),
      column("file", zh ? "文件" : "File"),
      column("date", zh ? "日期" : "Date", "date"),
      column("explains", zh ? "解释全部差额" : "Explains all"),
    ],
    rows: rows.map((row) => [
      row.month,
      measureName(view, row.measure),
      row.record_id ?? "",
      staffName(view, row.recorded_by),
      suspectKind(view, row.kind),
      row.amount,
      row.corrected,
      rowCell(row),
      row.file,
      row.occurred_date ?? "",
      row.explains_all ? (zh ? "是" : "yes") : "",
    ]),
    n: rows.length,
    marts: ["reconciliation_suspects"],
    method: zh
      ? "逐条试验：重复、漏计、记错月、小数点、正负号、数字颠倒"
      : "each record tried: twice, missing, wrong month, decimal point, sign, swapped digits",
  });
}

function suspectTitle(view: ReportView, first: Suspect | undefined): string {
  const zh = view.language === "zh";
  if (!first && differences(view).length === 0) return zh ? "没有差额需要解释" : "No difference to explain";
  if (!first) return zh ? "没有单条记录能解释差额" : "No single record explains the differences";
  const kind = suspectKind(view, first.kind);
  return zh ? `最可能的错录：${first.record_id}，${kind}` : `Most likely entry: ${first.record_id}, ${kind}`;
}
