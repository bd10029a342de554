import {actionAgeing} from "../figures/action-ageing.js";
import {actionTracker} from "../figures/action-tracker.js";
import {effectFinding, judgedActions} from "../figures/action-words.js";
import {referrals, referredBeside, referrers} from "../figures/referrals.js";
import {winbackByGroup} from "../figures/winback.js";
import {winbackCandidates} from "../figures/winback-candidates.js";
import {winbackCurve} from "../figures/winback-curve.js";
import type {ReportView} from "../report-view.js";
import {findings} from "./competitors.js";
import {say} from "./say.js";

/** What is overdue and how long things take, whether what was done helped, who came back, who brings others. */
export function actionsSentences(view: ReportView): string[] {
  const stop = say(view, {zh: "。", en: "."});
  return [
    ...findings(view, [actionTracker(view), actionAgeing(view)]),
    ...judgedActions(view).map((row) => `${effectFinding(view, row)}${stop}`),
    ...findings(view, [winbackByGroup(view), winbackCurve(view), winbackCandidates(view), referrals(view)]),
    ...referredBeside(view).map((sentence) => `${sentence}${stop}`),
    ...findings(view, [referrers(view)]),
  ];
}
