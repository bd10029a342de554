import type {z} from "zod";
import {clickhouseSchema} from "../../loaders/mapping/clickhouse-key.js";
import {columnSchema, itemSchema} from "../../loaders/mapping/column-keys.js";
import {mappingSchema, tableSchema} from "../../loaders/mapping/mapping.js";
import {reportSchema} from "../../loaders/report/folder.js";
import {notesSchema} from "../../loaders/report/notes.js";

/** What an analyst writes, but for rules; `apart`: keys whose inside has a table of its own. */
export const schemas = {
  notes: {schema: notesSchema, apart: [], file: "loaders/report/notes.ts"},
  report: {schema: reportSchema, apart: [], file: "loaders/report/folder.ts"},
  mapping: {schema: mappingSchema, apart: ["tables"], file: "loaders/mapping/mapping.ts"},
  table: {schema: tableSchema, apart: ["columns", "items", "clickhouse"], file: "loaders/mapping/mapping.ts"},
  clickhouse: {schema: clickhouseSchema, apart: [], file: "loaders/mapping/clickhouse-key.ts"},
  column: {schema: columnSchema, apart: [], file: "loaders/mapping/column-keys.ts"},
  item: {
    schema: itemSchema.omit(Object.fromEntries(Object.keys(columnSchema.shape).map((key) => [key, true])) as never),
    apart: [],
    file: "loaders/mapping/column-keys.ts",
  },
} as const satisfies Record<string, {schema: z.ZodType; apart: readonly string[]; file: string}>;
