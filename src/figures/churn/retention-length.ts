import type {ReportView} from "../../facts/view.js";
import type {Row} from "../../marts/list.js";
import {daysPerMonth} from "../../marts/shape/rates.js";
import {say} from "../../words/say.js";
import type {TableColumn} from "../figure.js";
import {column, limitColumns, numbersOf} from "../forms/table.js";

type Mean = Row<"retention_means">;

/** Months of the first so many that nobody can be lost in, by the rule: so long a silence must first have passed. */
export function impossibleMonths(view: ReportView): number {
  if (view.churnRule !== "inactivity") return 0;
  const days = view.rows("churn_rule_variants").find(({factor}) => factor === 1)?.rule_days ?? 0;
  return Math.floor(days / daysPerMonth);
}

/** Mean months of the first so many, and the month by which half are gone, each with its limits. */
export const meanColumns = (view: ReportView, mean: Pick<Mean, "months"> | undefined): TableColumn[] => [
  column("mean", meanName(view, mean), "score"),
  ...limitColumns(view, "score", "mean"),
  column("median", say(view, {zh: "半数离开的月数", en: "Months until half are gone"}), "score"),
  ...limitColumns(view, "score", "median"),
];

export const meanName = (view: ReportView, mean: Pick<Mean, "months"> | undefined): string =>
  say(view, {
    zh: mean ? `前 ${mean.months} 个月平均留存月数` : "平均留存月数",
    en: mean ? `Mean months kept of the first ${mean.months}` : "Mean months kept",
  });

export const meanCells = (mean: Mean | undefined): (number | null)[] =>
  mean
    ? numbersOf(mean, ["value", "lo", "hi", "median", "median_lo", "median_hi"])
    : [null, null, null, null, null, null];

/** What the rule of silence makes impossible is not drawn. */
export const ruleNotes = (view: ReportView, silent: number): string[] =>
  silent === 0
    ? []
    : [
        say(view, {
          zh: `按规则要先沉默 ${silent} 个月多才算流失，此前谁也不会流失：曲线从满 ${silent} 个月画起。`,
          en: `By the rule nobody can be lost before more than ${silent} months of silence: the curve begins at month ${silent}.`,
        }),
      ];

/** How far a mean looks, and why so far. */
export const horizonNotes = (view: ReportView, mean: Pick<Mean, "months"> | undefined): string[] =>
  mean
    ? [
        say(view, {
          zh: `平均留存月数只算前 ${mean.months} 个月：到那时各组仍有 10 户以上在册，能说的最多；到不了的组不比。`,
          en: `Mean months are of the first ${mean.months}: up to there groups still have ten customers at risk, and most can be said; groups known for less are not compared.`,
        }),
      ]
    : [];
