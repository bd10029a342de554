import type {ReportView} from "../facts/view.js";
import {entityName} from "../words/entities.js";
import {listed, say} from "../words/say.js";

/** What a page lacks because records it feeds on are not in the folder, said on top of it. */
export function sourceNotices(view: ReportView, {needs}: {needs: readonly string[]}): string[] {
  const missing = needs.filter((entity) => !view.entities.has(entity)).map((entity) => entityName(view, entity));
  const sources = listed(view, view.missingSources);
  return [
    ...(missing.length > 0
      ? [
          say(view, {
            zh: `本次没有收到：${listed(view, missing)}。本页相应的部分只有说明，没有数字。`,
            en: `Not received this time: ${listed(view, missing)}. The parts of this page that need them say so and show no numbers.`,
          }),
        ]
      : []),
    ...(view.missingSources.length > 0
      ? [say(view, {zh: `应到未到的系统：${sources}。`, en: `Expected and absent systems: ${sources}.`})]
      : []),
  ];
}
