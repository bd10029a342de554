import {gaps} from "../../facts/quality/notices.js";
import type {ReportView} from "../../facts/view.js";
import type {Row} from "../../marts/list.js";
import {groupRows} from "../../marts/shape/groups.js";
import {entityName, systemName} from "../../words/entities.js";
import {formatDate, formatMonth} from "../../words/format.js";
import {listed, say} from "../../words/say.js";
import {stateName} from "../../words/states.js";
import type {FigureOrMissing} from "../figure.js";
import {missingFigure} from "../forms/missing.js";
import {column, tableFigure} from "../forms/table.js";

type SourceMonth = Row<"source_months">;

/** What every system has sent of every kind of record: how far it reaches, what of the report month, which months lack. */
export function sourceMonths(view: ReportView): FigureOrMissing {
  const id = "source-months";
  const all = view.rows("source_months");
  if (all.length === 0)
    return missingFigure(view, {
      id,
      needs: ["tickets"],
      shows: {zh: "各来源各月是否齐全", en: "which months every source has sent"},
    });
  const groups = [...groupRows(all, ({source, entity}) => `${source} ${entity}`).values()];
  const [first] = gaps(view);
  return tableFigure(view, {
    id,
    title: first
      ? first.text.replace(/[。.]$/, "")
      : say(view, {zh: "各来源各月的记录都齐全", en: "Every source has sent every month whole"}),
    subtitle: say(view, {
      zh: "每个来源、每种记录：首末日、本月与平常的行数、缺的月份；按它自己其他月份的样子判断",
      en: "By source and kind of record: first and last day, rows of this and of a usual month, months that lack; judged by its own other months",
    }),
    columns: [
      column("source", say(view, {zh: "来源", en: "Source"})),
      column("entity", say(view, {zh: "内容", en: "Records"})),
      column("first", say(view, {zh: "首日", en: "First day"}), "date"),
      column("last", say(view, {zh: "末日", en: "Last day"}), "date"),
      column("state", say(view, {zh: "本月", en: "This month"})),
      column("rows", say(view, {zh: "本月行数", en: "Rows this month"}), "count"),
      column("usual", say(view, {zh: "通常一月", en: "Usual month"}), "count"),
      column("gaps", say(view, {zh: "其他缺月", en: "Other months lacking"})),
    ],
    rows: groups.map((rows) => sourceRow(view, rows)),
    n: all.filter(({month}) => month === view.month).reduce((sum, {rows}) => sum + rows, 0),
    marts: ["source_months"],
  });
}

function sourceRow(view: ReportView, rows: readonly SourceMonth[]): (string | number | null)[] {
  const [{source, entity}] = rows as [SourceMonth];
  const now = rows.find(({month}) => month === (view.month ?? ""));
  const days = rows.flatMap(({first_seen_at, last_seen_at}) => [first_seen_at ?? [], last_seen_at ?? []].flat()).sort();
  const lacking = rows.filter(
    (row) =>
      row !== now && row.month < (view.month ?? "") && !row.is_quiet && row.reason !== "begins_late" && isLacking(row),
  );
  return [
    systemName(view, source),
    entityName(view, entity),
    days[0]?.slice(0, 10) ?? null,
    days.at(-1)?.slice(0, 10) ?? null,
    now ? nowText(view, now) : "",
    now && now.state !== "missing" ? now.rows : null,
    now ? now.usual_rows : null,
    gapText(view, lacking),
  ];
}

const isLacking = ({state}: SourceMonth): boolean => state === "missing" || state === "partial";

function nowText(view: ReportView, row: SourceMonth): string {
  const name = stateName(view, row);
  return row.state === "partial" && row.last_seen_at
    ? say(view, {
        zh: `${name}（到 ${formatDate(row.last_seen_at, view)}）`,
        en: `${name} (to ${formatDate(row.last_seen_at, view)})`,
      })
    : name;
}

/** Runs of months as one: "2025年11月、2026年2月（未满月）". */
function gapText(view: ReportView, gaps: readonly SourceMonth[]): string {
  const most = 6;
  const texts = gaps
    .slice(-most)
    .map((row) =>
      row.state === "partial"
        ? say(view, {zh: `${formatMonth(row.month, view)}（未满月）`, en: `${formatMonth(row.month, view)} (part)`})
        : formatMonth(row.month, view),
    );
  const more = gaps.length - texts.length;
  return `${listed(view, texts)}${more > 0 ? say(view, {zh: `，另有 ${more} 个月`, en: ` and ${more} more`}) : ""}`;
}
