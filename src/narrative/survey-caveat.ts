import {surveyFaults} from "../facts/quality/audit.js";
import type {ReportView} from "../facts/view.js";
import {say} from "../words/say.js";

/** All that is wrong with how satisfaction was asked for, in one breath; "" where nothing is. */
export const faultsText = (view: ReportView): string => surveyFaults(view).join(say(view, {zh: "；", en: "; "}));

/** To be read before any score, where the survey's method is not sound. */
export function caveatSentence(view: ReportView): string[] {
  const faults = faultsText(view);
  return faults === ""
    ? []
    : [say(view, {zh: `满意度要打折扣看：${faults}。`, en: `Read the scores with care: ${faults}.`})];
}
