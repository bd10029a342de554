import {existsSync, readdirSync} from "node:fs";
import {join} from "node:path";
import {z} from "zod";
import {collectErrors, ReportError} from "../messages/errors.js";
import {didYouMean} from "../messages/nearest.js";
import {callbacksSchema, hoursSchema, slaSchema} from "./hours-schema.js";
import {day, metric, month} from "./schemas.js";
import {readYaml} from "./yaml-file.js";

const label = {label_zh: z.string().optional(), label_en: z.string().optional()};

/** rules/<name>.yaml: what a manager may change. Each top-level list becomes the table `ref_<name>`. */
export const ruleSchemas = {
  tiers: z.strictObject({
    version: z.union([z.string(), z.number()]).transform(String).default("1"),
    window_months: z.number().int().positive().default(12),
    levels: z.array(z.strictObject({code: z.string(), min_revenue: z.number(), ...label})).min(1),
  }),
  churn: z.strictObject({
    rule: z.enum(["contract", "inactivity", "stated"]).default("contract"),
    grace_days: z.number().int().min(0).default(30),
    silent_days: z.number().int().positive().optional(),
  }),
  // How the brands were rated: the choice decides the interval of a gap, so it is declared, never found.
  competitors: z.strictObject({design: z.enum(["same_raters", "separate", "overlapping"]).default("overlapping")}),
  // Who should call a lost customer; the first line that fits counts, a line without cause or tier fits all.
  winback: z.strictObject({
    callers: z.array(z.strictObject({cause: z.string().optional(), tier: z.string().optional(), role: z.string()})),
  }),
  targets: z.strictObject({
    targets: z.array(
      z.strictObject({
        metric,
        target: z.number(),
        direction: z.enum(["up", "down"]),
        owner: z.string().optional(),
        due: day.optional(),
        from: month.optional(), // the first month it holds for
        judge: z.array(z.enum(["month", "year"])).default(["month"]),
      }),
    ),
  }),
  standards: z.strictObject({
    standards: z.array(
      z.strictObject({
        tier: z.string(),
        visits_per_year: z.number().min(0).default(0),
        calls_per_year: z.number().min(0).default(0),
      }),
    ),
  }),
  // Work on site and returns.
  field: z.strictObject({
    late_minutes: z.number().min(0).default(30), // an appointment is kept by who comes at most so late
    second_visit_days: z.number().int().positive().default(30), // to the same device within so many days
    not_goods: z.array(z.string()).default([]), // categories that are billed and not shipped
  }),
  privacy: z.strictObject({
    salt_file: z.string().optional(),
    keep: z.array(z.string()).default([]), // personal columns let through as they are
    allowed: z.array(z.string()).default([]), // public numbers and addresses that the scan of the outputs lets pass
  }),
  service_level: z.strictObject({seconds: z.number().positive().default(20)}),
  hours: hoursSchema,
  sla: slaSchema,
  callbacks: callbacksSchema,
} as const;

export type Rules = {readonly [name in keyof typeof ruleSchemas]?: z.infer<(typeof ruleSchemas)[name]>};

/**
 * Reads every rule file there is.
 *
 * @throws ReportError `rule_unknown` for a file that no rule is made of; ReportErrors for YAML problems
 */
export function readRules(folder: string): Rules {
  const path = join(folder, "rules");
  const files = existsSync(path)
    ? readdirSync(path)
        .filter((name) => /\.ya?ml$/.test(name))
        .sort()
    : [];
  return Object.fromEntries(
    collectErrors(files, (file) => {
      const name = file.replace(/\.ya?ml$/, "");
      if (!(name in ruleSchemas)) throw unknownRule(file, name);
      return [
        name,
        readYaml(join(path, file), {name: `rules/${file}`, schema: ruleSchemas[name as keyof typeof ruleSchemas]}),
      ];
    }),
  );
}

function unknownRule(file: string, name: string): ReportError {
  const known = Object.keys(ruleSchemas);
  const near = didYouMean(name, known);
  return new ReportError("rule_unknown", `rules/${file}`, {
    what: {zh: `没有这种规则。${near.zh}`, en: `there is no such rule. ${near.en}`.trim()},
    fix: {zh: `可用的规则文件：${known.join("、")}。`, en: `rule files are: ${known.join(", ")}.`},
  });
}
