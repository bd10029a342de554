import {effectFinding, judgedActions} from "../facts/actions/effects.js";
import {referredBeside} from "../facts/actions/referred.js";
import type {ReportView} from "../facts/view.js";
import type {DrawnFigures} from "../figures/figure.js";
import {say} from "../words/say.js";
import {findings} from "./findings.js";

/** What is overdue and how long things take, whether what was done helped, who came back, who brings others. */
export function actionsSentences(view: ReportView, drawn: DrawnFigures): string[] {
  const stop = say(view, {zh: "。", en: "."});
  return [
    ...findings(view, drawn, ["action-tracker", "action-ageing"]),
    ...judgedActions(view).map((row) => `${effectFinding(view, row)}${stop}`),
    ...findings(view, drawn, ["winback-by-group", "winback-curve", "winback-candidates", "referrals"]),
    ...referredBeside(view).map((sentence) => `${sentence}${stop}`),
    ...findings(view, drawn, ["referrers"]),
  ];
}
