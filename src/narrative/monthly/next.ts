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
    ...dated.map(({who: owner, ...act}) => stepText(view, {by: owner.split(" · ")[0]!, ...act})),
    ...(risk && !("missing" in risk) ? [inside(risk.title)] : []),
    ...(who.length > 0
      ? [say(view, {zh: `${listed(view, who)}说明逾期措施`, en: `${listed(view, who)} explain overdue actions`})]
      : []),
  ];
  return steps.join(say(view, {zh: "；", en: "; "}));
}

/** "Product to decide by 15 Nov: roll back the firmware", "Customer service: callbacks moved by 31 Oct". */
function stepText(
  view: ReportView,
  {by, when, what, isDecision}: Pick<Act, "when" | "what" | "isDecision"> & {readonly by: string},
): string {
  const zh = `${by ? `${by} ` : ""}${when}`;
  if (isDecision)
    return say(view, {
      zh: `${zh}定：是否${what}`,
      en: `${by ? `${by} to decide` : "to decide"} ${when}: ${inside(what)}`,
    });
  return say(view, {zh: `${zh}${what}`, en: `${by ? `${by}: ${inside(what)}` : what} ${when}`});
}
