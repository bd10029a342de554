import {z} from "zod";
import {isMetric, metrics} from "../../src/metrics/catalogue.js";
import {unknownName} from "./yaml-issues.js";

/** A text in both languages, neither empty. */
export const bilingual = z
  .strictObject({zh: z.string().min(1), en: z.string().min(1)})
  .meta({kind: {zh: "{zh: …, en: …}", en: "{zh: …, en: …}"}});

/** A month like 2026-10. */
export const month = z
  .string()
  .refine((text) => /^\d{4}-(0[1-9]|1[0-2])$/.test(text), {
    params: {zh: "应写成 2026-10 这样的月份。", en: "must be a month, written like 2026-10."},
  })
  .meta({kind: {zh: "月份，如 2026-10", en: "month, e.g. 2026-10"}});

/** The id of a measure of the catalogue. */
export const metric = z
  .string()
  .superRefine((id, context) => {
    if (!isMetric(id))
      context.addIssue({
        code: "custom",
        params: unknownName(
          id,
          metrics.map((each) => each.id),
        ),
      });
  })
  .meta({kind: {zh: "指标代码", en: "id of a metric"}});

/** A day like 2026-10-31; YAML may have made a date of it. */
export const day = z
  .union([z.string(), z.date()])
  .transform((value) => (typeof value === "string" ? value : value.toISOString().slice(0, 10)))
  .meta({kind: {zh: "日期，如 2026-12-31", en: "day, e.g. 2026-12-31"}});
