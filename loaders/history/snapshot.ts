import {createHash} from "node:crypto";
import type {Published} from "../../src/marts/list.js";
import {metrics} from "../../src/metrics/catalogue.js";
import type {Database} from "../database/database.js";
import type {Model} from "../models/model.js";
import type {ImportAccount} from "../records/account.js";
import {settingFiles} from "../report/setting-files.js";
import type {Edition} from "./edition.js";
import {firstMarked, markRecords} from "./records.js";
import {seriesOf} from "./series.js";

/** What a report would leave in the history, but for its name and the figures, which are drawn later. */
export type Snapshot = Omit<Edition, "id" | "figures">;

/**
 * Takes down what a report says and is made from, while its database is open.
 *
 * @param options.earlier the month of an earlier edition: records from before it on are marked one by one
 */
export async function snapshot(
  database: Database,
  {
    month,
    earlier,
    published,
    accounts,
    models,
    folder,
  }: {
    month: string;
    earlier?: string | undefined;
    published: Published;
    accounts: readonly ImportAccount[];
    models: readonly Model[];
    folder: string;
  },
): Promise<Snapshot> {
  const tiers = await database.rows(
    "select customer_id, tier from int_customers_tiered where tier is not null order by customer_id",
  );
  const from = firstMarked(earlier !== undefined && earlier < month ? earlier : month);
  return {
    month,
    values: seriesOf(published, {month}),
    records: await markRecords(database, {month, from}),
    inputs: accounts.map(({file, sha256, rows_in}) => ({file, sha256, rows_in})),
    settings: settingFiles(folder),
    definitions: fingerprint(metrics),
    program: fingerprint(models.map(({name, sql}) => [name, sql])),
    tiers: tiers.map(({customer_id, tier}) => [String(customer_id), String(tier)] as const),
    categories: [
      ...new Set(
        published.complaint_categories_by_month.filter((row) => row.month === month).map(({category}) => category),
      ),
    ].sort(),
  };
}

const fingerprint = (value: unknown): string => createHash("sha256").update(JSON.stringify(value)).digest("hex");
