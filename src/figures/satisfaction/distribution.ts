import type {ReportView} from "../../facts/view.js";
import {wilsonInterval} from "../../stats/estimates/wilson-interval.js";
import {formatNumber} from "../../words/format.js";
import {periodName} from "../../words/period.js";
import type {FigureOrMissing} from "../figure.js";
import {estimateFigure} from "../forms/estimate.js";
import {missingFigure} from "../forms/missing.js";

/** How often each overall score was given: the tail before the average. */
export function scoreDistribution(view: ReportView): FigureOrMissing {
  const id = "csat-distribution";
  const rows = view.rows("score_distribution").filter((row) => row.question === "csat" && row.item === "overall");
  const n = rows.reduce((sum, row) => sum + row.answers, 0);
  if (n < 10)
    return missingFigure(view, {
      id,
      needs: ["surveys"],
      shows: {zh: "总体满意度的分数分布", en: "how the overall scores are spread"},
    });
  const zh = view.language === "zh";
  const [lowest, highest] = [rows[0]!, rows.at(-1)!];
  const share = (row: (typeof rows)[number]) => formatNumber(row.answers / n, "share", view);
  return estimateFigure(view, {
    id,
    title: zh
      ? `${share(lowest)} 的回答给了最低分 ${lowest.score}，${share(highest)} 给了最高分 ${highest.score}`
      : `${share(lowest)} gave the lowest score, ${lowest.score}; ${share(highest)} gave the highest, ${highest.score}`,
    subtitle: zh
      ? `总体满意度各分数占有效回答的比例；${periodName(view)}`
      : `Share of valid answers at each overall score; ${periodName(view)}`,
    form: "columns",
    unit: "share",
    labels: zh ? "分数" : "Score",
    name: zh ? "占比" : "Share",
    metric: "csat_score",
    method: zh ? "Wilson 95% 区间" : "Wilson 95% interval",
    marts: ["score_distribution"],
    n,
    rows: rows.map((row) => {
      const {estimate, low, high} = wilsonInterval(row.answers, n);
      return {label: String(row.score), value: estimate, lo: low, hi: high, n: row.answers};
    }),
  });
}
