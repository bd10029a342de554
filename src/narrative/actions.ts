import {effectFinding, judgedActions} from "../facts/actions/effects.js";
import {referredBeside} from "../facts/actions/referred.js";
import type {ReportView} from "../facts/view.js";
import {actionAgeing} from "../figures/actions/ageing.js";
import {referrals, referrers} from "../figures/actions/referrals.js";
import {actionTracker} from "../figures/actions/tracker.js";
import {winbackByGroup} from "../figures/actions/winback.js";
import {winbackCandidates} from "../figures/actions/winback-candidates.js";
import {winbackCurve} from "../figures/actions/winback-curve.js";
import {say} from "../words/say.js";
import {findings} from "./findings.js";

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
