import {actionTracker, effectFinding} from "../figures/actions.js";
import {referrals, referrers} from "../figures/referrals.js";
import {winbackByGroup, winbackCandidates, winbackCurve} from "../figures/winback.js";
import type {ReportView} from "../report-view.js";
import {findings} from "./competitors.js";
import {say} from "./say.js";

/** Who came back, what was done and whether it helped, who brings others. */
export function actionsSentences(view: ReportView): string[] {
  const judged = view.rows("action_effects").filter(({effect}) => ["better", "worse", "none"].includes(String(effect)));
  const stop = say(view, {zh: "。", en: "."});
  return [
    ...findings(view, [winbackByGroup(view), winbackCurve(view), winbackCandidates(view), actionTracker(view)]),
    ...judged.map((row) => `${effectFinding(view, row)}${stop}`),
    ...findings(view, [referrals(view), referrers(view)]),
  ];
}
