import {absentRecords} from "../facts/quality/absent.js";
import {notices} from "../facts/quality/notices.js";
import type {ReportView} from "../facts/view.js";
import {neededRecords} from "../words/churn-rule.js";
import {say} from "../words/say.js";

interface Asking {
  readonly id: string;
  readonly needs: readonly string[];
}

/** Said on top of a page: what is missing or not whole of the records it feeds on, and which of them the folder lacks. */
export const sourceNotices = (view: ReportView, page: Asking): string[] => [
  ...gapNotices(view, page),
  ...absentNotice(view, page),
];

/** What is missing or not whole of the records that a page feeds on. */
export function gapNotices(view: ReportView, {id, needs}: Asking): string[] {
  const isAll = id === "overview" || id === "data-quality";
  const needed = neededRecords(view, needs);
  return notices(view)
    .filter(({entities}) => isAll || entities.length === 0 || entities.some((entity) => needed.includes(entity)))
    .map(({text}) => text);
}

function absentNotice(view: ReportView, {needs}: Asking): string[] {
  const names = absentRecords(view, needs);
  if (names === "") return [];
  return [say(view, {zh: `未收到${names}，相关图暂缺。`, en: `Not received: ${names}. No charts of them.`})];
}

/** Above the manager's page there is room for these; the others stand with the data. */
const mostOnFront = 3;

/** The most serious of what is missing, and how much more there is. */
export function frontNotices(view: ReportView): string[] {
  const all = gapNotices(view, {id: "overview", needs: []});
  if (all.length <= mostOnFront) return all;
  const n = all.length - mostOnFront + 1;
  return [
    ...all.slice(0, mostOnFront - 1),
    say(view, {zh: `另有 ${n} 条说明，见“数据质量”。`, en: `${n} more notes on the data: see Data quality.`}),
  ];
}
