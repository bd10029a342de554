import {z} from "zod";
import type {Bilingual} from "../../src/words/language.js";
import {bilingual} from "./schemas.js";

const values = z
  .union([z.string(), z.array(z.string()).min(1)])
  .transform((text) => (typeof text === "string" ? [text] : text))
  .meta({kind: {zh: "一个代码，或几个：[a, b]", en: "a code, or several: [a, b]"}});

/** Readers who see their own records alone: one site, deck and workbook each. */
export const audiencesSchema = z
  .record(
    z.string().regex(/^[a-z0-9][a-z0-9_-]*$/),
    z.strictObject({
      label: bilingual.optional().meta({
        zh: "怎样称呼；不写 = 名称",
        en: "what it is called; left out = its name",
      }),
      where: z.record(z.string(), values).meta({
        zh: "哪些记录：客户的 region、tier、tag、segment、city 等列，或记录的 department、team；几列都要符合",
        en: "which records: region, tier, tag, segment, city … of customers, or department, team of records; several must all hold",
      }),
      lists: z.boolean().optional().meta({
        zh: "这一份是否列出单个客户和单条记录；不写 = 与整份报告相同",
        en: "whether this one lists single customers and records; left out = as the whole report does",
      }),
      accounts: z.boolean().optional().meta({
        zh: "这一份是否有客户的页面；不写 = 与整份报告相同",
        en: "whether this one has pages of customers; left out = as the whole report does",
      }),
      password_env: z
        .string()
        .regex(/^[A-Za-z_]\w*$/)
        .optional()
        .meta({
          zh: "写了 lock 时，这一份自己的密码所在的环境变量",
          en: "where lock is said: the environment variable with the password of this one",
        }),
    }),
  )
  .default({});

/** One of them, by its name. */
export interface Audience {
  readonly name: string;
  readonly label: Bilingual;
  readonly where: Readonly<Record<string, readonly string[]>>;
  readonly passwordEnv: string | undefined;
  /** What it may see of single customers; undefined: what the whole report shows. */
  readonly lists: boolean | undefined;
  readonly accounts: boolean | undefined;
}

export const audiencesOf = (said: z.infer<typeof audiencesSchema>): Audience[] =>
  Object.entries(said).map(([name, {label, where, password_env, lists, accounts}]) => ({
    ...{name, where, passwordEnv: password_env, lists, accounts},
    label: label ?? {zh: name, en: name},
  }));
