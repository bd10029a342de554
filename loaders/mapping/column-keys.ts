import {z} from "zod";

/** A cell as a scalar: YAML reads 0 as a number, the file holds text. */
export const cell = z.union([z.string(), z.number(), z.boolean()]).transform(String);
export const oneOrMany = <T extends z.ZodType>(schema: T) =>
  z.union([schema.transform((one) => [one]), z.array(schema).min(1)]);

/** A value map with nothing in it is none. */
const valueMap = z
  .record(z.string(), cell)
  .transform((values) => (Object.keys(values).length === 0 ? undefined : values));

/** How one canonical column is filled. `.meta({zh, en})` says what a key means; data/README.md is made of it. */
export const columnSchema = z.strictObject({
  from: oneOrMany(z.string()).optional().meta({
    zh: "取自哪一列（表头）；写几个时取文件里有的第一个",
    en: "header it is taken from; of several the first that the file has",
  }),
  and: oneOrMany(z.string()).optional().meta({
    zh: "再接上的一列，如日期后面的钟点",
    en: "header of a second cell joined to the first, e.g. the clock after the day",
  }),
  join: z.string().default(" ").meta({zh: "from 与 and 之间用什么连接", en: "text between the two"}),
  prefix: cell.optional().meta({
    zh: "加在前面的文字，如编号每年重排时加年份",
    en: "text put before the cell, e.g. the year where ids start anew",
  }),
  value: cell.optional().meta({zh: "不取自文件的固定值", en: "a constant, not taken from the file"}),
  values: valueMap.optional().meta({zh: "对照：文件里的值 → 我们的值", en: "translation: their value → ours"}),
  other: z.enum(["keep", "reject", "blank"]).default("keep").meta({
    zh: "对照表以外的值：keep 保留；reject 列为读不懂；blank 当作没有",
    en: "values that the translation lacks: keep them, reject them as unreadable, or blank them",
  }),
  na: z
    .array(cell)
    .default([])
    .meta({zh: '表示“没有”的写法，如 不适用、"-"', en: 'what stands for nothing, e.g. n/a, "-"'}),
  date: oneOrMany(z.string()).optional().meta({
    zh: "日期格式；几个时依次试（见下）",
    en: "format of dates; several are tried in turn (see below)",
  }),
  number: z.enum(["1,234.56", "1.234,56", "1 234,56", "1234.56", "hh:mm:ss", "mm:ss", "hh:mm"]).optional().meta({
    zh: "数字写法；hh:mm:ss、mm:ss、hh:mm 是时长，读成秒",
    en: "how numbers are written; hh:mm:ss, mm:ss and hh:mm are durations, read as seconds",
  }),
  unit: z
    .union([z.enum(["万", "亿", "%", "k"]), z.number()])
    .optional()
    .meta({
      zh: "单位：数字乘以它（% = 0.01），也可直接写倍数",
      en: "what numbers are multiplied by (% = 0.01), or any factor",
    }),
  split: z.string().min(1).optional().meta({zh: "一格多值时的分隔符", en: "separator of several values in one cell"}),
  required: z.boolean().default(false).meta({
    zh: "每个文件都必须有这一列、且不全空，否则停下；在自带的系统映射里：没有这个表头就不是该系统的导出",
    en: "every file has this column, and not empty throughout, or the build stops; in mappings that come with the program: without this header it is no export of that system",
  }),
  optional: z.boolean().default(false).meta({
    zh: "文件里可以没有这个表头",
    en: "the file may lack the header",
  }),
});

export type ColumnMapping = z.infer<typeof columnSchema>;

/** A question column of a wide survey file: also says what kind of question it is and whom it rates. */
export const itemSchema = columnSchema.extend({
  question: z.enum(["csat", "nps", "ces", "rating"]).optional().meta({
    zh: "问题的种类；不写 = 由代码看出（见 surveys.question）",
    en: "kind of question; left out = by its code (see surveys.question)",
  }),
  scale: z.tuple([z.number(), z.number()]).optional().meta({
    zh: "最低分和最高分，如 [1, 5]",
    en: "lowest and highest possible answer, e.g. [1, 5]",
  }),
  brand: z.string().optional().meta({zh: "评价的品牌；不写 = 我们", en: "the brand rated; left out = ours"}),
  item: z.string().optional().meta({
    zh: "问题代码；不写 = 这一项的名字。同一问题问几个品牌时用",
    en: "code of the question, where it is asked about several brands; left out = the name of the entry",
  }),
});

export type ItemMapping = z.infer<typeof itemSchema>;
