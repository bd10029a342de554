import {isKnown} from "../../facts/known.js";
import type {ReportView} from "../../facts/view.js";
import {serviceFormulas, serviceLevel} from "../../marts/service/calls.js";
import {wilsonInterval} from "../../stats/estimates/wilson-interval.js";
import {formatNumber} from "../../words/format.js";
import {periodName} from "../../words/period.js";
import {say} from "../../words/say.js";
import type {FigureOrMissing} from "../figure.js";
import {estimateFigure} from "../forms/estimate.js";
import {missingFigure} from "../forms/missing.js";

/** The same calls by the four formulas in use: the chosen one, and how far apart they lie. */
export function serviceLevelFormulas(view: ReportView): FigureOrMissing {
  const id = "service-level-formulas";
  const all = view.rows("calls_by_segment").find((row) => row.dimension === "all");
  if (!isKnown(all, "service_level"))
    return missingFigure(view, {
      id,
      needs: ["calls"],
      shows: {zh: "目标秒数内接听的比例", en: "the share answered within the target seconds"},
    });
  const names = {
    F1: say(view, {zh: "F1（限内接听＋限内放弃）÷ 全部", en: "F1 (answered + given up in time) ÷ all"}),
    F2: say(view, {zh: "F2 限内接听 ÷ 接听", en: "F2 answered in time ÷ answered"}),
    F3: say(view, {zh: "F3 限内接听 ÷ 全部", en: "F3 answered in time ÷ all"}),
    F4: say(view, {zh: "F4 限内接听 ÷（全部－限内放弃）", en: "F4 answered in time ÷ (all − given up in time)"}),
  };
  const rows = serviceFormulas.map((formula) => {
    const {k, n} = serviceLevel(all, formula);
    const {estimate, low, high} = wilsonInterval(k, n);
    return {formula, label: names[formula], value: estimate, lo: low, hi: high, n, flag: all.flag};
  });
  const values = rows.map(({value}) => value);
  const share = (value: number) => formatNumber(value, "share", view);
  const [low, high] = [Math.min(...values), Math.max(...values)];
  const seconds = formatNumber(all.target_seconds, "count", view);
  return estimateFigure(view, {
    id,
    title: say(view, {
      zh: `${seconds} 秒接通率 ${share(all.service_level)}（${all.formula}）；四种算法从 ${share(low)} 到 ${share(high)}`,
      en: `${share(all.service_level)} answered in ${seconds} s (${all.formula}); the four formulas range from ${share(low)} to ${share(high)}`,
    }),
    subtitle: say(view, {
      zh: `呼入且进入队列的电话，${seconds} 秒为限，同一批来电用四种公式算；${periodName(view)}`,
      en: `Inbound calls offered to a queue, in time within ${seconds} s, the same calls by four formulas; ${periodName(view)}`,
    }),
    form: "dots",
    unit: "share",
    labels: say(view, {zh: "公式", en: "Formula"}),
    metric: "service_level",
    method: say(view, {zh: "Wilson 95% 区间", en: "Wilson 95% interval"}),
    marts: ["calls_by_segment"],
    n: all.offered,
    rows,
    focus: [names[all.formula]],
    notes: [
      say(view, {
        zh: `用哪一种、多少秒，写在 rules/service_level.yaml；“全部”指接听加放弃。`,
        en: "Which one, and how many seconds, is said in rules/service_level.yaml; “all” is answered and given up together.",
      }),
      say(view, {
        zh: `限内接听 ${formatNumber(all.answered_within, "count", view)} 通，限内放弃 ${formatNumber(all.abandoned_within, "count", view)} 通。`,
        en: `In time: ${formatNumber(all.answered_within, "count", view)} answered, ${formatNumber(all.abandoned_within, "count", view)} given up.`,
      }),
      ...(all.abandoned_unknown > 0
        ? [
            say(view, {
              zh: `${formatNumber(all.abandoned_unknown, "count", view)} 通放弃前等了多久没有记录，按超过时限算。`,
              en: `Of ${formatNumber(all.abandoned_unknown, "count", view)} calls given up the wait is not recorded; it is taken as longer than the target.`,
            }),
          ]
        : []),
    ],
  });
}
