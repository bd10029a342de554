import {z} from "zod";

export const commitmentsSchema = z
  .strictObject({
    commitments: z
      .array(
        z.strictObject({
          category: z
            .string()
            .optional()
            .meta({zh: "服务请求的类别；不写 = 任何类别", en: "category of the request; left out = any"}),
          min_revenue: z
            .number()
            .min(0)
            .meta({zh: "近 12 个月消费满这么多即可免费", en: "spent in the last 12 months from which it is free"}),
        }),
      )
      .meta({zh: "一行一种服务", en: "one line a kind of service"}),
  })
  .meta({zh: "哪些客户可以免费得到额外服务", en: "who is entitled to extra service free of charge"});

export const informationSchema = z
  .strictObject({
    pages: z
      .array(
        z.strictObject({
          code: z.string().meta({zh: "网页的代码", en: "code of the page"}),
          label_zh: z.string().optional().meta({zh: "中文名", en: "its name in Chinese"}),
          label_en: z.string().optional().meta({zh: "英文名", en: "its name in English"}),
          topics: z
            .array(z.string())
            .default([])
            .meta({zh: "看这页就够的来电主题", en: "topics of calls that it answers"}),
          categories: z
            .array(z.string())
            .default([])
            .meta({zh: "看这页就够的咨询类别", en: "categories of inquiries that it answers"}),
        }),
      )
      .meta({zh: "一行一个网页", en: "one line a page"}),
  })
  .meta({zh: "哪些联系看网页就够，不必找人", en: "contacts that a page could have answered"});
