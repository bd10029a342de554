import {isKnown, whereKnown} from "../../facts/known.js";
import type {ReportView} from "../../facts/view.js";
import type {Row} from "../../marts/list.js";
import {benjaminiHochberg} from "../../stats/comparisons/benjamini-hochberg.js";
import {twoProportionTest} from "../../stats/comparisons/two-proportion-test.js";
import {memberName} from "../../words/dimensions.js";
import {formatInterval, formatNumber} from "../../words/format.js";
import {periodName} from "../../words/period.js";
import {say} from "../../words/say.js";
import type {FigureOrMissing} from "../figure.js";
import {estimateFigure} from "../forms/estimate.js";
import {missingFigure} from "../forms/missing.js";
import {column, numbersOf, tableFigure} from "../forms/table.js";
import {weekdayName} from "./names.js";

type Calls = Row<"calls_by_segment">;
const needs = ["calls"];

/** When callers get through least: answered of offered by half hour or weekday, in the order of the clock. */
export function answerRateBy(
  view: ReportView,
  {id, dimension}: {id: string; dimension: "half_hour" | "weekday"},
): FigureOrMissing {
  const rows = view
    .rows("calls_by_segment")
    .filter((row) => row.dimension === dimension)
    .sort((a, b) => (a.member < b.member ? -1 : 1));
  const shown = whereKnown(rows, "answer_rate", "answer_rate_lo", "answer_rate_hi").filter(({flag}) => flag === "");
  const all = view.rows("calls_by_segment").find((row) => row.dimension === "all");
  const isHour = dimension === "half_hour";
  if (shown.length < 2 || !isKnown(all, "answer_rate"))
    return missingFigure(view, {
      id,
      needs,
      shows: isHour
        ? {zh: "一天里各时段的接通率", en: "the answer rate by time of day"}
        : {zh: "一周里各天的接通率", en: "the answer rate by day of the week"},
    });
  const name = ({member}: Calls) => (isHour ? member : weekdayName(view, member));
  // Each against the rest: of many times of day some stand low by chance.
  const tested = benjaminiHochberg(
    shown.map(({answered: k, offered: n}) =>
      n === all.offered ? 1 : twoProportionTest({k, n}, {k: all.answered - k, n: all.offered - n}).p,
    ),
  );
  const [worst] = shown
    .filter((row, at) => tested[at]! < 0.05 && row.answer_rate < all.answer_rate)
    .sort((a, b) => a.answer_rate - b.answer_rate);
  const share = (value: number) => formatNumber(value, "share", view);
  const total = share(all.answer_rate);
  const title = worst
    ? say(view, {
        zh: `${isHour ? `${worst.member} 起的半小时` : name(worst)}接通率 ${share(worst.answer_rate)}，全部 ${total}`,
        en: `${isHour ? `From ${worst.member} for half an hour` : name(worst)}: ${share(worst.answer_rate)} answered, ${total} overall`,
      })
    : say(view, {
        zh: `接通率 ${total}，${isHour ? "各时段" : "一周各天"}没有明显更低的`,
        en: `${total} answered; no ${isHour ? "time of day" : "day of the week"} clearly below`,
      });
  return estimateFigure(view, {
    id,
    title,
    subtitle: say(view, {
      zh: `呼入且进入队列的电话，按${isHour ? "来电的半小时" : "星期"}；${periodName(view)}`,
      en: `Inbound calls offered to a queue, by ${isHour ? "half hour of the call" : "day of the week"}; ${periodName(view)}`,
    }),
    form: "dots",
    unit: "share",
    labels: isHour ? say(view, {zh: "时段", en: "From"}) : say(view, {zh: "星期", en: "Day"}),
    metric: "answer_rate",
    method: say(view, {zh: "Wilson 95% 区间", en: "Wilson 95% interval"}),
    marts: ["calls_by_segment"],
    n: all.offered,
    rows: rows.map((row) => ({
      label: name(row),
      value: row.answer_rate,
      lo: row.answer_rate_lo,
      hi: row.answer_rate_hi,
      n: row.offered,
      flag: row.flag,
    })),
    focus: worst ? [name(worst)] : [],
    notes: [
      say(view, {
        zh: "每一格与其余相比，多次比较已作 Benjamini–Hochberg 校正。",
        en: "Each is compared with the rest; Benjamini–Hochberg over all of them.",
      }),
    ],
    reference: {value: all.answer_rate, label: say(view, {zh: `全部 ${total}`, en: `All ${total}`})},
  });
}

