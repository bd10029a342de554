import {auditFinding, auditRows} from "../facts/quality/audit.js";
import type {ReportView} from "../facts/view.js";
import {say} from "../words/say.js";

/** What is wrong with how satisfaction was asked for: "Field desk chooses whom to survey …; all 62 who rated …". */
export function surveyFaults(view: ReportView): string {
  const rows = auditRows(view);
  return rows
    .filter(({light, member}) => light === "red" && member === "all")
    .map((row) => {
      const parts = rows.filter(({topic, member, light}) => topic === row.topic && member !== "all" && light === "red");
      return auditFinding(view, {row, parts});
    })
    .join(say(view, {zh: "；", en: "; "}));
}

/** To be read before any score, where the survey's method is not sound. */
export function caveatSentence(view: ReportView): string[] {
  const faults = surveyFaults(view);
  return faults === ""
    ? []
    : [say(view, {zh: `满意度要打折扣看：${faults}。`, en: `Read the scores with care: ${faults}.`})];
}
