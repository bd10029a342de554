import {createTable} from "../database/create-table.js";
import type {Database} from "../database/database.js";
import type {Rules} from "./rules.js";
import {loadThemes} from "./theme-rule.js";
import {loadValueRules} from "./value-tables.js";

/** Pages of single customers. */
const mostAccounts = 2000;

/** Makes the tables of the rules that stand as they are written: `ref_policies`, `ref_callers`, what tells a customer's value … */
export async function loadRules(
  database: Database,
  rules: Rules,
  {accounts, lists}: {accounts: boolean; lists: boolean},
): Promise<void> {
  await createTable(database, {
    name: "ref_accounts",
    columns: ["most integer"],
    rows: [[accounts && lists ? mostAccounts : 0]],
  });
  await loadValueRules(database, rules);
  await loadThemes(database, rules.themes?.themes ?? []);
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
  await createTable(database, {
    name: "ref_commitments",
    columns: ["category varchar", "min_revenue decimal(18, 4)"],
    rows: (rules.commitments?.commitments ?? []).map(({category, min_revenue}) => [category ?? null, min_revenue]),
  });
  await createTable(database, {
    name: "ref_information",
    columns: ["page varchar", "kind varchar", "value varchar"],
    rows: (rules.information?.pages ?? []).flatMap(({code, topics, categories}) => [
      ...topics.map((value) => [code, "topic", value]),
      ...categories.map((value) => [code, "category", value]),
    ]),
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
  await createTable(database, {
    name: "ref_policies",
    columns: [
      ...["place integer", "clock varchar", "ticket_type varchar", "priority varchar", "tier varchar"],
      ...["within_amount decimal(18, 4)", "unit varchar", "from_month varchar"],
    ],
    rows: (rules.sla?.policies ?? []).map(({clock, ticket_type, priority, tier, within, unit, from}, place) => [
      ...[place, clock, ticket_type ?? null, priority ?? null, tier ?? null],
      ...[within, unit, from ?? null],
    ]),
  });
  // Three working days where no rule says otherwise.
  await createTable(database, {
    name: "ref_callback_days",
    columns: ["place integer", "tier varchar", "within_days integer"],
    rows: [...(rules.callbacks?.callbacks ?? []), {within_working_days: 3}].map((line, place) => [
      place,
      "tier" in line ? (line.tier ?? null) : null,
      line.within_working_days,
    ]),
  });
}
