import {existsSync, readdirSync} from "node:fs";
import {join} from "node:path";
import {z} from "zod";
import {isMetric, metricOf} from "../../src/metrics/catalogue.js";
import {collectErrors, ReportError} from "../messages/errors.js";
import {didYouMean} from "../messages/nearest.js";
import {callbacksSchema, hoursSchema, slaSchema} from "./hours-schema.js";
import {commitmentsSchema, informationSchema} from "./relation-rules.js";
import {day, metric, month} from "./schemas.js";
import {serviceLevelSchema, signalsSchema} from "./service-schemas.js";
import {tagSchema} from "./tag-rule.js";
import {themeSchema} from "./theme-rule.js";
import {assertScored, overridesSchema, standardsSchema, tiersSchema, valueSchema} from "./value-rule.js";
import {readYaml} from "./yaml-file.js";

/**
 * rules/<name>.yaml: what a manager may change. Each top-level list becomes the table `ref_<name>`. `.meta({zh, en})`
 * says of each file and key what it means; data/README.md is made of it.
 */
export const ruleSchemas = {
  tiers: tiersSchema,
  value: valueSchema,
  overrides: overridesSchema,
  tags: tagSchema,
  themes: themeSchema,
  churn: z
    .strictObject({
      rule: z.enum(["contract", "inactivity", "stated", "left_date"]).default("contract").meta({
        zh: "contract 合同到期未续；inactivity 多日没有下单；stated 按来源系统自己的说法（is_churned）；left_date 按客户表里的离开日期。没有这个文件时依次看：有起止日期的合同、is_churned、left_date",
        en: "contract: one ended and none followed; inactivity: no order for so many days; stated: as the system itself says (is_churned); left_date: on the day that the customers' list gives. Without this file the first of these that is there: contracts with both dates, is_churned, left_date",
      }),
      grace_days: z.number().int().min(0).default(30).meta({
        zh: "合同到期后这么多天内续上不算流失",
        en: "days after its end within which a contract may still be followed by another",
      }),
      silent_days: z.number().int().positive().optional().meta({
        zh: "多少天没有下单算流失；不写 = 由订单间隔推算",
        en: "days without an order after which a customer is lost; left out = found from the gaps between orders",
      }),
    })
    .meta({zh: "什么算流失", en: "what makes a customer a lost one"}),
  competitors: z
    .strictObject({
      design: z.enum(["same_raters", "separate", "overlapping"]).default("overlapping").meta({
        zh: "same_raters 同一批人评所有品牌；separate 各评各的；overlapping 部分人两个都评。它决定分差的区间，所以要写明",
        en: "same_raters: the same people rate all brands; separate: others rate each; overlapping: some rate both. It decides the interval of a gap, so it is declared, never found",
      }),
    })
    .meta({zh: "竞品调查怎样做的", en: "how the brand study was made"}),
  winback: z
    .strictObject({
      callers: z
        .array(
          z.strictObject({
            cause: z
              .string()
              .optional()
              .meta({zh: "流失原因大类；不写 = 任何原因", en: "group of reasons; left out = any"}),
            tier: z.string().optional().meta({zh: "客户等级；不写 = 任何等级", en: "tier; left out = any"}),
            role: z.string().meta({zh: "由谁联系", en: "who should call"}),
          }),
        )
        .meta({zh: "从上往下，第一条符合的算", en: "from the top, the first that fits counts"}),
    })
    .meta({zh: "流失客户由谁联系", en: "who should call a lost customer"}),
  targets: z
    .strictObject({
      targets: z
        .array(
          z
            .strictObject({
              metric: metric.meta({zh: "指标", en: "the metric"}),
              target: z.number().meta({
                zh: "目标值；比率写成小数（0.9 = 90%）",
                en: "the target; a share is written as a share (0.9 = 90 %)",
              }),
              direction: z.enum(["up", "down"]).meta({
                zh: "up 越高越好；down 越低越好",
                en: "up: higher is better; down: lower is better",
              }),
              owner: z.string().optional().meta({zh: "谁负责", en: "who answers for it"}),
              due: day.optional().meta({zh: "何时达到", en: "when it is to be reached"}),
              from: month
                .optional()
                .meta({zh: "从哪个月起算；不写 = 一直", en: "first month it holds for; left out = always"}),
              judge: z
                .array(z.enum(["month", "year"]))
                .default(["month"])
                .meta({
                  zh: "month 看当月；再写 year = 当月看不清时看近 12 个月",
                  en: "month: the month decides; year as well: the last 12 months do where the month cannot",
                }),
            })
            .superRefine(possibleTarget),
        )
        .meta({
          zh: "一行一个目标；同一指标可按 from 先后写几行",
          en: "one line a target; several for one metric, by from",
        }),
    })
    .meta({zh: "各项指标的目标", en: "targets of the metrics"}),
  standards: standardsSchema,
  commitments: commitmentsSchema,
  information: informationSchema,
  field: z
    .strictObject({
      late_minutes: z
        .number()
        .min(0)
        .default(30)
        .meta({zh: "晚到不超过这么多分钟算守约", en: "minutes late up to which an appointment is kept"}),
      second_visit_days: z.number().int().positive().default(30).meta({
        zh: "同一设备多少天内再上门算二次上门",
        en: "days within which a job on the same device is a second visit",
      }),
      not_goods: z.array(z.string()).default([]).meta({
        zh: "只收费、不发货的订单类别",
        en: "categories of orders that are billed and not shipped",
      }),
    })
    .meta({zh: "上门服务和退换货", en: "work on site and returns"}),
  privacy: z
    .strictObject({
      salt_file: z.string().optional().meta({
        zh: "报告文件夹之外的一个随机文本文件；有了它，匿名代码每次生成都相同",
        en: "a file of random text outside the report folder; with it codes are the same in every build",
      }),
      keep: z.array(z.string()).default([]).meta({
        zh: "不遮盖、原样放行的个人信息列",
        en: "personal columns let through as they are",
      }),
      allowed: z.array(z.string()).default([]).meta({
        zh: "可以公开的号码和地址（如客服热线）：检查输出时放行",
        en: "public numbers and addresses, e.g. of the hotline, that the scan of the outputs lets pass",
      }),
    })
    .meta({zh: "个人信息怎样处理", en: "how personal data are treated"}),
  service_level: serviceLevelSchema,
  signals: signalsSchema,
  hours: hoursSchema,
  sla: slaSchema,
  callbacks: callbacksSchema,
} as const;

