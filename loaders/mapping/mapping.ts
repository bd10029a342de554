import {z} from "zod";
import type {Bilingual} from "../../src/words/language.js";
import {didYouMean} from "../messages/nearest.js";
import {clickhouseSchema} from "./clickhouse-key.js";
import {cell, columnSchema, itemSchema, oneOrMany} from "./column-keys.js";
import {columnsOf, type Entity, type EntityName, entities, entityNames} from "./entities/entities.js";
import {meaningOf} from "./meanings/meanings.js";
import {rowMeanings} from "./meanings/rows.js";

export {type ColumnMapping, columnSchema, type ItemMapping} from "./column-keys.js";

const shortItem = z.union([z.string().transform((from) => itemSchema.parse({from})), itemSchema]);
const shortColumn = z.union([z.string().transform((from) => columnSchema.parse({from})), columnSchema]);

export const tableSchema = z
  .strictObject({
    entity: z.enum(entityNames as [EntityName, ...EntityName[]]).meta({zh: "哪种记录", en: "kind of records"}),
    files: oneOrMany(z.string()).optional().meta({
      zh: "文件名或通配，相对于导出文件夹，如 crm/customers_*.csv；记录在 ClickHouse 里时不写",
      en: "files or patterns, relative to the exports folder, e.g. crm/customers_*.csv; left out where the records are in ClickHouse",
    }),
    clickhouse: clickhouseSchema.optional().meta({
      zh: "记录不在文件里，在 ClickHouse 的一张表里（代替 files）",
      en: "the records are in a table of ClickHouse, not in files (in place of `files`)",
    }),
    optional: z.boolean().default(false).meta({zh: "可以一个文件也没有", en: "there may be no such file"}),
    format: z
      .enum(["csv", "xlsx", "xls", "xlsb", "ods", "html", "xml", "json", "jsonl", "parquet"])
      .optional()
      .meta({zh: "文件格式", en: "format of the files"}),
    encoding: z.string().optional().meta({zh: "编码，如 utf-8、gb18030", en: "encoding, e.g. utf-8, gb18030"}),
    delimiter: z.string().optional().meta({zh: "分隔符", en: "delimiter"}),
    quote: z.string().optional().meta({zh: '引号；"" = 没有', en: 'quote character; "" = none'}),
    sheet: z.union([z.string(), z.number().int().positive()]).optional().meta({
      zh: "工作表的名字或序号",
      en: "name of the sheet, or its number",
    }),
    header_rows: z.number().int().min(0).max(5).optional().meta({
      zh: "表头占几行；0 = 没有，列叫 c1、c2 …",
      en: "lines of the header; 0 = none, columns are c1, c2 …",
    }),
    skip_rows: z.number().int().min(0).optional().meta({zh: "表头上面跳过几行", en: "lines above the header to skip"}),
    footer: z.string().optional().meta({
      zh: "以它开头的行是合计行：不计入，列出来",
      en: "rows that begin with it are totals: set aside and listed",
    }),
    columns: z.record(z.string(), shortColumn).default({}).meta({
      zh: "我们的列 → 文件里的列；自己的客户维度写成 dim_<名字>",
      en: "our columns → theirs; a dimension of your own is called dim_<name>",
    }),
    defaults: z.record(z.string(), cell).default({}).meta({
      zh: "每行都一样的值，如 question: csat",
      en: "what is the same in every row, e.g. question: csat",
    }),
    items: z.record(z.string(), shortItem).optional().meta({
      zh: "一题一列的问卷：问题代码 → 列",
      en: "surveys with a column a question: code of the question → column",
    }),
    fold: z
      .strictObject({
        by: z.string().meta({zh: "按哪一列合并", en: "column by which they are one"}),
        take: z.enum(["first", "last"]).default("last").meta({zh: "留第一条还是最后一条", en: "which of them stays"}),
      })
      .optional()
      .meta({zh: "流水：每个编号只留一条", en: "an event log: of the events of one id one stays"}),
    where: z.record(z.string(), z.array(cell).min(1)).optional().meta({
      zh: "只要这些行：表头 → 允许的值",
      en: "only rows where: header → any of these values",
    }),
  })
  .superRefine((table, context) => {
    for (const {path, ...params} of sourceIssues(table)) context.addIssue({code: "custom", path, params});
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
          params: lackingKey(name, table.entity),
        });
  });

export type TableMapping = z.infer<typeof tableSchema>;

/** Keys that say how a file is read. */
const fileKeys = [
  "files",
  "optional",
  "format",
  "encoding",
  "delimiter",
  "quote",
  "sheet",
  "header_rows",
  "skip_rows",
  "footer",
] as const;