/** What became of the calls of each queue: answered, given up, answered in time, how long it took. */
export function callsByQueue(view: ReportView): FigureOrMissing {
  const id = "calls-by-queue";
  const all = view.rows("calls_by_segment").find((row) => row.dimension === "all");
  if (!isKnown(all, "answer_rate"))
    return missingFigure(view, {id, needs, shows: {zh: "来电接了多少、放弃多少", en: "calls answered and given up"}});
  const queues = view
    .rows("calls_by_segment")
    .filter((row) => row.dimension === "queue" && row.flag !== "suppressed")
    .sort((a, b) => b.offered - a.offered || (a.member < b.member ? -1 : 1));
  const time = (queue: string, clock: string) =>
    view.rows("call_times").find((row) => row.queue === queue && row.clock === clock);
  const short = formatNumber(all.short_seconds, "count", view);
  const labels = (zh: string, en: string) => say(view, {zh, en});
  const abandoned = formatNumber(all.abandoned / all.offered, "share", view);
  return tableFigure(view, {
    id,
    title: say(view, {
      zh: `${formatNumber(all.offered, "count", view)} 通进入队列，接了 ${formatNumber(all.answered, "count", view)} 通（${formatNumber(all.answer_rate, "share", view)}），放弃 ${formatNumber(all.abandoned, "count", view)} 通（${abandoned}）`,
      en: `${formatNumber(all.offered, "count", view)} calls offered: ${formatNumber(all.answered, "count", view)} answered (${formatNumber(all.answer_rate, "share", view)}), ${formatNumber(all.abandoned, "count", view)} given up (${abandoned})`,
    }),
    subtitle: say(view, {
      zh: `呼入，按队列；呼出不在内；${periodName(view)}`,
      en: `Inbound by queue, without outbound calls; ${periodName(view)}`,
    }),
    columns: [
      column("queue", labels("队列", "Queue")),
      column("offered", labels("进入队列", "Offered"), "count"),
      column("answered", labels("接听", "Answered"), "count"),
      column("answer_rate", labels("接通率", "Answer rate"), "share"),
      column("answer_rate_lo", labels("下限", "Lower"), "share"),
      column("answer_rate_hi", labels("上限", "Upper"), "share"),
      column("abandoned", labels("放弃", "Given up"), "count"),
      column("short_abandoned", labels(`其中 ${short} 秒内`, `within ${short} s`), "count"),
      column(
        "answer_rate_less_short",
        labels(`接通率（不计 ${short} 秒内放弃）`, `Answer rate without those ${short} s`),
        "share",
      ),
      column("service_level", labels(`${all.target_seconds} 秒接通率`, `Answered in ${all.target_seconds} s`), "share"),
      column("median_wait", labels("应答用时中位数", "Median wait"), "seconds"),
      column("p90_wait", labels("应答用时 P90", "P90 wait"), "seconds"),
      column("mean_talk", labels("平均通话", "Mean talk"), "seconds"),
    ],
    rows: [all, ...queues].map((row) => {
      const queue = row.dimension === "all" ? "all" : row.member;
      const wait = time(queue, "wait");
      return [
        memberName(view, {dimension: row.dimension, member: row.member}),
        ...numbersOf(row, ["offered", "answered", "answer_rate", "answer_rate_lo", "answer_rate_hi"]),
        ...numbersOf(row, ["abandoned", "short_abandoned", "answer_rate_less_short", "service_level"]),
        wait?.median_seconds ?? null,
        wait?.p90_seconds ?? null,
        time(queue, "talk")?.mean_seconds ?? null,
      ];
    }),
    n: all.offered,
    method: say(view, {zh: "Wilson 95% 区间", en: "Wilson 95% interval"}),
    marts: ["calls_by_segment", "call_times"],
    metrics: ["answer_rate", "service_level"],
  });
}

