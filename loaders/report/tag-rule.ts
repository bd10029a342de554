import {z} from "zod";
import {createTable} from "../database/create-table.js";
import type {Database} from "../database/database.js";

/** What a tag may ask of a customer: numbers of the window and the card, and words of the card. */
const numbers = [
  ...["revenue", "margin", "orders", "days", "potential", "contacts", "visits", "minutes", "cost"],
  ...["complaints", "tickets", "age", "score"],
] as const;
const words = [
  ...["tier", "region", "city", "segment", "customer_type", "sex", "age_band", "role", "industry"],
  ...["acquisition_channel", "contact_preference", "tags"],
] as const;

/** ">= 40000", "< 30", or a number alone. */
const comparison = z.union([z.number(), z.string()]).transform((value, context) => {
  const [, sign = "=", amount] = /^\s*(>=|<=|>|<|=)?\s*(-?\d+(?:\.\d+)?)\s*$/.exec(String(value)) ?? [];
  if (amount === undefined) {
    context.addIssue({code: "custom", message: 'write it as ">= 40000", "< 30" or "2"'});
    return z.NEVER;
  }
  return {sign, amount: Number(amount)};
});

const numberNames: Readonly<Record<(typeof numbers)[number], readonly [zh: string, en: string]>> = {
  revenue: ["近 12 个月收入", "revenue of the last 12 months"],
  margin: ["近 12 个月毛利", "margin of the last 12 months"],
  orders: ["近 12 个月订单数", "orders of the last 12 months"],
  days: ["距上次购买的天数", "days since the last order"],
  potential: ["潜在年采购", "potential a year"],
  contacts: ["近 12 个月接触次数", "contacts of the last 12 months"],
  visits: ["近 12 个月拜访次数", "visits of the last 12 months"],
  minutes: ["近 12 个月服务分钟数", "minutes of service in the last 12 months"],
  cost: ["近 12 个月服务费用", "cost of service in the last 12 months"],
  complaints: ["近 12 个月投诉数", "complaints of the last 12 months"],
  tickets: ["近 12 个月工单数", "tickets of the last 12 months"],
  age: ["年龄", "age"],
  score: ["综合价值得分", "score of the whole value"],
};

const conditions = {
  ...Object.fromEntries(
    numbers.map((name) => {
      const [zh, en] = numberNames[name];
      return [name, comparison.optional().meta({zh: `${zh}，如 ">= 10"`, en: `${en}, as in ">= 10"`})];
    }),
  ),
  ...Object.fromEntries(
    words.map((name) => [
      name,
      z
        .string()
        .optional()
        .meta({zh: `客户资料的 ${name} 是这个`, en: `${name} of the customer file is this`}),
    ]),
  ),
} as {[Name in (typeof numbers)[number]]: z.ZodOptional<typeof comparison>} & {
  [Name in (typeof words)[number]]: z.ZodOptional<z.ZodString>;
};

/** rules/tags.yaml: a tag is one line, and a customer bears it where all of its conditions hold. */
export const tagSchema = z
  .strictObject({
    tags: z
      .array(
        z
          .strictObject({
            tag: z.string().meta({zh: "标签代码", en: "code of the tag"}),
            label_zh: z.string().optional().meta({zh: "中文名", en: "its name in Chinese"}),
            label_en: z.string().optional().meta({zh: "英文名", en: "its name in English"}),
            ...conditions,
          })
          .refine((tag) => conditionsOf(tag).length > 0, "a tag needs at least one condition"),
      )
      .meta({zh: "一行一个标签；所有条件都符合才有", en: "one line a tag; who meets all of its conditions bears it"}),
  })
  .meta({zh: "客户画像标签", en: "portraits of customers by tag"});

type Tag = z.infer<typeof tagSchema>["tags"][number];

const conditionsOf = (tag: object): [string, unknown][] =>
  Object.entries(tag).filter(([name, value]) => name in conditions && value !== undefined);

/** Makes `ref_tags` (a condition a row) from the rule. */
export async function loadTags(database: Database, tags: readonly Tag[]): Promise<void> {
  await createTable(database, {
    name: "ref_tags",
    columns: [
      ...["tag varchar", "label_zh varchar", "label_en varchar", "conditions integer"],
      ...["feature varchar", "sign varchar", "amount decimal(18, 4)", "word varchar"],
    ],
    rows: tags.flatMap((tag) => {
      const all = conditionsOf(tag);
      const labels = [tag.label_zh ?? tag.tag, tag.label_en ?? tag.tag];
      return all.map(([feature, value]) =>
        typeof value === "string"
          ? [tag.tag, ...labels, all.length, feature, "is", null, value]
          : [
              tag.tag,
              ...labels,
              all.length,
              feature,
              (value as {sign: string}).sign,
              (value as {amount: number}).amount,
              null,
            ],
      );
    }),
  });
}
