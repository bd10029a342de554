import {formatNumber} from "../words/format.js";
import {say} from "../words/say.js";
import type {ReportView} from "./view.js";

/** Measures that a survey's own weights would change, by the question they are of. */
const questions: Readonly<Record<string, "csat" | "nps">> = {
  csat: "csat",
  csat_score: "csat",
  bottom_box: "csat",
  nps: "nps",
};

/**
 * Where the answers carry weights: that the measure counts each answer once, and what it is with the weights.
 * @param of "(month)" for the report month, "(all)" for the window
 */
export function weightNotes(view: ReportView, {metric, of}: {metric: string; of: "(month)" | "(all)"}): string[] {
  const found = view.rows("survey_weights").find(({question, wave}) => question === questions[metric] && wave === of);
  if (!found || found.weighted_value === null || found.n_eff === null) return [];
  const n_eff = formatNumber(Math.round(found.n_eff), "count", view);
  const period = of === "(all)" ? {zh: "整个窗口", en: "over the window"} : {zh: "本月", en: "this month"};
  if (metric === "bottom_box")
    return [
      say(view, {
        zh: "问卷自带权重，这里每份回答算一份；加权后的得分见“问卷权重”。",
        en: "The answers carry weights; here each counts once. Scores with the weights stand under “survey weights”.",
      }),
    ];
  const [plain, weighted] =
    metric === "csat_score"
      ? [formatNumber(found.mean, "score", view), formatNumber(found.weighted_mean, "score", view)]
      : [found.value, found.weighted_value].map((value) =>
          formatNumber(value, metric === "nps" ? "nps" : "share", view),
        );
  return [
    say(view, {
      zh: `问卷自带权重，这里每份回答算一份（${period.zh} ${plain}）；加权后 ${weighted}（有效样本量 ${n_eff}）。`,
      en: `The answers carry weights; here each counts once (${period.en} ${plain}). With the weights: ${weighted} (n_eff ${n_eff}).`,
    }),
  ];
}