/** Records come from files or from a table of a cluster; a table has no order of rows, which `fold` needs. */
function sourceIssues(
  table: {readonly [Key in (typeof fileKeys)[number]]?: unknown} & {
    readonly clickhouse?: {readonly order?: unknown} | undefined;
    readonly fold?: unknown;
  },
): (Bilingual & {path: string[]})[] {
  if (!table.clickhouse)
    return table.files === undefined
      ? [{path: ["files"], zh: "缺少：写 files:，或 clickhouse:。", en: "is missing: give files:, or clickhouse:."}]
      : [];
  const said = fileKeys.filter((key) => table[key] !== undefined && table[key] !== false);
  const excluded = said.map((key) => ({
    path: [key],
    zh: "说的是文件，不能与 clickhouse: 同写。",
    en: "is about files and cannot stand beside clickhouse:.",
  }));
  const unordered = table.fold !== undefined && table.clickhouse.order === undefined;
  return [
    ...excluded,
    ...(unordered
      ? [
          {
            path: ["clickhouse"],
            zh: "fold 按行的先后取一条，表里的行没有先后：写 order: 和排先后的列。",
            en: "fold takes one by the order of rows, which a table has not: give order: and the columns that tell it.",
          },
        ]
      : []),
  ];
}

/** mappings/<source>.yaml */
export const mappingSchema = z
  .strictObject({
    label: z
      .strictObject({zh: z.string(), en: z.string()})
      .meta({kind: {zh: "{zh: …, en: …}", en: "{zh: …, en: …}"}, zh: "来源叫什么", en: "what the source is called"}),
    note: z.string().optional().meta({zh: "写给自己看的备注", en: "a note to yourself"}),
    known_by: z.array(z.string()).optional().meta({
      zh: "只用于自带的系统映射：别的系统没有的表头",
      en: "only for mappings that come with the program: headers that no other system has",
    }),
    tables: z
      .array(tableSchema)
      .min(1)
      .meta({zh: "每项是一种记录，见下", en: "one entry for each kind of records, see below"}),
  })
  .meta({
    zh: "一个来源一个文件：哪些文件是哪种记录，哪一列是什么",
    en: "one file for each source: which files hold which records, which column is what",
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

/** Every header that a table reads. */
export const headersOf = ({columns, items, where}: TableMapping): string[] => [
  ...[...Object.values(columns), ...Object.values(items ?? {})].flatMap(({from = [], and = []}) => [...from, ...and]),
  ...Object.keys(where ?? {}),
];

/** Whether some table of a mapping is read from a cluster: what it holds may change while no file does. */
export const readsCluster = ({tables}: Pick<Mapping, "tables">): boolean =>
  tables.some(({clickhouse}) => clickhouse !== undefined);

/** Headers of the columns by which a record is known: those of its key, else its other ids but the customer's. */
export function idHeaders({entity, columns}: TableMapping): string[] {
  const known = columnsOf(entity);
  const ids = Object.keys(columns).filter((name) => known[name]?.type === "id" && columns[name]?.from);
  const key = ids.filter((name) => (entities[entity].key as readonly string[]).includes(name));
  const own = key.length > 0 ? key : ids.filter((name) => name !== "customer_id");
  return own.flatMap((name) => columns[name]?.from ?? []);
}

function lackingKey(name: string, entity: EntityName): Bilingual {
  const {zh, en} = meaningOf(entity, name) ?? {zh: name, en: name};
  const row = rowMeanings[entity] ?? {zh: entity, en: entity};
  return {
    zh: `缺少 ${name}（${zh}）：没有它，行就不能成为一条记录（${row.zh}）。`,
    en: `lacks ${name} (${en}), without which a row is no record (${row.en}).`,
  };
}

function unknownColumn(name: string, entity: EntityName): Bilingual {
  const all = columnsOf(entity);
  const known = Object.keys(all).filter((column) => !all[column]?.keyOf);
  const {zh, en} = didYouMean(name, known);
  return {
    zh: `${entity} 没有这一列。${zh || `可用：${known.join("、")}。`}自己的客户维度写成 dim_ 加名字，dim_ 后面只用小写字母、数字、下划线，如 dim_channel；中文名称写在 reference/dimensions.csv。`,
    en: `is no column of ${entity}. ${en || `Known: ${known.join(", ")}.`} A dimension of your own is dim_ and a name of lower-case letters, digits and underscores, such as dim_channel; what it is called stands in reference/dimensions.csv.`,
  };
}
