import type {ReportView} from "../../facts/view.js";
import type {Row} from "../../marts/list.js";
import {formatMonth, formatNumber} from "../../words/format.js";
import type {Language} from "../../words/language.js";
import {personName} from "../../words/people.js";
import {counted, say} from "../../words/say.js";
import type {FigureOrMissing} from "../figure.js";
import {estimateFigure} from "../forms/estimate.js";
import {missingFigure} from "../forms/missing.js";
import {column, tableFigure} from "../forms/table.js";

type Flow = Row<"prospect_flows">;

const needs = ["prospects"];
const moves = [
  "opening",
  "fresh",
  "climbed_in",
  "fell_in",
  "climbed_out",
  "fell_out",
  "won",
  "lost",
  "closing",
] as const;

const gradeName = (view: ReportView, grade: string): string =>
  grade === "(none)" ? say(view, {zh: "未评级", en: "Not graded"}) : grade;

/** Prospects by grade in the report month: those there, come and gone, balanced. */
export function prospectFlows(view: ReportView): FigureOrMissing {
  const id = "prospect-flows";
  const all = view.rows("prospect_flows");
  const rows = all.filter(({month}) => month === view.month).sort((a, b) => (a.grade < b.grade ? -1 : 1));
  if (rows.length === 0 || !view.month)
    return missingFigure(view, {
      id,
      needs,
      shows: {zh: "潜在客户各级的存量与进出", en: "prospects by grade: stock and flow"},
    });
  const sum = (list: readonly Flow[], name: (typeof moves)[number]) =>
    list.reduce((total, row) => total + row[name], 0);
  const total = Object.fromEntries(moves.map((name) => [name, sum(rows, name)])) as Record<
    (typeof moves)[number],
    number
  >;
  const top = rows.find(({grade}) => grade === "A")?.closing ?? 0;
  const months = [...new Set(all.map(({month}) => month))].sort().filter((month) => month !== view.month);
  return tableFigure(view, {
    id,
    title: say(view, {
      zh: `潜在客户 ${total.closing} 户（月初 ${total.opening}）：新增 ${total.fresh}，成交 ${total.won}，放弃 ${formatNumber(total.lost, "count", view)}；A 级 ${top} 户`,
      en: `${counted(total.closing, "prospect")} (${total.opening} at the start): ${total.fresh} new, ${total.won} won, ${formatNumber(total.lost, "count", view)} lost; ${top} graded A`,
    }),
    subtitle: say(view, {
      zh: `${formatMonth(view.month, view)}各级潜在客户；月末 = 月初 + 新增 + 升入 + 降入 − 升出 − 降出 − 成交 − 放弃；下面是以往各月合计`,
      en: `Prospects of ${formatMonth(view.month, view)} by grade; end = start + new + up into + down into − up out − down out − won − lost; past months below`,
    }),
    n: total.closing,
    marts: ["prospect_flows"],
    columns: [
      column("grade", say(view, {zh: "级别 / 月份", en: "Grade / month"})),
      column("opening", say(view, {zh: "月初", en: "Start"}), "count"),
      column("fresh", say(view, {zh: "新增", en: "New"}), "count"),
      column("climbed_in", say(view, {zh: "升入", en: "Up into"}), "count"),
      column("fell_in", say(view, {zh: "降入", en: "Down into"}), "count"),
      column("climbed_out", say(view, {zh: "升出", en: "Up out"}), "count"),
      column("fell_out", say(view, {zh: "降出", en: "Down out"}), "count"),
      column("won", say(view, {zh: "成交", en: "Won"}), "count"),
      column("lost", say(view, {zh: "放弃", en: "Lost"}), "count"),
      column("closing", say(view, {zh: "月末", en: "End"}), "count"),
    ],
    rows: [
      ...rows.map((row) => [gradeName(view, row.grade), ...moves.map((name) => row[name])]),
      [say(view, {zh: "合计", en: "Together"}), ...moves.map((name) => total[name])],
      ...months.toReversed().map((month) => {
        const list = all.filter((row) => row.month === month);
        return [formatMonth(month, view), ...moves.map((name) => sum(list, name))];
      }),
    ],
  });
}

const speeds: readonly (readonly [string, Readonly<Record<Language, string>>])[] = [
  ["within_4h", {zh: "4 小时内答复", en: "Answered within 4 h"}],
  ["within_24h", {zh: "4–24 小时", en: "4–24 h"}],
  ["later", {zh: "超过 24 小时", en: "Over 24 h"}],
  ["never", {zh: "没有答复", en: "Never answered"}],
];

