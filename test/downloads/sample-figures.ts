import type {DownloadInput} from "../../loaders/downloads/contents/input.js";
import type {Figure, FigureTable, Point, Series} from "../../src/figures/figure.js";
import type {Language} from "../../src/words/language.js";
import {sampleBoard} from "./sample-board.js";

/** Every form once, in both languages, with small n, withheld values, breaks and texts that try to break out. */

const point = (value: number, half: number, n: number): Point =>
  n < 10
    ? {value: null, lo: null, hi: null, n: null, flag: "suppressed"}
    : {value, lo: value - half, hi: value + half, n, ...(n < 30 && {flag: "hollow" as const})};

const tableOf = (
  categories: readonly string[],
  series: readonly Series[],
  {unit, label}: {unit: Figure["unit"]; label: string},
): FigureTable => ({
  columns: [
    {id: "category", label, unit: "text"},
    ...series.flatMap(({id, name}) => [
      {id, label: name, unit},
      {id: `${id}_lo`, label: `${name} lo`, unit},
      {id: `${id}_hi`, label: `${name} hi`, unit},
      {id: `${id}_n`, label: `${name} n`, unit: "count" as const},
    ]),
  ],
  rows: categories.map((category, at) => [
    category,
    ...series.flatMap(({points}) => [
      points[at]?.value ?? null,
      points[at]?.lo ?? null,
      points[at]?.hi ?? null,
      points[at]?.n ?? null,
    ]),
  ]),
});

const months = (count: number): string[] =>
  Array.from({length: count}, (_, index) => {
    const month = 9 - count + 1 + index;
    return `${2026 + Math.floor(month / 12)}-${String((((month % 12) + 12) % 12) + 1).padStart(2, "0")}`;
  });

export const hostile = [
  "=cmd|' /C calc'!A0",
  '<script>alert("1")</script> & ]]>',
  "\u202Eabc\u202C עברית \u{1F600}",
  "line\u0000\u0007 one\tx",
  "_x0041_ + 1",
  "@SUM(A1)",
];

