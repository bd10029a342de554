import type {Signals} from "../../facts/signals.js";
import type {ReportView} from "../../facts/view.js";
import {say} from "../../words/say.js";
import type {Control} from "../figure.js";

/**
 * The control limits as lines beside the months of a chart; none where no limits can be drawn.
 *
 * @param options.scale what the limits of a month are multiplied by, where what is drawn is another measure; defaults to 1
 */
export function controlLines(
  view: ReportView,
  {
    signals,
    months,
    scale = () => 1,
  }: {
    readonly signals: Signals | undefined;
    readonly months: readonly string[];
    readonly scale?: (month: string) => number;
  },
): {control?: Control} {
  if (!signals) return {};
  const of = (side: "lower" | "upper") =>
    months.map((month) => {
      const found = signals.limits.find((each) => each.month === month);
      return found ? found[side] * scale(month) : null;
    });
  return {
    control: {
      label: say(view, {
        zh: `控制限（前 ${signals.months} 个月）`,
        en: `control limits (first ${signals.months} months)`,
      }),
      lower: {name: say(view, {zh: "控制下限", en: "lower limit"}), values: of("lower")},
      upper: {name: say(view, {zh: "控制上限", en: "upper limit"}), values: of("upper")},
    },
  };
}
