import {notices} from "../facts/quality/notices.js";
import type {ReportView} from "../facts/view.js";
import {entityName} from "../words/entities.js";
import {listed, say} from "../words/say.js";

/** Said on top of a page: what is missing or not whole of the records it feeds on, and which of them the folder lacks. */
export function sourceNotices(view: ReportView, {id, needs}: {id: string; needs: readonly string[]}): string[] {
  const isAll = id === "overview" || id === "data-quality";
  const own = notices(view).filter(
    ({entities}) => isAll || entities.length === 0 || entities.some((entity) => needs.includes(entity)),
  );
  return [...own.map(({text}) => text), ...absent(view, needs)];
}

/** Kinds of record that no mapping brings at all. */
function absent(view: ReportView, needs: readonly string[]): string[] {
  const told = new Set(
    view
      .rows("source_months")
      .filter(({reason}) => reason === "no_file" || reason === "not_sent")
      .map(({entity}) => entity),
  );
  const records = needs.filter((entity) => !view.entities.has(entity) && !told.has(entity));
  if (records.length === 0) return [];
  const names = listed(
    view,
    records.map((entity) => entityName(view, entity)),
  );
  return [say(view, {zh: `未收到${names}，相关图暂缺。`, en: `Not received: ${names}. No charts of them.`})];
}
