import {z} from "zod";
import {month} from "./schemas.js";

export const weekdays = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"] as const;

/** Minutes of a day at which work begins and ends: "09:00-12:30" → [540, 750]; "24:00" is the end of the day. */
const span = z
  .string()
  .refine((text) => spanOf(text) !== undefined, {
    params: {zh: "应写成 09:00-18:00 这样的时段。", en: "must be a span of a day, written like 09:00-18:00."},
  })
  .transform((text) => spanOf(text)!);

function spanOf(text: string): readonly [from: number, to: number] | undefined {
  const [, ...parts] = /^(\d{2}):([0-5]\d)-(\d{2}):([0-5]\d)$/.exec(text) ?? [];
  const [fromHour, fromMinute, toHour, toMinute] = parts.map(Number);
  if (parts.length < 4) return undefined;
  const [from, to] = [fromHour! * 60 + fromMinute!, toHour! * 60 + toMinute!];
  return from < to && to <= 24 * 60 ? [from, to] : undefined;
}

/** rules/hours.yaml: when who works. A line without team is for everybody whose team has no line of its own. */
export const hoursSchema = z.strictObject({
  hours: z
    .array(
      z.strictObject({
        team: z.string().optional(), // a team or a queue
        days: z.array(z.enum(weekdays)).min(1).default(["mon", "tue", "wed", "thu", "fri"]),
        open: z.array(span).min(1).max(3),
        on_holidays: z.boolean().default(false), // at work on public holidays as well
      }),
    )
    .min(1),
});

/** rules/callbacks.yaml: within how many working days a closed complaint is called back; the first line that fits counts. */
export const callbacksSchema = z.strictObject({
  callbacks: z.array(
    z.strictObject({tier: z.string().optional(), within_working_days: z.number().int().min(1).max(60)}),
  ),
});

export const slaClocks = ["first_reply", "resolution", "closing"] as const;
export const slaUnits = ["hours", "business_hours", "working_days"] as const;

/** rules/sla.yaml: how fast which tickets are answered or solved; for each clock the first line that fits counts. */
export const slaSchema = z.strictObject({
  policies: z
    .array(
      z.strictObject({
        clock: z.enum(slaClocks),
        ticket_type: z.string().optional(),
        priority: z.union([z.string(), z.number()]).transform(String).optional(),
        tier: z.string().optional(),
        within: z.number().positive(),
        unit: z.enum(slaUnits).default("business_hours"),
        from: month.optional(), // the first month whose tickets it holds for
      }),
    )
    .min(1),
});

export type HoursRule = z.infer<typeof hoursSchema>;
