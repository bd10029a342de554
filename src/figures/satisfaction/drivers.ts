import {driverRows} from "../../facts/satisfaction/drivers.js";
import type {ReportView} from "../../facts/view.js";
import {itemName} from "../../words/codes.js";
import {formatNumber} from "../../words/format.js";
import {periodName} from "../../words/period.js";
import {listed, say} from "../../words/say.js";
import type {FigureOrMissing} from "../figure.js";
import {estimateFigure} from "../forms/estimate.js";
import {missingFigure} from "../forms/missing.js";
import {column} from "../forms/table.js";

/** What overall satisfaction goes with: each item's share of what the items explain together. */
export function drivers(view: ReportView): FigureOrMissing {
  const id = "drivers";
  const rows = [...driverRows(view)].sort((a, b) => b.value - a.value || (a.item < b.item ? -1 : 1));
  const [first, second] = rows;
  if (!first || !second)
    return missingFigure(view, {
      id,
      needs: ["surveys"],
      shows: {zh: "总体满意度与哪些评分项有关", en: "which items overall satisfaction goes with"},
    });
  const title = driverFinding(view, {first, second});
  const correlations = new Map(view.rows("item_correlations").map((row) => [row.item, row]));
  const explained = formatNumber(first.r2, "share", view);
  const figure = estimateFigure(view, {
    id,
    title,
    claims: [
      {
        is: "highest",
        of: "value",
        rows: (first.lo > second.hi ? [first] : [first, second]).map(({item}) => itemName(view, item)),
      },
    ],
    subtitle: say(view, {
      zh: `各项对总体满意度的影响权重，合计 100%；各项一起解释 ${explained}；${periodName(view)}`,
      en: `Share of each item in explaining overall satisfaction, adding to 100%; together they explain ${explained}; ${periodName(view)}`,
    }),
    form: "dots",
    unit: "share",
    labels: say(view, {zh: "评分项", en: "Item"}),
    name: say(view, {zh: "影响权重", en: "Importance"}),
    metric: "driver_share",
    marts: ["driver_shares", "item_correlations"],
    n: first.n,
    rows: rows.map(({item, value, lo, hi, n}) => ({label: itemName(view, item), value, lo, hi, n})),
    method: say(view, {
      zh: "LMG/Shapley 分解 R²，按客户自助法区间；Johnson 相对权重作核对",
      en: "LMG/Shapley split of R², bootstrap by customer; Johnson's relative weights as a check",
    }),
    notes: [
      say(view, {
        zh: "是关联，不是因果；同一张问卷一气填完，会把各项的关联都抬高。",
        en: "Association, not cause; answers given in one mood make all items look more alike than they are.",
      }),
      ...leftOutNote(view, rows),
    ],
  });
  return {
    ...figure,
    table: {
      columns: [
        ...figure.table.columns,
        column("johnson", say(view, {zh: "Johnson 权重", en: "Johnson weight"}), "share"),
        column("beta", say(view, {zh: "标准化系数", en: "Standardised coefficient"}), "ratio"),
        column("correlation", say(view, {zh: "相关系数", en: "Correlation"}), "ratio"),
        column("vif", "VIF", "ratio"),
      ],
      rows: figure.table.rows.map((cells, index) => [
        ...cells,
        rows[index]!.johnson,
        rows[index]!.beta,
        correlations.get(rows[index]!.item)?.value ?? null,
        rows[index]!.vif,
      ]),
    },
  };
}

/** Which rated items take no part, and why. */
function leftOutNote(view: ReportView, rows: readonly Driver[]): string[] {
  const taken = new Set(rows.map(({item}) => item));
  const left = view
    .rows("item_scores")
    .filter(({question, dimension, item}) => question === "rating" && dimension === "all" && !taken.has(item))
    .map(({item}) => itemName(view, item));
  if (left.length === 0) return [];
  return [
    say(view, {
      zh: `没有参加计算的：${listed(view, left)}（超过 30% 的答卷没有回答，分数没有差别，或多于 12 项时与总体关系最弱的）。`,
      en: `Left out: ${listed(view, left)} (over 30% of answers lack them, they never vary, or of more than 12 they go with the whole least).`,
    }),
  ];
}

/** What overall satisfaction goes with most; two names where their intervals overlap. */
function driverFinding(view: ReportView, {first, second}: {first: Driver; second: Driver}): string {
  const share = (value: number) => formatNumber(value, "share", view);
  const both = listed(
    view,
    [first, second].map(({item}) => itemName(view, item)),
  );
  const sure = first.lo > second.hi;
  return sure
    ? say(view, {
        zh: `与总体满意度关系最大：${itemName(view, first.item)}（权重 ${share(first.value)}）`,
        en: `Most linked to overall satisfaction: ${itemName(view, first.item)} (weight ${share(first.value)})`,
      })
    : say(view, {
        zh: `与总体满意度关系最大：${both}，先后未定`,
        en: `Most linked to overall satisfaction: ${both}, order unsure`,
      });
}

type Driver = ReturnType<typeof driverRows>[number];