/** Rules that drawing alone reads: they judge numbers and count none. */
export const drawnRules = ["signals", "targets"] as const satisfies readonly (keyof typeof ruleSchemas)[];

export type Rules = {readonly [name in keyof typeof ruleSchemas]?: z.infer<(typeof ruleSchemas)[name]>};

/**
 * A target that the measure could reach, in the way that is better for it: a share of 90 would always be missed, and one
 * that is to fall where more is better would always be met.
 */
function possibleTarget(
  {metric: id, target, direction}: {metric: string; target: number; direction: "up" | "down"},
  context: z.RefinementCtx,
): void {
  if (!isMetric(id)) return;
  const {unit, better} = metricOf(id);
  if (unit === "share" && (target < 0 || target > 1))
    context.addIssue({
      code: "custom",
      path: ["target"],
      params: {
        zh: "是比率，应在 0 和 1 之间：90% 写成 0.9。",
        en: "is a share, between 0 and 1: write 90 % as 0.9.",
      },
    });
  // What is spent may be meant to rise.
  if (unit !== "money" && direction !== better)
    context.addIssue({
      code: "custom",
      path: ["direction"],
      params: {
        zh: `与 ${id} 相反：这个指标${better === "up" ? "越高越好，写 up" : "越低越好，写 down"}。`,
        en: `is the wrong way for ${id}: ${better === "up" ? "higher is better, write up" : "lower is better, write down"}.`,
      },
    });
}

/**
 * Reads every rule file there is.
 *
 * @throws ReportError `rule_unknown` for a file that no rule is made of, `rule_lacking` for one that another asks for; ReportErrors for YAML problems
 */
export function readRules(folder: string): Rules {
  const path = join(folder, "rules");
  const files = existsSync(path)
    ? readdirSync(path)
        .filter((name) => /\.ya?ml$/.test(name))
        .sort()
    : [];
  const rules: Rules = Object.fromEntries(
    collectErrors(files, (file) => {
      const name = file.replace(/\.ya?ml$/, "");
      if (!(name in ruleSchemas)) throw unknownRule(file, name);
      return [
        name,
        readYaml(join(path, file), {name: `rules/${file}`, schema: ruleSchemas[name as keyof typeof ruleSchemas]}),
      ];
    }),
  );
  assertScored(rules);
  return rules;
}

function unknownRule(file: string, name: string): ReportError {
  const known = Object.keys(ruleSchemas);
  const near = didYouMean(name, known);
  return new ReportError("rule_unknown", `rules/${file}`, {
    what: {zh: `没有这种规则。${near.zh}`, en: `there is no such rule. ${near.en}`.trim()},
    fix: {zh: `可用的规则文件：${known.join("、")}。`, en: `rule files are: ${known.join(", ")}.`},
  });
}
