import type {z} from "zod";
import {actionTables} from "./actions/list.js";
import {churnTables} from "./churn/list.js";
import {competitorTables} from "./competitors/list.js";
import {fieldTables} from "./field/list.js";
import {monthlyTables} from "./monthly/list.js";
import {orderTables} from "./orders/list.js";
import {overviewTables} from "./overview/list.js";
import {qualityTables} from "./quality/list.js";
import {relationTables} from "./relations/list.js";
import {satisfactionTables} from "./satisfaction/list.js";
import {serviceTables} from "./service/list.js";
import type {Table} from "./shape/table.js";
import {valueTables} from "./value/list.js";

/*
 * To add a table:
 * 1. `loaders/models/marts/<subject>/<name>.sql`, first line "-- One row per …": counts and sums, no estimates.
 * 2. `src/marts/<subject>/list.ts`: `<name>: table({grain, row})` where SQL's rows are published as they are; else
 *    `<name>: table({from: mart("<name>", {grain, row}), row, derive})`, with `derive` in a file of the subject: typed
 *    rows in, typed rows out, no cast on the way. `row` names the columns that figures, sentences and files read.
 * 3. A figure reads `view.rows("<name>")`: rows of that type. Helpers take `Row<"<name>">`.
 * 4. A column must be read by somebody, else `test/columns.test.ts` names it.
 */

/** Every published table by name; where two are made from one mart, SQL is asked once. */
export const tables = {
  ...overviewTables,
  ...serviceTables,
  ...satisfactionTables,
  ...valueTables,
  ...orderTables,
  ...churnTables,
  ...actionTables,
  ...competitorTables,
  ...qualityTables,
  ...fieldTables,
  ...monthlyTables,
  ...relationTables,
};

/** The name of a published table. */
export type TableName = keyof typeof tables;

/** Tables whose rows are single customers or tickets; a report may go without them (`lists` in report.yaml). */
export const listTables: ReadonlySet<string> = new Set(
  Object.entries<Table>(tables).flatMap(([name, {row}]) => {
    const {shape} = row as unknown as z.ZodObject;
    return "customer_id" in shape || "ticket_id" in shape ? [name] : [];
  }),
);

/** A row of a published table, as figures, sentences and files read it: `Row<"ticket_backlog">`. */
export type Row<Name extends TableName> = z.infer<(typeof tables)[Name]["row"]>;

/** Every published table with its rows. */
export type Published = {readonly [Name in TableName]: readonly Row<Name>[]};
