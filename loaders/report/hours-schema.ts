import {z} from "zod";
import {month} from "./schemas.js";

export const weekdays = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"] as const;

/** Minutes of a day at which work begins and ends: "09:00-12:30" → [540, 750]; "24:00" is the end of the day. */
const span = z
  .string()
  .refine((text) => spanOf(text) !== undefined, {
    params: {zh: "应写成 09:00-18:00 这样的时段。", en: "must be a span of a day, written like 09:00-18:00."},
  })
  .transform((text) => spanOf(text)!)
  .meta({kind: {zh: "时段，如 09:00-18:00", en: "span, e.g. 09:00-18:00"}});

function spanOf(text: string): readonly [from: number, to: number] | undefined {
  const [, ...parts] = /^(\d{2}):([0-5]\d)-(\d{2}):([0-5]\d)$/.exec(text) ?? [];
  const [fromHour, fromMinute, toHour, toMinute] = parts.map(Number);
  if (parts.length < 4) return undefined;
  const [from, to] = [fromHour! * 60 + fromMinute!, toHour! * 60 + toMinute!];
  return from < to && to <= 24 * 60 ? [from, to] : undefined;
}

/** rules/hours.yaml: when who works. */
export const hoursSchema = z
  .strictObject({
    hours: z
      .array(
        z.strictObject({
          team: z.string().optional().meta({
            zh: "班组或队列；不写 = 没有自己一行的都按它",
            en: "a team or queue; left out = everybody without a line of their own",
          }),
          days: z
            .array(z.enum(weekdays))
            .min(1)
            .default(["mon", "tue", "wed", "thu", "fri"])
            .meta({zh: "星期几", en: "days of the week"}),
          open: z.array(span).min(1).max(3).meta({zh: "上班时段，一到三段", en: "spans at work, one to three"}),
          on_holidays: z.boolean().default(false).meta({
            zh: "法定节假日也上班",
            en: "at work on public holidays as well",
          }),
        }),
      )
      .min(1)
      .meta({zh: "一行一个班组", en: "one line a team"}),
  })
  .meta({zh: "谁在什么时候上班", en: "when who works"});

/** rules/callbacks.yaml: within how many working days a closed complaint is called back. */
export const callbacksSchema = z
  .strictObject({
    callbacks: z
      .array(
        z.strictObject({
          tier: z.string().optional().meta({zh: "客户等级；不写 = 任何等级", en: "tier; left out = any"}),
          within_working_days: z
            .number()
            .int()
            .min(1)
            .max(60)
            .meta({zh: "几个工作日内", en: "working days within which"}),
        }),
      )
      .meta({
        zh: "从上往下，第一条符合的算；都不符合 = 3 个工作日",
        en: "from the top, the first that fits counts; none = 3 days",
      }),
  })
  .meta({zh: "投诉关闭后几个工作日内回访", en: "working days within which a closed complaint is called back"});

export const slaClocks = ["first_reply", "resolution", "closing"] as const;
export const slaUnits = ["hours", "business_hours", "working_days"] as const;

/** rules/sla.yaml: how fast which tickets are answered or solved. */
export const slaSchema = z
  .strictObject({
    policies: z
      .array(
        z.strictObject({
          clock: z.enum(slaClocks).meta({
            zh: "first_reply 首次响应；resolution 解决；closing 关闭",
            en: "what is timed: the first reply, the resolution, the closing",
          }),
          ticket_type: z
            .string()
            .optional()
            .meta({zh: "工单类型；不写 = 任何类型", en: "kind of ticket; left out = any"}),
          priority: z
            .union([z.string(), z.number()])
            .transform(String)
            .optional()
            .meta({zh: "优先级；不写 = 任何", en: "priority; left out = any"}),
          tier: z.string().optional().meta({zh: "客户等级；不写 = 任何", en: "tier; left out = any"}),
          within: z.number().positive().meta({zh: "限时", en: "the limit"}),
          unit: z.enum(slaUnits).default("business_hours").meta({
            zh: "hours 小时；business_hours 上班小时；working_days 工作日",
            en: "hours, hours at work, working days",
          }),
          from: month.optional().meta({
            zh: "从哪个月的工单起；不写 = 一直",
            en: "first month whose tickets it holds for; left out = always",
          }),
        }),
      )
      .min(1)
      .meta({zh: "每种时限从上往下，第一条符合的算", en: "for each clock the first that fits counts"}),
  })
  .meta({zh: "哪些工单应多快响应、解决、关闭", en: "how fast which tickets are answered, solved, closed"});

export type HoursRule = z.infer<typeof hoursSchema>;
