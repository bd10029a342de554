import {whereKnown} from "../../facts/known.js";
import type {ReportView} from "../../facts/view.js";
import type {Row} from "../../marts/list.js";
import {formatNumber} from "../../words/format.js";
import {periodName} from "../../words/period.js";
import {say} from "../../words/say.js";
import type {FigureOrMissing, FigureTable} from "../figure.js";
import {estimateFigure} from "../forms/estimate.js";
import {missingFigure} from "../forms/missing.js";
import {column, numbersOf} from "../forms/table.js";

/** The mean of every survey item, worst first. Items on different scales are put on one: share of the way from lowest to highest. */
export function itemScores(view: ReportView): FigureOrMissing {
  const id = "items";
  const rows = view
    .rows("item_scores")
    .filter((row) => row.dimension === "all" && row.question !== "nps" && row.question !== "ces");
  const shown = whereKnown(rows, "value", "n");
  if (shown.length < 2)
    return missingFigure(view, {id, needs: ["surveys"], shows: {zh: "各项评分", en: "the score of each item"}});
  const scales = new Set(shown.map((row) => `${row.scale_min}–${row.scale_max}`));
  const mainScale = [...scales].sort(
    (a, b) =>
      shown.filter((row) => `${row.scale_min}–${row.scale_max}` === b).length -
      shown.filter((row) => `${row.scale_min}–${row.scale_max}` === a).length,
  )[0]!;
  const sameScale = shown
    .filter((row) => `${row.scale_min}–${row.scale_max}` === mainScale)
    .sort((a, b) => a.value - b.value || (a.item < b.item ? -1 : 1));
  const worst = sameScale[0]!;
  const zh = view.language === "zh";
  const name = view.label("items", worst.item);
  const figure = estimateFigure(view, {
    id,
    title: zh
      ? `${name}的评分最低：${formatNumber(worst.value, "score", view)} 分`
      : `${name} is rated lowest: ${formatNumber(worst.value, "score", view)}`,
    claims: [{is: "lowest", of: "value", rows: [name], among: sameScale.map(({item}) => view.label("items", item))}],
    subtitle: zh
      ? `各项平均分（${mainScale}）；不适用的回答不计；${periodName(view)}`
      : `Mean score per item (${mainScale}); “not applicable” left out; ${periodName(view)}`,
    form: "dots",
    unit: "score",
    labels: zh ? "评分项" : "Item",
    metric: "csat_score",
    name: zh ? "平均分" : "Mean score",
    marts: ["item_scores"],
    n: sameScale.reduce((sum, row) => Math.max(sum, row.n), 0),
    rows: sameScale.map((row) => ({
      label: view.label("items", row.item),
      value: row.value,
      lo: row.lo,
      hi: row.hi,
      n: row.n,
      flag: row.flag,
    })),
    focus: [name],
    notes:
      scales.size > 1
        ? [
            zh
              ? `只画刻度为 ${mainScale} 的项目；其余见数据表末尾，带自己的刻度。`
              : `Only items on the scale ${mainScale} are drawn; the others end the table, each with its own.`,
          ]
        : [],
  });
  const others = shown.filter((row) => !sameScale.includes(row));
  const table = {
    ...figure.table,
    rows: [...figure.table.rows, ...others.map((row) => otherCells(view, {row, table: figure.table}))],
  };
  return {...figure, table: withSpread(view, {table, rows: [...sameScale, ...others]})};
}

/** An item on another scale, which its name says. */
const otherCells = (
  view: ReportView,
  {row, table}: {row: Row<"item_scores">; table: FigureTable},
): FigureTable["rows"][number] => {
  const scale = `${row.scale_min}–${row.scale_max}`;
  const label = say(view, {
    zh: `${view.label("items", row.item)}（${scale}）`,
    en: `${view.label("items", row.item)} (${scale})`,
  });
  const cells: Readonly<Record<string, string | number | null>> = {...row};
  return table.columns.map(({id}, at) => (at === 0 ? label : (cells[id] ?? null)));
};

/** Beside each mean how far answers differ; where they carry weights, the weighted mean and what its answers are worth. */
function withSpread(
  view: ReportView,
  {table: {columns, rows: cells}, rows}: {table: FigureTable; rows: readonly Row<"item_scores">[]},
): FigureTable {
  const isWeighted = rows.some(({weighted_value}) => weighted_value !== null);
  const weighted = [
    column("weighted_value", say(view, {zh: "加权平均分", en: "Weighted mean"}), "score"),
    column("n_eff", say(view, {zh: "有效样本量", en: "Effective n"}), "count"),
  ];
  return {
    columns: [
      ...columns,
      column("sd", say(view, {zh: "标准差", en: "Standard deviation"}), "score"),
      ...(isWeighted ? weighted : []),
    ],
    rows: cells.map((each, index) => [
      ...each,
      ...numbersOf(rows[index]!, isWeighted ? ["sd", "weighted_value", "n_eff"] : ["sd"]),
    ]),
  };
}
