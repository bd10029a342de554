import type {ReportView} from "../../facts/view.js";
import {formatNumber} from "../../words/format.js";
import {periodName} from "../../words/period.js";
import {say} from "../../words/say.js";
import type {FigureOrMissing} from "../figure.js";
import {missingFigure} from "../forms/missing.js";
import {column, tableFigure} from "../forms/table.js";

/** What visits were for, and how many of the planned ones were made. */
export function visitsPlanned(view: ReportView): FigureOrMissing {
  const id = "visits-planned";
  const rows = [...view.rows("visits_by_purpose")].sort(
    (a, b) => b.planned - a.planned || (a.purpose < b.purpose ? -1 : 1),
  );
  if (rows.length === 0)
    return missingFigure(view, {id, needs: ["visits"], shows: {zh: "拜访计划与实际", en: "visits planned and made"}});
  const sum = (name: "planned" | "made" | "in_a_week") => rows.reduce((total, row) => total + row[name], 0);
  const [planned, made, soon] = [sum("planned"), sum("made"), sum("in_a_week")];
  const cost = rows.reduce((total, row) => total + (row.cost ?? 0), 0);
  const minutes = rows.reduce((total, row) => total + (row.minutes ?? 0), 0);
  const count = (value: number) => formatNumber(value, "count", view);
  const each = (total: number | null, n: number) => (total === null || n === 0 ? null : total / n);
  return tableFigure(view, {
    id,
    title: say(view, {
      zh: `计划拜访 ${count(planned)} 次，去了 ${count(made)} 次（${formatNumber(made / planned, "share", view)}）${cost > 0 ? `，费用 ${formatNumber(cost, "money", view)}` : ""}`,
      en: `Planned visits: ${count(made)} of ${count(planned)} made (${formatNumber(made / planned, "share", view)})${cost > 0 ? `, at ${formatNumber(cost, "money", view)}` : ""}`,
    }),
    subtitle: say(view, {
      zh: `按目的；费用和时长只算已去的；${periodName(view)}`,
      en: `By purpose; cost and minutes of visits made; ${periodName(view)}`,
    }),
    n: planned,
    marts: ["visits_by_purpose"],
    columns: [
      column("purpose", say(view, {zh: "目的", en: "Purpose"})),
      column("planned", say(view, {zh: "计划", en: "Planned"}), "count"),
      column("made", say(view, {zh: "去了", en: "Made"}), "count"),
      column("soon", say(view, {zh: "一周内去了", en: "Within a week"}), "count"),
      column("share", say(view, {zh: "去了占比", en: "Share made"}), "share"),
      column("minutes", say(view, {zh: "每次", en: "Each"}), "minutes"),
      column("cost", say(view, {zh: "费用", en: "Cost"}), "money"),
    ],
    rows: [
      ...rows.map((row) => [
        row.purpose === "(none)" ? say(view, {zh: "未写", en: "Not given"}) : view.label("purposes", row.purpose),
        row.planned,
        row.made,
        row.in_a_week,
        row.made / row.planned,
        each(row.minutes, row.made),
        row.cost,
      ]),
      [say(view, {zh: "合计", en: "Together"}), planned, made, soon, made / planned, each(minutes, made), cost],
    ],
  });
}
