import {changes, isSureChange} from "../../facts/competitors/changes.js";
import {gapRows, mainRival} from "../../facts/competitors/rows.js";
import type {ReportView} from "../../facts/view.js";
import {brandName, itemName} from "../../words/codes.js";
import {listed} from "../../words/say.js";
import type {FigureOrMissing} from "../figure.js";
import {missingFigure} from "../forms/missing.js";
import {limitColumns, numbersOf, tableFigure} from "../forms/table.js";
import {trendShows} from "./trend.js";

/** Every attribute: own change beside the change of the gap. */
export function competitorChanges(view: ReportView): FigureOrMissing {
  const id = "competitor-changes";
  const rival = mainRival(view);
  const rows = changes(view, rival);
  if (!rival || rows.length === 0) return missingFigure(view, {id, needs: ["surveys"], shows: trendShows});
  const zh = view.language === "zh";
  const shrinking = rows.filter((row) => row.gap_change < 0 && isSureChange(row));
  const growing = rows.filter((row) => row.gap_change > 0 && isSureChange(row));
  const names = (list: typeof rows) =>
    listed(
      view,
      list.map((row) => itemName(view, row.item)),
    );
  const name = brandName(view, rival);
  const found = [
    ...(shrinking.length > 0
      ? [zh ? `相对${name}在退步：${names(shrinking)}` : `We are losing ground to ${name} on ${names(shrinking)}`]
      : []),
    ...(growing.length > 0
      ? [zh ? `相对${name}在进步：${names(growing)}` : `We are gaining ground on ${name} on ${names(growing)}`]
      : []),
  ];
  const {from, to} = rows[0]!;
  return tableFigure(view, {
    id,
    title:
      found.length > 0
        ? found.join(zh ? "；" : "; ")
        : zh
          ? `对${name}的差距，各项都不能断定有变化`
          : `No gap to ${name} has surely changed`,
    subtitle: zh
      ? `${from} 至 ${to}：自己的变化与对${name}的差距的变化`
      : `${from} to ${to}: own change and change of the gap to ${name}`,
    n: Math.max(...gapRows(view).map(({own_n}) => own_n ?? 0)),
    method: zh
      ? `${rows[0]!.waves} 次抽样的线性趋势，首尾之差，95% 区间；Benjamini–Hochberg`
      : `linear trend over ${rows[0]!.waves} samples, from first to last, 95% interval; Benjamini–Hochberg`,
    marts: ["brand_gap_changes"],
    metrics: ["brand_gap"],
    columns: [
      {id: "item", label: zh ? "指标" : "Attribute", unit: "text"},
      {id: "own_change", label: zh ? "自己的变化（按各期趋势）" : "Own change (trend over the waves)", unit: "score"},
      ...limitColumns(view, "score", "own"),
      {id: "gap_change", label: zh ? "差距的变化" : "Change of the gap", unit: "score"},
      ...limitColumns(view, "score", "gap"),
    ],
    rows: rows.map((row) => [
      itemName(view, row.item),
      ...numbersOf(row, ["own_change", "own_lo", "own_hi", "gap_change", "gap_lo", "gap_hi"]),
    ]),
  });
}
