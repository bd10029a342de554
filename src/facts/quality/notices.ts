import {groupRows} from "../../marts/shape/groups.js";
import {sum} from "../../marts/shape/sum.js";
import {capital} from "../../words/capital.js";
import {entityName} from "../../words/entities.js";
import {formatDate, formatMonth, formatNumber} from "../../words/format.js";
import {shiftMonth} from "../../words/month.js";
import {listed, say} from "../../words/say.js";
import {usualText} from "../../words/usual.js";
import {whereKnown} from "../known.js";
import {leavingDoubts} from "../leaving.js";
import {metricTotal} from "../metric.js";
import {isWhole} from "../months.js";
import type {ReportView} from "../view.js";
import {earlierGaps, entitiesOf, isAwaited, lacking, missingNow, type Notice, partialNow, unsent} from "./lacking.js";

/** Records of which only entries are dated: a later date there is no newer export. */
const registers = ["contracts", "customers", "actions"];

/**
 * What the report month, and the months it stands beside, lack; most serious first. The one text of every page, of
 * `check`, of a build's last lines, of deck and workbook.
 */
export const notices = (view: ReportView): Notice[] => [...doubts(view), ...gaps(view)];

/** The same without doubts of what is there: what months lack. */
export const gaps = (view: ReportView): Notice[] => [
  ...unsent(view),
  ...missingNow(view),
  ...partialNow(view),
  ...earlierGaps(view),
  ...thinNow(view),
  ...completedLate(view),
  ...newer(view),
];

/** Records that are all there and can hardly be as they are. */
export const doubts = (view: ReportView): Notice[] => [
  ...noneMarked(view),
  ...noneSolved(view),
  ...leavingDoubts(view).map((text) => ({text, entities: ["customers"]})),
];

/** So few complaints in a usual month that a month of none is no surprise. */
const fewComplaints = 8;

/** No complaint where there are many in other months: good news, or an export that no longer says which they are. */
function noneMarked(view: ReportView): Notice[] {
  const {month = ""} = view;
  const rows = whereKnown(view.rows("complaints_by_month"), "complaints").filter((row) =>
    isWhole(view, {metric: "complaint_rate", month: row.month}),
  );
  const before = rows.filter((row) => row.month < month);
  const usual = before.length > 0 ? sum(before, "complaints") / before.length : 0;
  if (usual < fewComplaints || rows.find((row) => row.month === month)?.complaints !== 0) return [];
  const words = usualText(view, usual);
  return [
    {
      text: say(view, {
        zh: `${formatMonth(month, view)}没有一件投诉，平时${words} 件：请核对导出里的工单类型。`,
        en: `No complaint in ${formatMonth(month, view)}, usually ${words}: check the kinds of ticket in the export.`,
      }),
      entities: ["tickets"],
    },
  ];
}

/** Fewer tickets than this may all be open. */
const fewTickets = 30;

/** Tickets of which none was ever solved: an export that leaves out what is closed tells no rate of it. */
function noneSolved(view: ReportView): Notice[] {
  const solved = metricTotal(view, {metric: "solved_rate", period: "window"});
  if (solved?.value !== 0 || (solved.n ?? 0) < fewTickets) return [];
  const n = formatNumber(solved.n, "count", view);
  return [
    {
      text: say(view, {
        zh: `${n} 张工单没有一张已解决：导出是否只含未结的？若是，解决率和件数都不可信。`,
        en: `None of ${n} tickets is solved: does the export hold open ones only? Then neither rates nor counts hold.`,
      }),
      entities: ["tickets"],
    },
  ];
}

function thinNow(view: ReportView): Notice[] {
  const entities = entitiesOf(
    view.rows("source_months").filter((row) => row.month === view.month && row.reason === "thin"),
  );
  if (entities.length === 0) return [];
  const records = listed(
    view,
    entities.map((entity) => entityName(view, entity)),
  );
  return [
    {
      text: say(view, {
        zh: `${records}不到平时一半，请核对。`,
        en: `${capital(records)}: under half of usual, check.`,
      }),
      entities,
    },
  ];
}

/** The report month and the one before, where a later delivery made them whole: earlier editions said otherwise. */
function completedLate(view: ReportView): Notice[] {
  const {month = ""} = view;
  const rows = view
    .rows("source_months")
    .filter((row) => row.state === "late" && (row.month === month || row.month === shiftMonth(month, -1)));
  return [...groupRows(rows, ({month: at}) => at)].map(([at, found]) => {
    const records = listed(
      view,
      entitiesOf(found).map((entity) => entityName(view, entity)),
    );
    return {
      text: say(view, {
        zh: `${formatMonth(at, view)}${records}是后来补齐的，与当时报出的数不同。`,
        en: `${capital(records)} for ${formatMonth(at, view)} were completed later: earlier editions differ.`,
      }),
      entities: entitiesOf(found),
    };
  });
}

/** Records after the report month, what that month lacks, and how to report on it. */
function newer(view: ReportView): Notice[] {
  const {month = ""} = view;
  const rows = view
    .rows("source_months")
    .filter((row) => month !== "" && row.month > month && row.rows > 0 && !registers.includes(row.entity));
  const [next] = rows.map((row) => row.month).sort();
  if (!next) return [];
  const there = entitiesOf(rows.filter((row) => row.month === next));
  const last = rows
    .filter(({entity}) => there.includes(entity))
    .map((row) => row.last_seen_at ?? row.month)
    .sort()
    .at(-1)!;
  const names = there.slice(0, 2).map((entity) => entityName(view, entity));
  const records = say(view, {
    zh: there.length > 2 ? `${listed(view, names)}等 ${there.length} 种记录` : listed(view, names),
    en: there.length > 2 ? `${listed(view, names)} and ${there.length - 2} more kinds` : listed(view, names),
  });
  const [day, later] = [formatDate(last, view), formatMonth(next, view)];
  const lacks = listed(view, notYet(view, next));
  return [
    {
      text: say(view, {
        zh: `${later}已有${records}（到 ${day}）${lacks && `，但${lacks}`}；要报那个月，用 --month ${next} 或改 report.yaml。`,
        en: `${capital(records)} are there for ${later} (to ${day})${lacks && `, but ${lacks}`}; to report it use --month ${next} or report.yaml.`,
      }),
      entities: entitiesOf(rows),
    },
  ];
}

/** What keeps a month from being reported: "缺工单（客服工单系统没交）", "通话记录未满月". */
function notYet(view: ReportView, month: string): string[] {
  const rows = view.rows("source_months").filter((row) => row.month === month && !registers.includes(row.entity));
  const [gone, parts] = [entitiesOf(rows.filter(isAwaited)), entitiesOf(rows.filter(({state}) => state === "partial"))];
  return [
    ...(gone.length > 0
      ? [say(view, {zh: `缺${lacking(view, gone, month)}`, en: `without ${lacking(view, gone, month)}`})]
      : []),
    ...parts
      .slice(0, 3)
      .map((entity) => say(view, {zh: `${entityName(view, entity)}未满月`, en: `${entityName(view, entity)} in part`})),
  ];
}
