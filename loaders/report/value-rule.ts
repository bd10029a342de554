import {z} from "zod";
import {ReportError} from "../messages/errors.js";
import {day} from "./schemas.js";

const label = {
  label_zh: z.string().optional().meta({zh: "中文名", en: "its name in Chinese"}),
  label_en: z.string().optional().meta({zh: "英文名", en: "its name in English"}),
};

const level = z.strictObject({
  code: z.string().meta({zh: "等级代码", en: "code of the tier"}),
  min_revenue: z.number().optional().meta({
    zh: "金额达到这么多就是这一级；按金额划分时必写",
    en: "amount from which a customer is of it; needed by amount",
  }),
  min_score: z.number().min(0).max(100).optional().meta({
    zh: "得分达到这么多就是这一级；按得分划分时必写",
    en: "points from which a customer is of it; needed by score",
  }),
  ...label,
});

const damping = z.strictObject({
  slack: z.number().positive().max(1).default(0.9).meta({
    zh: "低于现级门槛的这个比例才开始算",
    en: "part of the threshold held below which a month end counts against it",
  }),
  months: z
    .number()
    .int()
    .positive()
    .default(2)
    .meta({zh: "连续这么多个月末才降一级", en: "such month ends in a row before one step down"}),
});

const candidates = z.strictObject({
  within: z
    .number()
    .positive()
    .max(1)
    .default(0.05)
    .meta({zh: "离门槛最多差这个比例", en: "part of the threshold that may be lacking"}),
  levels: z
    .array(z.string())
    .optional()
    .meta({zh: "只看差一点到这些等级的；不写 = 全部", en: "of these tiers alone; left out = of all"}),
});

export const tiersSchema = z
  .strictObject({
    version: z
      .union([z.string(), z.number()])
      .transform(String)
      .default("1")
      .meta({zh: "规则的版本，写给人看", en: "version of the rule, for people"}),
    window_months: z
      .number()
      .int()
      .positive()
      .default(12)
      .meta({zh: "看最近几个月的订单金额", en: "months of order amounts that count"}),
    measure: z.enum(["amount", "score"]).default("amount").meta({
      zh: "amount 按订单金额；score 按 rules/value.yaml 的综合价值得分",
      en: "amount: by the amount of orders; score: by the value score of rules/value.yaml",
    }),
    damping: damping.optional().meta({
      zh: "缓冲：升级立即生效，降级要连续偏低",
      en: "damping: up at once, down only after several low month ends",
    }),
    candidates: candidates
      .optional()
      .meta({zh: "培育名单：差一点到下一级的客户", en: "whom to cultivate: customers just under the next tier"}),
    levels: z.array(level).min(1).meta({zh: "等级，最好的在前", en: "tiers, the best first"}),
  })
  .superRefine(({measure, levels}, context) => {
    const [needed, other] =
      measure === "score" ? (["min_score", "min_revenue"] as const) : (["min_revenue", "min_score"] as const);
    for (const [at, each] of levels.entries()) {
      if (each[needed] === undefined)
        context.addIssue({
          code: "custom",
          path: ["levels", at],
          params: {
            zh: `缺少 ${needed}：measure 是 ${measure}。`,
            en: `lacks ${needed}, since measure is ${measure}.`,
          },
        });
      if (each[other] !== undefined)
        context.addIssue({
          code: "custom",
          path: ["levels", at, other],
          params: {
            zh: `用不上：measure 是 ${measure}，门槛写 ${needed}。`,
            en: `is not used, since measure is ${measure}: give ${needed}.`,
          },
        });
    }
  })
  .meta({
    zh: "客户等级：按订单金额，或按综合价值得分",
    en: "tiers of customers, by the amount of their orders or by their value score",
  });

export const overridesSchema = z
  .strictObject({
    overrides: z
      .array(
        z.strictObject({
          customer_id: z.string().meta({zh: "客户编号", en: "the customer"}),
          tier: z.string().meta({zh: "给予的等级", en: "the tier given"}),
          reason: z.string().meta({zh: "理由", en: "why"}),
          by: z.string().meta({zh: "谁批的", en: "by whom"}),
          until: day.meta({zh: "有效至", en: "until when"}),
        }),
      )
      .meta({zh: "一行一个例外", en: "one line an exception"}),
  })
  .meta({
    zh: "人工例外：只影响服务标准，并在报告里列出",
    en: "exceptions by hand: they change the service due alone, and are listed",
  });

