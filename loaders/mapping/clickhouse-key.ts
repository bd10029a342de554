import {z} from "zod";
import {oneOrMany} from "./column-keys.js";
import {timeZone} from "./time-zone.js";

const variable = (fallback: string) =>
  z
    .string()
    .regex(/^[A-Za-z_][A-Za-z0-9_]*$/)
    .default(fallback);

/** `clickhouse:` of a mapping: records that are read from a table of a cluster, not from files. */
export const clickhouseSchema = z.strictObject({
  table: z
    .string()
    .refine((name) => /^[^.\s]+\.[^.\s]+$/.test(name), {
      params: {zh: "应写成 库.表，如 ops.calls_dist。", en: "must be database.table, e.g. ops.calls_dist."},
    })
    .meta({
      zh: "库.表，如 ops.calls_dist；分片时写分布式表",
      en: "database.table, e.g. ops.calls_dist; of a sharded table the distributed one",
    }),
  url_env: variable("CLICKHOUSE_URL").meta({
    zh: "哪个环境变量里是地址，如 https://db:8443；地址不写进文件",
    en: "environment variable that holds the address, e.g. https://db:8443; the address itself stands in no file",
  }),
  user_env: variable("CLICKHOUSE_USER").meta({
    zh: "哪个环境变量里是用户名；没有 = default",
    en: "environment variable that holds the user; without it: default",
  }),
  password_env: variable("CLICKHOUSE_PASSWORD").meta({
    zh: "哪个环境变量里是口令；没有 = 空",
    en: "environment variable that holds the password; without it: none",
  }),
  password_file: z.string().optional().meta({
    zh: "口令在哪个文件里；必须在报告文件夹之外",
    en: "file that holds the password; outside the report folder",
  }),
  order: oneOrMany(z.string()).optional().meta({
    zh: "行的先后按哪几列：同一编号有几行时，后面的算数；如 version",
    en: "columns that put the rows in order: of several with one id the last counts; e.g. version",
  }),
  since: z
    .record(
      z.string(),
      z
        .union([z.string().regex(/^\d{4}-\d{2}-\d{2}$/), z.date()])
        .transform((day) => (typeof day === "string" ? day : day.toISOString().slice(0, 10))),
    )
    .refine((since) => Object.keys(since).length === 1, {
      params: {zh: "只写一列，如 {started_at: 2025-01-01}。", en: "names one column, e.g. {started_at: 2025-01-01}."},
    })
    .optional()
    .meta({
      kind: {zh: "{列: 日期}", en: "{column: day}"},
      zh: "只读这一天起的行；更早的留在表里，数出来、搁置",
      en: "rows from this day on are read; earlier ones stay there, counted and set aside",
    }),
  stay: z.boolean().default(false).meta({
    zh: "true = 记录留在那里：模型在集群上算，回来的只有合计和短清单；目前只有电话（calls）可以",
    en: "true = the records stay there: the models run on the cluster, and sums and short lists alone come here; calls alone can, so far",
  }),
  time_zone: timeZone.optional().meta({
    zh: "DateTime 按哪个时区写成钟点；不写 = 报告的时区",
    en: "time zone whose clocks tell a DateTime; left out = that of the report",
  }),
});

export type ClickhouseTable = z.infer<typeof clickhouseSchema>;
