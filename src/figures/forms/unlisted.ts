import type {ReportView} from "../../facts/view.js";
import {listTables} from "../../marts/list.js";
import type {FigureEntry} from "../entry.js";
import type {FigureOrMissing} from "../figure.js";

/**
 * A figure, or in a report without lists what is said in its place, where it lists single customers or tickets: from
 * tables that are empty there it would say that there are none. Pages of customers are asked for on their own.
 */
export function drawnUnlessList(view: ReportView, {id, draw}: FigureEntry): FigureOrMissing {
  if (view.lists !== false) return draw(view);
  let isList = false;
  const drawn = draw({
    ...view,
    rows: (table) => {
      isList ||= listTables.has(table) && !ofAccounts.has(table);
      return view.rows(table);
    },
  });
  return isList ? unlisted(view, id) : drawn;
}

/** Whether customers have pages is asked of these, wherever one is named. */
const ofAccounts: ReadonlySet<string> = new Set(["key_accounts", "account_events"]);

function unlisted({language}: ReportView, id: string): FigureOrMissing {
  const parts: readonly [string, string, string] =
    language === "zh"
      ? ["这份报告不列", "单个客户和单条记录", "（report.yaml 的 lists）。"]
      : ["This report does not list ", "single customers and records", " (lists in report.yaml)."];
  return {id, missing: [], message: parts.join(""), parts};
}