export const sampleFigures = (language: Language): Record<string, Figure> => {
  const t = (zh: string, en: string): string => (language === "zh" ? zh : en);
  const common = {
    n: 4213,
    method: t("Wilson 95 %，按客户聚类", "Wilson 95 %, clustered by customer"),
    metrics: ["csat"],
    marts: ["csat_by_month"],
    notes: [
      t(
        "8 月起问卷第 3 题改了措辞，前后不可直接比较",
        "The wording of question 3 changed in August; do not compare across it",
      ),
    ],
  };
  const make = (id: string, figure: Omit<Figure, "id" | "table" | keyof typeof common> & Partial<Figure>): Figure => ({
    id,
    ...common,
    table: tableOf(figure.categories, figure.series, {
      unit: figure.unit,
      label: figure.category_title ?? t("类别", "Category"),
    }),
    ...figure,
  });
  const year = months(12);
  const two = months(24);
  const channels = [
    t("电话", "Phone"),
    t("在线聊天", "Web chat"),
    t("电子邮件", "E-mail"),
    t("微信", "WeChat"),
    t("上门", "Field visit"),
  ];
  const figures = [
    make("csat-trend", {
      worked: [t("满意率（2026年10月）：98 ÷ 122 = 80.3%", "CSAT (Oct 2026): 98 ÷ 122 = 80.3%")],
      remarks: [t("备注（客服，2026-11-03）：夜班缺人", "Note (desk, 2026-11-03): short of staff at night")],
      title: t(
        "满意率连续三个月下降，十月为 84.1%，主要来自在线聊天",
        "Satisfaction fell for the third month running, to 84.1 % in October, mostly in web chat",
      ),
      subtitle: t(
        "满意率（4–5 分占比），全部渠道，2025-11 至 2026-10",
        "Share of answers 4–5, all channels, Nov 2025 to Oct 2026",
      ),
      form: "lines",
      unit: "share",
      categories: year,
      category_kind: "month",
      series: [
        {
          id: "all",
          name: t("全部", "All"),
          role: "main",
          points: year.map((_, at) => ({
            ...point(0.9 - 0.002 * at - (at > 8 ? 0.015 * (at - 8) : 0), 0.018, at === 2 ? 22 : 340 + at),
            ...(at === 11 && {flag: "provisional" as const}),
          })),
        },
        {
          id: "chat",
          name: t("在线聊天", "Web chat"),
          role: "context",
          points: year.map((_, at) => (at === 4 ? point(0, 0, 4) : point(0.86 - 0.004 * at, 0.03, 120))),
        },
      ],
      reference: {value: 0.9, label: t("目标 90%", "Target 90 %")},
      marks: [{category: "2026-08", label: t("问卷改版", "New wording"), is_break: true}],
      alt: t(
        "满意率从 2025 年 11 月的 90.0% 降到 2026 年 10 月的 84.1%（区间 82.3%–85.9%）。8 月改版之后降幅变大。在线聊天一直低于整体。",
        "Satisfaction went from 90.0 % in November 2025 to 84.1 % in October 2026 (interval 82.3 % to 85.9 %). The fall is steeper after the new wording in August. Web chat stays below the whole.",
      ),
    }),
    make("nps-two-years", {
      title: t("净推荐值两年来持平", "NPS has been level for two years"),
      subtitle: t("净推荐值，每月，24 个月", "NPS by month, 24 months"),
      form: "lines",
      unit: "nps",
      categories: two,
      category_kind: "month",
      series: [
        {id: "nps", name: "NPS", role: "main", points: two.map((_, at) => point(4 + 8 * Math.sin(at / 3), 9, 200))},
      ],
      alt: t("净推荐值在 −4 与 12 之间。", "NPS between −4 and 12."),
    }),
    make("csat-by-channel", {
      title: t("上门最好，在线聊天最差，相差 14 个百分点", "Field visits do best and web chat worst, 14 points apart"),
      subtitle: t("满意率，按渠道，2026-10", "Share of answers 4–5 by channel, Oct 2026"),
      form: "dots",
      unit: "share",
      categories: channels,
      category_kind: "text",
      category_title: t("渠道", "Channel"),
      series: [
        {
          id: "csat",
          name: t("满意率", "Satisfaction"),
          points: [
            point(0.88, 0.02, 900),
            point(0.78, 0.03, 600),
            point(0.85, 0.06, 24),
            point(0.9, 0.02, 700),
            point(0.92, 0.03, 120),
          ],
        },
      ],
      focus: [t("在线聊天", "Web chat")],
      reference: {value: 0.86, label: t("全部 86.0%", "All 86.0 %")},
      alt: t(
        "上门 92.0%，微信 90.0%，电话 88.0%，邮件 85.0%，在线聊天 78.0%。",
        "Field visit 92.0 %, WeChat 90.0 %, phone 88.0 %, e-mail 85.0 %, web chat 78.0 %.",
      ),
    }),
    make("gap-to-rival", {
      title: t("送货与对手相当，维修落后", "Level with rivals on delivery, behind on repair"),
      subtitle: t("本品牌与主要对手的评分", "Score, our brand and main rival"),
      form: "dots",
      unit: "score",
      categories: [
        t("送货", "Delivery"),
        t("维修与退换货的处理速度", "Speed of repairs and returns"),
        t("态度", "Manner"),
      ],
      category_kind: "text",
      series: [
        {
          id: "us",
          name: t("本品牌", "Us"),
          role: "main",
          points: [point(4.2, 0.1, 300), point(3.6, 0.15, 300), point(4.4, 0.1, 300)],
        },
        {
          id: "rival",
          name: t("对手", "Rival"),
          role: "context",
          points: [point(4.15, 0.12, 150), point(4.1, 0.15, 150), point(4.3, 0.12, 150)],
        },
      ],
      alt: t("维修：本品牌 3.60，对手 4.10。", "Repair: us 3.60, rival 4.10."),
    }),
    make("complaints-by-cause", {
      title: t(
        "投诉最多的是送货延误，每万单 12.4 起",
        "Late delivery is the most frequent complaint, 12.4 per 10,000 orders",
      ),
      subtitle: t("投诉率，按原因，2026-10", "Complaints per 10,000 orders by cause, Oct 2026"),
      form: "bars",
      unit: "per_10000",
      categories: hostile.map((text, at) => (at === 0 ? t("送货延误", "Late delivery") : text)),
      category_kind: "text",
      series: [
        {
          id: "rate",
          name: t("投诉率", "Complaints"),
          points: [
            point(12.4, 1.1, 400),
            point(8.1, 0.9, 300),
            point(6, 0.8, 200),
            point(3.3, 1.2, 15),
            point(2, 0.5, 60),
            point(1, 0.4, 5),
          ],
        },
      ],
      alt: t("送货延误 12.40。", "Late delivery 12.40."),
    }),
    make("tickets-by-month", {
      title: t("工单量十月回落", "Fewer tickets in October"),
      subtitle: t("工单数，按月", "Tickets by month"),
      form: "columns",
      unit: "count",
      categories: year,
      category_kind: "month",
      series: [
        {
          id: "tickets",
          name: t("工单", "Tickets"),
          points: year.map((_, at) => ({value: 1200 + 90 * at - (at === 11 ? 300 : 0), n: 1200})),
        },
      ],
      alt: t("十月 1,890 张。", "1,890 in October."),
    }),
    make("answers-by-tier", {
      title: t("一星客户中不满者最多", "One-star customers are the least satisfied"),
      subtitle: t("评分构成，按客户等级", "Answers by tier"),
      form: "stacked",
      unit: "share",
      categories: [t("五星", "Five stars"), t("三星", "Three stars"), t("一星", "One star")],
      category_kind: "text",
      series: [t("满意", "Satisfied"), t("一般", "Neutral"), t("不满", "Dissatisfied")].map((name, at) => ({
        id: `part_${at}`,
        name,
        points: [
          [0.8, 0.15, 0.05],
          [0.7, 0.2, 0.1],
          [0.5, 0.23, 0.27],
        ].map((row) => ({value: row[at] ?? 0, n: 300})),
      })),
      alt: t("一星不满 27%。", "One star: 27 % dissatisfied."),
    }),
    make("stay-by-tier", {
      title: t(
        "一年后五星客户留下 92%，一星 61%",
        "After a year 92 % of five-star and 61 % of one-star customers stay",
      ),
      subtitle: t("留存曲线", "Survival curve"),
      form: "steps",
      unit: "share",
      categories: ["0", "1", "2", "4", "6", "9", "12"],
      category_kind: "number",
      category_title: t("签约后月数", "Months since signing"),
      series: [
        {
          id: "five",
          name: t("五星", "Five stars"),
          role: "main",
          points: [1, 0.99, 0.98, 0.96, 0.95, 0.93, 0.92].map((value) => point(value, 0.015, 400)),
        },
        {
          id: "one",
          name: t("一星", "One star"),
          points: [1, 0.94, 0.9, 0.82, 0.75, 0.68, 0.61].map((value) => point(value, 0.03, 200)),
        },
      ],
      alt: t("十二个月时 92% 与 61%。", "92 % and 61 % at twelve months."),
    }),
    make("stores-funnel", {
      title: t("只有两个门店的不满意率高出偶然", "Only two stores are dissatisfied beyond chance"),
      subtitle: t("不满意率与样本量，各门店", "Share dissatisfied against base, by store"),
      form: "funnel",
      unit: "share",
      categories: Array.from({length: 12}, (_, at) => `${t("门店", "Store")} ${at + 1}`),
      category_kind: "text",
      category_title: t("样本量", "Answers"),
      series: [
        {
          id: "stores",
          name: t("不满意率", "Dissatisfied"),
          points: Array.from({length: 12}, (_, at) =>
            point(0.1 + 0.09 * Math.sin(at * 2) * (12 / (at + 6)), 0.05, 12 + at * 30),
          ),
        },
        ...[1, -1].map((side) => ({
          id: side > 0 ? "upper" : "lower",
          name: side > 0 ? t("上限 95%", "Upper 95 %") : t("下限 95%", "Lower 95 %"),
          role: "context" as const,
          points: Array.from({length: 12}, (_, at) => ({
            value: 0.11 + side * 1.96 * Math.sqrt((0.11 * 0.89) / (12 + at * 30)),
            n: 12 + at * 30,
          })),
        })),
      ],
      reference: {value: 0.11, label: t("平均 11.0%", "Mean 11.0 %")},
      alt: t("门店 2 与 5 超出上限。", "Stores 2 and 5 are above the limit."),
    }),
    make("brands-map", {
      title: t("我们比质量应有的价格贵", "We are dearer than our quality would fetch"),
      subtitle: t("相对质量与相对价格，各品牌", "Relative quality and price, by brand"),
      form: "scatter",
      unit: "ratio",
      categories: [t("我们", "We"), "RA", "RB", "RC", "RD"],
      category_kind: "text",
      category_title: t("相对质量", "Relative quality"),
      value_title: t("相对价格", "Relative price"),
      series: [
        {
          id: "own",
          name: t("我们", "We"),
          role: "main",
          points: [point(1.12, 0.03, 220), ...Array.from({length: 4}, () => ({value: null}))],
        },
        {
          id: "rivals",
          name: t("对手", "Rivals"),
          role: "context",
          points: [{value: null}, ...[0.9, 0.97, 1.03, 0.88].map((value, at) => point(value, 0.04, 30 + at * 40))],
        },
      ],
      across: {
        unit: "ratio",
        points: [1.05, 1.01, 0.99, 1.02, 0.86].map((value, at) => point(value, 0.02, 60 + at * 20)),
        reference: {value: 1, label: t("平均", "Average")},
        line: {label: t("公平价值线", "Fair-value line"), from: [0.85, 0.85], to: [1.06, 1.05]},
      },
      reference: {value: 1, label: t("平均", "Average")},
      alt: t("五个品牌。", "Five brands."),
    }),
    make("tier-moves", {
      title: t("升星比降星多 120 户", "120 more customers rose than fell"),
      subtitle: t("客户等级变化", "Changes of tier"),
      form: "sankey",
      unit: "count",
      categories: [],
      category_kind: "text",
      series: [],
      flows: [
        {from: "A", to: "B", value: 300},
        {from: "B", to: "A", value: 180},
      ],
      table: {
        columns: [
          {id: "from", label: t("从", "From"), unit: "text"},
          {id: "to", label: t("到", "To"), unit: "text"},
          {id: "customers", label: t("客户数", "Customers"), unit: "count"},
        ],
        rows: [
          ["A", "B", 300],
          ["B", "A", 180],
        ],
      },
      alt: t("300 户升星，180 户降星。", "300 rose, 180 fell."),
    }),
    make("actions", {
      title: t("十二项行动中三项超期", "Three of twelve actions are overdue"),
      subtitle: t("原因 → 部门 → 负责人 → 期限", "Cause, department, owner, due date"),
      form: "table",
      unit: "count",
      categories: [],
      category_kind: "text",
      series: [],
      table: {
        columns: [
          {id: "cause", label: t("原因", "Cause"), unit: "text"},
          {id: "department", label: t("部门", "Department"), unit: "text"},
          {id: "due", label: t("期限", "Due"), unit: "date"},
          {id: "customers", label: t("涉及客户", "Customers"), unit: "count"},
          {id: "share", label: t("占比", "Share"), unit: "share"},
        ],
        rows: Array.from({length: 16}, (_, at) => [
          hostile[at % 8] ??
            t(
              "送货路线在雨季频繁中断，客户要等三天以上",
              "Delivery routes are cut in the rainy season and customers wait three days or more",
            ),
          t("物流部", "Logistics"),
          `2026-11-${String(at + 10)}`,
          12 * at + 1,
          at === 3 ? null : at / 40,
        ]),
      },
      alt: t("三项超期。", "Three are overdue."),
    }),
  ];
  return Object.fromEntries(figures.map((figure) => [figure.id, figure]));
};

