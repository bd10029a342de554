import {isKnown} from "../../facts/known.js";
import type {ReportView} from "../../facts/view.js";
import type {Row} from "../../marts/list.js";
import {formatNumber} from "../../words/format.js";
import {periodName} from "../../words/period.js";
import {say} from "../../words/say.js";
import type {FigureOrMissing} from "../figure.js";
import {missingFigure} from "../forms/missing.js";
import {type Part, partsFigure} from "../forms/parts.js";
import {column, limitColumns, numbersOf, tableFigure} from "../forms/table.js";

const needs = ["sessions"];
const timeOf = (view: ReportView, part: string) =>
  view.rows("session_times").find((row) => row.part === part && row.clock === "first_reply");

/** How long a visitor waits for the first reply by hour of the day, beside how many sessions an agent holds at once. */
export function firstReplyByHour(view: ReportView): FigureOrMissing {
  const id = "first-reply-by-hour";
  const all = timeOf(view, "all");
  const hours = hoursOf(view);
  const known = hours.flatMap(({time, ...hour}) => (isKnown(time, "median_seconds") ? [{...hour, time}] : []));
  if (!isKnown(all, "median_seconds") || known.length < 2)
    return missingFigure(view, {
      id,
      needs,
      shows: {zh: "一天里各时段的首次响应", en: "first replies by hour of the day"},
    });
  // Limits apart from those of the whole day: of twenty-four hours some are slow by chance.
  const [worst] = known
    .filter(
      ({time}) =>
        time.flag === "" &&
        time.median_seconds_lo !== null &&
        time.median_seconds_lo > (all.median_seconds_hi ?? all.median_seconds),
    )
    .sort((a, b) => b.time.median_seconds - a.time.median_seconds);
  const seconds = (value: number) => formatNumber(value, "seconds", view);
  const others = view.rows("sessions_by_segment").find(({dimension}) => dimension === "all")?.at_once ?? null;
  const held =
    worst && worst.at_once !== null && others !== null
      ? [
          say(view, {
            zh: `${worst.member} 起客服同时接待 ${worst.at_once.toFixed(1)} 个会话，全天平均 ${others.toFixed(1)} 个。`,
            en: `From ${worst.member} agents hold ${worst.at_once.toFixed(1)} sessions at once, ${others.toFixed(1)} over the day.`,
          }),
        ]
      : [];
  return partsFigure(view, {
    id,
    title: worst
      ? say(view, {
          zh: `在线会话 ${worst.member} 起首次回复要 ${seconds(worst.time.median_seconds)}，全天 ${seconds(all.median_seconds)}`,
          en: `In chat a first reply takes ${seconds(worst.time.median_seconds)} from ${worst.member}, ${seconds(all.median_seconds)} over the day`,
        })
      : say(view, {
          zh: `在线会话首次回复一半在 ${seconds(all.median_seconds)}内，没有明显更慢的时段`,
          en: `Half the first replies in chat within ${seconds(all.median_seconds)}; no hour clearly slower`,
        }),
    subtitle: say(view, {
      zh: `首次响应中位数，按进入队列的钟点；${periodName(view)}`,
      en: `Median time to the first reply by the hour of entering the queue; ${periodName(view)}`,
    }),
    form: "bars",
    unit: "seconds",
    labels: say(view, {zh: "时段", en: "From"}),
    series: [{id: "median_seconds", name: say(view, {zh: "首次响应中位数", en: "Median first reply"})}],
    more: [
      column("sessions", say(view, {zh: "会话", en: "Sessions"}), "count"),
      column("at_once", say(view, {zh: "客服同时接待", en: "Held at once"}), "score"),
    ],
    rows: [
      ...hours.map(({member, sessions, time, at_once}) => ({
        label: member,
        parts: [time ? part(time) : {value: null, n: sessions}],
        more: [sessions, at_once],
      })),
      {label: say(view, {zh: "全天", en: "Day"}), parts: [part(all)], more: [all.sessions, others]},
    ],
    focus: worst ? [worst.member] : [],
    n: all.sessions,
    method: say(view, {zh: "中位数的次序统计量 95% 区间", en: "order-statistic 95% limits of the median"}),
    marts: ["session_times", "sessions_by_segment"],
    notes: [
      ...held,
      ...(known.length < hours.length
        ? [say(view, {zh: "空着的时段：会话太少，不显示。", en: "Hours left open: too few sessions to show."})]
        : []),
    ],
  });
}

