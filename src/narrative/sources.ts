import {absentRecords} from "../facts/quality/absent.js";
import {notices} from "../facts/quality/notices.js";
import type {ReportView} from "../facts/view.js";
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
  return notices(view)
    .filter(({entities}) => isAll || entities.length === 0 || entities.some((entity) => needs.includes(entity)))
    .map(({text}) => text);
}

function absentNotice(view: ReportView, {needs}: Asking): string[] {
  const names = absentRecords(view, needs);
  if (names === "") return [];
  return [say(view, {zh: `未收到${names}，相关图暂缺。`, en: `Not received: ${names}. No charts of them.`})];
}
