import {callMetrics} from "./calls.js";
import {commitmentMetrics} from "./commitments.js";
import {fieldMetrics} from "./field.js";
import type {Metric} from "./metric.js";
import {orderMetrics} from "./orders.js";
import {relationMetrics} from "./relations.js";
import {serviceMetrics} from "./service.js";

export const metrics = [
  {
    id: "bottom_box",
    kind: "share",
    unit: "share",
    better: "down",
    delta: 0.03,
    method: "wilson",
    needs: ["surveys.question=csat"],
    zh: {
      name: "不满意率",
      formula: "总体满意度最低两档的回答 ÷ 有效回答",
      base: "对总体满意度的有效回答；未答不计",
      note: "满意度先看尾巴：平均分好看，走的是尾巴上的人。",
    },
    en: {
      name: "Dissatisfied (DSAT)",
      formula: "answers in the lowest two boxes of overall satisfaction ÷ valid answers",
      base: "valid answers to overall satisfaction; no answer is left out",
      note: "The tail comes first: the average pleases, the tail leaves.",
    },
  },
  {
    id: "csat",
    kind: "share",
    unit: "share",
    better: "up",
    delta: 0.03,
    method: "wilson",
    needs: ["surveys.question=csat"],
    zh: {
      name: "满意率 CSAT",
      formula: "总体满意度最高两档的回答 ÷ 有效回答（T2B）",
      base: "对总体满意度的有效回答；未答不计",
      note: "Zendesk 用 好 ÷（好＋差），电商客服常取每客户每日最后一次，因此与那些屏幕不同。",
    },
    en: {
      name: "Satisfied (CSAT, top-2-box)",
      formula: "answers in the highest two boxes of overall satisfaction ÷ valid answers (T2B)",
      base: "valid answers to overall satisfaction; no answer is left out",
      note: "Zendesk shows good ÷ (good + bad), so its screen differs.",
    },
  },
  {
    id: "csat_score",
    kind: "mean",
    unit: "score",
    better: "up",
    delta: 0.1,
    method: "t",
    needs: ["surveys.question=csat"],
    zh: {name: "满意度均值", formula: "总体满意度得分的平均，按问卷原刻度", base: "同满意率"},
    en: {
      name: "Mean satisfaction score",
      formula: "mean of the overall satisfaction score, on the scale of the questionnaire",
      base: "as satisfied",
    },
  },
  {
    id: "nps",
    kind: "nps",
    unit: "nps",
    better: "up",
    delta: 5,
    method: "nps_score",
    needs: ["surveys.question=nps"],
    zh: {name: "净推荐值 NPS", formula: "100 ×（推荐者 9–10 − 贬损者 0–6）÷ 回答", base: "对推荐意愿的有效回答"},
    en: {
      name: "Net promoter score",
      formula: "100 × (promoters 9–10 − detractors 0–6) ÷ answers",
      base: "valid answers to the recommendation question",
    },
  },
  {
    id: "ces",
    kind: "share",
    unit: "share",
    better: "up",
    delta: 0.03,
    method: "wilson",
    needs: ["surveys.question=ces"],
    zh: {name: "办理轻松率 CES", formula: "1–7 分中答 5–7（轻松）÷ 有效回答", base: "对费力度的有效回答"},
    en: {
      name: "Found it easy (CES)",
      formula: "answers 5–7 on 1–7 “made it easy” ÷ valid answers",
      base: "valid answers to the effort question",
    },
  },
  {
    id: "response_rate",
    kind: "share",
    unit: "share",
    better: "up",
    delta: 0.03,
    method: "wilson",
    needs: ["surveys.invited_at"],
    zh: {name: "参评率（问卷）", formula: "至少回答一题的邀请 ÷ 全部邀请", base: "发出的邀请，试访除外"},
    en: {
      name: "Survey response rate",
      formula: "invitations with at least one answer ÷ invitations",
      base: "invitations sent, pilots left out",
    },
  },
  ...callMetrics,
  ...serviceMetrics,
  {
    id: "churn_rate",
    kind: "rate",
    unit: "share",
    better: "down",
    delta: 0.002,
    method: "poisson",
    needs: ["contracts"],
    under: {
      left_date: {
        zh: "客户表里的客户；流失日为表里的离开日期，怎样离开的不分；没有入网日期的当作一开始就在，离开早于入网的不计",
        en: "customers of the customers' list; lost on its leaving date, however they left; without a joining date they count as there from the start, those who left before joining are out",
      },
    },
    zh: {
      name: "流失率（月）",
      formula: "流失客户 ÷ 客户月数，只算到损失已成定局的那一天",
      base: "有合同的客户；流失日为合同到期日，到期后宽限期内未续约才算流失；被淘汰、停业、搬迁另计；按静默规则时为末次下单加静默天数",
    },
    en: {
      name: "Churn rate (monthly)",
      formula: "customers lost ÷ customer-months, up to the day on which losses are final",
      base: "customers with contracts; lost on the day a contract ended, once the grace period passed without another; eliminated, closed down and moved are kept apart; by the rule of silence: last order plus the silent days",
    },
  },
  {
    id: "churned_share",
    kind: "share",
    unit: "share",
    better: "down",
    delta: 0.02,
    method: "wilson",
    needs: ["customers.is_churned"],
    zh: {name: "流失占比", formula: "来源系统标为流失的客户 ÷ 全部客户", base: "导出文件中的客户"},
    en: {
      name: "Share churned",
      formula: "customers the source marks as churned ÷ customers",
      base: "customers in the export",
    },
  },
  {
    id: "retention",
    kind: "curve",
    unit: "share",
    better: "up",
    delta: 0.02,
    method: "kaplan_meier",
    needs: ["contracts"],
    zh: {
      name: "留存曲线",
      formula: "满若干个月仍是客户的比例：Kaplan–Meier，任何方式的终止都算离开，含左截断",
      base: "全部可观察客户，从成为客户之日算起；观察期前已在的客户从观察起点进入",
      note: "平均留存月数是曲线到该月的面积；单独按原因的累积流失用 Aalen–Johansen",
    },
    en: {
      name: "Retention curve",
      formula: "share still customers after so many months: Kaplan–Meier over every kind of end, with left truncation",
      base: "every customer observed, counted from joining; those who joined earlier enter when the records begin",
      note: "mean months kept: the area under the curve up to a month; by cause: Aalen–Johansen",
    },
  },
  {
    id: "reason_share",
    kind: "share",
    unit: "share",
    better: "down",
    delta: 0.05,
    method: "wilson",
    needs: ["churn_interviews"],
    zh: {name: "流失原因占比", formula: "提到该原因的客户 ÷ 受访的流失客户（可多选）", base: "接受流失访谈的客户"},
    en: {
      name: "Reason share",
      formula: "lost customers naming the reason ÷ interviewed (several may be named)",
      base: "customers interviewed after leaving",
    },
  },
  ...relationMetrics,
  ...orderMetrics,
  ...fieldMetrics,
  ...commitmentMetrics,
] as const satisfies readonly Metric[];

export type MetricId = (typeof metrics)[number]["id"];

const byId = new Map<string, Metric>(metrics.map((metric) => [metric.id, metric]));

export const isMetric = (id: string): boolean => byId.has(id);

/** @throws Error for an id that is not in the catalogue */
export function metricOf(id: string): Metric {
  const metric = byId.get(id);
  if (!metric) throw new Error(`no metric ${id} in the catalogue`);
  return metric;
}
