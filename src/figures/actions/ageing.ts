import {actionName} from "../../facts/actions/effects.js";
import type {ReportView} from "../../facts/view.js";
import type {Row} from "../../marts/list.js";
import {formatInterval, formatNumber} from "../../words/format.js";
import {personName} from "../../words/people.js";
import {say} from "../../words/say.js";
import type {Figure, FigureOrMissing, FigureTable, Point} from "../figure.js";
import {missingFigure} from "../forms/missing.js";
import {column, limitColumns, numbersOf, tableFigure} from "../forms/table.js";

type Ageing = Row<"action_ageing">;

/** By when, and the columns that say how many were done by then. */
const horizons = [
  {days: 30, columns: ["within_30", "within_30_lo", "within_30_hi"]},
  {days: 60, columns: ["within_60", "within_60_lo", "within_60_hi"]},
  {days: 90, columns: ["within_90", "within_90_lo", "within_90_hi"]},
] as const;

/**
 * How long actions take, the open ones counted as not yet done: a table by department and owner, and, where enough
 * actions are at risk at thirty days, the share closed by days since they were opened.
 */
export function actionAgeing(view: ReportView): FigureOrMissing {
  const id = "action-ageing";
  const all = view.rows("action_ageing").find(({dimension}) => dimension === "all");
  if (!all)
    return missingFigure(view, {
      id,
      needs: ["actions"],
      shows: {zh: "措施多久完成、未完成的已多久", en: "how long actions take and how long the open ones have been"},
    });
  const title = [openText(view, all), medianText(view, all)].filter(Boolean).join(say(view, {zh: "；", en: "; "}));
  const table = tableFigure(view, {
    id,
    title,
    subtitle: say(view, {
      zh: "从提出到完成的天数；未完成的计到报告月末",
      en: "Days from opened to done; the open ones count up to the end of the report month",
    }),
    ...(all.open > 1 && all.oldest_open_days !== null
      ? {claims: [{is: "highest", of: "oldest_open_days", value: all.oldest_open_days}]}
      : {}),
    n: all.actions,
    marts: ["action_ageing", "action_closing"],
    method: say(view, {
      zh: "Kaplan–Meier；中位数 Brookmeyer–Crowley 95% 区间",
      en: "Kaplan–Meier; Brookmeyer–Crowley 95% interval of the median",
    }),
    ...tableOf(view, all),
    notes: [
      say(view, {
        zh: "中位数：有日期的措施满 6 项、且已有一半完成时才给出。",
        en: "The median is given from six dated actions on, once half of them are done.",
      }),
      ...oldestNote(view, all),
      ...undatedNote(view),
    ],
  });
  const curve = view.rows("action_closing");
  return (curve.at(-1)?.days ?? 0) >= horizons[0].days ? withCurve(view, {figure: table, curve}) : table;
}

/** The action that has been open longest; "" where it has no name. */
function oldestName(view: ReportView, days: number | null): string {
  const oldest = view.rows("action_ages").find((row) => row.days === days && row.is_done === false);
  const action = view.rows("action_effects").find(({action_id}) => action_id === oldest?.action_id);
  return action ? actionName(view, action) : "";
}

function oldestNote(view: ReportView, {open, oldest_open_days}: Ageing): string[] {
  const name = open === 0 || oldest_open_days === null ? "" : oldestName(view, oldest_open_days);
  return name === "" ? [] : [say(view, {zh: `未完成最久的措施：${name}。`, en: `Open longest: ${name}.`})];
}

/** "5 actions are open, the oldest for 178 days (Parts store in Chengdu)" */
function openText(view: ReportView, {open, oldest_open_days}: Ageing): string {
  if (open === 0) return say(view, {zh: "没有未完成的措施", en: "No action is open"});
  const head = say(view, {
    zh: `${open} 项措施未完成`,
    en: open === 1 ? "1 action is open" : `${open} actions are open`,
  });
  if (oldest_open_days === null) return head;
  const name = oldestName(view, oldest_open_days);
  return say(view, {
    zh: `${head}，${open === 1 ? "" : "最久的"}已 ${oldest_open_days} 天${name && `（${name}）`}`,
    en: `${head}, ${open === 1 ? "" : "the oldest "}for ${oldest_open_days} days${name && ` (${name})`}`,
  });
}

