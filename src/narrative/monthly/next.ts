import type {ReportView} from "../../facts/view.js";
import type {DrawnFigures} from "../../figures/figure.js";
import type {Act} from "../../figures/overview/board-shape.js";
import {inside} from "../../words/capital.js";
import {listed, say} from "../../words/say.js";

/** Who does what by when: dated actions, whom to call first, who must explain what is late. */
export function nextSteps(view: ReportView, {acts, drawn}: {acts: readonly Act[]; drawn: DrawnFigures}): string {
  const dated = acts.filter(({isLate}) => !isLate).slice(0, 2);
  const late = acts.filter(({isLate}) => isLate);
  const who = [...new Set(late.map((act) => act.who.split(" · ")[0] || act.what))];
  const risk = drawn["at-risk-accounts"];
  const steps = [
    ...dated
      .map(({who: owner, when, what}) => ({by: owner.split(" · ")[0]!, when, what}))
      .map(({by, when, what}) =>
        say(view, {zh: `${by ? `${by} ` : ""}${when}${what}`, en: `${by ? `${by}: ` : ""}${what} ${when}`}),
      ),
    ...(risk && !("missing" in risk) ? [inside(risk.title)] : []),
    ...(who.length > 0
      ? [say(view, {zh: `${listed(view, who)}说明逾期措施`, en: `${listed(view, who)} explain overdue actions`})]
      : []),
  ];
  return steps.join(say(view, {zh: "；", en: "; "}));
}
