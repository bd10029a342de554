import type {ReportView} from "../facts/view.js";
import type {DrawnFigures} from "../figures/figure.js";
import {say} from "../words/say.js";
import {findings} from "./findings.js";
import {metricSentence, metricSentences, worstGroupSentence} from "./metric.js";
import {mixSentence} from "./mix.js";
import {caveatSentence} from "./survey-caveat.js";

const dimensions = ["tier", "region", "channel", "customer_type", "segment", "role", "sex", "age_band", "product"];

/** Satisfaction in sentences: how it was asked for and the response rate stand before any headline. */
export function satisfactionSentences(view: ReportView, drawn: DrawnFigures): string[] {
  const hasRate = metricSentence(view, "response_rate").length > 0;
  const scores = (["bottom_box", "csat", "nps", "ces"] as const).flatMap((metric) => metricSentence(view, metric));
  if (scores.length === 0) return [];
  const noRate = say(view, {
    zh: "导出里没有邀请记录，参评率未知：以下比例只代表作答的客户。",
    en: "The exports hold no invitations, so the response rate is unknown: what follows speaks for those who answered only.",
  });
  return metricSentences(view, [
    caveatSentence(view),
    hasRate ? "response_rate" : [noRate],
    "bottom_box",
    worstGroupSentence(view, {metric: "bottom_box", dimensions}),
    "csat",
    mixSentence(view),
    "nps",
    "ces",
    findings(view, drawn, [
      "open-themes",
      "tail-reasons",
      "silent-dissatisfied",
      "attitude-revenue",
      "satisfaction-crosses",
      "satisfaction-bases",
      "agent-speed",
      "drivers",
      "importance-performance",
      "survey-lag",
      "preferences-kept",
    ]),
  ]);
}
