import type {ReportView} from "../../facts/view.js";
import {entityName, systemName} from "../../words/entities.js";
import type {Figure} from "../figure.js";
import {column, tableFigure} from "../forms/table.js";

const kinds = {
  missing_source: {
    zh: ["应到未到的系统", "向该系统的负责人要本月导出；相关页面已注明"],
    en: ["Expected system sent nothing", "ask its owner for this month's export; the pages it feeds say so"],
  },
  no_file: {
    zh: ["映射里有，文件没有", "放入文件，或从映射中删去这张表"],
    en: ["Mapped, but no file came", "add the file, or take the table out of the mapping"],
  },
  unmapped_file: {
    zh: ["文件没有映射，未读取", "运行 npm run map 提出映射，或移走文件"],
    en: ["File without a mapping, not read", "run npm run map to have one proposed, or remove the file"],
  },
} as const;

/** What should have come and did not, and what came and was not read. */
export function sourceGaps(view: ReportView): Figure {
  const zh = view.language === "zh";
  const rows = Object.keys(kinds).flatMap((kind) => view.rows("source_gaps").filter((row) => row.kind === kind));
  return tableFigure(view, {
    id: "source-gaps",
    title: zh
      ? rows.length === 0
        ? "应到的系统都到了，文件都已读取"
        : `${rows.length} 处缺口：应到未到，或到了没有读`
      : rows.length === 0
        ? "Every expected system sent its files, and all were read"
        : `${rows.length} gaps: expected and absent, or there and not read`,
    subtitle: zh
      ? "按 report.yaml 的 expected_sources 与映射文件"
      : "By expected_sources in report.yaml and the mappings",
    columns: [
      column("kind", zh ? "缺口" : "Gap"),
      column("source", zh ? "来源" : "Source"),
      column("entity", zh ? "内容" : "Records"),
      column("file", zh ? "文件" : "File"),
      column("fix", zh ? "怎么办" : "What to do"),
    ],
    rows: rows.map((row) => {
      const [name, fix] = kinds[row.kind as keyof typeof kinds][view.language];
      return [name, systemName(view, row.source), row.entity ? entityName(view, row.entity) : "", row.file, fix];
    }),
    n: rows.length,
    marts: ["source_gaps"],
  });
}