/** Of those decided, how many were won, by how fast we first answered. */
export function prospectAnswers(view: ReportView): FigureOrMissing {
  const id = "prospect-answers";
  const found = view.rows("prospect_answers");
  const rows = speeds.flatMap(([speed, label]) => {
    const row = found.find((each) => each.speed === speed);
    return row ? [{...row, label: label[view.language]}] : [];
  });
  const fast = rows.find(({speed}) => speed === "within_4h");
  const all = found.find(({speed}) => speed === "all");
  const decided = (all?.decided ?? 0) - (fast?.decided ?? 0);
  if (fast?.won == null || all?.won == null || decided < 10)
    return missingFigure(view, {id, needs, shows: {zh: "答复快慢与成交", en: "speed of answer and wins"}});
  const share = (k: number, n: number) => formatNumber(k / n, "share", view);
  const won = all.won - fast.won;
  return estimateFigure(view, {
    id,
    title: say(view, {
      zh: `询价 4 小时内答复的 ${fast.decided} 户成交 ${share(fast.won, fast.decided)}，其余 ${share(won, decided)}`,
      en: `Answered within 4 hours: ${share(fast.won, fast.decided)} won (n=${fast.decided}), the others ${share(won, decided)}`,
    }),
    subtitle: say(view, {
      zh: "有了结果的潜在客户中成交的占比，按从询价到首次答复的时间（日历时间）",
      en: "Share won of prospects decided, by the time from their inquiry to our first answer (calendar time)",
    }),
    form: "dots",
    unit: "share",
    labels: say(view, {zh: "首次答复", en: "First answer"}),
    name: say(view, {zh: "成交占比", en: "Share won"}),
    metric: "prospect_won",
    method: say(view, {zh: "Wilson 95% 区间", en: "Wilson 95% interval"}),
    marts: ["prospect_answers"],
    n: all.decided,
    rows: rows.map(({label, value, lo, hi, decided: n, flag}) => ({label, value, lo, hi, n, flag})),
    reference: {
      value: all.won / all.decided,
      label: say(view, {zh: `全部 ${share(all.won, all.decided)}`, en: `All ${share(all.won, all.decided)}`}),
    },
    notes: [
      say(view, {
        zh: `其余 ${decided} 户里成交 ${won} 户（${share(won, decided)}）。`,
        en: `Of the other ${decided}, ${won} were won (${share(won, decided)}).`,
      }),
      say(view, {
        zh: "答得快的也可能本来就更想买：是关联，不等于原因。",
        en: "Who was answered fast may have been keener anyway: a link, not a cause.",
      }),
    ],
  });
}

/** Prospects still open, the nearest to buying first. */
export function prospectsOpen(view: ReportView): FigureOrMissing {
  const id = "prospects-open";
  const rows = [...view.rows("prospects_listed")].sort(
    (a, b) =>
      (a.grade < b.grade ? -1 : a.grade > b.grade ? 1 : 0) ||
      (a.since_month < b.since_month ? -1 : a.since_month > b.since_month ? 1 : 0) ||
      (a.prospect_id < b.prospect_id ? -1 : 1),
  );
  if (rows.length === 0)
    return missingFigure(view, {id, needs, shows: {zh: "跟进中的潜在客户", en: "prospects still open"}});
  const up = rows.filter(({grade, grade_before}) => grade_before !== "" && grade < grade_before).length;
  const down = rows.filter(({grade, grade_before}) => grade_before !== "" && grade > grade_before).length;
  return tableFigure(view, {
    id,
    title: say(view, {
      zh: `跟进中的潜在客户 ${rows.length} 户${up > 0 ? `，本月升级 ${up} 户` : ""}${down > 0 ? `，降级 ${down} 户` : ""}`,
      en: `${counted(rows.length, "prospect")} open${up > 0 ? `, ${up} up this month` : ""}${down > 0 ? `, ${down} down` : ""}`,
    }),
    subtitle: say(view, {zh: "A 级在前，再按停留时间", en: "Grade A first, then by how long they stay there"}),
    n: rows.length,
    marts: ["prospects_listed"],
    columns: [
      column("prospect", say(view, {zh: "潜在客户", en: "Prospect"})),
      column("customer", say(view, {zh: "客户编号", en: "Customer"})),
      column("grade", say(view, {zh: "级别", en: "Grade"})),
      column("move", say(view, {zh: "本月", en: "This month"})),
      column("before", say(view, {zh: "上月", en: "Month before"})),
      column("since", say(view, {zh: "从何时起", en: "Since"}), "month"),
      column("owner", say(view, {zh: "负责人", en: "Owner"})),
    ],
    rows: rows.map((row) => [
      row.prospect_id,
      row.customer_id,
      gradeName(view, row.grade),
      moveOf(view, row),
      row.grade_before === "" ? "" : gradeName(view, row.grade_before),
      row.since_month,
      personName(view, row.owner),
    ]),
  });
}

function moveOf(view: ReportView, {grade, grade_before}: Row<"prospects_listed">): string {
  if (grade_before === "") return say(view, {zh: "新增", en: "new"});
  if (grade === grade_before) return "";
  return grade < grade_before ? say(view, {zh: "升", en: "up"}) : say(view, {zh: "降", en: "down"});
}
