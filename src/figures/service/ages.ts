import type {ReportView} from "../../facts/view.js";
import {sum} from "../../marts/shape/sum.js";
import {formatMonth, formatNumber} from "../../words/format.js";
import {say} from "../../words/say.js";
import type {FigureOrMissing} from "../figure.js";
import {estimateFigure} from "../forms/estimate.js";
import {missingFigure} from "../forms/missing.js";
import {column} from "../forms/table.js";

const bands = {
  d1: {zh: "不到 1 天", en: "Under 1 day"},
  d3: {zh: "1—3 天", en: "1–3 days"},
  d7: {zh: "3—7 天", en: "3–7 days"},
  d30: {zh: "7—30 天", en: "7–30 days"},
  older: {zh: "30 天以上", en: "Over 30 days"},
} as const;

/** How long the open tickets have been open. */
export function backlogAges(view: ReportView): FigureOrMissing {
  const id = "backlog-ages";
  const rows = view.rows("backlog_ages");
  const n = sum(rows, "tickets");
  if (n === 0 || !view.month)
    return missingFigure(view, {
      id,
      needs: ["tickets"],
      shows: {zh: "未结工单等了多久", en: "how long open tickets have waited"},
    });
  const of = (band: string) =>
    sum(
      rows.filter((row) => row.band === band),
      "tickets",
    );
  const oldest = Math.max(...rows.map(({oldest_seconds}) => oldest_seconds)) / 86_400;
  const week = of("d30") + of("older");
  const count = (value: number) => formatNumber(value, "count", view);
  const figure = estimateFigure(view, {
    id,
    title:
      week === 0
        ? say(view, {
            zh: `未结 ${count(n)} 件，没有超过 7 天的`,
            en:
              n === 1
                ? "The one open ticket is less than 7 days old"
                : `None of ${count(n)} open tickets is older than 7 days`,
          })
        : say(view, {
            zh: `未结 ${count(n)} 件里 ${count(week)} 件超过 7 天，最久 ${count(Math.floor(oldest))} 天`,
            en: `${count(week)} of ${count(n)} open tickets are older than 7 days, the oldest ${count(Math.floor(oldest))}`,
          }),
    ...(week > 0 ? {claims: [{is: "highest", of: "oldest", value: Math.floor(oldest)}]} : {}),
    subtitle: say(view, {
      zh: `${formatMonth(view.month, view)}末未结的工单，按已等的天数`,
      en: `Tickets open at the end of ${formatMonth(view.month, view)}, by days so far`,
    }),
    form: "bars",
    unit: "count",
    labels: say(view, {zh: "已等", en: "Open for"}),
    name: say(view, {zh: "未结工单", en: "Open tickets"}),
    metric: "resolution_time",
    method: say(view, {zh: "计数，无区间", en: "a count; no interval"}),
    marts: ["backlog_ages"],
    n,
    rows: Object.entries(bands).map(([band, name]) => ({label: name[view.language], value: of(band), n: of(band)})),
  });
  const days = Object.keys(bands).map((band) => {
    const own = rows.filter((row) => row.band === band).map(({oldest_seconds}) => oldest_seconds);
    return own.length === 0 ? null : Math.floor(Math.max(...own) / 86_400);
  });
  return {
    ...figure,
    table: {
      columns: [...figure.table.columns, column("oldest", say(view, {zh: "最久（天）", en: "Oldest (days)"}), "count")],
      rows: figure.table.rows.map((cells, at) => [...cells, days[at]!]),
    },
  };
}
