import {groupRows} from "../../marts/shape/groups.js";
import {entityName} from "../../words/entities.js";
import {formatMonth} from "../../words/format.js";
import {shiftMonth} from "../../words/month.js";
import {listed, say} from "../../words/say.js";
import {isMissing} from "../months.js";
import type {ReportView} from "../view.js";

/**
 * What a figure lacks of the months it is made from: "缺 2026年6月至2026年10月的工单，不是 0". "" where it lacks nothing.
 * @param options.months defaults to the months of the window
 */
export function gapNote(
  view: ReportView,
  {entities, months = windowMonths(view)}: {entities: readonly string[]; months?: readonly string[]},
): string {
  const gaps = entities.flatMap((entity) => {
    const when = runs(months.filter((month) => isMissing(view, {metric: entity, month})));
    return when.length > 0
      ? [
          {
            entity,
            when: listed(
              view,
              when.map((run) => runText(view, run)),
            ),
          },
        ]
      : [];
  });
  const texts = [...groupRows(gaps, ({when}) => when)].map(([when, group]) => {
    const records = listed(
      view,
      group.map(({entity}) => entityName(view, entity)),
    );
    return say(view, {zh: `缺 ${when}的${records}，不是 0`, en: `No ${records} for ${when}: not zero`});
  });
  return texts.length === 0 ? "" : `${texts.join(say(view, {zh: "；", en: "; "}))}${say(view, {zh: "。", en: "."})}`;
}

function windowMonths({month, months, windowMonths: length}: ReportView): readonly string[] {
  const first = month && shiftMonth(month, 1 - length);
  return first ? months.filter((each) => each >= first) : [];
}

/** Months that follow one another, as first and last. */
function runs(months: readonly string[]): [string, string][] {
  const found: [string, string][] = [];
  for (const month of months) {
    const last = found.at(-1);
    if (last && shiftMonth(last[1], 1) === month) last[1] = month;
    else found.push([month, month]);
  }
  return found;
}

const runText = (view: ReportView, [first, last]: readonly [string, string]): string =>
  first === last
    ? formatMonth(first, view)
    : say(view, {
        zh: `${formatMonth(first, view)}至${formatMonth(last, view)}`,
        en: `${formatMonth(first, view)} to ${formatMonth(last, view)}`,
      });