interface Hour {
  readonly member: string;
  readonly sessions: number;
  readonly at_once: number | null;
  readonly time: Row<"session_times"> | undefined;
}

/** Every hour from the first with sessions to the last; those with few or none stay, without a time. */
function hoursOf(view: ReportView): Hour[] {
  const found = view.rows("sessions_by_segment").filter(({dimension}) => dimension === "hour");
  const numbers = found.map(({member}) => Number.parseInt(member, 10));
  const first = Math.min(...numbers);
  return Array.from({length: numbers.length > 0 ? Math.max(...numbers) - first + 1 : 0}, (_, at) => {
    const member = `${String(first + at).padStart(2, "0")}:00`;
    const row = found.find((each) => each.member === member);
    const time = timeOf(view, member);
    return {member, sessions: time?.sessions ?? 0, at_once: row?.at_once ?? null, time};
  });
}

const part = (time: Row<"session_times">): Part => ({
  value: time.median_seconds,
  lo: time.median_seconds_lo,
  hi: time.median_seconds_hi,
  n: time.sessions,
  flag: time.flag,
});

/** What the bot served alone: handed over, came again within a day, solved, beside what it calls solved itself. */
export function botSessions(view: ReportView): FigureOrMissing {
  const id = "bot-sessions";
  const [row] = view.rows("bot_sessions");
  if (!isKnown(row, "solved_share"))
    return missingFigure(view, {id, needs, shows: {zh: "机器人解决了多少", en: "what the bot solves"}});
  const text = (value: number | null) => formatNumber(value, "share", view);
  const isJudged = isKnown(row, "called_share");
  return tableFigure(view, {
    id,
    title: say(view, {
      zh: `机器人接待 ${formatNumber(row.sessions, "count", view)} 次，最多解决 ${text(row.solved_share)}${isJudged ? `；系统自己说 ${text(row.called_share)}` : ""}`,
      en: `The bot served ${formatNumber(row.sessions, "count", view)} sessions and solved at most ${text(row.solved_share)}${isJudged ? `; the system itself says ${text(row.called_share)}` : ""}`,
    }),
    subtitle: say(view, {
      zh: `解决＝没有转人工，且访客 24 小时内没有再找我们；${periodName(view)}`,
      en: `Solved: not handed over, and no other contact of the visitor within 24 hours; ${periodName(view)}`,
    }),
    columns: [
      column("what", say(view, {zh: "结果", en: "Outcome"})),
      column("sessions", say(view, {zh: "会话", en: "Sessions"}), "count"),
      column("share", say(view, {zh: "占比", en: "Share"}), "share"),
      ...limitColumns(view, "share"),
    ],
    rows: [
      [
        say(view, {zh: "转人工", en: "Handed over"}),
        row.handed_over,
        ...numbersOf(row, ["handed_over_share", "handed_over_share_lo", "handed_over_share_hi"]),
      ],
      [
        say(view, {zh: "没转人工，24 小时内又来", en: "Not handed over, came again within 24 h"}),
        row.came_again,
        ...numbersOf(row, ["came_again_share", "came_again_share_lo", "came_again_share_hi"]),
      ],
      [
        say(view, {zh: "解决（最多）", en: "Solved, at most"}),
        row.solved,
        ...numbersOf(row, ["solved_share", "solved_share_lo", "solved_share_hi"]),
      ],
      ...(isJudged
        ? [
            [
              say(view, {zh: "系统标为已解决", en: "Called solved by the system"}),
              row.called_solved,
              ...numbersOf(row, ["called_share", "called_share_lo", "called_share_hi"]),
            ],
          ]
        : []),
    ],
    method: say(view, {zh: "Wilson 95% 区间", en: "Wilson 95% interval"}),
    n: row.sessions,
    marts: ["bot_sessions"],
    notes: [
      say(view, {
        zh: `${formatNumber(row.known_visitors, "count", view)} 次知道访客是谁；认不出的访客再来也看不见，所以只能说“最多”。`,
        en: `The visitor is known in ${formatNumber(row.known_visitors, "count", view)}; who is not known may come again unseen, so the share solved is at most this.`,
      }),
    ],
  });
}
