import {waveFinding, waves} from "../figures/churn-waves.js";
import {competitorGaps} from "../figures/competitor-gaps.js";
import type {ReportView} from "../report-view.js";
import {churnSentence} from "./churn.js";
import {findings} from "./competitors.js";
import {complaintSentence, newCategorySentences} from "./complaints.js";
import {auditSentence} from "./data-quality.js";
import {metricSentence, worstGroupSentence} from "./facts.js";
import {mixSentence} from "./mix.js";
import {say} from "./say.js";

/** The month in sentences, bad news first: at most seven. */
export function overviewSentences(view: ReportView): string[] {
  const dimensions = ["tier", "region", "channel"];
  const sentences = [
    ...newCategorySentences(view).slice(0, 1),
    ...worstGroupSentence(view, {metric: "bottom_box", dimensions}),
    ...waves(view)
      .slice(0, 1)
      .map((wave) => `${waveFinding(view, wave)}${say(view, {zh: "。", en: "."})}`),
    ...(waves(view).length > 0 ? [] : churnSentence(view)),
    ...worstGroupSentence(view, {metric: "callback_independent", dimensions: ["team"]}),
    ...worstGroupSentence(view, {metric: "promise_kept", dimensions: ["team"]}),
    ...findings(view, [competitorGaps(view)]),
    ...auditSentence(view),
    ...mixSentence(view),
    ...metricSentence(view, "csat"),
  ];
  // Exports of one kind only: say what they do hold.
  if (sentences.length < 3) sentences.unshift(...complaintSentence(view));
  const others = (["answer_rate", "sla_met", "solved_rate", "nps"] as const).flatMap((id) => metricSentence(view, id));
  if (sentences.length < 3) sentences.push(...others);
  if (sentences.length === 0)
    return [
      say(view, {
        zh: "导出里还没有可以下结论的记录；“数据质量”页列出读到了什么。",
        en: "The exports hold nothing to conclude from yet; the data-quality page lists what was read.",
      }),
    ];
  return sentences.slice(0, 7);
}