export const standardsSchema = z
  .strictObject({
    standards: z
      .array(
        z.strictObject({
          tier: z.string().meta({zh: "客户等级", en: "the tier"}),
          visits_per_year: z.number().min(0).default(0).meta({zh: "每年拜访几次", en: "visits a year"}),
          calls_per_year: z.number().min(0).default(0).meta({zh: "每年电话几次", en: "calls a year"}),
          reply_hours: z
            .number()
            .positive()
            .optional()
            .meta({zh: "工单几小时内首次回复", en: "hours to the first reply to a ticket"}),
        }),
      )
      .meta({zh: "一行一个等级", en: "one line a tier"}),
  })
  .meta({
    zh: "各等级客户每年应有的拜访、电话和回复时限",
    en: "visits, calls and replies that each tier is due in a year",
  });

/** What a customer's value may be counted from; of `days` and `cost_share` less is better. */
export const valueParts = ["revenue", "margin", "orders", "days", "potential", "cost_share"] as const;
export type ValuePart = (typeof valueParts)[number];

export const lessIsBetter: ReadonlySet<ValuePart> = new Set(["days", "cost_share"]);

/**
 * What a minute of service costs, how long a contact takes where records do not say, and how many of 100 points each
 * part of the value brings. A part's cut points are fixed, so that equal customers score alike.
 */
export const valueSchema = z
  .strictObject({
    minute_cost: z.number().min(0).default(0).meta({zh: "服务一分钟的费用", en: "cost of a minute of service"}),
    ticket_minutes: z.number().min(0).default(0).meta({zh: "处理一张工单的分钟数", en: "minutes that a ticket takes"}),
    session_minutes: z
      .number()
      .min(0)
      .default(0)
      .meta({zh: "一次在线会话占用客服的分钟数", en: "minutes of an agent that a chat session takes"}),
    callback_minutes: z
      .number()
      .min(0)
      .default(0)
      .meta({zh: "一次回访的分钟数", en: "minutes that a follow-up call takes"}),
    parts: z
      .array(
        z.strictObject({
          part: z.enum(valueParts).meta({
            zh: "revenue 收入；margin 毛利；orders 订单数；days 距上次购买的天数；potential 潜在年采购；cost_share 服务费用占收入",
            en: "revenue; margin; orders; days since the last order; potential a year; cost_share: cost of service per revenue",
          }),
          weight: z.number().positive().meta({zh: "权重", en: "its weight"}),
          cuts: z
            .array(z.number())
            .min(1)
            .refine((cuts) => cuts.every((cut, at) => at === 0 || cut > cuts[at - 1]!), "cuts must rise")
            .meta({
              zh: "档位，从小到大；天数和费用率越低得分越高",
              en: "cut points, rising; of days and cost less is better",
            }),
        }),
      )
      .default([])
      .meta({zh: "价值由哪几项构成", en: "the parts of the value"}),
  })
  .meta({zh: "客户综合价值怎样计分", en: "how the whole value of a customer is scored"});

/** @throws ReportError `rule_lacking` where tiers go by a score that no rule makes */
export function assertScored({
  tiers,
  value,
}: {
  tiers?: z.infer<typeof tiersSchema>;
  value?: z.infer<typeof valueSchema>;
}): void {
  if (tiers?.measure !== "score" || value?.parts.length) return;
  throw new ReportError("rule_lacking", "rules/tiers.yaml", {
    what: {
      zh: "等级按得分划分（measure: score），但没有计分规则。",
      en: "tiers are by score (measure: score), and no rule makes a score.",
    },
    fix: {
      zh: "在 rules/value.yaml 的 parts 里写明得分由哪几项构成，或改为 measure: amount。",
      en: "say in rules/value.yaml, parts, what the score is made of, or change to measure: amount.",
    },
  });
}
