import {waveFinding, waves} from "../facts/churn/waves.js";
import type {ReportView} from "../facts/view.js";
import type {DrawnFigures} from "../figures/figure.js";
import {say} from "../words/say.js";
import {churnSentence} from "./churn.js";
import {rivalHeadline} from "./competitors.js";
import {findings} from "./findings.js";
import {metricSentence, worstGroupSentence} from "./metric.js";
import {mixSentence} from "./mix.js";
import {differenceInBrief} from "./reconciliation.js";
import {complaintSentence, newCategorySentences} from "./service.js";
import {caveatSentence, faultsText} from "./survey-caveat.js";

/** The month in sentences, bad news first: at most seven. */
export function overviewSentences(view: ReportView, drawn: DrawnFigures): string[] {
  const sentences = [
    ...newCategorySentences(view).slice(0, 1),
    ...waves(view)
      .slice(0, 1)
      .map((wave) => `${waveFinding(view, wave)}${say(view, {zh: "。", en: "."})}`),
    ...(waves(view).length > 0 ? [] : churnSentence(view)),
    ...dissatisfiedSentence(view),
    ...worstTeamsSentence(view),
    ...rivalHeadline(view, drawn),
    ...overdueSentence(view, drawn),
    ...differenceInBrief(view),
    ...mixSentence(view),
    ...metricSentence(view, "csat"),
  ];
  // Exports of one kind only: say what they do hold.
  if (sentences.length < 3) sentences.unshift(...complaintSentence(view));
  const others = (["answer_rate", "sla_met", "solved_rate", "nps"] as const).flatMap((id) => metricSentence(view, id));
  if (sentences.length < 3) sentences.push(...others);
  if (sentences.length < 3) sentences.push(...findings(view, drawn, ["churn-causes", "churn-destinations"]));
  if (sentences.length < 3) sentences.push(...findings(view, drawn, ordersAlone));
  if (sentences.length === 0) sentences.push(...findings(view, drawn, whateverElse).slice(0, 3));
  if (sentences.length === 0)
    return [
      say(view, {
        zh: "导出里还没有可以下结论的记录；“数据质量”页列出读到了什么。",
        en: "The exports hold nothing to conclude from yet; the data-quality page lists what was read.",
      }),
    ];
  return sentences.slice(0, 7);
}

/** What orders tell where they are all there is. */
const ordersAlone = ["order-amount", "buyers-by-purchases", "recency-frequency"];

/** Where nothing above can be said, the first of these that can. */
const whateverElse = [
  "backlog",
  "resolution-times",
  "call-times",
  "site-by-month",
  "first-time-fix",
  "return-reasons",
  "commitments",
  "prospect-flows",
  "file-review",
  "churn-by-segment",
];

/** Who is least satisfied, after what to make of the scores at all. */
function dissatisfiedSentence(view: ReportView): string[] {
  const [worst] = worstGroupSentence(view, {metric: "bottom_box", dimensions: ["tier", "region", "channel"]});
  const faults = faultsText(view);
  if (!worst || faults === "") return worst ? [worst] : caveatSentence(view);
  return [
    say(view, {
      zh: `满意度要打折扣看（${faults}）：${worst}`,
      en: `Read the scores with care (${faults}). ${worst}`,
    }),
  ];
}

/** The teams furthest below the rest, one in each of two measures, as one sentence. */
function worstTeamsSentence(view: ReportView): string[] {
  const found = (["callback_independent", "promise_kept"] as const).flatMap((metric) =>
    worstGroupSentence(view, {metric, dimensions: ["team"]}),
  );
  const stop = say(view, {zh: "。", en: "."});
  const joined = found.map((sentence) => sentence.slice(0, -stop.length)).join(say(view, {zh: "；", en: "; "}));
  return joined === "" ? [] : [`${joined}${stop}`];
}

const overdueSentence = (view: ReportView, drawn: DrawnFigures): string[] =>
  view.rows("action_effects").some(({status}) => status === "overdue") ? findings(view, drawn, ["action-tracker"]) : [];
