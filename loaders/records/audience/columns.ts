import type {Database} from "../../database/database.js";
import {identifier} from "../../database/sql-text.js";
import {columnsOf, type EntityName, entityNames} from "../../mapping/entities/entities.js";
import {ReportError} from "../../messages/errors.js";
import {didYouMean} from "../../messages/nearest.js";
import type {Audience} from "../../report/audiences.js";

/** What stands in the records and not with the customer, and what each kind of record calls it. */
const ofRecords: Readonly<Record<string, Readonly<Partial<Record<EntityName, string>>>>> = {
  department: {tickets: "responsible_department", actions: "department"},
  team: {tickets: "team"},
};

/** What may be said of customers. */
const ofCustomers = [
  ...["region", "tier", "tag", "segment", "city", "customer_type", "acquisition_channel"],
  ...["industry", "brand", "status", "grade", "owner"],
];

const keys = [...ofCustomers, ...Object.keys(ofRecords)];

/** The column of a kind of record that a key is about; undefined where it has none. */
export function ownColumn(entity: EntityName, key: string): string | undefined {
  if (key in ofRecords) return ofRecords[key]?.[entity];
  const column = key === "tag" ? "tags" : key;
  return column in columnsOf(entity) ? column : undefined;
}

/** The keys of an audience that are about records. */
export const recordKeys = ({where}: Audience): string[] => Object.keys(where).filter((key) => key in ofRecords);

/**
 * Whether the records know what report.yaml says of audiences.
 *
 * @throws ReportError `audience_column`, `audience_value`
 */
export async function assertAudiences(database: Database, audiences: readonly Audience[]): Promise<void> {
  for (const {name, where} of audiences) {
    const place = `report.yaml audiences.${name}.where`;
    if (Object.keys(where).length === 0) throw noColumn(place, "");
    for (const [key, values] of Object.entries(where)) {
      if (!keys.includes(key)) throw noColumn(place, key);
      const known = await valuesOf(database, key);
      for (const value of values) if (!known.includes(value)) throw noValue(place, {key, value, known});
    }
  }
}

/** Every value that any kind of record has. */
async function valuesOf(database: Database, key: string): Promise<string[]> {
  const entities: readonly EntityName[] = key in ofRecords ? entityNames : ["customers"];
  const selects = entities.flatMap((entity) => {
    const column = ownColumn(entity, key);
    if (column === undefined) return [];
    const value = columnsOf(entity)[column]?.type === "list" ? `unnest(${identifier(column)})` : identifier(column);
    return [`select ${value} as value from all_${entity}`];
  });
  const rows = await database.rows(
    `select distinct value from (${selects.join(" union all ")}) where value is not null order by value`,
  );
  return rows.map(({value}) => String(value));
}

const noColumn = (place: string, key: string): ReportError => {
  const near = didYouMean(key, keys);
  return new ReportError("audience_column", place, {
    what: {
      zh: `没有“${key}”这一列可用来分。${near.zh}`,
      en: `records cannot be told apart by "${key}". ${near.en}`.trim(),
    },
    fix: {zh: `可用：${keys.join("、")}。`, en: `use one of ${keys.join(", ")}.`},
  });
};

const noValue = (
  place: string,
  {key, value, known}: {key: string; value: string; known: readonly string[]},
): ReportError => {
  const near = didYouMean(value, known);
  const some = known.slice(0, 12);
  return new ReportError("audience_value", place, {
    what: {
      zh: `${key} 没有“${value}”这个值。${near.zh}`,
      en: `no record has ${key} "${value}". ${near.en}`.trim(),
    },
    fix: {
      zh:
        known.length === 0
          ? `先在映射里写上 ${key} 这一列。`
          : `写记录里的代码：${some.join("、")}${known.length > 12 ? "……" : "。"}`,
      en:
        known.length === 0
          ? `map the column ${key} first.`
          : `write a code as it stands in the records: ${some.join(", ")}${known.length > 12 ? " …" : "."}`,
    },
  });
};