/** How long callers waited and agents talked, with the limits of each percentile. */
export function callTimes(view: ReportView): FigureOrMissing {
  const id = "call-times";
  const rows = view.rows("call_times").filter((row) => row.queue === "all" && row.flag !== "suppressed");
  const wait = rows.find(({clock}) => clock === "wait");
  const talk = rows.find(({clock}) => clock === "talk");
  const lead = wait ?? talk;
  if (!isKnown(lead, "median_seconds", "mean_seconds"))
    return missingFigure(view, {
      id,
      needs,
      shows: {zh: "应答和通话用了多久", en: "how long answering and talking took"},
    });
  const names = {
    wait: say(view, {zh: "应答用时", en: "Speed of answer"}),
    talk: say(view, {zh: "通话时长", en: "Talk time"}),
    abandon: say(view, {zh: "放弃前等待", en: "Wait before giving up"}),
  };
  const text = (value: number | null | undefined) => formatNumber(value, "seconds", view);
  const p90 = isKnown(lead, "p90_seconds")
    ? say(view, {
        zh: `，九成在 ${text(lead.p90_seconds)}内（${formatInterval([lead.p90_seconds_lo, lead.p90_seconds_hi], "seconds", view)}）`,
        en: `, nine in ten within ${text(lead.p90_seconds)} (${formatInterval([lead.p90_seconds_lo, lead.p90_seconds_hi], "seconds", view)})`,
      })
    : "";
  const limitsOf = (name: string, label: string) => [
    column(name, label, "seconds"),
    column(`${name}_lo`, say(view, {zh: "下限", en: "Lower"}), "seconds"),
    column(`${name}_hi`, say(view, {zh: "上限", en: "Upper"}), "seconds"),
  ];
  return tableFigure(view, {
    id,
    title: say(view, {
      zh: `${names[lead.clock]}：一半在 ${text(lead.median_seconds)}内${p90}`,
      en: `${names[lead.clock]}: half within ${text(lead.median_seconds)}${p90}`,
    }),
    subtitle: say(view, {
      zh: `呼入电话；应答和通话只看接听的；${periodName(view)}`,
      en: `Inbound calls; answering and talking of those answered; ${periodName(view)}`,
    }),
    columns: [
      column("clock", say(view, {zh: "时长", en: "Time"})),
      column("calls", say(view, {zh: "通数", en: "Calls"}), "count"),
      column("mean_seconds", say(view, {zh: "平均", en: "Mean"}), "seconds"),
      ...limitsOf("median_seconds", say(view, {zh: "中位数", en: "Median"})),
      ...limitsOf("p80_seconds", "P80"),
      ...limitsOf("p90_seconds", "P90"),
      ...limitsOf("p95_seconds", "P95"),
    ],
    rows: rows.map((row) => [
      names[row.clock],
      ...numbersOf(row, ["calls", "mean_seconds", "median_seconds", "median_seconds_lo", "median_seconds_hi"]),
      ...numbersOf(row, ["p80_seconds", "p80_seconds_lo", "p80_seconds_hi"]),
      ...numbersOf(row, ["p90_seconds", "p90_seconds_lo", "p90_seconds_hi"]),
      ...numbersOf(row, ["p95_seconds", "p95_seconds_lo", "p95_seconds_hi"]),
    ]),
    n: lead.calls,
    method: say(view, {zh: "次序统计量 95% 区间", en: "order-statistic 95% limits"}),
    marts: ["call_times"],
    metrics: ["service_level"],
  });
}
