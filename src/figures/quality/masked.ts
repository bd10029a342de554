import type {ReportView} from "../../facts/view.js";
import {heading} from "../../words/capital.js";
import {entityName, systemName} from "../../words/entities.js";
import {formatNumber} from "../../words/format.js";
import {personalKinds} from "../../words/personal-kinds.js";
import type {Figure} from "../figure.js";
import {column, tableFigure} from "../forms/table.js";

/** What was masked where records enter: by kind of personal data, and in which columns it stood. */
export function maskedByKind(view: ReportView): Figure {
  const zh = view.language === "zh";
  const rows = view.rows("masked_by_kind").map((row) => ({
    kind: row.kind,
    place: `${systemName(view, row.source)} · ${entityName(view, row.entity)} · ${row.column}`,
    pieces: row.pieces,
  }));
  const kinds = [...new Set(rows.map(({kind}) => kind))].map((kind) => {
    const own = rows.filter((row) => row.kind === kind).sort((a, b) => b.pieces - a.pieces);
    return {kind, pieces: own.reduce((sum, {pieces}) => sum + pieces, 0), places: own.map(({place}) => place)};
  });
  const total = kinds.reduce((sum, {pieces}) => sum + pieces, 0);
  const text = formatNumber(total, "count", view);
  return tableFigure(view, {
    id: "masked-by-kind",
    title:
      total === 0
        ? zh
          ? "没有发现个人信息"
          : "No personal data was found"
        : zh
          ? `读入时遮盖个人信息 ${text} 处，共 ${kinds.length} 类`
          : `${text} pieces of personal data masked on reading, of ${kinds.length} ${kinds.length === 1 ? "kind" : "kinds"}`,
    subtitle: zh ? "按种类；所在的来源、内容和列" : "By kind, with the source, records and columns they stood in",
    columns: [
      column("kind", zh ? "种类" : "Kind"),
      column("pieces", zh ? "处数" : "Pieces", "count"),
      column("places", zh ? "所在的列" : "Where"),
    ],
    rows: kinds
      .sort((a, b) => b.pieces - a.pieces || (a.kind < b.kind ? -1 : 1))
      .map(({kind, pieces, places}) => [
        heading(personalKinds[kind][view.language]),
        pieces,
        places.join(zh ? "；" : "; "),
      ]),
    n: total,
    marts: ["masked_by_kind"],
    notes: [
      zh
        ? "遮盖在读入时完成：页面、演示文稿、工作簿和数据文件都只有遮盖后的内容。"
        : "Masking happens on reading: pages, deck, workbook and data files only ever hold what is left.",
    ],
  });
}
