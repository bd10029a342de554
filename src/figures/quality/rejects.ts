import type {ReportView} from "../../facts/view.js";
import {entityName, systemName} from "../../words/entities.js";
import {formatNumber} from "../../words/format.js";
import {rejectReason} from "../../words/reject-reasons.js";
import {counted} from "../../words/say.js";
import type {Figure} from "../figure.js";
import {column, tableFigure} from "../forms/table.js";

const severities = {
  row: {zh: "整行剔除", en: "row rejected"},
  cell: {zh: "单元格留空，行保留", en: "cell left blank, row kept"},
  aside: {zh: "搁置（不是记录）", en: "set aside (no record)"},
} as const;

const severityName = ({language}: ReportView, severity: unknown): string =>
  severities[severity as keyof typeof severities]?.[language] ?? severity;

/** What was rejected and why, by source, table and column. */
export function rejectsByReason(view: ReportView): Figure {
  const zh = view.language === "zh";
  const rows = view.rows("rejects_by_reason");
  const sum = (severity: string) => rows.reduce((total, row) => total + (row.severity === severity ? row.cells : 0), 0);
  // Blank lines have no cell to tell of: the files know how many rows they set aside in all.
  const unlisted = view.rows("import_files").reduce((total, row) => total + row.rows_set_aside, 0) - sum("aside");
  const others = formatNumber(unlisted, "count", view);
  const rest =
    unlisted > 0
      ? zh
        ? `，另有 ${others} 行不逐条列出（空行、当月之后的）`
        : `, and ${others} more not listed one by one (blank lines, what is later than the month)`
      : "";
  const text = (severity: string) => formatNumber(sum(severity), "count", view);
  const sorted = [...rows].sort((a, b) => b.cells - a.cells);
  return tableFigure(view, {
    id: "rejects-by-reason",
    title: zh
      ? `整行剔除 ${text("row")} 行，${text("cell")} 个单元格读不懂，搁置 ${text("aside")} 行${rest}`
      : `${counted(sum("row"), "row")} rejected, ${counted(sum("cell"), "cell")} unreadable, ${counted(sum("aside"), "row")} set aside${rest}`,
    subtitle: zh ? "按来源、内容、列和原因" : "By source, kind of record, column and reason",
    columns: [
      column("source", zh ? "来源" : "Source"),
      column("entity", zh ? "内容" : "Records"),
      column("column", zh ? "列" : "Column"),
      column("reason", zh ? "原因" : "Reason"),
      column("severity", zh ? "后果" : "What happened"),
      column("cells", zh ? "数量" : "Count", "count"),
    ],
    rows: [
      ...sorted.map((row) => [
        systemName(view, row.source),
        entityName(view, row.entity),
        row.column,
        rejectReason(row.reason, view),
        severityName(view, row.severity),
        row.cells,
      ]),
      ...(unlisted > 0
        ? [
            [
              ...["", "", ""],
              zh
                ? "空行、当月之后的（不逐条列出）"
                : "blank lines, what is later than the month (not listed one by one)",
              severityName(view, "aside"),
              unlisted,
            ],
          ]
        : []),
    ],
    n: sum("row") + sum("cell") + sum("aside"),
    marts: ["rejects_by_reason", "import_files"],
  });
}

/** The first rejected rows of every kind, to be found in the file and corrected. */
export function rejectsListed(view: ReportView): Figure {
  const zh = view.language === "zh";
  const rows = view.rows("rejects_listed");
  return tableFigure(view, {
    id: "rejects-listed",
    title: zh ? `每种问题的前几行，共列出 ${rows.length} 处` : `The first rows of every problem: ${rows.length} listed`,
    subtitle: zh
      ? "行号与电子表格里看到的一致；全部在下载文件里"
      : "Row numbers as a spreadsheet shows them; all of them are in the download",
    columns: [
      column("file", zh ? "文件" : "File"),
      column("row", zh ? "行" : "Row", "id"),
      column("column", zh ? "列" : "Column"),
      column("value", zh ? "原值" : "Value"),
      column("reason", zh ? "原因" : "Reason"),
      column("severity", zh ? "后果" : "What happened"),
    ],
    rows: rows.map((row) => [
      row.file,
      row.row,
      row.column,
      row.value ?? "",
      rejectReason(row.reason, view),
      severityName(view, row.severity),
    ]),
    n: rows.length,
    marts: ["rejects_listed"],
    notes: [zh ? "电话、证件号等个人信息已遮盖。" : "Phone numbers, ids and the like are masked."],
  });
}
