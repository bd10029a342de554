import {columnsOf, type EntityName} from "../../mapping/entities/entities.js";
import {numberedDate} from "../cells/dates.js";
import type {ColumnProfile} from "../cells/profile.js";
import {foldWord} from "../words/phrase.js";
import {knownValue, saysYes, scoreWords} from "../words/values.js";

/** Columns that sort records into groups: not as many different values as records. */
const groups =
  /^(category|subcategory|channel|priority|status|segment|tier|sex|team|region|customer_type|contract_type|queue|topic|mode|wave|responsible_department|industry|acquisition_channel|role|reason_category|grade|kind|reason|ticket_type|brand|event)$/;
/** Columns whose members are named in the report: bare codes say nothing. */
const coded = /^(region|city|mode|channel|segment|customer_type|topic|queue)$/;
const persons =
  /^(handler|agent|owner|salesperson|caller|visitor|technician|recorded_by|collected_by|interviewer|contacted_by|actor)$/;

/**
 * How well the cells fit a column, 0 … 1; 0 = they cannot be it, whatever the header says.
 * @param rows records of the table
 */
export function cellFit(
  profile: ColumnProfile,
  {entity, column, rows}: {entity: EntityName; column: string; rows: number},
): number {
  const {type, values, personal} = columnsOf(entity)[column]!;
  if (profile.filled === 0) return 0.2;
  if (personal) return fitPersonal(profile, personal);
  if (column === "region" && foldWord(profile.header) === "state" && holdsStatus(profile)) return 0;
  if (values) {
    const known = shareOf(profile, (cell) => knownValue(cell, values) !== undefined);
    return known >= 0.6 ? 0.9 + 0.1 * known : known;
  }
  switch (type) {
    case "date":
    case "timestamp":
      if (profile.dates >= 0.9) return 1;
      return profile.dates > 0.5 ? 0.6 : numberedDate(profile.sampled) ? 0.9 : 0;
    case "integer":
    case "decimal":
    case "weight":
      return fitNumber(profile, {entity, column, type});
    case "boolean":
      return profile.distinct > 6 ? 0 : shareOf(profile, (cell) => saysYes(cell, column) !== undefined);
    case "id":
      return fitId(profile, column);
    default:
      return fitText(profile, {column, rows});
  }
}

/** Share of the filled cells that a test holds for, where all values are known. */
function shareOf(profile: ColumnProfile, test: (cell: string) => boolean): number {
  let [held, all] = [0, 0];
  for (const cell of profile.values) {
    const times = profile.counts.get(cell) ?? 1;
    all += times;
    if (test(cell)) held += times;
  }
  return all === 0 ? 0 : held / all;
}

/** "State" may be a part of the country or how far a ticket is. */
const holdsStatus = (profile: ColumnProfile): boolean =>
  shareOf(profile, (cell) => knownValue(cell, ["open", "in_progress", "pending", "solved", "closed"]) !== undefined) >
  0.3;

function fitPersonal(profile: ColumnProfile, kind: string): number {
  const isFlag = profile.flags > 0.9 && profile.distinct <= 3;
  switch (kind) {
    case "phone":
    case "email":
    case "id_card":
      return profile.personal === kind
        ? 1
        : kind === "phone" && profile.distinct > 3 && profile.digits > 0.9 && profile.length >= 7
          ? 0.7
          : 0;
    case "name":
      return profile.dates > 0.5 || profile.numbers > 0.5 || isFlag || profile.personal
        ? 0
        : profile.digits > 0.8
          ? 0.3
          : 1;
    case "verbatim":
      return isFlag || profile.dates > 0.5 || profile.numbers > 0.5 || profile.distinct < 3 ? 0 : 1;
    default:
      return isFlag || profile.dates > 0.5 ? 0 : 1;
  }
}

function fitNumber(
  profile: ColumnProfile,
  {entity, column, type}: {entity: EntityName; column: string; type: string},
): number {
  if (column === "score" && profile.numbers < 0.9) return scoreWords(profile.values) && profile.distinct <= 20 ? 1 : 0;
  if (profile.clocks === 1) return /seconds|minutes/.test(column) ? 1 : 0;
  if (profile.numbers < 0.9 || profile.dates > 0.9) return 0;
  const [low, high] = profile.range ?? [0, 0];
  // years or months: a short tenure without a unit does not say
  if (column === "tenure_months" && high <= 15 && !/month|year|月|年/i.test(profile.header)) return 0.35;
  if (type === "integer" && profile.range && !profile.isWhole) return column === "tenure_months" ? 0.6 : 0.2;
  if (column === "score" && (high > 100 || low < -10 || profile.distinct > 101)) return 0;
  if (column === "age" && (high > 130 || low < 0 || high < 15)) return 0; // bands, not years
  if (entity === "orders" && column === "quantity" && high > 1e7) return 0.2;
  return 1;
}

function fitId(profile: ColumnProfile, column: string): number {
  if (profile.dates > 0.5 || profile.personal === "email") return 0;
  // a ticket's number may look like a phone number; a customer's that does is one
  if (profile.personal === "phone" && column === "customer_id") return 0;
  if (profile.length > 60 || (profile.numbers > 0.95 && profile.range && !profile.isWhole)) return 0;
  if (profile.flags > 0.9 && profile.distinct <= 2 && profile.filled > 3) return 0;
  return 1;
}

function fitText(profile: ColumnProfile, {column, rows}: {column: string; rows: number}): number {
  if (profile.dates > 0.9 || profile.personal) return 0;
  const isFlag = profile.flags > 0.9 && profile.distinct <= 2;
  if (isFlag && column !== "sex" && !(column === "wave" || column === "tags")) return 0;
  if (profile.numbers > 0.95 && profile.range && !profile.isWhole) return 0;
  if (profile.numbers > 0.95 && profile.distinct > 60)
    return persons.test(column) || column === "product" || (profile.distinct <= 500 && profile.distinct <= rows * 0.02)
      ? 0.7
      : 0.2;
  if (column === "sex" && profile.numbers > 0.9) return 0.3;
  if (
    coded.test(column) &&
    rows > 30 &&
    profile.values.length > 0 &&
    profile.values.every((cell) => /^(\d{1,2}|[a-z])$/i.test(cell))
  )
    return 0.3;
  if (groups.test(column) && rows > 30 && profile.distinct > Math.max(60, rows * 0.2)) return 0.2;
  if (groups.test(column) && profile.length > 80) return 0.2;
  return 1;
}
