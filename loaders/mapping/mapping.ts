import {z} from "zod";
import type {Bilingual} from "../../src/words/language.js";
import {didYouMean} from "../messages/nearest.js";
import {columnsOf, type Entity, type EntityName, entities, entityNames} from "./entities/entities.js";

/** A cell as a scalar: YAML reads 0 as a number, the file holds text. */
const cell = z.union([z.string(), z.number(), z.boolean()]).transform(String);
const oneOrMany = <T extends z.ZodType>(schema: T) =>
  z.union([schema.transform((one) => [one]), z.array(schema).min(1)]);

/** A value map with nothing in it is none. */
const valueMap = z
  .record(z.string(), cell)
  .transform((values) => (Object.keys(values).length === 0 ? undefined : values));

/** How one canonical column is filled. */
const columnSchema = z.strictObject({
  from: oneOrMany(z.string()).optional(), // header names; the first present wins
  and: oneOrMany(z.string()).optional(), // further cells joined to the first
  join: z.string().default(" "), // what stands between them
  prefix: cell.optional(), // text put before the cell: the year where ids start anew, the month of a day number
  value: cell.optional(), // a constant
  values: valueMap.optional(), // theirs → ours
  other: z.enum(["keep", "reject", "blank"]).default("keep"), // what becomes of a value not in the map
  na: z.array(cell).default([]), // codes that mean "not applicable"
  date: oneOrMany(z.string()).optional(), // date formats, tried in order
  number: z.enum(["1,234.56", "1.234,56", "1 234,56", "1234.56", "hh:mm:ss"]).optional(), // hh:mm:ss is read as seconds
  unit: z.union([z.enum(["万", "亿", "%", "k"]), z.number()]).optional(),
  split: z.string().min(1).optional(), // multi-valued cell → list
  required: z.boolean().default(false),
  optional: z.boolean().default(false), // the header may be absent from the file
});

export type ColumnMapping = z.infer<typeof columnSchema>;

/** A question column of a wide survey file: also says what kind of question it is and whom it rates. */
const itemSchema = columnSchema.extend({
  question: z.enum(["csat", "nps", "ces", "rating"]).optional(),
  scale: z.tuple([z.number(), z.number()]).optional(), // lowest and highest possible answer
  brand: z.string().optional(), // the brand rated; none = ours
  item: z.string().optional(), // where the same item is asked about several brands; defaults to the key
});

export type ItemMapping = z.infer<typeof itemSchema>;

const shortItem = z.union([z.string().transform((from) => itemSchema.parse({from})), itemSchema]);
const shortColumn = z.union([z.string().transform((from) => columnSchema.parse({from})), columnSchema]);

const tableSchema = z
  .strictObject({
    entity: z.enum(entityNames as [EntityName, ...EntityName[]]),
    files: oneOrMany(z.string()),
    optional: z.boolean().default(false), // no error where no file matches
    format: z.enum(["csv", "xlsx", "xls", "xlsb", "ods", "html", "xml", "json", "jsonl", "parquet"]).optional(),
    encoding: z.string().optional(),
    delimiter: z.string().optional(),
    quote: z.string().optional(),
    sheet: z.union([z.string(), z.number().int().positive()]).optional(),
    header_rows: z.number().int().min(0).max(5).optional(),
    skip_rows: z.number().int().min(0).optional(),
    footer: z.string().optional(),
    columns: z.record(z.string(), shortColumn).default({}),
    defaults: z.record(z.string(), cell).default({}), // constants
    items: z.record(z.string(), shortItem).optional(), // wide question columns: item code → column
    fold: z.strictObject({by: z.string(), take: z.enum(["first", "last"]).default("last")}).optional(),
    where: z.record(z.string(), z.array(cell).min(1)).optional(),
  })
  .superRefine((table, context) => {
    const known = columnsOf(table.entity);
    for (const name of Object.keys({...table.columns, ...table.defaults}))
      if ((!(name in known) || known[name]?.keyOf) && !isOwnDimension(name))
        context.addIssue({
          code: "custom",
          path: [name in table.columns ? "columns" : "defaults", name],
          params: unknownColumn(name, table.entity),
        });
    for (const name of Object.keys(table.columns))
      if (isOwnDimension(name) && name.slice("dim_".length) in columnsOf("customers"))
        context.addIssue({
          code: "custom",
          path: ["columns", name],
          params: {
            zh: `与标准列 ${name.slice("dim_".length)} 重名：直接映射成 ${name.slice("dim_".length)}，或换一个名字。`,
            en: `is called as the standard column ${name.slice("dim_".length)}: map it as that, or give it another name.`,
          },
        });
    for (const [name, column] of Object.entries(table.columns))
      if (!column.from && column.value === undefined)
        context.addIssue({
          code: "custom",
          path: ["columns", name],
          params: {
            zh: "没有说取自哪一列：需要 from:，或 value: 一个固定值。",
            en: "needs from: a header, or value: a constant.",
          },
        });
    const given = new Set([
      ...Object.keys(table.columns),
      ...Object.keys(table.defaults),
      ...(table.items ? ["item"] : []),
    ]);
    const {key, optionalKey = []}: Entity = entities[table.entity];
    // A response without an item is about the service as a whole; see base-view.ts.
    for (const name of key)
      if (!given.has(name) && !optionalKey.includes(name) && name !== "item" && !name.endsWith("_id"))
        context.addIssue({
          code: "custom",
          path: ["columns"],
          params: {
            zh: `缺少 ${name}：没有它，行就不能成为一条记录。`,
            en: `lacks ${name}, without which a row is no record.`,
          },
        });
  });

export type TableMapping = z.infer<typeof tableSchema>;

/** mappings/<source>.yaml */
export const mappingSchema = z.strictObject({
  label: z.strictObject({zh: z.string(), en: z.string()}),
  note: z.string().optional(),
  known_by: z.array(z.string()).optional(), // in a preset: headers that no other system's export has
  tables: z.array(tableSchema).min(1),
});

export type Mapping = z.infer<typeof mappingSchema> & {
  readonly source: string;
  /** As the analyst knows it: "mappings/crm.yaml". */
  readonly file: string;
  /** The line of each entry, by its path: "tables/0/columns/customer_id". */
  readonly lines: Readonly<Record<string, number>>;
};

/** An analyst's own dimension of the customer: any column named dim_<code>. */
export const isOwnDimension = (name: string): boolean => /^dim_[a-z][a-z0-9_]*$/.test(name);

/** Headers of the columns by which a record is known: those of its key, else its other ids but the customer's. */
export function idHeaders({entity, columns}: TableMapping): string[] {
  const known = columnsOf(entity);
  const ids = Object.keys(columns).filter((name) => known[name]?.type === "id" && columns[name]?.from);
  const key = ids.filter((name) => (entities[entity].key as readonly string[]).includes(name));
  const own = key.length > 0 ? key : ids.filter((name) => name !== "customer_id");
  return own.flatMap((name) => columns[name]?.from ?? []);
}

function unknownColumn(name: string, entity: EntityName): Bilingual {
  const all = columnsOf(entity);
  const known = Object.keys(all).filter((column) => !all[column]?.keyOf);
  const {zh, en} = didYouMean(name, known);
  return {
    zh: `${entity} 没有这一列。${zh || `可用：${known.join("、")}。`}自己的客户维度以 dim_ 开头。`,
    en: `is no column of ${entity}. ${en || `Known: ${known.join(", ")}.`} A dimension of your own begins with dim_.`,
  };
}
