import {isKnown} from "../../facts/known.js";
import type {ReportView} from "../../facts/view.js";
import type {Row} from "../../marts/list.js";
import {memberName} from "../../words/dimensions.js";
import {formatNumber} from "../../words/format.js";
import {periodName} from "../../words/period.js";
import {say} from "../../words/say.js";
import type {Unit} from "../../words/unit.js";
import type {FigureOrMissing} from "../figure.js";
import {missingFigure} from "../forms/missing.js";
import {column, tableFigure} from "../forms/table.js";

const needs = ["sessions"];
const allOf = (view: ReportView) => view.rows("sessions_by_segment").find(({dimension}) => dimension === "all");
const timeOf = (view: ReportView, clock: string) =>
  view.rows("session_times").find((row) => row.part === "all" && row.clock === clock);

/** Phone and chat side by side: what each got, answered and how fast, each with its own formula said. */
export function phoneAndChat(view: ReportView): FigureOrMissing {
  const id = "phone-and-chat";
  const chat = allOf(view);
  if (!isKnown(chat, "answer_rate"))
    return missingFigure(view, {id, needs, shows: {zh: "电话与在线会话的对照", en: "phone and chat side by side"}});
  const phone = view.rows("calls_by_segment").find(({dimension}) => dimension === "all");
  const said = wordsOf(view);
  const {t} = said;
  return tableFigure(view, {
    id,
    title: sideBySide(view, {phone, chat}),
    subtitle: t(`两种渠道各按各的公式；${periodName(view)}`, `Each channel by its own formula; ${periodName(view)}`),
    columns: [
      column("measure", t("指标", "Measure")),
      column("phone", t("电话", "Phone")),
      column("chat", t("在线会话", "Chat")),
      column("formula", t("怎么算", "Formula")),
    ],
    rows: [...answerLines(said, {phone, chat}), ...timeLines(view, said), ...contactLines(said, chat)],
    n: chat.offered,
    method: t("Wilson 95% 区间；百分位按秒计", "Wilson 95% intervals; percentiles by the second"),
    marts: ["sessions_by_segment", "session_times", "calls_by_segment", "call_times"],
    notes: [
      ...(phone && phone.answer_rate === null
        ? [t("电话太少，接通率不显示。", "Too few calls to show their answer rate.")]
        : []),
      ...partNote(view, {dimension: "queue", zh: "各队列接通率", en: "Answered by queue"}),
      ...partNote(view, {dimension: "end", zh: "怎样结束的", en: "How sessions ended"}),
    ],
  });
}

type Chat = Row<"sessions_by_segment">;
type Phone = Row<"calls_by_segment"> | undefined;
/** Measure, phone, chat, and how it is computed. */
type Line = [measure: string, phone: string, chat: string, formula: string];
type Maybe = number | null | undefined;

/** How cells are written; "–" for what is not known. */
function wordsOf(view: ReportView) {
  const t = (zh: string, en: string) => say(view, {zh, en});
  const as = (unit: Unit) => (value: Maybe) => (value == null ? "–" : formatNumber(value, unit, view));
  const share = as("share");
  const within = (value: Maybe, lo: Maybe, hi: Maybe) =>
    value == null
      ? "–"
      : t(`${share(value)}（${share(lo)}–${share(hi)}）`, `${share(value)} (${share(lo)}–${share(hi)})`);
  const mean = (value: number | null) => (value === null ? "–" : value.toFixed(1));
  return {t, count: as("count"), share, seconds: as("seconds"), within, mean};
}
type Words = ReturnType<typeof wordsOf>;

/** "电话接通 91.0%，在线会话接通 95.2%；在线首次回复一半在 20 秒内" */
function sideBySide(view: ReportView, {phone, chat}: {phone: Phone; chat: Chat}): string {
  const {t, share, seconds} = wordsOf(view);
  const half = seconds(timeOf(view, "first_reply")?.median_seconds);
  const firstReply =
    half === "–" ? "" : t(`；在线首次回复一半在 ${half}内`, `; half the first replies in chat within ${half}`);
  return isKnown(phone, "answer_rate")
    ? t(
        `电话接通 ${share(phone.answer_rate)}，在线会话接通 ${share(chat.answer_rate)}${firstReply}`,
        `${share(phone.answer_rate)} of calls and ${share(chat.answer_rate)} of chats answered${firstReply}`,
      )
    : t(
        `在线会话接通 ${share(chat.answer_rate)}${firstReply}`,
        `${share(chat.answer_rate)} of chats answered${firstReply}`,
      );
}