/** "the estimated share done reaches half at 163 days (46 or more, n=8)" */
function medianText(view: ReportView, row: Ageing): string {
  const dated = row.actions - row.not_dated;
  if (row.median_days === null) return "";
  const days = formatNumber(row.median_days, "count", view);
  const [low, high] = [row.median_days_lo, row.median_days_hi];
  const range =
    low === null
      ? ""
      : high === null
        ? say(view, {zh: `至少 ${low} 天`, en: `at least ${low}`})
        : formatInterval([low, high], "count", view);
  const base = say(view, {zh: `${dated} 项`, en: `n=${dated}`});
  return say(view, {
    zh: `估计到第 ${days} 天完成一半（${range && `${range}，`}${base}）`,
    en: `the estimated share done reaches half at ${days} days (${range && `${range}, `}${base})`,
  });
}

/** All together, then departments and owners, whoever has the oldest first. */
function tableOf(view: ReportView, all: Ageing): FigureTable {
  const rows = view.rows("action_ageing");
  const shown = horizons.filter(({columns: [share]}) => rows.some((row) => row[share] !== null));
  const of = (dimension: string) =>
    rows
      .filter((row) => row.dimension === dimension)
      .sort((a, b) => (b.oldest_open_days ?? -1) - (a.oldest_open_days ?? -1) || (a.member < b.member ? -1 : 1));
  const label = (row: Ageing): string =>
    row.dimension === "all"
      ? say(view, {zh: "全部", en: "All"})
      : row.dimension === "department"
        ? say(view, {zh: "部门 · ", en: "Department · "}) + view.label("departments", row.member)
        : say(view, {zh: "负责人 · ", en: "Owner · "}) + personName(view, row.member);
  const isUndated = all.not_dated > 0;
  const columns = [
    column("actions", say(view, {zh: "措施", en: "Actions"}), "count"),
    column("done", say(view, {zh: "已完成", en: "Done"}), "count"),
    column("open", say(view, {zh: "未完成", en: "Open"}), "count"),
    ...(isUndated ? [column("not_dated", say(view, {zh: "无日期", en: "Not dated"}), "count")] : []),
    column("oldest_open_days", say(view, {zh: "未完成最久（天）", en: "Oldest open (days)"}), "count"),
    column("median_days", say(view, {zh: "完成中位数（天）", en: "Median to close (days)"}), "count"),
    ...limitColumns(view, "count", "median_days"),
    ...shown.flatMap(({days, columns: [share]}) => [
      column(share, say(view, {zh: `${days} 天内完成`, en: `Within ${days} days`}), "share"),
      ...limitColumns(view, "share", share),
    ]),
  ];
  return {
    columns: [column("group", say(view, {zh: "分组", en: "Group"})), ...columns],
    rows: [all, ...of("department"), ...of("owner")].map((row) => [
      label(row),
      ...numbersOf(row, ["actions", "done", "open"]),
      ...(isUndated ? [row.not_dated] : []),
      ...numbersOf(row, ["oldest_open_days", "median_days", "median_days_lo", "median_days_hi"]),
      ...shown.flatMap(({columns: names}) => numbersOf(row, names)),
    ]),
  };
}

/** Actions whose dates do not tell how long they took, by name: they are counted, and in no median. */
function undatedNote(view: ReportView): string[] {
  const undated = view.rows("action_ages").filter(({days}) => days === null);
  if (undated.length === 0) return [];
  const names = undated.map(({action_id}) => {
    const action = view.rows("action_effects").find((row) => row.action_id === action_id);
    const name = action ? actionName(view, action) : "";
    return name ? say(view, {zh: `${action_id}（${name}）`, en: `${action_id} (${name})`}) : action_id;
  });
  return [
    say(view, {
      zh: `没有提出日期、或日期前后颠倒，计数但不计天数：${names.join("、")}。`,
      en: `Without a date of opening, or with dates the wrong way round; counted, but in no number of days: ${names.join(", ")}.`,
    }),
  ];
}

/** The same figure with the curve of all actions above its table. */
function withCurve(
  view: ReportView,
  {figure, curve}: {figure: Figure; curve: readonly Row<"action_closing">[]},
): Figure {
  const name = say(view, {zh: "已完成", en: "Closed"});
  const points: Point[] = curve.map((row) => ({
    value: row.value,
    lo: row.lo,
    hi: row.hi,
    n: row.n_risk,
  }));
  return {
    ...figure,
    form: "steps",
    unit: "share",
    categories: curve.map(({days}) => String(days)),
    category_kind: "number",
    category_title: say(view, {zh: "提出后的天数", en: "Days since opened"}),
    value_title: name,
    series: [{id: "closed", name, role: "main", points}],
  };
}