const t2 = (zh: string, en: string) => ({zh, en});
export const sampleInput = (): DownloadInput => {
  const figures = {zh: sampleFigures("zh"), en: sampleFigures("en")};
  const ids = Object.keys(figures.zh);
  return {
    report: {company: t2("示例公司", "Example Company"), month: "2026-10", time_zone: "Asia/Shanghai"},
    languages: ["zh", "en"],
    wanted: ["deck", "workbook", "summary", "tables", "pictures"],
    sections: [
      {id: "overview", title: t2("一页概览", "In one screen"), figures: [], passages: ["overview"]},
      {id: "satisfaction", title: t2("满意度", "Satisfaction"), figures: ids.slice(0, 4)},
      {id: "service", title: t2("投诉与服务", "Complaints and service"), figures: ids.slice(4)},
    ],
    figures: {
      zh: {
        figures: {
          ...figures.zh,
          gone: {
            id: "gone",
            missing: ["calls"],
            message: "缺少 calls：这里会显示接通率",
            parts: ["缺少 calls：这里会显示", "接通率", ""],
          },
        },
        passages: {overview: ["接通率 91.2%，达到目标。", "投诉处理平均 3.2 天，比上月快 0.4 天。", hostile[1] ?? ""]},
        ...sampleBoard("zh"),
      },
      en: {
        figures: {
          ...figures.en,
          gone: {
            id: "gone",
            missing: ["calls"],
            message: "calls are missing: the answer rate would stand here",
            parts: ["calls are missing: ", "the answer rate", " would stand here"],
          },
        },
        passages: {
          overview: [
            "The answer rate is 91.2 %, on target.",
            "Complaints take 3.2 days on average, 0.4 days less than last month.",
            hostile[1] ?? "",
          ],
        },
        ...sampleBoard("en"),
      },
    },
    definitions: [
      {
        id: "csat",
        name: t2("满意率", "Satisfaction (CSAT)"),
        formula: t2("4–5 分的答卷数 ÷ 全部有效答卷数", "answers of 4 or 5 ÷ all valid answers"),
        unit: "share",
      },
      {
        id: "nps",
        name: t2("净推荐值", "Net promoter score"),
        formula: t2("9–10 分占比 − 0–6 分占比", "share of 9–10 less share of 0–6"),
        unit: "nps",
      },
    ],
    sources: [
      {
        entity: "surveys",
        file: "exports/surveys.csv",
        sha256: "ab".repeat(32),
        rows_in: 4300,
        rows_kept: 4213,
        rows_rejected: 87,
      },
      {
        entity: "tickets",
        file: "exports/tickets.csv",
        sha256: "0f".repeat(32),
        rows_in: 1890,
        rows_kept: 1890,
        rows_rejected: 0,
      },
    ],
  };
};
