import {createTable} from "../database/create-table.js";
import type {Database} from "../database/database.js";
import type {Rules} from "./rules.js";

/** Makes `ref_tiers`, `ref_competitors`, `ref_callers`, `ref_targets` and `ref_standards` from the rules. */
export async function loadRules(database: Database, rules: Rules): Promise<void> {
  const levels = rules.tiers?.levels ?? [];
  await createTable(database, {
    name: "ref_tiers",
    columns: ["code varchar", "min_revenue decimal(18, 4)"],
    rows: levels.map((level) => [level.code, level.min_revenue]),
  });
  await createTable(database, {
    name: "ref_competitors",
    columns: ["design varchar"],
    rows: [[rules.competitors?.design ?? "overlapping"]],
  });
  await createTable(database, {
    name: "ref_callers",
    columns: ["place integer", "cause varchar", "tier varchar", "role varchar"],
    rows: (rules.winback?.callers ?? []).map(({cause, tier, role}, index) => [
      index,
      cause ?? null,
      tier ?? null,
      role,
    ]),
  });
  const targets = rules.targets?.targets ?? [];
  await createTable(database, {
    name: "ref_targets",
    columns: ["metric varchar", "target decimal(18, 4)", "direction varchar", "owner varchar", "due_date date"],
    rows: targets.map((target) => [
      target.metric,
      target.target,
      target.direction,
      target.owner ?? null,
      target.due ?? null,
    ]),
  });
  const standards = rules.standards?.standards ?? [];
  await createTable(database, {
    name: "ref_standards",
    columns: ["tier varchar", "visits_per_year decimal(18, 4)", "calls_per_year decimal(18, 4)"],
    rows: standards.map((standard) => [standard.tier, standard.visits_per_year, standard.calls_per_year]),
  });
}
