import {actionName} from "../../facts/actions/effects.js";
import {doer, openActions, taskText} from "../../facts/actions/open.js";
import {isForetold} from "../../facts/churn/signals.js";
import type {ReportView} from "../../facts/view.js";
import type {DrawnFigures} from "../../figures/figure.js";
import {inside} from "../../words/capital.js";
import {listed, say} from "../../words/say.js";

/** Who does what by when: the next actions, whom to call first, who must explain what is late. */
export function nextSteps(view: ReportView, drawn: DrawnFigures): string {
  const open = openActions(view);
  const late = open.filter(({status}) => status === "overdue");
  const who = [...new Set(late.map((action) => doer(view, action) || actionName(view, action)))];
  const risk = drawn["at-risk-accounts"];
  const steps = [
    ...open
      .slice(late.length)
      .slice(0, 2)
      .map((action) => taskText(view, action)),
    ...(risk && !("missing" in risk) && isForetold(view, view.rows("at_risk_accounts")) ? [inside(risk.title)] : []),
    ...(who.length > 0
      ? [say(view, {zh: `${listed(view, who)}说明逾期措施`, en: `${listed(view, who)} explain overdue actions`})]
      : []),
  ];
  return steps.join(say(view, {zh: "；", en: "; "}));
}
