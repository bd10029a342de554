import {isShown, metricRows} from "../facts/metric.js";
import {isWhole} from "../facts/months.js";
import type {ReportView} from "../facts/view.js";
import {isAcross} from "../metrics/breaks.js";
import {kitagawa} from "../stats/comparisons/kitagawa.js";
import {dimensionName} from "../words/dimensions.js";
import {formatMonth} from "../words/format.js";
import {shiftMonth} from "../words/month.js";
import {say} from "../words/say.js";

/** Where a fall of CSAT comes from who answered, not from how they were served: the months in which every group rose and the whole fell. */
export function mixSentence(view: ReportView, months: readonly string[] = view.months): string[] {
  const sentences: string[] = [];
  for (const dimension of ["tier", "channel"])
    for (const month of months) {
      const before = shiftMonth(month, -1);
      if (![before, month].every((each) => isWhole(view, {metric: "csat", month: each}))) continue;
      if (isAcross(view, {metric: "csat", from: before, to: month})) continue;
      const rows = (period: string) => metricRows(view, {metric: "csat", period, dimension});
      const [now, then] = [rows(month), rows(before)];
      const members = now.filter((row) => then.some((each) => each.member === row.member)).filter(isShown);
      if (members.length < 2 || members.length !== now.length || now.length !== then.length) continue;
      const pairs = members.flatMap((row) => {
        const was = then.find((each) => each.member === row.member);
        return was && isShown(was) ? [{row, was}] : [];
      });
      if (pairs.length < members.length) continue;
      const {total, rate, mix} = kitagawa(
        pairs.map(({row, was}) => ({n0: was.n, k0: was.value * was.n, n1: row.n, k1: row.value * row.n})),
      );
      const allRise = pairs.every(({row, was}) => row.value >= was.value);
      if (!(total < -0.01 && allRise && mix < total)) continue;
      const points = (share: number) => Math.abs(share * 100).toFixed(1);
      sentences.push(
        say(view, {
          zh: `${formatMonth(month, view)}满意率下降 ${points(total)} 个百分点，全由作答客户的构成造成（构成 −${points(mix)}，表现 +${points(rate)}）：各${dimensionName(view, dimension)}自身都在上升。`,
          en: `The fall of ${points(total)} points in ${formatMonth(month, view)} is all a matter of who answered (mix −${points(mix)}, performance +${points(rate)}): every ${dimensionName(view, dimension).toLowerCase()} rose.`,
        }),
      );
      break;
    }
  return sentences.slice(0, 1);
}
