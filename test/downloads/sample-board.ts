import type {FiguresOfLanguage} from "../../loaders/downloads/contents/input.js";
import type {Board} from "../../src/figures/overview/board-shape.js";
import type {Tile, TileState} from "../../src/figures/overview/tile-shape.js";
import type {Language} from "../../src/words/language.js";

/** A manager's page and a briefing with every part, for figures of `sampleFigures`. */
export const sampleBoard = (language: Language): Required<Pick<FiguresOfLanguage, "boards" | "briefing">> => {
  const t = (zh: string, en: string): string => (language === "zh" ? zh : en);
  const column = (id: string, label: string) => ({id, label, unit: "text" as const});
  const states: readonly TileState[] = ["unsure", "bad", "bad-year", "bad", "worse", "good"];
  const names = [
    t("接通率", "Answer rate"),
    t("每万户投诉", "Complaints per 10,000"),
    t("不满意率", "Dissatisfied (DSAT)"),
    t("按时回访率", "Follow-up rate"),
    t("月流失率（9月）", "Monthly churn, Sep"),
    t("满意率 CSAT", "CSAT"),
  ];
  const verdicts = [
    t("达标未定", "Too close to call"),
    t("连续 24 个月未达标", "Target missed 24 months running"),
    t("近 12 个月未达标", "Target missed over 12 months"),
    t("未达标，差于去年同月", "Missed; worse than last year"),
    t("比去年同月明显变差", "Clearly worse than last year"),
    t("达标", "Target met"),
  ];
  const tiles = states.map((state, at): Tile => {
    const value = 0.9 - at * 0.1;
    const text = (share: number) => `${(share * 100).toFixed(1)}%`;
    const cell = (id: "month" | "year" | "window" | "target", label: string, number: number) =>
      ({id, label, value: text(number), mark: id === "year" ? "↑" : "~", isBad: false, number}) as const;
    return {
      id: `measure_${at}`,
      label: names[at] ?? "",
      value: text(value),
      small: `${text(value - 0.03)} · n 470`,
      number: {unit: "share", value, lo: value - 0.03, hi: value + 0.03},
      better: "up",
      state,
      verdict: verdicts[at] ?? "",
      target: text(0.9),
      cells: [
        cell("month", t("9月", "Sep"), value - 0.01),
        cell("year", t("去年10月", "Oct 2025"), value - 0.02),
        cell("window", t("12 个月", "12 months"), value),
        cell("target", t("目标", "Target"), 0.9),
      ],
      spark: {
        unit: "share",
        points: Array.from({length: 24}, (_, month) => ({
          month: `${2024 + Math.floor((month + 10) / 12)}-${String(((month + 10) % 12) + 1).padStart(2, "0")}`,
          value: month === 7 ? null : value + Math.sin(month) / 30,
          lo: month === 7 ? null : value + Math.sin(month) / 30 - 0.03,
          hi: month === 7 ? null : value + Math.sin(month) / 30 + 0.03,
          isOpen: month === 7,
        })),
        target: 0.9,
        now: 23,
        yearAgo: 11,
        alt: names[at] ?? "",
      },
      href: "satisfaction.html#csat-trend",
    };
  });
  const board: Board = {
    title: t(
      "2026年10月：新投诉“设备联网故障”、华南集中流失；6 个目标 4 个未达标",
      "Oct 2026: a new complaint (“Device offline”), a wave of leaving (South); 4 of 6 targets missed",
    ),
    said: [
      t(
        "新出现的投诉“设备联网故障”29 件，产品部 11月15日前定：是否回滚 10 月固件。",
        "29 complaints of a new kind: “Device offline after update”; Product to decide by 15 Nov: roll back the October firmware.",
      ),
      t("7—9月华南流失 62 户，平时 6 户。", "South lost 62 customers in Jul–Sep, usually 6."),
      t(
        "6 个目标 4 个未达标（每万户投诉、不满意率、按时回访率等），1 项未定。",
        "4 of 6 targets missed (Complaints per 10,000, Dissatisfied, Follow-up rate …), 1 too close to call.",
      ),
    ],
    missed: "",
    matters: [],
    tiles,
    further: [],
    measures: tiles,
    changed: [],
    acts: [],
    missing: [
      {head: t("10月流失", "Churn in Oct"), text: t("还没有定数", "not final; 47 in grace"), href: "churn.html"},
      {text: t("没有收到回访记录", "no callbacks were sent"), href: "data-quality.html"},
    ],
  };
  const owner = t("产品部 · 产品经理", "Product · Product manager");
  return {
    boards: {overview: board},
    briefing: {
      said: board.said,
      findings: [
        {
          from: "csat-by-channel",
          title: t("在线聊天最不满意", "Web chat satisfies least"),
          says: [t("在线聊天 78%，其余 81%。", "Web chat 78%, 81% elsewhere.")],
        },
        {
          from: "csat-trend",
          title: t("满意率未达标", "CSAT misses its target"),
          says: [t("目标 90%。", "Target 90%.")],
        },
      ],
      decisions: {
        title: t("今天要定 2 件事", "2 decisions are needed"),
        table: {
          columns: [
            column("decision", t("要定什么", "Decide")),
            column("why", t("为什么", "Why")),
            column("owner", t("谁来定", "Owner")),
            column("due", t("最晚", "By")),
          ],
          rows: [
            [
              t("回滚 10 月固件", "Roll back the October firmware"),
              t("固件更新致离线", "Firmware takes devices offline"),
              owner,
              t("11月15日", "15 Nov"),
            ],
          ],
        },
      },
      actions: {
        title: t("5 项没做完，2 项逾期", "2 of 5 open actions late"),
        table: {
          columns: [
            column("action", t("措施", "Action")),
            column("owner", t("负责人", "Owner")),
            column("due", t("期限", "Due")),
            column("state", t("进展", "State")),
          ],
          rows: Array.from({length: 6}, (_, at) => [
            t("更换西北承运商", "New carrier for the Northwest"),
            owner,
            t("10月15日", "15 Oct"),
            at < 2 ? t("逾期 16 天", "16 days late") : t("进行中", "open"),
          ]),
        },
      },
      next: {
        title: t("接下来", "Next steps"),
        table: {
          columns: [
            column("when", t("什么时候", "When")),
            column("what", t("做什么", "What")),
            column("who", t("谁", "Who")),
          ],
          rows: [[t("11月15日", "15 Nov"), t("回滚 10 月固件", "Roll back the October firmware"), owner]],
        },
      },
    },
  };
};
