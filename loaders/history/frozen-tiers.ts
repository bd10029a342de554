import {createTable} from "../database/create-table.js";
import type {Database} from "../database/database.js";
import type {Edition} from "./edition.js";

/** Makes `ref_frozen_tiers`: the tiers of the last edition, as published; empty where there is none. */
export async function loadFrozenTiers(
  database: Database,
  last: Pick<Edition, "id" | "month" | "tiers"> | undefined,
): Promise<void> {
  await createTable(database, {
    name: "ref_frozen_tiers",
    columns: ["edition varchar", "month varchar", "customer_id varchar", "tier varchar"],
    rows: last ? last.tiers.map(([customer, tier]) => [last.id, last.month, customer, tier]) : [],
  });
}
