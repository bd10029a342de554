import type {ReportView} from "../../facts/view.js";
import {sum} from "../../marts/shape/sum.js";
import {entityName, systemName} from "../../words/entities.js";
import {formatNumber} from "../../words/format.js";
import type {Figure} from "../figure.js";

/** What became of every file: in = kept + rejected + set aside. */
export function importFiles(view: ReportView): Figure {
  const rows = view.rows("import_files");
  const zh = view.language === "zh";
  const [read, kept, rejected, aside] = (["rows_in", "rows_kept", "rows_rejected", "rows_set_aside"] as const).map(
    (name) => formatNumber(sum(rows, name), "count", view),
  );
  return {
    id: "import-files",
    title: zh
      ? `读入 ${read} 行 = 保留 ${kept} + 剔除 ${rejected} + 搁置 ${aside}`
      : `${read} rows read = ${kept} kept + ${rejected} rejected + ${aside} set aside`,
    subtitle: zh
      ? "每个文件：读入 = 保留 + 剔除 + 搁置（空行、合计行）；工作簿末尾的空行不算行"
      : "For every file: in = kept + rejected + set aside (blank and totals rows); empty rows at the end of a sheet are no rows",
    form: "table",
    unit: "count",
    categories: [],
    category_kind: "text",
    series: [],
    table: {
      columns: [
        {id: "source", label: zh ? "来源" : "Source", unit: "text"},
        {id: "entity", label: zh ? "内容" : "Kind", unit: "text"},
        {id: "file", label: zh ? "文件" : "File", unit: "text"},
        {id: "format", label: zh ? "格式" : "Format", unit: "text"},
        {id: "encoding", label: zh ? "编码" : "Encoding", unit: "text"},
        {id: "bytes", label: zh ? "字节" : "Bytes", unit: "count"},
        {id: "rows_in", label: zh ? "读入" : "In", unit: "count"},
        {id: "rows_kept", label: zh ? "保留" : "Kept", unit: "count"},
        {id: "rows_rejected", label: zh ? "剔除" : "Rejected", unit: "count"},
        {id: "rows_set_aside", label: zh ? "搁置" : "Set aside", unit: "count"},
        {id: "records", label: zh ? "记录数" : "Records", unit: "count"},
        {id: "sha256", label: zh ? "指纹（SHA-256 前 12 位）" : "Fingerprint (SHA-256, first 12)", unit: "text"},
        {id: "notes", label: zh ? "读取说明" : "Notes", unit: "text"},
      ],
      rows: rows.map((row) => [
        systemName(view, row.source),
        entityName(view, row.entity),
        `${row.file}${row.sheet ? ` [${row.sheet}]` : ""}`,
        row.format,
        row.encoding,
        row.bytes,
        row.rows_in,
        row.rows_kept,
        row.rows_rejected,
        row.rows_set_aside,
        row.records,
        row.sha256.slice(0, 12),
        row[zh ? "notes_zh" : "notes_en"] ?? "",
      ]),
    },
    n: sum(rows, "rows_in"),
    method: zh ? "计数" : "counts",
    metrics: [],
    marts: ["import_files"],
    notes: [
      zh
        ? "记录数：一条记录占多行时（如逐次变动的流水），合并之后的条数。"
        : "Records: how many there are once the lines of one record are put together, as of a log of changes.",
    ],
    alt: zh
      ? `读入 ${read} 行，保留 ${kept} 行，剔除 ${rejected} 行，搁置 ${aside} 行。`
      : `${read} rows read, ${kept} kept, ${rejected} rejected, ${aside} set aside.`,
  };
}
