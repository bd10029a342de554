import type {ReportView} from "../../facts/view.js";
import {formatNumber} from "../../words/format.js";
import {periodName} from "../../words/period.js";
import {say} from "../../words/say.js";
import type {FigureOrMissing} from "../figure.js";
import {missingFigure} from "../forms/missing.js";
import {column, tableFigure} from "../forms/table.js";

const fifths = [5, 4, 3, 2, 1] as const;

/** Who bought lately and who bought often, by fifths: those who came often and have not come for long are the ones to call. */
export function recencyFrequency(view: ReportView): FigureOrMissing {
  const id = "recency-frequency";
  const rows = view.rows("recency_frequency");
  const buyers = rows.reduce((sum, {customers}) => sum + (customers ?? 0), 0);
  if (rows.length < 2 || buyers === 0)
    return missingFigure(view, {
      id,
      needs: ["orders"],
      shows: {zh: "谁常来、谁好久没来", en: "who buys often and who has not come for long"},
    });
  const cell = (recency: number, frequency: number) =>
    rows.find((row) => row.recency === recency && row.frequency === frequency);
  const slipping = rows.filter(({recency, frequency}) => recency <= 2 && frequency >= 4);
  const sum = (name: "customers" | "amount") => slipping.reduce((total, row) => total + (row[name] ?? 0), 0);
  const isHidden = slipping.some(({customers}) => customers === null);
  const number = formatNumber(sum("customers"), "count", view);
  const amount = formatNumber(sum("amount"), "money", view);
  return tableFigure(view, {
    id,
    title:
      sum("customers") === 0
        ? say(view, {
            zh: "常买的客户最近都来过，没有看到流失的苗头",
            en: "Customers who buy often have all bought lately",
          })
        : say(view, {
            zh: `常买却好久没来的客户${isHidden ? "至少" : ""} ${number} 个，这段时间买过 ${amount}`,
            en: `${isHidden ? "At least " : ""}${number} customers who bought often have not come for long; they had bought for ${amount}`,
          }),
    subtitle: say(view, {
      zh: `按最近一次购买和购买次数各分五等，5 为最近、最多；格内是客户数；${periodName(view)}`,
      en: `Fifths by last purchase and by number of purchases, 5 the latest and most; customers in each cell; ${periodName(view)}`,
    }),
    n: buyers,
    method: say(view, {
      zh: "同样的客户同一等（不靠行序拆分），所以各等大小可以不同；不把两个分数相加",
      en: "equal customers share a fifth (ties are not split by order), so fifths may differ in size; the scores are not added up",
    }),
    marts: ["recency_frequency"],
    columns: [
      column("frequency", say(view, {zh: "购买次数", en: "Frequency"})),
      ...fifths.map((recency) =>
        column(
          `r${recency}`,
          recency === 5
            ? say(view, {zh: "最近 5", en: "Latest 5"})
            : recency === 1
              ? say(view, {zh: "最久 1", en: "Longest ago 1"})
              : String(recency),
          "count",
        ),
      ),
    ],
    rows: fifths
      .filter((frequency) => rows.some((row) => row.frequency === frequency))
      .map((frequency) => [
        frequency === 5
          ? say(view, {zh: "最多 5", en: "Most 5"})
          : frequency === 1
            ? say(view, {zh: "最少 1", en: "Fewest 1"})
            : String(frequency),
        ...fifths.map((recency) => {
          const found = cell(recency, frequency);
          return found ? found.customers : 0;
        }),
      ]),
    notes: isHidden ? [say(view, {zh: "“–”：客户太少，不列。", en: "“–”: too few customers, withheld."})] : [],
  });
}