/** What reached each channel, and how much of it was answered and in time. */
const answerLines = ({t, count, within}: Words, {phone, chat}: {phone: Phone; chat: Chat}): Line[] => [
  [
    t("进入队列", "Reached the queue"),
    count(phone?.offered),
    count(chat.offered),
    t(
      "电话：呼入且进队列；会话：要找人工的，机器人独立接待的不算",
      "phone: inbound offered to a queue; chat: those that asked for a person, without the bot’s own",
    ),
  ],
  [
    t("接通率", "Answer rate"),
    within(phone?.answer_rate, phone?.answer_rate_lo, phone?.answer_rate_hi),
    within(chat.answer_rate, chat.answer_rate_lo, chat.answer_rate_hi),
    t(
      "电话：坐席接听 ÷ 进入队列；会话：客服至少回一条 ÷ 进入人工队列",
      "phone: answered by an agent ÷ offered; chat: at least one message of an agent ÷ reached the queue for people",
    ),
  ],
  [
    t("很快离开", "Left at once"),
    count(phone?.short_abandoned),
    count(chat.short_left),
    t(
      `${count(chat.short_seconds)} 秒内放弃，仍计入接通率`,
      `given up within ${count(chat.short_seconds)} s; still in the answer rate`,
    ),
  ],
  [
    t("及时", "In time"),
    within(phone?.service_level, phone?.service_level_lo, phone?.service_level_hi),
    within(chat.in_time, chat.in_time_lo, chat.in_time_hi),
    t(
      `电话：${count(phone?.target_seconds)} 秒内接听（公式 ${phone?.formula ?? "–"}）；会话：${count(chat.target_seconds)} 秒内首次回复 ÷ 进入人工队列`,
      `phone: ${phone ? `answered in ${count(phone.target_seconds)} s (formula ${phone.formula})` : "no call records"}; chat: first reply in ${count(chat.target_seconds)} s ÷ reached the queue for people`,
    ),
  ],
];

/** How long customers waited, and how long it took. */
function timeLines(view: ReportView, {t, seconds}: Words): Line[] {
  const of = (name: "wait" | "talk") =>
    view.rows("call_times").find((row) => row.queue === "all" && row.clock === name);
  const [wait, talk] = [of("wait"), of("talk")];
  const [reply, mean, length] = (["first_reply", "mean_reply", "length"] as const).map((clock) => timeOf(view, clock));
  return [
    [
      t("等待中位数", "Median wait"),
      seconds(wait?.median_seconds),
      seconds(reply?.median_seconds),
      t(
        "电话：应答用时；会话：进入队列到客服首条消息",
        "phone: speed of answer; chat: from the queue to the agent’s first message",
      ),
    ],
    [
      t("等待 P90", "P90 wait"),
      seconds(wait?.p90_seconds),
      seconds(reply?.p90_seconds),
      t("九成不超过", "nine in ten no longer"),
    ],
    [
      t("平均响应中位数", "Median of mean replies"),
      "–",
      seconds(mean?.median_seconds),
      t(
        "会话：一次会话内各轮平均，再取各会话的中位数；电话没有",
        "chat: mean over the rounds of a session, then the median of sessions; phone has none",
      ),
    ],
    [
      t("时长中位数", "Median length"),
      seconds(talk?.median_seconds),
      seconds(length?.median_seconds),
      t(
        "会话时长不等于处理时长：一人同时接几个",
        "length of a session is not handling time: agents hold several at once",
      ),
    ],
  ];
}

/** What a session is like: rounds, messages, and whether it was passed on or rated. */
const contactLines = ({t, within, mean}: Words, chat: Chat): Line[] => [
  [
    t("同时接待", "At once"),
    t("1 个", "1"),
    mean(chat.at_once),
    t("会话开始时，该客服手上的会话数（含它）", "sessions the agent held when one began, itself among them"),
  ],
  [t("轮次", "Rounds"), "–", mean(chat.rounds), t("一问一答为一轮，平均", "question and answer, on average")],
  [t("消息", "Messages"), "–", mean(chat.messages), t("双方消息数，平均", "of both sides, on average")],
  [
    t("转接过", "Passed on"),
    "–",
    within(chat.passed_on, chat.passed_on_lo, chat.passed_on_hi),
    t("转接过的会话 ÷ 知道有没有转接的会话", "passed on ÷ sessions of which it is known"),
  ],
  [
    t("参评率", "Rated"),
    "–",
    within(chat.rated_share, chat.rated_share_lo, chat.rated_share_hi),
    t("评价 ÷ 邀评", "rated ÷ asked to rate"),
  ],
];

/** "各队列接通率：售前 95.2%、售后 91.0%": of ends their part of all sessions. */
function partNote(
  view: ReportView,
  {dimension, zh, en}: {dimension: "queue" | "end"; zh: string; en: string},
): string[] {
  const rows = view
    .rows("sessions_by_segment")
    .filter((row) => row.dimension === dimension && row.flag !== "suppressed")
    .sort((a, b) => b.offered - a.offered || (a.member < b.member ? -1 : 1));
  const all = allOf(view)?.offered ?? 0;
  if (rows.length < 2 || all === 0) return [];
  const parts = rows.slice(0, 6).map((row) => {
    const name = memberName(view, {dimension: dimension === "queue" ? "queue" : "end_reason", member: row.member});
    return `${name} ${formatNumber(dimension === "queue" ? row.answer_rate : row.offered / all, "share", view)}`;
  });
  return [say(view, {zh: `${zh}：${parts.join("、")}。`, en: `${en}: ${parts.join(", ")}.`})];
}
