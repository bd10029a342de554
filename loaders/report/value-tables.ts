import {createTable} from "../database/create-table.js";
import type {Database} from "../database/database.js";
import type {Rules} from "./rules.js";
import {loadTags} from "./tag-rule.js";
import {lessIsBetter} from "./value-rule.js";

/** Makes the tables that say what a customer is worth, which tier that is, and what the tier may expect. */
export async function loadValueRules(database: Database, rules: Rules): Promise<void> {
  await loadTiers(database, rules);
  await loadValue(database, rules);
  await loadTags(database, rules.tags?.tags ?? []);
  await createTable(database, {
    name: "ref_standards",
    columns: [
      ...["tier varchar", "visits_per_year decimal(18, 4)", "calls_per_year decimal(18, 4)"],
      "reply_hours decimal(18, 4)",
    ],
    rows: (rules.standards?.standards ?? []).map((standard) => [
      standard.tier,
      standard.visits_per_year,
      standard.calls_per_year,
      standard.reply_hours ?? null,
    ]),
  });
}

/** `ref_tiers` with the lowest at place 0, how changes are damped, and who was given another tier by hand. */
async function loadTiers(database: Database, rules: Rules): Promise<void> {
  const {tiers} = rules;
  const levels = (tiers?.levels ?? [])
    .map((level) => ({...level, threshold: level.min_score ?? level.min_revenue ?? 0}))
    .sort((one, other) => one.threshold - other.threshold);
  const wanted = tiers?.candidates?.levels;
  await createTable(database, {
    name: "ref_tiers",
    columns: ["code varchar", "threshold decimal(18, 4)", "place integer", "is_cultivated boolean"],
    rows: levels.map((level, place) => [
      level.code,
      level.threshold,
      place,
      place > 0 && (wanted?.includes(level.code) ?? true),
    ]),
  });
  await createTable(database, {
    name: "ref_tier_rule",
    columns: [
      "measure varchar",
      "version varchar",
      "slack decimal(18, 4)",
      "months integer",
      "within_share decimal(18, 4)",
    ],
    rows: [
      [
        tiers?.measure ?? "amount",
        tiers?.version ?? "",
        tiers?.damping?.slack ?? 0.9,
        tiers?.damping?.months ?? 2,
        tiers?.candidates?.within ?? 0.05,
      ],
    ],
  });
  await createTable(database, {
    name: "ref_overrides",
    columns: ["customer_id varchar", "tier varchar", "reason varchar", "given_by varchar", "until_date date"],
    rows: (rules.overrides?.overrides ?? []).map((one) => [one.customer_id, one.tier, one.reason, one.by, one.until]),
  });
}

async function loadValue(database: Database, rules: Rules): Promise<void> {
  const value = rules.value;
  await createTable(database, {
    name: "ref_value",
    columns: [
      ...["minute_cost decimal(18, 4)", "ticket_minutes decimal(18, 4)"],
      "session_minutes decimal(18, 4)",
      "callback_minutes decimal(18, 4)",
    ],
    rows: [
      [value?.minute_cost ?? 0, value?.ticket_minutes ?? 0, value?.session_minutes ?? 0, value?.callback_minutes ?? 0],
    ],
  });
  const parts = value?.parts ?? [];
  await createTable(database, {
    name: "ref_value_parts",
    columns: ["part varchar", "weight decimal(18, 4)", "steps integer", "is_less_better boolean"],
    rows: parts.map(({part, weight, cuts}) => [part, weight, cuts.length, lessIsBetter.has(part)]),
  });
  await createTable(database, {
    name: "ref_value_points",
    columns: ["part varchar", "cut decimal(18, 4)"],
    rows: parts.flatMap(({part, cuts}) => cuts.map((cut) => [part, cut])),
  });
}
