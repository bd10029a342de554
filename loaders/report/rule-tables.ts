import {createTable} from "../database/create-table.js";
import type {Database} from "../database/database.js";
import type {Rules} from "./rules.js";

/** Makes `ref_tiers`, `ref_competitors`, `ref_callers`, `ref_targets`, `ref_standards`, `ref_field` and `ref_not_goods` from the rules. */
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
  const field = rules.field ?? {late_minutes: 30, second_visit_days: 30, not_goods: []};
  await createTable(database, {
    name: "ref_field",
    columns: ["late_minutes decimal(18, 4)", "second_visit_days integer"],
    rows: [[field.late_minutes, field.second_visit_days]],
  });
  await createTable(database, {
    name: "ref_not_goods",
    columns: ["category varchar"],
    rows: field.not_goods.map((category) => [category]),
  });
}
