import type {ReportView} from "../../facts/view.js";
import type {Row} from "../../marts/list.js";
import {formatNumber} from "../../words/format.js";
import {periodName} from "../../words/period.js";
import {say} from "../../words/say.js";
import type {FigureOrMissing} from "../figure.js";
import {missingFigure} from "../forms/missing.js";
import {column, tableFigure} from "../forms/table.js";

type Cell = Row<"recency_frequency">;

const fifths = [5, 4, 3, 2, 1] as const;

/** Who bought lately and who bought often, by fifths: those who came often and have not come for long are the ones to call. */
export function recencyFrequency(view: ReportView): FigureOrMissing {
  const id = "recency-frequency";
  const rows = view.rows("recency_frequency");
  const buyers = view.rows("repeat_buyers")[0]?.buyers ?? 0;
  if (rows.length < 2 || buyers === 0)
    return missingFigure(view, {
      id,
      needs: ["orders"],
      shows: {zh: "谁常来、谁好久没来", en: "who buys often and who has not come for long"},
    });
  return tableFigure(view, {
    id,
    title: slippingTitle(view, rows),
    subtitle: say(view, {
      zh: `按最近一次购买和购买次数各分五等，5 为最近、最多；格内是客户数；${periodName(view)}`,
      en: `Fifths by last purchase and by number of purchases, 5 the latest and most; customers in each cell; ${periodName(view)}`,
    }),
    n: buyers,
    method: say(view, {
      zh: "同样的客户同一等（不靠行序拆分），所以各等大小可以不同；次数的等看有多少客户买得更少；不把两个分数相加",
      en: "equal customers share a fifth (ties are not split by order), so fifths may differ in size; that of frequency goes by how many buy more seldom; the scores are not added up",
    }),
    marts: ["recency_frequency", "repeat_buyers"],
    worked: slippingSum(view, rows),
    columns: [
      column("frequency", say(view, {zh: "购买次数", en: "Frequency"})),
      ...fifths.map((recency) => column(`r${recency}`, recencyName(view, recency), "count")),
    ],
    rows: gridRows(view, rows),
    notes: rows.some(isHidden)
      ? [say(view, {zh: "“–”：客户太少，不列。", en: "“–”: too few customers, withheld."})]
      : [],
  });
}

/** Who buys often (4 and 5) and has not come lately (1 and 2), cell by cell. */
function slippingSum(view: ReportView, rows: readonly Cell[]): string[] {
  const cells = rows.filter(({frequency, recency, customers}) => frequency >= 4 && recency <= 2 && customers !== null);
  if (cells.length === 0) return [];
  const sum = `${cells.map(({customers}) => customers).join(" + ")} = ${sumOf(cells, "customers")}`;
  return [
    say(view, {
      zh: `购买次数最多两等、最近一次最久两等的格子：${sum}`,
      en: `Cells of the two highest frequencies and the two longest ago: ${sum}`,
    }),
  ];
}

const isHidden = ({customers}: Cell): boolean => customers === null;

const sumOf = (rows: readonly Cell[], name: "customers" | "amount"): number =>
  rows.reduce((total, row) => total + (row[name] ?? 0), 0);

/** Who buys oftener than three fifths of the others, while three fifths of all have bought since. */
function slippingTitle(view: ReportView, rows: readonly Cell[]): string {
  const often = rows.filter(({frequency}) => frequency >= 4);
  const slipping = often.filter(({recency}) => recency <= 2);
  if (often.length === 0)
    return say(view, {
      zh: "客户的购买次数差不多，分不出谁更常买",
      en: "Customers buy about equally often; none stand out",
    });
  if (slipping.length === 0)
    return say(view, {zh: "常买的客户最近都来过", en: "Customers who buy often have all bought lately"});
  if (slipping.every(isHidden))
    return say(view, {
      zh: "常买却有一阵没来的客户太少，不列",
      en: "Too few who buy often have stayed away lately to be shown",
    });
  const number = formatNumber(sumOf(slipping, "customers"), "count", view);
  const atLeast = slipping.some(isHidden);
  return say(view, {
    zh: `常买的客户里${atLeast ? "至少" : ""}有 ${number} 个最近没来：五分之三的客户在他们之后都买过`,
    en: `${atLeast ? "At least " : ""}${number} who buy often have not come lately: three fifths of customers bought since`,
  });
}

function gridRows(view: ReportView, rows: readonly Cell[]) {
  const levels = fifths.filter((frequency) => rows.some((row) => row.frequency === frequency));
  return levels.map((frequency) => {
    const line = rows.filter((row) => row.frequency === frequency);
    const shown = (cell: Cell | undefined) => (cell ? cell.customers : 0);
    return [frequencyName(view, frequency), ...fifths.map((each) => shown(line.find(({recency}) => recency === each)))];
  });
}

function frequencyName(view: ReportView, frequency: number): string {
  if (frequency === 5) return say(view, {zh: "最多 5", en: "Most 5"});
  return frequency === 1 ? say(view, {zh: "最少 1", en: "Fewest 1"}) : String(frequency);
}

function recencyName(view: ReportView, recency: number): string {
  if (recency === 5) return say(view, {zh: "最近 5", en: "Latest 5"});
  return recency === 1 ? say(view, {zh: "最久 1", en: "Longest ago 1"}) : String(recency);
}
